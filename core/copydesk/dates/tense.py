"""Whether the words around an expression speak of the past or of the future."""

from enum import IntEnum

from copydesk.dates.words import Words

_LEFT, _RIGHT = 14, 10
"""How many tokens on either side are read for a verb."""
_ENDERS = frozenset(".?!;")


class Tense(IntEnum):
    """What the verb nearest to an expression tells of its time."""

    PAST = -1
    OPEN = 0
    FUTURE = 1


def tense_at(words: Words, start: int, end: int) -> Tense:
    """The tense that the clause around the tokens `start:end` speaks in."""
    left = _first(words, range(start - 1, max(-1, start - 1 - _LEFT), -1))
    if left is not Tense.OPEN:
        return left
    return _first(words, range(end, min(len(words.tokens), end + _RIGHT)))


def _first(words: Words, places: range) -> Tense:
    for at in places:
        token = words.tokens[at]
        if token in _ENDERS and not _abbreviation(words, at):
            return Tense.OPEN
        if token.startswith("\n"):
            return Tense.OPEN
        tense = _tense_of(words, at)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN


def _abbreviation(words: Words, at: int) -> bool:
    """Whether a full stop belongs to the short capitalised word before it."""
    before = words.tokens[at - 1] if at else ""
    return words.tokens[at] == "." and before[:1].isupper() and len(before) <= 4


def _to_be(words: Words, at: int) -> bool:
    """Whether "to be", "will be", "may be" stands before this participle."""
    return words.at(at - 1) == "be" and words.among(at - 2, "BEFOREBE")


def _tense_of(words: Words, at: int) -> Tense:
    if words.among(at, "FUTUREVERB"):
        return Tense.FUTURE
    if words.among(at, "PASTVERB"):
        return Tense.PAST
    token = words.tokens[at]
    if token == "to" and words.among(at - 1, "BEFORETO"):
        return Tense.FUTURE
    if token.endswith("ed") and token.islower() and not words.among(at, "NOTVERB"):
        return Tense.FUTURE if _to_be(words, at) else Tense.PAST
    return Tense.OPEN
