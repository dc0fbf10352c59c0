"""One type for one name: the mentions vote, the clear ones more than the doubtful.

That headlines and sentence starts be weaker evidence was tried and gains nothing: the tagger's own
probability says so already.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from copydesk.article import EntityType
from copydesk.entities.acronyms import definitions
from copydesk.entities.bodies import COMPANY_FORMS
from copydesk.entities.lexicon import organisations, places
from copydesk.entities.offices import POSSESSIVE
from copydesk.entities.words import Name, Words

_MAJORITY = 0.6  # of a name that may be a place and its people ("Philadelphia")
_FULL_NAME_WEIGHT = 2.0  # a full name says that its surname alone is a person too
_COMPANY_WEIGHT = 0.7  # a company's full name speaks at each mention of its short name
_BODY_WEIGHT = 0.3  # so does another body's, but "Boston" is more than Boston University
_LONG = 2  # words of a name that tells the type of a shorter one
_LONGEST = 8  # words of a name whose beginnings are looked up
_MISC_WEIGHT = 0.65  # the tagger's last resort: what is a body at one mention is one at all
_KNOWN_WEIGHT = 0.5  # what a gazetteer's word is worth, in sure mentions
_WEIGHTS = {EntityType.MISC: _MISC_WEIGHT}
_BRAND = re.compile(r"(?!Mac|Fitz|Van)[A-Z]?[a-z]{2,}[A-Z]\w*")
_NETWORKS = frozenset({"Internet", "World Wide Web"})
_DOUBLE = {EntityType.LOC, EntityType.ORG}

Ballot = defaultdict[EntityType, float]


def with_agreed_types(
    names: Sequence[Name], words: Words, told: Mapping[str, EntityType]
) -> list[Name]:
    """The names, each with the type that its mentions agree on.

    `told` holds the types that the page's own fields tell, by case-folded name.
    """
    ballots: defaultdict[str, Ballot] = defaultdict(lambda: defaultdict(float))
    keys = [words.key(n.first, n.stop) for n in names]
    known: dict[str, EntityType | None] = {}
    homes = _homes_of_people(names, words)
    for key, name in zip(keys, names, strict=True):
        is_body = _is_brand(name, words) or name in homes
        kind = EntityType.ORG if is_body else name.type
        ballots[key][kind] += name.score * _WEIGHTS.get(name.type, 1)
        known[key] = known.get(key) or _known_type(words.slice(name.first, name.stop))
    _add_long_names(ballots, Counter(keys), names, words)
    _pool_known_places(ballots, keys, names, words)
    for long, short in definitions(names, words):
        _pool(ballots, words.key(long.first, long.stop), words.key(short.first, short.stop))
    agreed = {
        key: told.get(key) or _winner(ballot, known.get(key)) for key, ballot in ballots.items()
    }
    return [
        name._replace(type=agreed[key] or name.type) for key, name in zip(keys, names, strict=True)
    ]


def _pool_known_places(
    ballots: dict[str, Ballot], keys: Sequence[str], names: Sequence[Name], words: Words
) -> None:
    """Lets the names of one country vote together: "U.S.", "America"."""
    first: dict[str, str] = {}
    for key, name in zip(keys, names, strict=True):
        if usual := places().find(words.slice(name.first, name.stop)):
            _pool(ballots, first.setdefault(usual, key), key)


def _is_brand(name: Name, words: Words) -> bool:
    """Whether a lone person's name has a capital letter inside, as "OpenAI", but no "McAdam"."""
    if name.type is not EntityType.PER or name.stop - name.first > 1:
        return False
    return _BRAND.fullmatch(words.forms[name.first]) is not None


def _homes_of_people(names: Sequence[Name], words: Words) -> set[Name]:
    """The lone "people" who are bodies in "Acme's Ann Roe" and "Ann Roe of Acme"."""
    homes: set[Name] = set()
    for left, right in pairwise(names):
        between = words.forms[left.stop : right.first]
        if left.type is right.type is EntityType.PER and len(between) == 1:
            home, person = (left, right) if between[0] in POSSESSIVE else (right, left)
            is_joined = between[0] == "of" or home is left
            is_full = words.unit_after(person.first, person.stop) < person.stop
            if is_joined and is_full and words.unit_after(home.first, home.stop) == home.stop:
                homes.add(home)
    return homes


def _add_long_names(
    ballots: Mapping[str, Ballot], mentions: Mapping[str, int], names: Sequence[Name], words: Words
) -> None:
    """Adds what "Ann Newmont" and "Newmont Mining Corp." say of "Newmont"."""
    bodies: dict[str, float] = {}
    for name in names:
        if name.stop - name.first < _LONG:
            continue
        if name.type is EntityType.PER:
            for part in _first_and_last(name, words) & ballots.keys():
                ballots[part][EntityType.PER] += _FULL_NAME_WEIGHT * name.score
        elif name.type is EntityType.ORG:
            has_form = words.forms[name.stop - 1].lower().rstrip(".") in COMPANY_FORMS
            weight = _COMPANY_WEIGHT if has_form else _BODY_WEIGHT
            for part in _beginnings(name, words) & ballots.keys():
                bodies[part] = max(weight, bodies.get(part, 0))
    for part, weight in bodies.items():
        ballots[part][EntityType.ORG] += weight * mentions[part]


def _beginnings(name: Name, words: Words) -> set[str]:
    stops = (
        i for i in range(name.first + 1, min(name.stop, name.first + _LONGEST)) if words.gap(i)
    )
    return {words.key(name.first, stop) for stop in stops}


def _pool(ballots: dict[str, Ballot], one: str, other: str) -> None:
    """Lets two names of one thing vote together."""
    if ballots[one] is not ballots[other]:
        for kind, votes in ballots[other].items():
            ballots[one][kind] += votes
        ballots[other] = ballots[one]


def _first_and_last(name: Name, words: Words) -> set[str]:
    after = words.unit_after(name.first, name.stop)
    before = words.unit_before(name.stop, name.first)
    return {words.key(name.first, after), words.key(before, name.stop)}


def _winner(ballot: Ballot, known: EntityType | None) -> EntityType | None:
    """The type with most votes; None where a place and an organisation share the name."""
    if known is EntityType.ORG:
        return known
    votes = dict(ballot)
    if known is EntityType.MISC:  # a demonym; or a person: Finn, Dane
        votes = {kind: sure for kind, sure in votes.items() if kind not in _DOUBLE}
    if known is EntityType.LOC:
        votes[known] = votes.get(known, 0) + votes.pop(EntityType.MISC, 0)
    if known:
        votes[known] = votes.get(known, 0) + _KNOWN_WEIGHT
    best, *rest = sorted(votes, key=lambda kind: -votes[kind])
    is_double = {best, *rest[:1]} == _DOUBLE
    return None if is_double and votes[best] < _MAJORITY * sum(votes.values()) else best


def _known_type(text: str) -> EntityType | None:
    if text.casefold() in places().demonyms or text in _NETWORKS:
        return EntityType.MISC
    if places().find(text):
        return EntityType.LOC
    return EntityType.ORG if organisations().find(text) else None
