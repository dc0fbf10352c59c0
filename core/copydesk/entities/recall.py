"""A name found once is found everywhere: the whole document, searched for the names it has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copydesk.article import EntityType
from copydesk.entities.words import Name, Words

_LONGEST = 12  # words; longer names are not looked for again
_SUPPORT = 0.3  # the share of its occurrences, weighted by score, that the tagger must have named
_SHORTEST_PART = 3  # letters of a surname that is looked for alone


@dataclass(slots=True)
class _Sought:
    """A name to look for, and what was found of it."""

    type: EntityType
    score: float = 0.0
    tagged: int = 0
    is_part: bool = False
    """One word of a person's name, looked for alone."""
    found: list[int] = field(default_factory=list)

    @property
    def is_supported(self) -> bool:
        return self.score >= _SUPPORT * (self.tagged + len(self.found))


def with_missed(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, and the places where the same names stand that the tagger passed over."""
    sought = _sought(names, words)
    taken = bytearray(len(words.forms))
    for name in names:
        taken[name.first : name.stop] = b"\1" * (name.stop - name.first)
    for key, at in _occurrences(sought, words, taken):
        sought[key].found.append(at)
    missed = [
        Name(at, at + len(key), s.type, s.score / s.tagged / 2)
        for key, s in sought.items()
        if s.is_supported
        for at in s.found
    ]
    return sorted([*names, *missed])


def _sought(names: Sequence[Name], words: Words) -> dict[tuple[str, ...], _Sought]:
    sought: dict[tuple[str, ...], _Sought] = {}
    for name in names:
        key = words.forms[name.first : name.stop]
        if len(key) > _LONGEST or not _is_telling(key):
            continue
        one = sought.setdefault(key, _Sought(name.type))
        one.is_part = False
        one.score += name.score
        one.tagged += 1
        if name.type is EntityType.PER and len(key) > 1:
            for part in _parts(name, words):
                one = sought.setdefault(part, _Sought(EntityType.PER, is_part=True))
                one.score += name.score
                one.tagged += 1
    return sought


def _parts(name: Name, words: Words) -> Iterator[tuple[str, ...]]:
    """The first and the last of a person's names."""
    after = words.unit_after(name.first, name.stop)
    before = words.unit_before(name.stop, name.first)
    for first, stop in ((name.first, after), (before, name.stop)):
        while first < stop - 1 and not words.forms[first][0].isupper():  # the "al-" of al-Assad
            first += 1
        long_enough = len(words.slice(first, stop)) >= _SHORTEST_PART
        if long_enough and words.forms[first][0].isupper() and after < name.stop:
            yield words.forms[first:stop]


def _is_telling(key: tuple[str, ...]) -> bool:
    """Whether the same words elsewhere can only be the same name."""
    return any(w[0].isupper() for w in key) and (len(key) > 1 or len(key[0]) > 1)


def _occurrences(
    sought: dict[tuple[str, ...], _Sought], words: Words, taken: bytearray
) -> Iterator[tuple[tuple[str, ...], int]]:
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for key in sought:
        lengths[key[0]].add(len(key))
    stop = 0
    for at, first in enumerate(words.forms):
        if first not in lengths or at < stop:
            continue
        for length in sorted(lengths[first], reverse=True):
            key = words.forms[at : at + length]
            if key in sought and _stands_alone(at, length, sought[key], words, taken):
                yield key, at
                stop = at + length
                break


def _stands_alone(at: int, length: int, one: _Sought, words: Words, taken: bytearray) -> bool:
    """Whether the words are no part of another name, and a surname is not glued to one."""
    stop = at + length
    if any(taken[at:stop]) or words.is_in_compound(at, stop):
        return False
    follower = words.word(stop)
    is_longer = follower[:1].isupper() and words.gap(stop) == " "
    is_glued = "-" in (follower, words.word(at - 1)) and not (words.gap(at) and words.gap(stop))
    return not (one.is_part and (is_longer or is_glued))
