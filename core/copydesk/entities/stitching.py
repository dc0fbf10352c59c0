"""Names that the tagger cut short or in two, made whole."""

import re
from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import given_names, organisations, places
from copydesk.entities.words import Name, Words

_INITIAL = re.compile(r"[A-HJ-WYZ]")  # "I" and "X" are words as well
_ABBREVIATIONS = frozenset({"inc", "corp", "co", "cos", "ltd", "bros", "dept", "jr", "sr"})
_BRANCHES = frozenset(
    {"agency", "bureau", "center", "centre", "commission", "committee", "council", "department"}
    | {"directorate", "division", "faculty", "institute", "ministry", "office", "school"}
    | {"secretariat", "subcommittee"}
)
_CUT_KINDS = frozenset({EntityType.LOC, EntityType.ORG})  # "El Paso" + "Energy"
_LEGAL_FORMS = frozenset({"inc", "corp", "co", "ltd", "llc", "llp", "lp", "pc", "plc"})
_PARTNERS = frozenset({"Associates", "Bros", "Brothers", "Co", "Company", "Daughters", "Partners"})
_PARTNERS |= {"Sons"}
_QUOTES = frozenset("\"'“”‘’«»")
_MOST_INITIALS = 3
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
        return EntityType.PER if _is_initial(words.forms[left.stop - 1]) else None
    if between in (("and",), ("&",)):
        is_one = _is_office_of_two(left, right, words) or _is_couples_body(left, right, words)
        return EntityType.ORG if is_one else None
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


def _is_couples_body(left: Name, right: Name, words: Words) -> bool:
    """Whether "Ann" and "Bob Roe Foundation" are one foundation's name."""
    second = words.unit_after(right.first, right.stop)
    return (
        right.type is EntityType.ORG
        and words.slice(left.first, left.stop).lower() in given_names()
        and words.slice(right.first, second).lower() in given_names()
        and words.unit_after(second, right.stop) < right.stop
    )


def completed(name: Name, words: Words) -> Name:
    """The name with its initials, its partners and the full stop of its abbreviation.

    The tagger may leave out the "A." of "A. Noel Kramer", the "& Sons" of "Ann Roe & Sons" or the
    full stop of "Salomon Bros.".
    """
    first, stop, kind = name.first, name.stop, name.type
    if words.key(first, stop) == "hague" and words.word(first - 1) in ("The", "THE"):
        first -= 1
    if name.type is EntityType.PER:
        for _ in range(_MOST_INITIALS):
            if _is_initial(words.word(first - 2)) and _full_stop_at(first - 1, words):
                first -= 2
        if _is_initial(words.forms[stop - 1]) and _goes_on(stop, words):
            stop += 2
    if words.word(stop) in ("&", "and") and words.word(stop + 1) in _PARTNERS:
        stop, kind = stop + 2, EntityType.ORG
    if kind is EntityType.ORG and words.word(stop) == ",":
        stop += 2 * (words.word(stop + 1).lower().rstrip(".") in _LEGAL_FORMS)
    if is_abbreviated(words.forms[stop - 1]) and _full_stop_at(stop, words):
        stop += 1
    return name._replace(first=first, stop=stop, type=kind)


def _goes_on(stop: int, words: Words) -> bool:
    """Whether a capitalised word of the same sentence follows the full stop of an initial."""
    after = stop + 1
    return (
        _full_stop_at(stop, words)
        and words.word(after)[:1].isupper()
        and words.lines[after] == words.lines[stop]
        and after not in words.openers
    )


def _is_initial(form: str) -> bool:
    return _INITIAL.fullmatch(form) is not None


def _full_stop_at(index: int, words: Words) -> bool:
    return words.word(index) == "." and not words.gap(index)


def is_abbreviated(form: str) -> bool:
    """Whether a full stop behind the word belongs to it."""
    return form.lower() in _ABBREVIATIONS or places().find(form + ".") is not None
