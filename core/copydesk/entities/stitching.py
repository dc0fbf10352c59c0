"""Names that the tagger cut short or in two, made whole."""

import re
from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import organisations
from copydesk.entities.words import Name, Words

_INITIAL = re.compile(r"[A-Z]")
_ABBREVIATIONS = frozenset(
    {"inc", "corp", "co", "cos", "ltd", "bros", "dept", "jr", "sr", "calif", "fla", "ala", "ariz"}
    | {
        "mass",
        "conn",
        "pa",
        "va",
        "md",
        "tenn",
        "okla",
        "ore",
        "wash",
        "wis",
        "ill",
        "mich",
        "minn",
    }
)
_BRANCHES = frozenset(
    {"agency", "bureau", "center", "centre", "commission", "committee", "council", "department"}
    | {"directorate", "division", "faculty", "institute", "ministry", "office", "school"}
    | {"secretariat", "subcommittee"}
)
_UNSURE = 0.9  # the tagger doubts the halves of a name that it cuts in two


def stitched(names: Sequence[Name], words: Words) -> list[Name]:
    """The names with those put together that are halves of one."""
    whole: list[Name] = []
    for name in names:
        if whole and _is_one(whole[-1], name, words):
            left = whole[-1]
            score = max(left.score, name.score)
            whole[-1] = Name(left.first, name.stop, _type_of_whole(left, name), score)
        else:
            whole.append(name)
    return whole


def _is_one(left: Name, right: Name, words: Words) -> bool:
    if words.lines[left.first] != words.lines[right.first]:
        return False
    between = words.forms[left.stop : right.first]
    if between == (".",):  # "D. Gough" in two
        is_person = left.type is right.type is EntityType.PER
        return is_person and _is_initial(words.forms[left.stop - 1])
    if between == ("and",):
        return _is_office_of_two(left, right, words)
    if between:
        return False
    if organisations().find(words.slice(left.first, right.stop)):
        return True
    is_doubted = max(left.score, right.score) <= _UNSURE and left.type is not EntityType.MISC
    is_run_on = words.forms[left.stop - 1][-1].isalnum() and words.forms[right.first][0].isupper()
    return is_doubted and is_run_on


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


def _type_of_whole(left: Name, right: Name) -> EntityType:
    if EntityType.ORG in (left.type, right.type) and EntityType.PER not in (left.type, right.type):
        return EntityType.ORG
    return max(left, right, key=lambda name: name.score).type


def completed(name: Name, words: Words) -> Name:
    """The name with its initials and the full stop of its abbreviation.

    The tagger may leave out the "A." of "A. Noel Kramer" or the full stop of "Salomon Bros.".
    """
    first, stop = name.first, name.stop
    if name.type is EntityType.PER:
        while _is_initial(words.word(first - 2)) and _full_stop_at(first - 1, words):
            first -= 2
        if _is_initial(words.forms[stop - 1]) and _goes_on(stop, words):
            stop += 2
    if words.forms[stop - 1].lower() in _ABBREVIATIONS and _full_stop_at(stop, words):
        stop += 1
    return name._replace(first=first, stop=stop)


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
    return form.lower() in _ABBREVIATIONS
