"""The notation of the grammar's patterns, and its translation.

A pattern is a sequence of items, one a token, with white space between them:

    MONTH            a token of that class (see the language files)
    last             that very word
    d:DAY            the same, with a name to ask for later
    <month>          a fragment: a pattern with a name, used by many
    ( a | b )  x?  x{0,3}   as in regular expressions; there is no unbounded repetition
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from copydesk.dates.lexicon import Lexicon

_ITEM = re.compile(r"(\w+):\(|(?:(\w+):)?([^\W\d_]+)|([()|])|(\?|\{\d,\d\})|\S")
_LITERAL = re.compile(r"(?<![<:\w])[^\W\d_]+(?![\w>:])|(?<=:)[^\W\d_]+")


class Compiled(NamedTuple):
    """A pattern over symbols."""

    regex: str
    first: frozenset[str]
    """The symbols that a match can begin with."""
    nullable: bool
    """Whether it matches nothing at all."""


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern with every fragment written out."""
    while (found := re.search(r"(\w+:)?<(\w+)>", pattern)) is not None:
        body = f"{found[1] or ''}( {fragments[found[2]]} )"
        pattern = f"{pattern[: found.start()]}{body}{pattern[found.end() :]}"
    return pattern


def literals(pattern: str) -> set[str]:
    """The words that a written-out pattern names as themselves."""
    return {w for w in _LITERAL.findall(pattern) if w == w.lower()}


def compile_pattern(pattern: str, lexicon: Lexicon) -> Compiled | None:
    """Translate a written-out pattern; None where the language lacks a class that it needs."""
    return _Parser(pattern, lexicon).parse()


class _Parser:
    """Recursive descent over the items of one pattern."""

    def __init__(self, pattern: str, lexicon: Lexicon) -> None:
        self._items = list(_ITEM.finditer(pattern))
        self._lexicon = lexicon
        self._at = 0

    def parse(self) -> Compiled | None:
        compiled = self._choice()
        if self._at != len(self._items):
            raise ValueError(f"unbalanced pattern at item {self._at}")
        return compiled

    def _choice(self) -> Compiled | None:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        possible = [b for b in branches if b is not None]
        if not possible:
            return None
        regex = "|".join(b.regex for b in possible)
        first = frozenset[str]().union(*(b.first for b in possible))
        return Compiled(f"(?:{regex})", first, any(b.nullable for b in possible))

    def _sequence(self) -> Compiled | None:
        parts: list[Compiled | None] = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._quantified())
        if any(p is None for p in parts):
            return None
        whole = [p for p in parts if p is not None]
        first: set[str] = set()
        for part in whole:
            first |= part.first
            if not part.nullable:
                break
        return Compiled(
            "".join(p.regex for p in whole), frozenset(first), all(p.nullable for p in whole)
        )

    def _quantified(self) -> Compiled | None:
        atom = self._atom()
        mark = self._items[self._at][5] if self._at < len(self._items) else None
        if mark is None:
            return atom
        self._at += 1
        optional = mark == "?" or mark.startswith("{0")
        if atom is None:
            return Compiled("", frozenset(), True) if optional else None
        return Compiled(f"(?:{atom.regex}){mark}", atom.first, atom.nullable or optional)

    def _atom(self) -> Compiled | None:
        item = self._items[self._at]
        self._at += 1
        name = item[1] or item[2]
        if item[3] is not None:
            symbols = self._lexicon.members(item[3])
            inner = Compiled(f"[{symbols}]", frozenset(symbols), False) if symbols else None
        elif item[1] is not None or item[4] == "(":
            inner = self._choice()
            self._at += 1
        else:
            raise ValueError(f"unexpected {item[0]!r} in a pattern")
        if inner is None or name is None:
            return inner
        return Compiled(f"(?P<{name}>{inner.regex})", inner.first, inner.nullable)

    def _peek(self) -> str:
        return self._items[self._at][0] if self._at < len(self._items) else ""
