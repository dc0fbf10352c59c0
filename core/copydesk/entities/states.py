"""US states in addresses and behind cities: "Austin Texas", "MA 01040"."""

import re
from collections.abc import Iterator, Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import postal_codes, us_states
from copydesk.entities.owners import with_passed_over
from copydesk.entities.words import Name, Words

_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_LONGEST = 2  # units of a state's name
_SURE = 0.6  # as if the tagger had named them, and had doubts
# What makes one name with a state's behind it: "Southern California", "Lake Michigan".
_QUALIFIERS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast"}
    | {"northwest", "southeast", "southwest", "central", "mid", "upper", "lower", "upstate", "new"}
    | {"downstate", "coastal", "rural", "greater", "baja", "lake", "lakes", "mount", "mt", "fort"}
    | {"ft", "port", "cape", "la", "of", "the", "and", "y", "de", "in", "to", "state", "hotel"}
    | {"camp", "villa"}
)


def with_states(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, a city and its state told apart, and the states before a zip code."""
    parted = [piece for name in names for piece in _city_and_state(name, words)]
    codes = postal_codes()
    addressed = [
        Name(i, i + 1, EntityType.LOC, _SURE)
        for i, form in enumerate(words.forms)
        if form in codes and _ZIP.fullmatch(words.word(i + 1)) and words.gap(i + 1) == " "
    ]
    return with_passed_over(parted, addressed) if addressed else sorted(parted)


def _city_and_state(name: Name, words: Words) -> Iterator[Name]:
    at = name.stop
    is_long = name.type is EntityType.LOC and name.stop - name.first > 1
    for _ in range(_LONGEST if is_long else 0):
        at = words.unit_before(at, name.first)
        is_state = words.slice(at, name.stop).casefold() in us_states()
        if at > name.first and is_state and _is_a_citys(words.forms[at - 1]):
            yield name._replace(stop=at)
            yield name._replace(first=at)
            return
    yield name


def _is_a_citys(form: str) -> bool:
    return form[0].isalpha() and form.lower() not in _QUALIFIERS
