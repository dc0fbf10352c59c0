"""The office or description that the text gives a person, before the name or after it."""

from collections.abc import Iterable, Sequence

from copydesk.article import EntityType, Phrase
from copydesk.entities.lexicon import not_names, offices
from copydesk.entities.words import Name, Words

_LONGEST = 16  # words of a role
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})
_JOINTS = frozenset({"of", "for", "to", "at", "on", "in", "from", "with", "the", "and", "&"})
_POSSESSIVE = frozenset({"'s", "’s"})
_MODIFIERS = frozenset(
    {"acting", "assistant", "associate", "chief", "deputy", "executive", "ex", "first", "foreign"}
    | {"former", "general", "incoming", "interim", "late", "longtime", "long-time", "managing"}
    | {"national", "new", "one-time", "onetime", "outgoing", "prime", "senior", "sometime", "star"}
    | {"then", "top", "veteran", "vice", "state", "party", "opposition", "election", "police"}
)
_ENDS = frozenset(',.;:()[]—–"“”!?') | {
    *("who", "whose", "which", "that", "said", "says", "told", "added", "has", "had", "was", "is"),
    *("were", "are", "will", "would", "when", "where", "while", "but", "as", "by"),
}


def role_of(mentions: Iterable[Name], words: Words, people: frozenset[int]) -> Phrase | None:
    """The first role of several words that the text gives at a mention, else the first of one.

    `people` are the words that belong to personal names: no role runs over one.
    """
    best: tuple[int, int] | None = None
    for name in mentions:
        for find in (_before, _after, _before_comma):
            span = find(name, words, people)
            if span and span[1] - span[0] > 1:
                return _phrase(span, words)
            best = best or span
    return _phrase(best, words) if best else None


def _phrase(span: tuple[int, int], words: Words) -> Phrase:
    first, stop = span
    text = words.slice(first, stop)
    return Phrase(text=text, start=words.spans[first].start, end=words.spans[stop - 1].end)


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in offices() or low.rpartition("-")[2] in offices()


def _before(name: Name, words: Words, people: frozenset[int]) -> tuple[int, int] | None:
    """ "Russian Foreign Minister Sergei Lavrov", "Secretary of State John Kerry"."""
    stop = name.first
    first = _reach(stop, words, people)
    heads = [i for i in range(first, stop) if _is_office(words.forms[i])]
    if not heads or words.forms[stop - 1].lower() in _JOINTS:
        return None
    head = _after_last_and(heads, stop, words)
    has_joint = any(words.forms[i].lower() in _JOINTS for i in range(head + 1, stop))
    follower = words.forms[head + 1]
    if has_joint and follower.lower() not in _JOINTS and not _is_office(follower):
        return None
    return _with_modifiers(head, first, words), stop


def _reach(stop: int, words: Words, people: frozenset[int]) -> int:
    """How far to the left a role that ends at `stop` can begin."""
    at = stop
    while at and stop - at < _LONGEST:
        form = words.forms[at - 1]
        low = form.lower()
        is_part = form[0].isupper() or low in _JOINTS or low in _MODIFIERS or form in _POSSESSIVE
        if not (is_part or _is_office(form)) or at - 1 in people or low in not_names():
            break
        if at < stop and "\n" in words.gap(at):
            break
        at -= 1
        if at in words.openers:
            break
    return at if "\n" not in words.gap(stop) else stop


def _after_last_and(heads: Sequence[int], stop: int, words: Words) -> int:
    """Of "the US Secretary of State and Russian Foreign Minister", the second office's head."""
    first = heads[0]
    for head in heads[1:]:
        joint = next((i for i in range(head, first, -1) if words.forms[i] == "and"), None)
        if joint and joint < head - 1 and words.forms[head][0].isupper():
            first = head
    return first


def _with_modifiers(head: int, low: int, words: Words) -> int:
    first = head
    while first > low and words.forms[first - 1].lower() not in _JOINTS:
        first -= 1
    while first < head and (
        words.forms[first] in _POSSESSIVE or words.forms[first].lower() in _DETERMINERS
    ):
        first += 1
    return first


def _after(name: Name, words: Words, people: frozenset[int]) -> tuple[int, int] | None:
    """ "Kerry, the mayor of Springfield," and "Smith, 45, a teacher from Leeds,"."""
    at = name.stop
    if words.word(at) == "," and words.word(at + 1).isdigit() and words.word(at + 2) == ",":
        at += 2
    if words.word(at) != ",":
        return None
    first = at + 1 + (words.word(at + 1).lower() in _DETERMINERS)
    stop = first
    while stop < len(words.forms) and stop - first <= _LONGEST and stop not in people:
        if words.forms[stop].lower() in _ENDS or "\n" in words.gap(stop):
            break
        stop += 1
    return _if_headed(first, stop, words)


def _before_comma(name: Name, words: Words, people: frozenset[int]) -> tuple[int, int] | None:
    """ "The mayor of Springfield, Jane Roe," and "Its chairman, Jane Roe,"."""
    stop = name.first - 1
    if words.word(stop) != "," or words.word(name.stop) != ",":
        return None
    first = stop
    while first and stop - first < _LONGEST and first - 1 not in people:
        low = words.forms[first - 1].lower()
        if low in _DETERMINERS or low in _POSSESSIVE:
            return _if_headed(first, stop, words)
        if low in _ENDS or first in words.openers:
            break
        first -= 1
    return None


def _if_headed(first: int, stop: int, words: Words) -> tuple[int, int] | None:
    """The span, if its head (the last word before an "of" or "in") is an office."""
    if not 0 < stop - first <= _LONGEST:
        return None
    head = next((i for i in range(first, stop) if words.forms[i].lower() in _JOINTS), stop) - 1
    return (first, stop) if head >= first and _is_office(words.forms[head]) else None


def words_of_people(names: Iterable[Name]) -> frozenset[int]:
    """The words that belong to personal names."""
    people = (n for n in names if n.type is EntityType.PER)
    return frozenset(i for n in people for i in range(n.first, n.stop))
