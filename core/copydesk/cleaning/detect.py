"""What kind of document the bytes are."""

import re

from copydesk.errors import NotAnArticleError

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"{\\rtf", "a rich-text (RTF) document"),
)
"""First bytes of the files that turn up among articles."""

HEAD = 65_536
"""How many characters or bytes from the start are looked at."""

CONTROL_SHARE = 0.03
"""More of `CONTROLS` than this and it is no text in any 8-bit encoding; noise has 0.074."""

CONTROLS = bytes((5, 6, 7, *range(14, 26), *range(28, 32)))
"""Control characters, those left out that old texts hold: the marks of a transmission (1 to 4),
backspace, white space, the end of a file (26) and Escape."""

SHOWN = 0.95
"""Share of the characters of a text that print."""

ROOT = re.compile(
    r"(?>(?:<\?xml[^>]*>|<!--.{0,2000}?-->|\s)*+)<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)

TAG = re.compile(
    r"</?(?:p|div|a|br|span|h[1-6]|ul|ol|li|table|tr|td|img|article|section|meta|link|script|body"
    r"|title|strong|em|b|i|figure|blockquote|header|footer|main|nav)(?=[\s/>])[^<>]{0,2000}>",
    re.I,
)


def refuse_binary(data: bytes) -> None:
    """Raise `NotAnArticleError` where the bytes are a picture, an archive, a program, ….

    Text in UTF-16 or UTF-32 is full of NUL bytes and no binary.
    """
    for first, kind in MAGIC:
        if data.startswith(first):
            raise NotAnArticleError(f"not an article but {kind}")
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise NotAnArticleError("not an article but a picture, a recording or a film")
    if data[4:8] == b"ftyp":
        raise NotAnArticleError("not an article but a film or a picture")
    head = data[:HEAD]
    if wide_encoding(head):
        return
    if len(head) - len(head.translate(None, CONTROLS)) > CONTROL_SHARE * len(head):
        raise NotAnArticleError("not an article but binary data")


def wide_encoding(data: bytes) -> str | None:
    """Name the encoding of text that has two or four bytes a character, else None."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:4096]
    head = head[: len(head) // 2 * 2]
    sides = head[0::2], head[1::2]
    if 0 in head:
        for encoding, (low, high) in (("utf-16-le", sides), ("utf-16-be", sides[::-1])):
            if _blanks_are_wide(low, high) and _is_shown(head.decode(encoding, "replace")):
                return encoding
    return None


def _blanks_are_wide(low: bytes, high: bytes) -> bool:
    """Tell whether spaces and line ends, which texts of all scripts have, come with a NUL byte."""
    beside = [other for byte, other in zip(low, high, strict=True) if byte in b" \n"]
    return beside.count(0) > len(beside) / 2


def _is_shown(text: str) -> bool:
    """Tell whether nearly all characters print; in noise many are unassigned."""
    shown = sum(letter.isprintable() or letter in "\t\n\r\f" for letter in text)
    return shown - text.count("\ufffd") >= SHOWN * len(text)


def looks_like_html(text: str) -> bool:
    """Tell HTML from plain text by what stands in it, never by a file's name.

    >>> looks_like_html("<p>Rain is <b>due</b> on Monday.</p>")
    True
    >>> looks_like_html("If a < b and b > c, the clerk said, the <sum> is wrong.")
    False
    """
    head = text[:HEAD].lstrip("\ufeff")
    if ROOT.match(head):
        return True
    tags = sum(1 for _ in TAG.finditer(head))
    if tags < 2:
        return False
    return head.lstrip().startswith("<") or tags >= 0.002 * len(head)
