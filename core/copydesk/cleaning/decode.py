"""Bytes become text: the encoding found, the code points made valid."""

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from copydesk.cleaning.detect import wide_encoding
from copydesk.reading.document import RawDocument
from copydesk.reading.recoding import WINDOWS

DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.I)
"""In `<meta charset=…>`, `<meta … content="text/html; charset=…">`, `<?xml encoding=…?>`."""

DECLARED_WITHIN = 8192
"""Bytes from the start in which a declaration counts (browsers look at 1,024)."""

AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Python codec names to the superset that the WHATWG Encoding Standard reads them as."""

SAMPLE = 20_000
"""Bytes that the statistical guess looks at: it is slow, and more do not change its mind."""

MOSTLY = 0.02
"""Bad sequences per byte up to which a text is UTF-8 with some damage rather than no UTF-8."""

CONTROLS = bytes((*range(9), 11, *range(14, 27), *range(28, 32), 127))
"""ASCII control characters, the white space among them and Escape (a part of ISO-2022) left out."""

OVERSTRUCK = re.compile(rb"[\x00-\x7f\xc0-\xff][\x80-\xbf]{0,3}\x08")
"""A letter that the next one is printed over, for bold or underlined type, and the backspace."""

COLOUR = re.compile(r"\x1b\[[0-9;]{0,20}[A-Za-z]")
"""A terminal's sequence for colours and the like (ECMA-48)."""

NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
LINE_ENDS = ("\r\n", "\r", "\x0c", "\u2028", "\u2029")
SURROGATE = re.compile("[\ud800-\udfff]")


def decode(raw: RawDocument, *, exact: bool = False) -> tuple[str, str]:
    """Give the document's text and the name of the encoding that it was read with.

    The text holds valid code points only. Unless `exact`, NUL and control characters are dropped,
    with what a terminal or a printer would have made of them, and line ends become a newline.
    Mojibake that is in the bytes stays as it is.
    """
    data = raw.data
    if not exact and not wide_encoding(data):
        if b"\b" in data:
            data = OVERSTRUCK.sub(b"", data)
        data = data.translate(None, CONTROLS)  # ten times as fast as over the text
    text, encoding = _decoded(data, raw.encoding)
    return (text if exact else _plain(text)), encoding


def _plain(text: str) -> str:
    """Drop what is left of the controls, and the byte order mark; make every line end a newline."""
    text = text.removeprefix("\ufeff")
    if any(control in text for control in "\x00\x1b\ufffe\uffff"):
        text = NOT_TEXT.sub("", COLOUR.sub("", text))
    for end in LINE_ENDS:
        if end in text:
            text = text.replace(end, "\n")
    return text


def _decoded(data: bytes, told: str | None) -> tuple[str, str]:
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", WINDOWS), "utf-8"
    if wide := wide_encoding(data):
        return data.decode(wide, "replace"), wide
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8"), "utf-8"
    with suppress(UnicodeDecodeError):
        return SURROGATE.sub("\ufffd", data.decode("utf-8", "surrogatepass")), "utf-8"
    for label in (told, _declaration(data)):
        codec = _codec(label)
        if codec and codec != "utf-8":
            text = data.decode(codec, "replace")
            if text.count("\ufffd") <= MOSTLY * len(text):
                return text, codec
    if _damage(data) <= MOSTLY:
        return data.decode("utf-8", WINDOWS), "utf-8"
    guess = _codec(_guess(data)) or "cp1252"
    return data.decode(guess, "replace"), guess


def _declaration(data: bytes) -> str | None:
    found = DECLARED.search(data[:DECLARED_WITHIN])
    return found.group(1).decode("ascii") if found else None


def _codec(label: str | None) -> str | None:
    """Give the Python codec for a label, as browsers read it; None where there is none."""
    if not label:
        return None
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding or found.name.startswith(("utf-16", "utf-32", "utf-7", "idna")):
        return None
    return AS_BROWSERS_READ.get(found.name, found.name)


def _damage(data: bytes) -> float:
    """Bad UTF-8 sequences per byte above 127."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return data.decode("utf-8", "replace").count("\ufffd") / max(1, high)


def _guess(data: bytes) -> str | None:
    """Guess from the bytes above 127 with some of what stands around them."""
    first = next((at for at, byte in enumerate(data[: 1 << 20]) if byte > 127), 0)
    sample = data[max(0, first - SAMPLE // 2) :][:SAMPLE]
    best = from_bytes(sample).best()
    return best.encoding if best else None
