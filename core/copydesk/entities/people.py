"""Which full names are one person's."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from copydesk.entities.forms import Form, Sets
from copydesk.entities.lexicon import nicknames
from copydesk.entities.sounds import skeleton, sounds_of

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "de", "del", "della", "der", "den", "di", "da", "dos", "du"}
    | {"la", "le", "van", "von", "ter", "ten", "zu", "abu", "o"}
)
_GIVEN = frozenset({"al", "ben", "della", "van"})  # "Van Morrison"; "Van Gogh" ends a longer name
_NOT_OF_TWO = _PARTICLES | _SUFFIXES  # else two words are a given name and a surname
_LONGEST = 6  # words of a name whose parts are looked up
_TELLING_GIVEN, _TELLING_SURNAME = 4, 3  # consonants; shorter skeletons are shared by too many

_Heard = tuple[str, str]  # how a given name and a surname sound


class PersonName(NamedTuple):
    """The parts of a personal name, folded; `given` may be an initial."""

    given: str
    surname: str
    mark: str
    """What tells people of one name apart: the middle initial, "Jr." or "Sr."."""


@dataclass(frozen=True, slots=True)
class People:
    """The names that have a given name and a surname, by form."""

    given: dict[int, str] = field(default_factory=dict)
    surname: dict[int, str] = field(default_factory=dict)
    mark: dict[int, str] = field(default_factory=dict)
    """Where there is one."""
    sounds: dict[str, str] = field(default_factory=dict)
    """The one spelling, as of `sounds_of`, of each of these given names and surnames."""

    def heard(self) -> dict[int, _Heard]:
        """How each of them sounds."""
        told = self.sounds.__getitem__
        pairs = zip(map(told, self.given.values()), map(told, self.surname.values()), strict=True)
        return dict(zip(self.given, pairs, strict=True))


def parsed(words: Sequence[str], text: str = "") -> PersonName | None:
    """The parts of a folded name, or None where it is a surname or a given name alone.

    >>> parsed(("ben", "roe"), "Ben Roe").given, parsed(("al", "assad"), "al-Assad")
    ('ben', None)
    """
    if len(words) == 2 and _NOT_OF_TWO.isdisjoint(words):
        return PersonName(words[0], words[1], "")
    is_given = words[0] in _GIVEN and text.partition(" ")[0].lower() == words[0]
    *rest, last = [
        w for i, w in enumerate(words) if w not in _PARTICLES or (is_given and not i)
    ] or words
    suffix = ""
    if last in _SUFFIXES and rest:
        suffix, last = last, rest.pop()
    if not rest:
        return None
    middle = rest[1][:1] if len(rest) > 1 else ""
    return PersonName(rest[0], last, middle + suffix)


def single(words: Sequence[str]) -> str:
    """The word that a name consists of when `parsed` has no parts for it."""
    return next((w for w in reversed(words) if w not in _NOT_OF_TWO), words[-1])


def join_full_names(forms: Mapping[int, Form], sets: Sets) -> People:
    """Joins the forms, by index, that name one person; those that are full names."""
    people = People()
    for i, form in forms.items():
        if name := parsed(form.words, form.text):
            people.given[i], people.surname[i] = name.given, name.surname
            if name.mark:
                people.mark[i] = name.mark
    people.sounds.update(sounds_of(chain(people.given.values(), people.surname.values())))
    heard = people.heard()
    _join_equal(heard, people.mark, sets)
    _join_alike(heard, people.mark, sets)
    _join_initials(people, sets)
    _join_nicknames(people, sets)
    _join_parts({i: forms[i].words for i in people.given}, sets)
    return people


def _join_equal(heard: Mapping[int, _Heard], marks: Mapping[int, str], sets: Sets) -> None:
    """Same first and last name: one person, unless middle names or "Jr." and "Sr." tell apart."""
    counts = Counter(heard.values())
    alike: defaultdict[_Heard, list[int]] = defaultdict(list)
    for i, told in heard.items():
        if counts[told] > 1:
            alike[told].append(i)
    for same in alike.values():
        by_mark: defaultdict[str, list[int]] = defaultdict(list)
        for i in same:
            by_mark[marks.get(i, "")].append(i)
        plain = by_mark.pop("", [])
        for marked in by_mark.values():
            sets.join(marked)
        sets.join([*plain, *next(iter(by_mark.values()), [])[:1]])


def _join_alike(heard: Mapping[int, _Heard], marks: Mapping[int, str], sets: Sets) -> None:
    """Spellings of one name that only the consonants agree on, beside an equal other name."""
    givens = Counter(map(itemgetter(0), heard.values()))
    surnames = Counter(map(itemgetter(1), heard.values()))
    alike: defaultdict[_Heard, list[int]] = defaultdict(list)
    for i, (given, surname) in heard.items():
        if surnames[surname] > 1 and len(bones := skeleton(given)) >= _TELLING_GIVEN:
            alike[bones, surname].append(i)
        is_shared = givens[given] > 1 and len(given) > 1
        if is_shared and len(bones := skeleton(surname)) >= _TELLING_SURNAME:
            alike[given, "-" + bones].append(i)
    for same in alike.values():
        if len(same) > 1 and len({marks[i] for i in same if i in marks}) < 2:
            sets.join(same)


def _join_initials(people: People, sets: Sets) -> None:
    """ "J. Kerry" is the one Kerry whose first name begins with a J."""
    initials = {i: given for i, given in people.given.items() if len(given) == 1}
    surnames = {people.surname[i] for i in initials}
    roots: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for i, surname in people.surname.items():
        if surname in surnames and i not in initials:
            roots[people.given[i][0], surname].add(sets.root(i))
    for i, given in initials.items():
        if len(found := roots[given, people.surname[i]]) == 1:
            sets.join([i, *found])


def _join_nicknames(people: People, sets: Sets) -> None:
    """ "Bill Roe" is the one Roe whose first name is William."""
    short = {i: given for i, given in people.given.items() if given in nicknames()}
    surnames = {people.surname[i] for i in short}
    roots: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for i, surname in people.surname.items():
        if surname in surnames:
            roots[people.given[i], surname].add(sets.root(i))
    for i, name in short.items():
        keys = ((given, people.surname[i]) for given in nicknames()[name])
        found = {sets.root(r) for key in keys for r in roots.get(key, ())}
        if len(found) == 1:
            sets.join([i, *found])


def _join_parts(people: Mapping[int, tuple[str, ...]], sets: Sets) -> None:
    """ "Suu Kyi" is the end of the longer name."""
    longer: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, words in people.items():
        for part in _parts(words):
            longer[part].add(sets.root(i))
    for i, words in people.items():
        if words in longer:
            roots = {sets.root(r) for r in longer[words]} - {sets.root(i)}
            if len(roots) == 1:
                sets.join([i, *roots])


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) <= _LONGEST:
        for cut in range(1, len(words) - 1):
            yield words[cut:]
            yield words[:-cut]
