"""Whether a person is he or she, from the words that name the person."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class _Evidence(NamedTuple):
    names: dict[str, str]
    words: dict[str, str]


def gender_of(name: str, surroundings: Iterable[str]) -> str | None:
    """`f`, `m` or None for a person's name, given the words right beside its mentions.

    A title or a word of kin ("Mrs. Lee", "actress Ann Lee") beats the given name.
    """
    evidence = _evidence()
    if told := next(filter(None, map(gender_of_words, surroundings)), None):
        return told
    for word in _WORD.findall(_plain(name))[:-1]:
        if found := evidence.names.get(word) or evidence.words.get(word):
            return found
    return None


def gender_of_words(words: str) -> str | None:
    """`f` or `m` where a title or a word of kin tells it: `his mother` is f."""
    nouns = _evidence().words
    return next((nouns[w] for w in _WORD.findall(words.lower()) if w in nouns), None)


def _plain(name: str) -> str:
    """A name in lower case without accents: Geneviève is genevieve."""
    return "".join(c for c in normalize("NFD", name.lower()) if not combining(c))


@cache
def _evidence() -> _Evidence:
    raw = tomllib.loads((files("copydesk.quotes") / "given_names.toml").read_text("utf-8"))

    def genders(female: str, male: str) -> dict[str, str]:
        return dict.fromkeys(raw[female].split(), "f") | dict.fromkeys(raw[male].split(), "m")

    return _Evidence(genders("female", "male"), genders("female_words", "male_words"))
