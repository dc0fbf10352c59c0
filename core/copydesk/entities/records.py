"""Groups of mentions become entities: a name, aliases, a role."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.article import Entity, EntityType, Mention
from copydesk.entities.bodies import COMPANY_FORMS
from copydesk.entities.forms import folded
from copydesk.entities.lexicon import given_names
from copydesk.entities.maiden import is_birth_name
from copydesk.entities.roles import role_of
from copydesk.entities.words import Name, Words

_LONGEST_IN_TITLE = 8  # words
_CASE_MATTERS = 3  # letters: "US" in a title is not "us"
# "USSR", "DPRK", "U.S.": no words in capitals.
_LETTERS = re.compile(r"(?:.{1,3}|\w*[^AEIOUY\W]{3}\w?|(?:\w\.)+)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL_WORDS = frozenset({"DE", "DEL", "OF", "THE", "AND", "VAN", "VON", "DER", "DU", "DOS", "BIN"})
_NO_MARKS = str.maketrans(dict.fromkeys(',;:!?()[]"“”‘’', " "))  # not the stops of "U.S."


def entity_of(number: int, group: Sequence[Name], words: Words, people: frozenset[int]) -> Entity:
    """The record of the things that a group of names, in text order, names together."""
    kind = group[0].type
    texts = [" ".join(words.slice(n.first, n.stop).split()) for n in group]
    own = [t for t, n in zip(texts, group, strict=True) if not is_birth_name(n, words)]
    name = fullest(own or texts)
    if kind in (EntityType.LOC, EntityType.PER):
        name = in_small_letters(name)
    others = {text.casefold(): text for text in reversed(texts)}
    others.pop(name.casefold())
    aliases = [t for t in dict.fromkeys(texts) if others.get(t.casefold()) == t]
    return Entity(
        id=f"e{number}",
        name=name,
        type=kind,
        role=role_of(group, words, people) if kind is EntityType.PER else None,
        aliases=tuple(aliases),
        mentions=tuple(_mention(n, words) for n in group),
    )


def fullest(texts: Sequence[str]) -> str:
    """The longest form in words; of equals a company's, one not in capitals, then the commonest."""
    if len(set(texts)) == 1:
        return texts[0]
    count = Counter(texts)

    def worth(text: str) -> tuple[bool, int, bool, bool, int, int]:
        size = len(text.split())
        is_acronym = size == 1 and text.isupper()
        is_company = text.rpartition(" ")[2].rstrip(".").lower() in COMPANY_FORMS
        return not is_acronym, size, is_company, not text.isupper(), count[text], len(text)

    return max(dict.fromkeys(texts), key=worth)


def in_small_letters(name: str) -> str:
    """A place's or a person's name that a dateline or a heading has in capitals.

    >>> in_small_letters("RIO DE JANEIRO"), in_small_letters("USSR")
    ('Rio de Janeiro', 'USSR')
    """
    words = name.split()
    if not name.isupper() or all(_LETTERS.fullmatch(word) for word in words):
        return name
    return " ".join(
        word.lower()
        if i and word in _SMALL_WORDS
        else _WORD.sub(lambda run: run[0].capitalize(), word)
        for i, word in enumerate(words)
    )


def _mention(name: Name, words: Words) -> Mention:
    start, end = words.spans[name.first].start, words.spans[name.stop - 1].end
    return Mention(start=start, end=end, text=words.text[start:end])


class Title:
    """A headline's words, to be asked for names."""

    def __init__(self, title: str | None) -> None:
        plain = (title or "").translate(_NO_MARKS)
        self._exact = frozenset(plain.split())
        self._words = folded(plain)
        self._runs = frozenset(_runs(self._words))

    def has(self, entity: Entity) -> bool:
        """Whether any form of the entity stands in the title, or a person's surname."""
        forms = (entity.name, *entity.aliases)
        if any(self._has(form) for form in forms):
            return True
        return entity.type is EntityType.PER and self._has_surname(entity)

    def _has(self, form: str) -> bool:
        if len(form) <= _CASE_MATTERS and form not in self._exact:
            return False
        return folded(form) in self._runs

    def _has_surname(self, entity: Entity) -> bool:
        """Whether the surname stands there, and not behind a namesake's given name."""
        (*_, surname) = folded(entity.name) or ("",)
        own = {word for form in (entity.name, *entity.aliases) for word in folded(form)}
        return any(
            word == surname and (before in own or before not in given_names())
            for before, word in pairwise(("", *self._words))
        )


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for first in range(len(words)):
        for stop in range(first + 1, min(first + _LONGEST_IN_TITLE, len(words)) + 1):
            yield words[first:stop]
