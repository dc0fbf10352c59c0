"""Where sentences begin and end in news text."""

import re
from collections.abc import Iterator, Sequence

from copydesk.language.tokens import Token

_LINE = re.compile(r"[^\n]+")
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["
_ENDERS = ".!?…"
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|v|Fig|Mt|Ft|approx|al|cf|e\.g|i\.e)\.$"
)


def sentence_spans(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The sentences of a text, in order. No sentence crosses a line break."""
    return tuple(s for line in _LINE.finditer(text) for s in _sentences_of(text, *line.span()))


def _sentences_of(text: str, start: int, end: int) -> Iterator[Token]:
    begin = start
    for at in range(start, end):
        if text[at] not in _ENDERS:
            continue
        stop = at + 1
        while stop < end and text[stop] in _CLOSERS:
            stop += 1
        if _ends_sentence(text, begin, at, stop, end):
            yield from _trimmed(text, begin, stop)
            begin = stop
    yield from _trimmed(text, begin, end)


def _ends_sentence(text: str, begin: int, at: int, stop: int, end: int) -> bool:
    if stop >= end or not text[stop].isspace():
        return False
    follower = text[stop:end].lstrip()[:2].lstrip(_OPENERS)[:1]
    if not (follower.isupper() or follower.isdigit() or not follower.isalpha()):
        return False
    return text[at] != "." or not _ABBREVIATION.search(text[max(begin, at - 8) : at + 1])


def _trimmed(text: str, start: int, end: int) -> Iterator[Token]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Token(start, end)
