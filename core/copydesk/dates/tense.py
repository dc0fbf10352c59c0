"""Whether the words around an expression speak of the past or of the future."""

from enum import IntEnum
from typing import NamedTuple

from copydesk.dates.words import Words

_LEFT, _RIGHT = 24, 16
"""How many tokens on either side are read for a verb."""
_CLOSE = 2
_CLOSE_COST, _FAR_COST = 12, 6
"""How many times farther off a reading counts that the verb speaks against."""
_LONGEST_TIME = 5
"""Tokens in "at least 6 p.m. on"."""
_LONGEST_SUBJECT = 3
"""Tokens in "as soon as the new law was passed", but for the verb."""
_LIKE_PAST = ("cut", "hit", "put", "set")
"""Past tenses that are the infinitive as well."""
_OF_TIMES = ("HOUR", "CLOCK", "CLOCKAMPM", "CLOCKDOT", "AMPM", "ZONE", "PREP", "EARLY", "ARTICLE")
_BESIDE_BE = ("out", "back", "live", "away", "home")
"""Words between "is" and a day: "the film is out on Friday"."""
_LOOKING_BACK = ("from", "since", "of", "for", "after", "before", "between", "during")
_POINTING = ("it", "this", "that", "today", "here")
"""Words before "is Friday" that tell what day it is."""
_ENDERS = frozenset(".?!;")
_BEFORE_SENTENCE = frozenset(".?!:\n")


