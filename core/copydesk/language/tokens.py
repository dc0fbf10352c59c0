"""Words and punctuation marks, with exact offsets for any Unicode text."""

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A half-open stretch of the text."""

    start: int
    end: int


# Python's \w leaves out the marks that complete a letter: accents written apart, vowel signs.
_MARK = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd"
    "\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u0d81-\u0ddf"
    "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3"
)
# Kana and Chinese characters, which are written without spaces.
_IDEOGRAPH = (
    "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = rf"(?:(?![{_IDEOGRAPH}])[^\W_]|[{_MARK}])"

_TOKEN = re.compile(
    rf"""
      [{_IDEOGRAPH}]                                # one by one
    | [^\W\d_](?:\.[^\W\d_])+\.?(?!{_LETTER})       # U.S. a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Adm|Rev|Jr|Sr|Inc|Corp|Co|Ltd)\.
    | \d++(?:[.,:]\d++)*+{_LETTER}*+                # 1,000.5 10:30 20th 3M
    | {_LETTER}++(?:(?:&|\.(?=[a-z0-9])){_LETTER}++)*+      # Trump AT&T bbc.co.uk
    | ['’]s(?!{_LETTER})
    | [^\w\s] | _ | \S
    """,
    re.VERBOSE,
)


def tokenise(text: str) -> tuple[Token, ...]:
    """Every word and mark of the text, in order; white space is between tokens.

    A hyphen or slash is a token of its own, so that a name in a compound keeps its bounds
    ("US-led"). Ideographs stand alone.
    """
    return tuple(Token(*m.span()) for m in _TOKEN.finditer(text))
