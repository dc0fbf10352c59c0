"""The role that stands before a name: "Russian Foreign Minister Sergei Lavrov"."""

import re
from collections.abc import Sequence

from copydesk.entities.lexicon import honorifics, not_names, places, titles
from copydesk.entities.offices import (
    DETERMINERS,
    ENDS,
    JOINTS,
    LONGEST,
    POSSESSIVE,
    is_office,
)
from copydesk.entities.words import Name, Words

_PARTING_JOINTS = frozenset({"for", "to", "from", "with", "and"})
_RELATIONS = frozenset(
    {"son", "daughter", "wife", "widow", "husband", "brother", "sister", "father", "mother"}
    | {"friend", "aide", "adviser", "advisor", "successor", "predecessor", "victim"}
)
_MODIFIERS = frozenset(
    {"acting", "assistant", "associate", "chief", "deputy", "executive", "ex", "first", "foreign"}
    | {"former", "general", "incoming", "interim", "late", "longtime", "long-time", "managing"}
    | {"national", "new", "one-time", "onetime", "outgoing", "prime", "senior", "sometime", "star"}
    | {"then", "top", "veteran", "vice", "state", "party", "opposition", "election", "police"}
    | {"retired", "disgraced", "ancien", "ancienne", "frühere", "ehemalige", "damalige"}
)
_MOST_NOUNS = 3  # "administrative law expert": small words between a "the" and the office
_MOST_BEHIND_A_PLACE = 1  # "Dutch transport minister"
_MOST_IN_OFFICE = 2  # "vice president of human resources"
_NO_NOUN = re.compile(r"\w+(?:ed|ing|ly)|he|she|it|they|we|you|i|him|them|us|me|who|not|never")
_ELIDED = frozenset("'’")  # "l'ancien"
_OPENINGS = frozenset(
    {"although", "and", "are", "as", "is", "was", "both", "but", "even", "however", "if"}
    | {"meanwhile", "now", "only", "since", "so", "then", "this", "though", "when", "while"}
    | {"with", "yet", "after", "before", "yesterday", "today", "tonight", "later", "also", "still"}
    | {"like", "unlike", "under", "by", "in", "at", "for", "to", "from", "because", "until"}
    | {"where", "there", "here", "that", "what", "why", "how", "not", "no", "said", "says"}
)

Span = tuple[int, int]


def before(name: Name, words: Words, people: frozenset[int]) -> Span | None:
    """The role in "Russian Foreign Minister Sergei Lavrov", "former secretary Sir Jo Roe"."""
    if words.word(name.first - 1).lower() in honorifics():
        name = name._replace(first=name.first - 1)
    stop = name.first
    first = _reach(stop, words, people)
    heads = [i for i in range(first, stop) if is_office(i, words)]
    if not heads:
        return _with_a_field(name, words, people)
    if words.forms[stop - 1].lower() in JOINTS:
        return None
    head = _own_head(heads, words)
    follower = words.forms[head + 1].lower()
    has_joint = any(words.forms[i].lower() in JOINTS for i in range(head + 1, stop))
    if has_joint and follower not in JOINTS and not is_office(head + 1, words):
        return None
    return _with_modifiers(head, first, words), stop


def _with_a_field(name: Name, words: Words, people: frozenset[int]) -> Span | None:
    """The role in "superintendent of schools Jane Roe"."""
    at = name.first
    while at > 1 and name.first - at < _MOST_IN_OFFICE and _is_noun(at - 1, words):
        at -= 1
    is_field = 0 < at < name.first and words.forms[at - 1] == "of"
    if not (is_field and at > 1 and is_office(at - 2, words)):
        return None
    return _with_modifiers(at - 2, _reach(at - 1, words, people), words), name.first


def _is_noun(index: int, words: Words) -> bool:
    form = words.forms[index]
    if form in ENDS or form in JOINTS or form in DETERMINERS:
        return False
    return form.islower() and index not in words.openers and not _NO_NOUN.fullmatch(form)


def _reach(stop: int, words: Words, people: frozenset[int]) -> int:
    """How far to the left a role that ends at `stop` can begin."""
    at = stop
    while at and stop - at < LONGEST and "\n" not in words.gap(at):
        form = words.forms[at - 1]
        low = form.lower()
        is_head = is_office(at - 1, words)
        is_part = form[0].isupper() or low in JOINTS or low in _MODIFIERS or form in POSSESSIVE
        is_glued = not words.gap(at) and (form == "-" or form.isalnum())  # the "co-" of co-founder
        is_glued = is_glued or _is_stop_of_title(at - 1, words)
        if not (is_part or is_head or is_glued) or (low in not_names() and not is_head):
            break
        if at - 1 in people and words.word(at) not in POSSESSIVE and at not in people:
            break
        at -= 1
        if at in words.openers:
            return at + (low in _OPENINGS)
    return at


def _is_stop_of_title(index: int, words: Words) -> bool:
    """Whether a word is the full stop of "Const."."""
    return words.forms[index] == "." and words.word(index - 1).lower() + "." in titles()


def _own_head(heads: Sequence[int], words: Words) -> int:
    """The person's own office: the second one of "a spokesman for Foreign Minister"."""
    own = heads[0]
    for head in heads[1:]:
        parting = _PARTING_JOINTS | ({"of"} if words.forms[own].lower() in _RELATIONS else set())
        joint = next((i for i in range(head, own, -1) if words.forms[i] in parting), None)
        if joint is None:
            continue
        is_list = words.forms[joint] == "and"
        if not is_list or (joint < head - 1 and words.forms[head][0].isupper()):
            own = head
    return own


def _with_modifiers(head: int, low: int, words: Words) -> int:
    """Where the role begins whose office is at `head`."""
    first = head
    while first > low and words.forms[first - 1].lower() not in JOINTS:
        first -= 1
    while first < head and (
        words.forms[first] in POSSESSIVE or words.forms[first].lower() in DETERMINERS
    ):
        first += 1
    if words.forms[first] == "-":  # of "then-Senator"
        first = words.unit_before(first, max(0, first - LONGEST))
        first += not words.forms[first][0].isalnum()
    return _past_nouns(first, words)


def _past_nouns(first: int, words: Words) -> int:
    """Takes in the small words of "the tax law expert" and "said school board member"."""
    at = first
    are_nouns = words.forms[first].islower()
    for _ in range(_MOST_NOUNS + 1):
        if not at or at in words.openers:
            return at if are_nouns else first
        form = words.forms[at - 1]
        low = form.lower()
        if low in DETERMINERS | _ELIDED:
            return at
        if low in places().demonyms or (form.isupper() and places().find(form)):
            is_near = first - at < _MOST_BEHIND_A_PLACE + 1
            return words.unit_before(at, max(0, at - LONGEST)) if is_near else first
        if low in ENDS | JOINTS:
            return at if are_nouns and low != "to" else first
        unit = words.unit_before(at, max(0, at - LONGEST))
        is_opening = unit in words.openers and low not in _OPENINGS
        if not (is_opening or words.slice(unit, at).islower()):
            return first
        are_nouns = are_nouns and not _NO_NOUN.fullmatch(words.slice(unit, at))
        at = unit
    return first
