"""The lines of a dump: white space made plain, indentation and bullets read off."""

import re
from typing import NamedTuple


class Line(NamedTuple):
    """One line with something on it."""

    text: str
    """White space (non-breaking too) made single plain spaces, invisible characters dropped."""
    indent: int = 0
    """Columns before the first character."""
    gap: int = 0
    """Empty lines before it."""
    bullet: bool = False
    """Stood behind a list mark, which is no part of the text."""
    number: int = 0
    """Its place among the dump's lines, from 0, empty ones counted."""


# Control characters, soft hyphen, zero-width space, word joiner, byte-order mark.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]")
_NEWLINE = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# "* item", "• item", lynx's "+ item"; a dash is left alone, for it opens speech in many languages.
_BULLET = re.compile(r"[*+•·▪▫◦●○■□‣⁃∙]\s+")
# Markdown's "# Heading", as html2text writes it; a wire's "^By ADA MOSS"
_SIGN = re.compile(r"#{1,6} +|\^(?=\w)")
# A Markdown dump by its headings, and its "> quotation"
_HEADED = re.compile(r"^#{1,6} +\w", re.MULTILINE)
_SIGN_OR_QUOTE = re.compile(rf"(?:> ?)+|{_SIGN.pattern}")
# Markdown's "[words](target)" and "![words](target)"; of a link the words stay
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\((?:https?:|mailto:|[/#])[^()\s]{0,2000}\)")
# Markdown's "**word**", "__word__" and "_word_"; of the emphasis the words stay
_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*\*|__|_)(?=[^\s*_])(?P<words>[^*_]{0,299}[^\s*_])(?P=mark)(?![\w*_])"
)
# The rule below a Markdown table's head: "| --- | :---: |"
_TABLE_RULE = re.compile(r"\|?(?:\s?:?-{3,}:?\s?\|)+(?:\s?:?-{3,}:?)?")
# Its rows: "| Lens | 28 mm |"
_TABLE_ROW = re.compile(r"\|\s(.{1,2000})\s\|")
# The number that lynx puts before a link's words: "[5]Ada Moss"
_LINK_NUMBER = re.compile(r"(?<!\S)\[\d{1,3}\](?=[\w\"“«„(])")
_TAB = 8


def lines_of(text: str) -> list[Line]:
    """Every line of a dump that is not empty."""
    lines: list[Line] = []
    gap = 0
    sign = _SIGN_OR_QUOTE if _HEADED.search(text) else _SIGN
    for number, raw in enumerate(_NEWLINE.split(text)):
        shown = _INVISIBLE.sub("", raw)
        content = shown.lstrip()
        mark = _BULLET.match(content) or sign.match(content)
        bullet = mark is not None and mark[0][0] not in "#^>"
        plain = " ".join(_unmarked(content[mark.end() :] if mark else content).split())
        if not plain:
            gap += 1
            continue
        margin = shown[: len(shown) - len(content)].expandtabs(_TAB)
        lines.append(Line(plain, len(margin), gap, bullet, number))
        gap = 0
    return lines


def _unmarked(text: str) -> str:
    """A line without the targets and numbers of its links, and without Markdown's other marks."""
    if "[" in text:
        text = _LINK_NUMBER.sub("", _LINK.sub(r"\1", text))
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\g<words>", text)
    if "|" not in text:
        return text
    row = _TABLE_ROW.fullmatch(text.rstrip())
    return "" if _TABLE_RULE.fullmatch(text.rstrip()) else row[1] if row else text
