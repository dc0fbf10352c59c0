"""The distinct ways in which the text writes its names, and which of them name the same thing."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.article import EntityType
from copydesk.entities.words import Name, Words

_POSSESSIVE = re.compile(r"['’]s\b")
_NOT_LETTERS = str.maketrans({c: " " for c in "-‐–/_"} | {c: "" for c in ".'’\"“”,()"})


@dataclass(slots=True)
class Form:
    """One writing of a name: the names of one type that differ only in case, accents and dots."""

    type: EntityType
    words: tuple[str, ...]
    """Folded."""
    text: str
    """As first written, in mixed case where the text has that."""
    first: Name
    """Its first mention."""


class Forms(NamedTuple):
    """The forms that a text's names have."""

    all: list[Form]
    """In order of first mention."""
    of: dict[Name, int]
    """Each name's form, as its place among them all."""


class Sets:
    """Disjoint sets over 0 to `size`, with path halving."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        """The smallest member known to be in the item's set."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, items: Iterable[int]) -> None:
        """Makes one set of the sets of some items."""
        roots = sorted({self.root(i) for i in items})
        for other in roots[1:]:
            self._parent[other] = roots[0]


def folded(text: str) -> tuple[str, ...]:
    """The words of a name without case, accents, dots and hyphens.

    >>> folded("Jean-Marie  Le Pén"), folded("U.S.")
    (('jean', 'marie', 'le', 'pen'), ('us',))
    """
    low = text.casefold()
    if low.isascii() and low.replace(" ", "").isalpha():
        return tuple(low.split())
    plain = _POSSESSIVE.sub("", low).translate(_NOT_LETTERS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    return tuple(plain.split())


def forms_of(names: Sequence[Name], words: Words) -> Forms:
    """The distinct forms of names in text order."""
    forms = Forms([], {})
    known: defaultdict[EntityType, dict[tuple[str, ...], int]] = defaultdict(dict)
    keys: dict[str, tuple[str, ...]] = {}
    for name in names:
        text = words.slice(name.first, name.stop)
        key = keys.get(text)
        if key is None:
            key = keys[text] = folded(text) or (text,)
        at = forms.of[name] = known[name.type].setdefault(key, len(forms.all))
        if at == len(forms.all):
            forms.all.append(Form(name.type, key, " ".join(text.split()), name))
        elif not text.isupper() and forms.all[at].text.isupper():
            forms.all[at].text = " ".join(text.split())
    return forms
