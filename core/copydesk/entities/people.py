"""Which full names are one person's, and whom a surname alone can mean."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.entities.forms import Sets

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "de", "del", "della", "der", "den", "di", "da", "dos", "du"}
    | {"la", "le", "van", "von", "ter", "ten", "zu", "abu", "o"}
)
_LONGEST = 6  # words of a name whose parts are looked up
_TELLING_GIVEN, _TELLING_SURNAME = 4, 3  # consonants; shorter skeletons are shared by too many

# Latin spellings of Cyrillic and Arabic names, from many systems of transliteration to one.
_SPELLINGS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"([kgdt])h"), r"\1"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj](?![aeou])"), "i"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"e(?!$)"), "a"),
    (re.compile(r"o(?!$)"), "u"),
)
_VOWELS = re.compile(r"[aeiou]")


class PersonName(NamedTuple):
    """The parts of a personal name, folded; `given` and `middle` may be initials."""

    given: str
    middle: str
    surname: str
    suffix: str = ""


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """One spelling for the transliterations of a name.

    >>> sound("sergei") == sound("sergey"), sound("mohammed") == sound("muhamad")
    (True, True)
    """
    for pattern, spelling in _SPELLINGS:
        word = pattern.sub(spelling, word)
    return word


def skeleton(word: str) -> str:
    """The consonants of a name, and an "a" where it ends in a vowel.

    >>> skeleton("alexander") == skeleton("aleksandr"), skeleton("robert") == skeleton("roberta")
    (True, False)
    """
    told = sound(word)
    return _VOWELS.sub("", told) + ("a" if _VOWELS.match(told[-1:]) else "")


def parsed(words: Sequence[str]) -> PersonName | None:
    """The parts of a folded name, or None where it is a surname or a given name alone."""
    *rest, last = [w for w in words if w not in _PARTICLES] or words
    suffix = ""
    if last in _SUFFIXES and rest:
        *rest, suffix = *rest, last
        *rest, last = rest
    if not rest:
        return None
    return PersonName(rest[0], rest[1] if len(rest) > 1 else "", last, suffix)


def single(words: Sequence[str]) -> str:
    """The word that a name consists of when `parsed` has no parts for it."""
    return next((w for w in reversed(words) if w not in _PARTICLES | _SUFFIXES), words[-1])


def join_full_names(people: Mapping[int, tuple[str, ...]], sets: Sets) -> dict[int, PersonName]:
    """Joins the forms (index to folded words) that name one person; the parsed full names."""
    full = {i: name for i, words in people.items() if (name := parsed(words))}
    _join_equal(full, sets)
    _join_alike(full, sets)
    _join_initials(full, sets)
    _join_parts({i: people[i] for i in full}, sets)
    return full


def _join_equal(full: Mapping[int, PersonName], sets: Sets) -> None:
    """Same first and last name: one person, unless middle names or "Jr." and "Sr." tell apart."""
    alike: defaultdict[tuple[str, str], defaultdict[str, list[int]]]
    alike = defaultdict(lambda: defaultdict(list))
    for i, name in full.items():
        mark = name.middle[:1] + name.suffix
        alike[sound(name.given), sound(name.surname)][mark].append(i)
    for by_mark in alike.values():
        plain = by_mark.pop("", [])
        for same in by_mark.values():
            sets.join(same)
        sets.join([*plain, *next(iter(by_mark.values()), [])[:1]])


def _join_alike(full: Mapping[int, PersonName], sets: Sets) -> None:
    """Spellings of one name that only the consonants agree on, beside an equal other name."""
    alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, name in full.items():
        if len(bones := skeleton(name.given)) >= _TELLING_GIVEN:
            alike[bones, sound(name.surname)].append(i)
        if len(bones := skeleton(name.surname)) >= _TELLING_SURNAME and len(name.given) > 1:
            alike[sound(name.given), "-" + bones].append(i)
    for same in alike.values():
        marks = {full[i].middle[:1] + full[i].suffix for i in same} - {""}
        if len(marks) < 2:
            sets.join(same)


def _join_initials(full: Mapping[int, PersonName], sets: Sets) -> None:
    """ "J. Kerry" is the one Kerry whose first name begins with a J."""
    roots: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for i, name in full.items():
        if len(name.given) > 1:
            roots[name.given[0], name.surname].add(sets.root(i))
    for i, name in full.items():
        if len(name.given) == 1 and len(found := roots[name.given, name.surname]) == 1:
            sets.join([i, *found])


def _join_parts(people: Mapping[int, tuple[str, ...]], sets: Sets) -> None:
    """ "Suu Kyi" is the end of the longer name."""
    longer: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, words in people.items():
        for part in _parts(words):
            longer[part].add(sets.root(i))
    for i, words in people.items():
        roots = {sets.root(r) for r in longer.get(words, ())} - {sets.root(i)}
        if len(roots) == 1:
            sets.join([i, *roots])


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) <= _LONGEST:
        for cut in range(1, len(words) - 1):
            yield words[cut:]
            yield words[:-cut]


class Directory:
    """Whom one word can mean: the people (roots of `sets`) by each of their names."""

    def __init__(
        self, full: Mapping[int, PersonName], people: Mapping[int, tuple[str, ...]], sets: Sets
    ) -> None:
        self._surnames: defaultdict[str, set[int]] = defaultdict(set)
        self._sounds: defaultdict[str, set[int]] = defaultdict(set)
        self._others: defaultdict[str, set[int]] = defaultdict(set)
        for i, name in full.items():
            root = sets.root(i)
            self._surnames[name.surname].add(root)
            self._sounds[sound(name.surname)].add(root)
            for word in people[i]:
                self._others[word].add(root)

    def find(self, word: str) -> set[int]:
        """The people of that surname; if none, of its sound; if none, of any such name."""
        for index, key in (
            (self._surnames, word),
            (self._sounds, sound(word)),
            (self._others, word),
        ):
            if found := index.get(key):
                return found
        return set()
