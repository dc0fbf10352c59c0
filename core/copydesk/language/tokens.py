"""Words and punctuation marks, with exact offsets for any Unicode text."""

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A half-open stretch of the text."""

    start: int
    end: int


# "U.S.", "Mr.", "1,000.5", "al-Assad", "AT&T", "'s", or one mark.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Jr|Sr|Inc|Corp|Co|Ltd)\."
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:[-.&/][^\W_]+)*"
    r"|['’]s|[^\w\s]|_"
)


def tokenise(text: str) -> tuple[Token, ...]:
    """Every word and mark of the text, in order; white space is between tokens."""
    return tuple(Token(*m.span()) for m in _TOKEN.finditer(text))
