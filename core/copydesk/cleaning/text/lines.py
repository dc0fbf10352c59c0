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
_TAB = 8


def lines_of(text: str) -> list[Line]:
    """Every line of a dump that is not empty."""
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(_NEWLINE.split(text)):
        shown = _INVISIBLE.sub("", raw)
        content = shown.lstrip()
        mark = _BULLET.match(content)
        plain = " ".join((content[mark.end() :] if mark else content).split())
        if not plain:
            gap += 1
            continue
        margin = shown[: len(shown) - len(content)].expandtabs(_TAB)
        lines.append(Line(plain, len(margin), gap, bool(mark), number))
        gap = 0
    return lines
