"""Names that the tagger cut short, completed."""

import re

from copydesk.article import EntityType
from copydesk.entities.lexicon import places
from copydesk.entities.offices import DETERMINERS
from copydesk.entities.words import Name, Words

_INITIAL = re.compile(r"[A-HJ-WYZ]")  # "I" and "X" are words as well
_ABBREVIATIONS = frozenset({"inc", "corp", "co", "cos", "ltd", "bros", "dept", "jr", "sr"})
_LEGAL_FORMS = frozenset({"inc", "corp", "co", "ltd", "llc", "llp", "lp", "pc", "plc"})
_LEGAL_FORMS_ABROAD = frozenset({"AB", "AG", "ASA", "GmbH", "NV", "Oyj", "SA", "SE", "SpA"})
_PARTNERS = frozenset({"Associates", "Bros", "Brothers", "Co", "Company", "Daughters", "Partners"})
_PARTNERS |= {"Sons"}
_MOST_INITIALS = 3


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
            is_one = is_initial(words.word(first - 2)) and _full_stop_at(first - 1, words)
            if is_one and not is_answer(first - 2, words):
                first -= 2
        if is_initial(words.forms[stop - 1]) and _goes_on(stop, words):
            stop += 2
    if words.word(stop) in ("&", "and") and words.word(stop + 1) in _PARTNERS:
        stop, kind = stop + 2, EntityType.ORG
    if kind is EntityType.ORG:
        first, stop = _with_its_form(first, stop, words)
        first -= 2 * begins_a_list(first - 2, name, words)
    if is_abbreviated(words.forms[stop - 1]) and _full_stop_at(stop, words):
        stop += 1
    return name._replace(first=first, stop=stop, type=kind)


def _with_its_form(first: int, stop: int, words: Words) -> tuple[int, int]:
    """The whole of "Roe, Inc", "Roe Care Group plc" and "Investor AB", partly tagged."""
    form = stop + (words.word(stop) == ",")
    if is_legal_form(words.word(form)) and words.lines[form] == words.lines[first]:
        return first, form + 1
    is_form = stop - first == 1 and is_legal_form(words.forms[first])
    while is_form and words.gap(first) == " " and _is_part(words.word(first - 1)):
        first -= 1
    return first, stop


def _is_part(form: str) -> bool:
    return form[:1].isupper() and form.lower() not in DETERMINERS


def is_legal_form(form: str) -> bool:
    """Whether a word is the "Ltd" or the "AG" of a company."""
    return form.lower().rstrip(".") in _LEGAL_FORMS or form in _LEGAL_FORMS_ABROAD


def _goes_on(stop: int, words: Words) -> bool:
    """Whether a capitalised word of the same sentence follows the full stop of an initial."""
    after = stop + 1
    return (
        _full_stop_at(stop, words)
        and words.word(after)[:1].isupper()
        and words.lines[after] == words.lines[stop]
        and after not in words.openers
    )


def is_initial(form: str) -> bool:
    """Whether a word is a letter that may stand for a name."""
    return _INITIAL.fullmatch(form) is not None


def is_answer(index: int, words: Words) -> bool:
    """Whether a word is the "A" that labels an answer, in a text that has questions so."""
    is_label = words.word(index) == "A" and "\n" in words.gap(index)
    return is_label and f"\nQ{words.word(index + 1)}" in words.text


def _full_stop_at(index: int, words: Words) -> bool:
    return words.word(index) == "." and not words.gap(index)


def is_abbreviated(form: str) -> bool:
    """Whether a full stop behind the word belongs to it."""
    return form.lower() in _ABBREVIATIONS or places().find(form + ".") is not None


def begins_a_list(first: int, rest: Name, words: Words) -> bool:
    """Whether a word is the "Rail" of "the Rail, Tram and Bus Union"."""
    return (
        rest.type is EntityType.ORG
        and first + 2 == rest.first
        and words.word(first - 1) in ("the", "The")
        and words.word(first)[:1].isupper()
        and words.forms[first + 1] == ","
        and "and" in words.forms[rest.first : rest.stop]
    )