class Tense(IntEnum):
    """What the verb nearest to an expression tells of its time."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


class Lean(NamedTuple):
    """What the clause around an expression tells of its time, and how surely."""

    tense: Tense
    close: bool = False
    """Whether the verb stands right before the expression: "met on Wednesday"."""

    def weight(self, days: int) -> int:
        """How far off a reading so many days ahead is; against the tense it counts for more."""
        against = (days > 0 and self.tense is Tense.PAST) or (
            days < 0 and self.tense is Tense.FUTURE
        )
        return abs(days) * (_CLOSE_COST if self.close else _FAR_COST) if against else abs(days)


def tense_at(words: Words, start: int, end: int) -> Tense:
    """The tense that the clause around the tokens `start:end` speaks in."""
    return lean_at(words, start, end).tense


def lean_at(words: Words, start: int, end: int) -> Lean:
    """The tense around the tokens `start:end`, from the nearest verb before, else behind."""
    if _ahead_of(words, start):
        return Lean(Tense.FUTURE, close=True)
    until = _until_before(words, start)
    return _by_verb(words, start, end) if until is None else _lean_until(words, until)


def _ahead_of(words: Words, start: int) -> bool:
    """ "ahead of Friday's election"."""
    before = start - 1 - words.among(start - 1, "ARTICLE")
    return words.at(before) == "of" and words.at(before - 1) == "ahead"


def _by_verb(words: Words, start: int, end: int) -> Lean:
    if _is_announced(words, start):
        return Lean(Tense.FUTURE)
    for at in range(start - 1, max(-1, start - 1 - _LEFT), -1):
        if _ends_clause(words, at):
            break
        tense = _tense_of(words, at)
        if tense is not Tense.OPEN and not _as_soon_as(words, at):
            return Lean(tense, close=start - at <= _CLOSE)
    for at in range(end, min(len(words.tokens), end + _RIGHT)):
        if _ends_clause(words, at):
            break
        tense = _tense_of(words, at)
        if tense is not Tense.OPEN:
            return Lean(tense)
    return Lean(Tense.OPEN)


def _is_announced(words: Words, start: int) -> bool:
    """ "The final is on Sunday", "The deadline is midnight on Sunday"; not "is from Sunday"."""
    for at in range(start - 1, start - 1 - _LONGEST_TIME, -1):
        if words.at(at) in ("is", "are"):
            return at < start - 1 or words.at(at - 1) not in _POINTING
        if words.at(at) in _LOOKING_BACK:
            return False
        if words.at(at) not in _BESIDE_BE and not any(
            words.among(at, c) for c in (*_OF_TIMES, "NOON")
        ):
            return False
    return False


def _as_soon_as(words: Words, verb: int) -> bool:
    """Whether "as soon as" stands before a verb, which then tells less than the main verb does.

    "They were likely to buy as soon as trading opened Monday."
    """
    before = words.tokens[max(0, verb - _LONGEST_SUBJECT - 3) : verb]
    return any(before[n : n + 3] == ["as", "soon", "as"] for n in range(len(before) - 2))


def _until_before(words: Words, start: int) -> int | None:
    """Where an "until" stands before these tokens, perhaps with a time between."""
    for at in range(start - 1, start - 1 - _LONGEST_TIME, -1):
        if words.among(at, "UNTIL"):
            return at
        if not any(words.among(at, c) for c in _OF_TIMES):
            return None
    return None


def _lean_until(words: Words, until: int) -> Lean:
    """ "postponed until Friday", "has until May" look ahead; "he stayed until May" may not."""
    has_time = words.at(until - 1) in ("has", "have", "had")
    put_off = has_time or any(words.among(until - back, "PUTOFF") for back in range(1, _RIGHT))
    stayed = not put_off and _by_verb(words, until, until + 1).tense is Tense.PAST
    return Lean(Tense.OPEN if stayed else Tense.FUTURE)


def _ends_clause(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return token[0] == "\n" or (token[0] in _ENDERS and not _abbreviation(words, at))


def _abbreviation(words: Words, at: int) -> bool:
    """Whether a full stop belongs to the word before it: "Sen. Lee", "24. April"."""
    known = any(words.among(at - 1, c) for c in ("MONTHABBR", "WEEKDAYABBR", "ABBR"))
    ordinal = words.among(at - 1, "DAY") and words.among(at + 1, "MONTH")
    return words.tokens[at] == "." and (known or ordinal or len(words.at(at - 1)) == 1)


def _will_not(words: Words, at: int) -> bool:
    """ "won't", which is three tokens."""
    return words.at(at) == "won" and words.at(at + 1) in ("'", "’") and words.at(at + 2) == "t"


def _to_be(words: Words, at: int) -> bool:
    """Whether "to be", "will be", "would still be" stands before this participle."""
    ahead = words.among(at - 2, "BEFOREBE") or words.among(at - 3, "BEFOREBE")
    return words.at(at - 1) == "be" and ahead


def _is_infinitive(words: Words, at: int) -> bool:
    """ "it would cut", "it plans to further cut": what is before tells the tense."""
    before = words.among(at - 1, "BEFOREBE") or words.among(at - 2, "BEFOREBE")
    return before and words.at(at) in _LIKE_PAST


def _looks_ahead(words: Words, at: int) -> bool:
    """ "the two meet Friday", "it could begin Friday"; not "could not be reached Friday"."""
    if words.among(at, "BAREVERB"):
        return words.at(at - 1) not in ("to", "not", "t")
    return words.among(at, "MAYBE") and words.at(at + 1) != "not"


def _tense_of(words: Words, at: int) -> Tense:
    if words.among(at, "FUTUREVERB") or _will_not(words, at):
        return Tense.FUTURE
    token = words.tokens[at]
    opens = token.istitle() and (at == 0 or words.tokens[at - 1][0] in _BEFORE_SENTENCE)
    if (token.islower() or opens) and _looks_ahead(words, at):
        return Tense.FUTURE
    if token == "to" and words.among(at - 1, "BEFORETO"):
        return Tense.FUTURE
    verb = token.islower() and not words.among(at, "NOTVERB")
    if (verb or opens) and token.lower().endswith(words.lexicon.future_endings):
        return Tense.FUTURE
    participle = verb and token.endswith(words.lexicon.past_endings)
    if not participle and (not words.among(at, "PASTVERB") or _is_infinitive(words, at)):
        return Tense.OPEN
    told = words.at(at + 1) == "for" or words.at(at - 1) in ("is", "are")
    planned = words.among(at, "BEFORETO") and told
    return Tense.FUTURE if planned or _to_be(words, at) else Tense.PAST
