"""The office or description that the text gives a person, before the name or after it."""

from collections.abc import Iterable, Sequence

from copydesk.article import EntityType, Phrase
from copydesk.entities.lexicon import honorifics, not_names, offices, places
from copydesk.entities.words import Name, Words

_Span = tuple[int, int]

_LONGEST = 16  # words of a role
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "my"}
    | {"le", "la", "el", "il", "der", "die"}
)
_JOINTS = frozenset({"of", "for", "to", "at", "on", "in", "from", "with", "the", "and", "&"})
_PARTING_JOINTS = frozenset({"for", "to", "from", "with", "and"})
_RELATIONS = frozenset(
    {"son", "daughter", "wife", "widow", "husband", "brother", "sister", "father", "mother"}
    | {"friend", "aide", "adviser", "advisor", "successor", "predecessor", "victim"}
)
_POSSESSIVE = frozenset({"'s", "’s"})
_MODIFIERS = frozenset(
    {"acting", "assistant", "associate", "chief", "deputy", "executive", "ex", "first", "foreign"}
    | {"former", "general", "incoming", "interim", "late", "longtime", "long-time", "managing"}
    | {"national", "new", "one-time", "onetime", "outgoing", "prime", "senior", "sometime", "star"}
    | {"then", "top", "veteran", "vice", "state", "party", "opposition", "election", "police"}
)
_MOST_NOUNS = 3  # "administrative law expert": small words between a "the" and the office
_MOST_BEHIND_A_PLACE = 1  # "Dutch transport minister"
_ENDS = frozenset(',.;:()[]—–-"“”!?') | {
    *("who", "whose", "which", "that", "said", "says", "told", "added", "has", "had", "was", "is"),
    *("were", "are", "will", "would", "when", "where", "while", "but", "as", "by", "be", "or"),
    *("include", "including", "like", "plus", "over", "against", "met", "saw", "called"),
}
_OPENINGS = frozenset(
    {
        "although",
        "and",
        "are",
        "as",
        "is",
        "was",
        "both",
        "but",
        "even",
        "however",
        "if",
        "meanwhile",
        "now",
        "only",
    }
    | {"since", "so", "then", "this", "though", "when", "while", "with", "yet", "after", "before"}
)


def role_of(mentions: Iterable[Name], words: Words, people: frozenset[int]) -> Phrase | None:
    """The first role of several words that the text gives at a mention, else the first of one.

    `people` are the words that belong to personal names: no role begins beyond another person.
    """
    best: _Span | None = None
    for name in mentions:
        spans = (
            _before(name, words, people),
            _after(name, words),
            _before_comma(name, words, people),
        )
        for span in filter(None, spans):
            if span[1] - span[0] > 1:
                return _phrase(span, words)
            best = best or span
    return _phrase(best, words) if best else None


def words_of_people(names: Iterable[Name]) -> frozenset[int]:
    """The words that belong to personal names."""
    people = (n for n in names if n.type is EntityType.PER)
    return frozenset(i for n in people for i in range(n.first, n.stop))


def _phrase(span: _Span, words: Words) -> Phrase:
    first, stop = span
    text = words.slice(first, stop)
    return Phrase(text=text, start=words.spans[first].start, end=words.spans[stop - 1].end)


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in offices() or low.rpartition("-")[2] in offices()


def _before(name: Name, words: Words, people: frozenset[int]) -> _Span | None:
    """The role in "Russian Foreign Minister Sergei Lavrov"."""
    stop = name.first
    first = _reach(stop, words, people)
    heads = [i for i in range(first, stop) if _is_office(words.forms[i])]
    if not heads or words.forms[stop - 1].lower() in _JOINTS:
        return None
    head = _own_head(heads, words)
    follower = words.forms[head + 1].lower()
    has_joint = any(words.forms[i].lower() in _JOINTS for i in range(head + 1, stop))
    if has_joint and follower not in _JOINTS and not _is_office(follower):
        return None
    return _with_modifiers(head, first, words), stop


