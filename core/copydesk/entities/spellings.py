"""Other spellings of a person's name, in the captions around the body."""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from copydesk.article import Entity, EntityType
from copydesk.entities.forms import folded
from copydesk.entities.people import PersonName, parsed
from copydesk.entities.sounds import sounds_of

# "Sergey Lavrov"; looked at from each word, so that "Minister Sergey Lavrov" holds it too.
_TWO_CAPITALISED = re.compile(r"(?<!\w)(?=([^\W\d_][\w'’-]{0,40} [^\W\d_][\w'’-]{0,40}))")

Spellings = Mapping[tuple[str, str], list[str]]


def spellings_in(texts: Iterable[str]) -> Spellings:
    """Each pair of capitalised words, by how it sounds."""
    found: dict[tuple[str, str], list[str]] = {}
    for text in texts:
        for pair in _TWO_CAPITALISED.findall(text):
            name = parsed(folded(pair)) if pair.istitle() else None
            if name:
                found.setdefault(_sounds(name), []).append(pair)
    return found


def with_spellings(entity: Entity, spellings: Spellings) -> Entity:
    """The entity, with the other spellings of its full name among its aliases."""
    own = parsed(folded(entity.name)) if entity.type is EntityType.PER else None
    if own is None:
        return entity
    known = {entity.name, *entity.aliases}
    others = [s for s in dict.fromkeys(spellings.get(_sounds(own), ())) if s not in known]
    return replace(entity, aliases=(*entity.aliases, *others)) if others else entity


def _sounds(name: PersonName) -> tuple[str, str]:
    told = sounds_of((name.given, name.surname))
    return told[name.given], told[name.surname]
