"""Which full names are one person's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from copydesk.entities.forms import Form, Sets
from copydesk.entities.lexicon import nicknames

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "de", "del", "della", "der", "den", "di", "da", "dos", "du"}
    | {"la", "le", "van", "von", "ter", "ten", "zu", "abu", "o"}
)
_GIVEN = frozenset({"Al", "Ben", "Della", "Van"})  # "Van Morrison"; "Van Gogh" ends a longer name
_LONGEST = 6  # words of a name whose parts are looked up
_TELLING_GIVEN, _TELLING_SURNAME = 4, 3  # consonants; shorter skeletons are shared by too many

# Latin spellings of Cyrillic and Arabic names, from many systems of transliteration to one.
_DIGRAPHS = re.compile(r"ph|ck|ou|oo|[kgdt]h|^g(?=h?a)")  # the last is the qaf of Gaddafi, Qaddafi
_DIGRAPH_SPELLINGS = {"ph": "f", "ck": "k", "ou": "u", "oo": "u", "g": "k"}
_SEMIVOWEL = re.compile(r"[yj](?![aeou])")
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("", "", "aeiou")


class PersonName(NamedTuple):
    """The parts of a personal name, folded; `given` may be an initial."""

    given: str
    surname: str
    sounds: tuple[str, str]
    """Of the given name and the surname."""
    mark: str
    """What tells people of one name apart: the middle initial, "Jr." or "Sr."."""


def sound(word: str) -> str:
    """One spelling for the transliterations of a name.

    >>> sound("sergei") == sound("sergey"), sound("mohammed") == sound("muhamad")
    (True, True)
    """
    word = word.replace("w", "v").replace("x", "ks").replace("q", "k")
    word = _DOUBLE.sub(_once, _SEMIVOWEL.sub("i", _DIGRAPHS.sub(_digraph, word)))
    return word[:-1].replace("e", "a").replace("o", "u") + word[-1:]


def _digraph(match: re.Match[str]) -> str:
    return _DIGRAPH_SPELLINGS.get(match[0], match[0][0])


def _once(match: re.Match[str]) -> str:
    return match[0][0]


def skeleton(told: str) -> str:
    """The consonants of a `sound`, and an "a" where it ends in a vowel.

    >>> skeleton(sound("alexander")) == skeleton(sound("aleksandr"))
    True
    >>> skeleton(sound("robert")) == skeleton(sound("roberta"))
    False
    """
    return told.translate(_VOWELS) + ("a" if told[-1:] in "aeiou" else "")


def parsed(words: Sequence[str], text: str = "") -> PersonName | None:
    """The parts of a folded name, or None where it is a surname or a given name alone.

    >>> parsed(("ben", "roe"), "Ben Roe").given, parsed(("al", "assad"), "al-Assad")
    ('ben', None)
    """
    is_given = text.partition(" ")[0].title() in _GIVEN
    *rest, last = [
        w for i, w in enumerate(words) if w not in _PARTICLES or (is_given and not i)
    ] or words
    suffix = ""
    if last in _SUFFIXES and rest:
        suffix, last = last, rest.pop()
    if not rest:
        return None
    middle = rest[1][:1] if len(rest) > 1 else ""
    return PersonName(rest[0], last, (sound(rest[0]), sound(last)), middle + suffix)


def single(words: Sequence[str]) -> str:
    """The word that a name consists of when `parsed` has no parts for it."""
    return next((w for w in reversed(words) if w not in _PARTICLES | _SUFFIXES), words[-1])


def join_full_names(people: Mapping[int, Form], sets: Sets) -> dict[int, PersonName]:
    """Joins the forms, by index, that name one person; the parsed full names."""
    full = {i: name for i, form in people.items() if (name := parsed(form.words, form.text))}
    _join_equal(full, sets)
    _join_alike(full, sets)
    _join_initials(full, sets)
    _join_nicknames(full, sets)
    _join_parts({i: people[i].words for i in full}, sets)
    return full


def _join_equal(full: Mapping[int, PersonName], sets: Sets) -> None:
    """Same first and last name: one person, unless middle names or "Jr." and "Sr." tell apart."""
    counts = Counter(name.sounds for name in full.values())
    alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, name in full.items():
        if counts[name.sounds] > 1:
            alike[name.sounds].append(i)
    for same in alike.values():
        by_mark: defaultdict[str, list[int]] = defaultdict(list)
        for i in same:
            by_mark[full[i].mark].append(i)
        plain = by_mark.pop("", [])
        for marked in by_mark.values():
            sets.join(marked)
        sets.join([*plain, *next(iter(by_mark.values()), [])[:1]])


def _join_alike(full: Mapping[int, PersonName], sets: Sets) -> None:
    """Spellings of one name that only the consonants agree on, beside an equal other name."""
    givens = Counter(name.sounds[0] for name in full.values())
    surnames = Counter(name.sounds[1] for name in full.values())
    alike: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, name in full.items():
        given, surname = name.sounds
        if surnames[surname] > 1 and len(bones := skeleton(given)) >= _TELLING_GIVEN:
            alike[bones, surname].append(i)
        is_shared = givens[given] > 1 and len(given) > 1
        if is_shared and len(bones := skeleton(surname)) >= _TELLING_SURNAME:
            alike[given, "-" + bones].append(i)
    for same in alike.values():
        if len(same) > 1 and len({full[i].mark for i in same} - {""}) < 2:
            sets.join(same)


def _join_initials(full: Mapping[int, PersonName], sets: Sets) -> None:
    """ "J. Kerry" is the one Kerry whose first name begins with a J."""
    initials = {i: name for i, name in full.items() if len(name.given) == 1}
    surnames = {name.surname for name in initials.values()}
    roots: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for i, name in full.items():
        if name.surname in surnames and i not in initials:
            roots[name.given[0], name.surname].add(sets.root(i))
    for i, name in initials.items():
        if len(found := roots[name.given, name.surname]) == 1:
            sets.join([i, *found])


def _join_nicknames(full: Mapping[int, PersonName], sets: Sets) -> None:
    """ "Bill Roe" is the one Roe whose first name is William."""
    short = {i: name for i, name in full.items() if name.given in nicknames()}
    surnames = {name.surname for name in short.values()}
    roots: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for i, name in full.items():
        if name.surname in surnames:
            roots[name.given, name.surname].add(sets.root(i))
    for i, name in short.items():
        keys = ((given, name.surname) for given in nicknames()[name.given])
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