def _reach(stop: int, words: Words, people: frozenset[int]) -> int:
    """How far to the left a role that ends at `stop` can begin."""
    at = stop
    while at and stop - at < _LONGEST and "\n" not in words.gap(at):
        form = words.forms[at - 1]
        low = form.lower()
        is_office = _is_office(form)
        is_part = form[0].isupper() or low in _JOINTS or low in _MODIFIERS or form in _POSSESSIVE
        is_glued = not words.gap(at) and (form == "-" or form.isalnum())  # the "co-" of co-founder
        if not (is_part or is_office or is_glued) or (low in not_names() and not is_office):
            break
        if at - 1 in people and words.word(at) not in _POSSESSIVE and at not in people:
            break
        at -= 1
        if at in words.openers:
            return at + (low in _OPENINGS)
    return at


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
    while first > low and words.forms[first - 1].lower() not in _JOINTS:
        first -= 1
    while first < head and (
        words.forms[first] in _POSSESSIVE or words.forms[first].lower() in _DETERMINERS
    ):
        first += 1
    return _past_nouns(first, words)


def _past_nouns(first: int, words: Words) -> int:
    """Takes in the small words of "the tax law expert" and "Dutch transport minister"."""
    at = first
    while first - at <= _MOST_NOUNS and at:
        form = words.forms[at - 1]
        low = form.lower()
        if low in _DETERMINERS or (low == "," and at < first):
            return at
        if low in places().demonyms or (form.isupper() and places().find(form)):
            is_near = first - at < _MOST_BEHIND_A_PLACE + 1
            return words.unit_before(at, max(0, at - _LONGEST)) if is_near else first
        if not words.forms[at - 1].islower() or low in _ENDS or low in _JOINTS:
            break
        at -= 1
    return first


def _after(name: Name, words: Words) -> _Span | None:
    """The role in "Kerry, the mayor of Springfield," and "Smith, 45, a teacher from Leeds,"."""
    at = name.stop
    if words.word(at) == "," and words.word(at + 1).isdigit() and words.word(at + 2) == ",":
        at += 2
    if words.word(at) != ",":
        return None
    first = at + 1 + (words.word(at + 1).lower() in _DETERMINERS)
    stop = first
    while stop < len(words.forms) and stop - first <= _LONGEST and "\n" not in words.gap(stop):
        is_glued = words.forms[stop] == "-" and not words.gap(stop)
        if (words.forms[stop].lower() in _ENDS and not is_glued) or stop in words.openers:
            break
        stop += 1
    return _if_headed(first, stop, words)


def _before_comma(name: Name, words: Words, people: frozenset[int]) -> _Span | None:
    """The role in "The mayor of Springfield, Jane Roe," and "Acme's chairman, Jane Roe,"."""
    stop = name.first - 1
    if words.word(stop).lower() in honorifics():
        stop -= 1
    if words.word(stop) != "," or words.word(name.stop) not in (",", "."):
        return None
    first = stop
    while first and stop - first < _LONGEST and "\n" not in words.gap(first):
        low = words.forms[first - 1].lower()
        if low in _DETERMINERS:
            return _if_headed(first, stop, words)
        if low in _POSSESSIVE:
            span = _if_headed(first, stop, words)
            return span and (_owner(first - 1, words, people), stop)
        if low in _ENDS or first in words.openers:
            break
        first -= 1
    return None


def _owner(possessive: int, words: Words, people: frozenset[int]) -> int:
    """Where "European Commission's" or "van der Meer's" begins, given the place of the "'s"."""
    first = possessive
    while first > possessive - _LONGEST and first and first not in words.openers:
        if not (words.forms[first - 1][0].isupper() or first - 1 in people):
            break
        first -= 1
    if first == possessive and first and first not in words.openers:
        first -= 1  # "the union's secretary"
    return first + (words.forms[first].lower() in _DETERMINERS)


def _if_headed(first: int, stop: int, words: Words) -> _Span | None:
    """The span, if its head (the last word before an "of" or "in") is an office."""
    if not 0 < stop - first <= _LONGEST:
        return None
    head = next((i for i in range(first, stop) if words.forms[i].lower() in _JOINTS), stop) - 1
    return (first, stop) if head >= first and _is_office(words.forms[head]) else None
