"""Names that end in a possessive of their own: "at Lord's", "McDonald's said"."""

from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.offices import POSSESSIVE
from copydesk.entities.words import Name, Words

# Of English and its neighbours; where the tagger is weak it takes them in.
FUNCTION_WORDS = frozenset(
    {"of", "for", "in", "on", "at", "to", "by", "from", "with", "and", "de", "del", "la", "el"}
    | {"en", "los", "las", "le", "les", "des", "du", "der", "die", "das", "den", "dem", "am"}
    | {"im", "y", "et", "und", "à", "au", "aux"}
)
# What follows a name that owns nothing.
_VERBS = frozenset(
    {"is", "was", "are", "were", "will", "would", "can", "could", "may", "did", "said", "says"}
)
_NOT_OWNED = FUNCTION_WORDS | _VERBS | {"has", "had", "or", "but", "where", "when", "which", "who"}
_KINDS = (EntityType.ORG, EntityType.LOC)


def is_shops(name: Name, stop: int, words: Words) -> bool:
    """Whether the possessive that ends a tagged name at `stop` is its own, for it owns nothing."""
    after = words.word(stop)
    return (
        name.type in _KINDS
        and words.forms[stop - 1] in POSSESSIVE
        and (not after[:1].isalnum() or after in _NOT_OWNED or "\n" in words.gap(stop))
    )


def with_shops(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, each with the possessive that it has for its own at another mention."""
    shops = {_without_possessive(name, words) for name in names if _is_known(name, words)}
    return [
        name._replace(stop=name.stop + 1)
        if words.word(name.stop) in POSSESSIVE and words.forms[name.first : name.stop] in shops
        else name
        for name in names
    ]


def _without_possessive(name: Name, words: Words) -> tuple[str, ...]:
    return words.forms[name.first : name.stop - (words.forms[name.stop - 1] in POSSESSIVE)]


def _is_known(name: Name, words: Words) -> bool:
    """Whether a name has its possessive, or one before a verb: "Roe's said on Monday"."""
    if words.forms[name.stop - 1] in POSSESSIVE:
        return name.type in _KINDS
    acts = words.word(name.stop) in POSSESSIVE and words.word(name.stop + 1) in _VERBS
    return acts and name.type is EntityType.ORG
