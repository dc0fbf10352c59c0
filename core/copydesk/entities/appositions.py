"""The role that stands beside a name, between commas: "Jane Roe, the mayor of Leeds,"."""

from copydesk.entities.lexicon import honorifics
from copydesk.entities.offices import (
    DETERMINERS,
    LONGEST,
    POSSESSIVE,
    is_end,
    is_joint,
    is_office,
)
from copydesk.entities.words import Name, Words

_ADVERBS = frozenset({"currently", "now", "also", "then", "once", "formerly", "himself", "herself"})
_QUOTES = frozenset({"''", "'", "’", "”", '"'})  # behind the comma: "heir of Jane Roe,” his aunt"
_BEFORE_A_ROLE = _ADVERBS | DETERMINERS | _QUOTES
_LEADS = frozenset(
    {"heads", "headed", "leads", "led", "chairs", "chaired", "runs", "ran", "edits", "edited"}
    | {"directs", "directed", "manages", "managed", "coaches", "coached", "founded", "owns"}
    | {"represents", "represented", "oversees", "oversaw", "commands", "commanded", "teaches"}
)

_COPULAS = frozenset({"is", "was", "became", "remains"})

Span = tuple[int, int]


def after(name: Name, words: Words) -> Span | None:
    """The role in "Kerry, the mayor of Springfield," and "Smith, 45, a teacher from Leeds,"."""
    at = name.stop
    if words.word(at) == "," and words.word(at + 1).isdigit() and words.word(at + 2) == ",":
        at += 2
    if words.word(at) != ",":
        return None
    first = at + 1
    while words.word(first).lower() in _BEFORE_A_ROLE:
        first += 1
    return _if_headed(first, _end(first, words), words)


def deed_after(name: Name, words: Words) -> Span | None:
    """What stands for a role in "Kerry, who leads the union,"."""
    first = name.stop + 2
    if (words.word(first - 2), words.word(first - 1)) != (",", "who"):
        return None
    stop = _end(first, words)
    return (first, stop) if words.word(first) in _LEADS and first + 1 < stop else None


def predicate_of(name: Name, words: Words) -> Span | None:
    """The role in "Kerry, 51, is the new mayor of Springfield and a father of two"."""
    at = name.stop
    if words.word(at) == "," and words.word(at + 1).isdigit() and words.word(at + 2) == ",":
        at += 3
    if words.word(at) not in _COPULAS:
        return None
    first = at + 1
    while words.word(first).lower() in _BEFORE_A_ROLE:
        first += 1
    stop = _end(first, words)
    ands = (i for i in range(first, stop) if words.forms[i] == "and")
    stop = next((i for i in ands if words.word(i + 1) in DETERMINERS), stop)
    return _if_headed(first, stop, words)


def _end(first: int, words: Words) -> int:
    stop = first
    while stop < len(words.forms) and stop - first <= LONGEST and "\n" not in words.gap(stop):
        if is_end(stop, words) or stop in words.openers:
            break
        stop += 1
    return stop


def before_comma(name: Name, words: Words, people: frozenset[int]) -> Span | None:
    """The role in "The mayor of Springfield, Jane Roe," and "Acme's chairman, Jane Roe,"."""
    stop = name.first - 1
    if words.word(stop).lower() in honorifics():
        stop -= 1
    if words.word(stop) != "," or words.word(name.stop) not in (",", "."):
        return None
    first = stop
    while first and stop - first < LONGEST and "\n" not in words.gap(first):
        low = words.forms[first - 1].lower()
        span = _if_headed(first, stop, words)
        if low in POSSESSIVE and span:
            return _owner(first - 1, words, people), stop
        if low in DETERMINERS and span:
            return span
        is_next_person = low == "and" and words.forms[first].lower() in DETERMINERS
        if is_end(first - 1, words) or is_next_person or first in words.openers:
            break
        first -= 1
    return None


def _owner(possessive: int, words: Words, people: frozenset[int]) -> int:
    """Where "European Commission's" or "van der Meer's" begins, given the place of the "'s"."""
    first = possessive
    while first > possessive - LONGEST and first and first not in words.openers:
        if not (words.forms[first - 1][0].isupper() or first - 1 in people):
            break
        first -= 1
    if first == possessive and first and first not in words.openers:
        first -= 1  # "the union's secretary"
    return first + (words.forms[first].lower() in DETERMINERS)


def _if_headed(first: int, stop: int, words: Words) -> Span | None:
    """The span, if its head (the last word before an "of" or "in") is an office."""
    if not 0 < stop - first <= LONGEST:
        return None
    head = next((i for i in range(first, stop) if is_joint(i, words)), stop) - 1
    return (first, stop) if head >= first and is_office(head, words) else None
