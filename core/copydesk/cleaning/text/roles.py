"""What each line of a dump is: the line's part in the article, or why it is no part of it."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.tables import Flags, Floats


class Role(StrEnum):
    """The part a line plays; the value is the reason that `removed` gives."""

    BODY = "body"
    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    REPEATED = "repeated"
    FURNITURE = "furniture"


class Piece(NamedTuple):
    """A line with its part."""

    line: Line
    role: Role
    words: float

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.line.text

    @property
    def is_body(self) -> bool:
        """Whether the line is in the article's text."""
        return self.role is Role.BODY


def pieces_of(lines: Sequence[Line], words: Floats, body: Flags) -> list[Piece]:
    """The lines as body or furniture; `words` counts those of each."""
    return [
        Piece(line, Role.BODY if is_body else Role.FURNITURE, many)
        for line, is_body, many in zip(lines, body, words.tolist(), strict=True)
    ]


def with_role(pieces: Sequence[Piece], places: Iterable[int], role: Role) -> list[Piece]:
    """The pieces, those at the places in another role."""
    marked = list(pieces)
    for at in places:
        marked[at] = pieces[at]._replace(role=role)
    return marked
