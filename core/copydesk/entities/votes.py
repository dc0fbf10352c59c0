"""One type for one name: the mentions vote, the clear ones more than the doubtful."""

from collections import defaultdict
from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import organisations, places
from copydesk.entities.words import Name, Words

_LOUD_WEIGHT = 0.7  # in a headline or a table the tagger sees few signs of the type
_OPENER_WEIGHT = 0.8
_MAJORITY = 0.75  # of a name that may be a place and its people ("Philadelphia")
_KNOWN_WEIGHT = 1.0  # what a gazetteer's word is worth, in sure mentions
_DOUBLE = {EntityType.LOC, EntityType.ORG}

Ballot = defaultdict[EntityType, float]


def with_agreed_types(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, each with the type that its mentions agree on."""
    ballots: defaultdict[str, Ballot] = defaultdict(lambda: defaultdict(float))
    keys = [words.key(n.first, n.stop) for n in names]
    for key, name in zip(keys, names, strict=True):
        ballots[key][name.type] += name.score * _weight(name, words)
    for name in names:
        if name.type is EntityType.PER and name.stop - name.first > 1:
            for i in (name.first, name.stop - 1):
                part = words.forms[i].casefold()
                if part in ballots:
                    ballots[part][EntityType.PER] += name.score * _weight(name, words)
    agreed = {key: _winner(key, ballot) for key, ballot in ballots.items()}
    return [
        name._replace(type=agreed[key] or name.type) for key, name in zip(keys, names, strict=True)
    ]


def _weight(name: Name, words: Words) -> float:
    if name.first in words.loud:
        return _LOUD_WEIGHT
    return _OPENER_WEIGHT if name.first in words.openers else 1.0


def _winner(key: str, ballot: Ballot) -> EntityType | None:
    known = _known_type(key)
    if known:
        ballot[known] += _KNOWN_WEIGHT
    best, *rest = sorted(ballot, key=lambda t: -ballot[t])
    needed = _MAJORITY if {best, *rest[:1]} == _DOUBLE else 0.5
    return best if ballot[best] >= needed * sum(ballot.values()) else None


def _known_type(key: str) -> EntityType | None:
    if key in places().demonyms:
        return EntityType.MISC
    if places().find(key):
        return EntityType.LOC
    return EntityType.ORG if organisations().find(key) else None
