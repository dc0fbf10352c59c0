"""The words of one language that dates are made of, and the symbols that stand for them."""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from copydesk.dates.numerals import all_numeric_classes, numeric_classes

_MARKS = {
    ",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "/": "SLASH", "'": "APOS",
    "’": "APOS", "‘": "APOS", "(": "LPAR", ")": "RPAR", "+": "PLUS", "|": "BAR", "·": "BAR",
    ":": "COLON", "º": "DEGREE", "ª": "DEGREE", "°": "DEGREE",
}  # fmt: skip
_APOSTROPHES = "'’‘"
_FIRST_SYMBOL = 0x4E00
"""Symbols are letters from here on: any block without meaning to a regular expression will do."""


class Lexicon:
    """Classes of words, read from `languages/CODE.json`.

    The file maps a class to its words, or to its words with their values. A word spelled with a
    capital is known with that capital and in all capitals only, one marked with `=` as it stands
    only, any other in all three ways. Two words may share a spelling: a token's symbol stands for
    the set of its classes.
    """

    def __init__(self, entries: dict[str, Any], literals: Iterable[str] = ()) -> None:
        self.capital_nouns: bool = entries.pop("capital_nouns", False)
        self.past_endings = tuple(entries.pop("past_endings", ()))
        self.future_endings = tuple(entries.pop("future_endings", ()))
        feasts: dict[str, str] = entries.pop("feasts", {})
        self.feasts_by_name = {phrase.lower(): recipe for phrase, recipe in feasts.items()}
        self.values = {name: _values(words) for name, words in entries.items()}
        classes: dict[str, set[str]] = {}
        named = ((word, name) for name, words in entries.items() for word in words)
        for word, name in (*named, *((w, w) for w in literals), *_feast_words(feasts), *_years()):
            _add(classes, word, name)
        for mark, name in _MARKS.items():
            classes.setdefault(mark, set()).add(name)
        for token, names in classes.items():
            if token[0].isdecimal():  # "14" of "14 juillet"
                names |= numeric_classes(token)
        self._assign({token: frozenset(names) for token, names in classes.items()})

    def _assign(self, classes: dict[str, frozenset[str]]) -> None:
        sets = sorted({*classes.values(), *all_numeric_classes()}, key=sorted)
        self._symbol_of = {names: chr(_FIRST_SYMBOL + n) for n, names in enumerate(sets)}
        self._symbol_of[frozenset()] = " "
        self.symbols = {token: self._symbol_of[names] for token, names in classes.items()}
        for token in (*map(str, range(3000)), *(f"{n:02d}" for n in range(10))):
            self.symbols.setdefault(token, self._symbol_of[numeric_classes(token)])

    def numeric_symbol(self, token: str) -> str:
        """The symbol of a token that begins with a digit."""
        return self._symbol_of[numeric_classes(token)]

    @cached_property
    def _members(self) -> dict[str, str]:
        members: dict[str, str] = {}
        for names, symbol in self._symbol_of.items():
            for name in names:
                members[name] = members.get(name, "") + symbol
        return members

    def members(self, name: str) -> str:
        """The symbols of all tokens of a class; empty for a class that the language lacks."""
        return self._members.get(name, "")

    def symbols_within(self, names: set[str]) -> str:
        """The symbols whose classes are all among these."""
        return "".join(s for own, s in self._symbol_of.items() if own and own <= names)

    @property
    def known(self) -> str:
        """Every symbol but that of the words which mean nothing here."""
        return "".join(s for own, s in self._symbol_of.items() if own)


def _feast_words(feasts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for phrase in feasts:
        first, *rest = phrase.split()
        yield first, "FEAST"
        yield from ((word, "FEASTWORD") for word in rest)


def _years() -> Iterator[tuple[str, str]]:
    """Short years and decades ("'82", "'80s"), and fiscal years ("FY15", "FY2015")."""
    for number in range(100):
        for mark in _APOSTROPHES:
            yield f"{mark}{number:02d}", "SHORTYEAR"
            yield f"{mark}{number // 10}0s", "DECADE"
        yield f"FY{number:02d}", "FISCALYEAR"
        yield f"FY{2000 + number}", "FISCALYEAR"


def _add(classes: dict[str, set[str]], word: str, name: str) -> None:
    forms = {word.lstrip("=")}
    if not word.startswith("="):
        forms |= {word.upper(), word.capitalize() if word == word.lower() else word}
    for form in forms:
        classes.setdefault(form, set()).add(name)


def _values(words: object) -> dict[str, str | int]:
    """Word in lower case to value; "ß" also as its capitals "SS" come out in lower case."""
    valued = words.items() if isinstance(words, dict) else ()
    pairs = [(word.lstrip("="), value) for word, value in valued]
    return {form: value for word, value in pairs for form in (word.lower(), word.upper().lower())}


@lru_cache(maxsize=16)
def language_entries(language: str) -> dict[str, Any]:
    """The language's file as it stands."""
    path = resources.files("copydesk.dates") / "languages" / f"{language}.json"
    entries: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return entries
