"""Names that the tagger cut in two, made one."""

from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.completion import begins_a_list, is_initial
from copydesk.entities.lexicon import organisations, places
from copydesk.entities.words import Name, Words

_BRANCHES = frozenset(
    {"agency", "bureau", "center", "centre", "commission", "committee", "council", "department"}
    | {"directorate", "division", "faculty", "institute", "ministry", "office", "school"}
    | {"secretariat", "subcommittee"}
)
_CUT_KINDS = frozenset({EntityType.LOC, EntityType.ORG})  # "El Paso" + "Energy"
_QUOTES = frozenset("\"'“”‘’«»")
_UNSURE = 0.9  # the tagger doubts the halves of a name that it cuts in two


def stitched(names: Sequence[Name], words: Words) -> list[Name]:
    """The names with those put together that are halves of one."""
    whole: list[Name] = []
    for name in names:
        kind = _kind_of_whole(whole[-1], name, words) if whole else None
        if kind:
            left = whole[-1]
            whole[-1] = Name(left.first, name.stop, kind, max(left.score, name.score))
        else:
            whole.append(name)
    return whole


def with_nicknames(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, "Jane “Iron” Roe" made one of two or three."""
    whole: list[Name] = []
    for name in names:
        left = next((n for n in whole[-2:] if _are_around_a_nickname(n, name, words)), None)
        if left:
            del whole[-1 if whole[-1] is left else -2 :]
            whole.append(left._replace(stop=name.stop))
        else:
            whole.append(name)
    return whole


def _are_around_a_nickname(left: Name, right: Name, words: Words) -> bool:
    """Whether one capitalised word in quotation marks stands between two halves of a name."""
    between = words.forms[left.stop : right.first]
    return (
        len(between) == 3
        and {between[0], between[2]} <= _QUOTES
        and between[1][0].isupper()
        and left.type is right.type is EntityType.PER
        and words.lines[left.first] == words.lines[right.first]
    )


def _kind_of_whole(left: Name, right: Name, words: Words) -> EntityType | None:
    """The type of the name that two names are the halves of; None where they are two."""
    if words.lines[left.first] != words.lines[right.first]:
        return None
    between = words.forms[left.stop : right.first]
    kinds = {left.type, right.type}
    if between == (".",) and kinds == {EntityType.PER}:  # "D. Gough"
        return EntityType.PER if is_initial(words.forms[left.stop - 1]) else None
    if between == (",",) and begins_a_list(left.first, right, words):
        return EntityType.ORG
    if between in ((), ("and",)) and places().find(words.slice(left.first, right.stop)):
        return EntityType.LOC
    if between in (("and",), ("&",)):
        return EntityType.ORG if _is_office_of_two(left, right, words) else None
    if between:
        return None
    if words.forms[left.stop - 1] == "-" and not words.gap(right.first):  # "Harley-" + "Davidson"
        return left.type
    if organisations().find(words.slice(left.first, right.stop)):
        return EntityType.ORG
    is_doubted = max(left.score, right.score) <= _UNSURE and kinds <= _CUT_KINDS
    is_run_on = words.forms[left.stop - 1][-1].isalnum() and words.forms[right.first][0].isupper()
    if not (is_doubted and is_run_on):
        return None
    return EntityType.ORG if EntityType.ORG in kinds else EntityType.LOC


def _is_office_of_two(left: Name, right: Name, words: Words) -> bool:
    """Whether "Bureau for Security" and "Nonproliferation" are one bureau's name."""
    form = words.forms[right.first]
    return (
        left.type is right.type is EntityType.ORG
        and words.forms[left.first].lower() in _BRANCHES
        and any(w in ("of", "for") for w in words.forms[left.first : left.stop])
        and right.stop - right.first == 1
        and form[1:].islower()
        and not organisations().find(form)
    )
