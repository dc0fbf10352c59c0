"""The temporal expressions of a text, found and resolved."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from copydesk.article import Date
from copydesk.dates.grammar import Grammar
from copydesk.dates.joining import join_times, share_days
from copydesk.dates.lexicon import language_entries
from copydesk.dates.order import day_order
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.rules import (
    calendar,
    clock,
    durations,
    eras,
    european,
    feasts,
    hours,
    numeric,
    quarters,
    relative,
    sets,
    vague,
    weekdays,
    years,
)
from copydesk.dates.words import Words, split_words

_ENGLISH = (
    *numeric.RULES, *calendar.RULES, *eras.RULES, *weekdays.RULES, *clock.RULES, *feasts.RULES,
    *quarters.RULES, *hours.RULES, *sets.RULES, *relative.RULES, *vague.RULES, *durations.RULES,
    *years.RULES,
)  # fmt: skip
_ANYWHERE = (*numeric.RULES, *clock.NUMERIC, *calendar.NAMED)
_DOCUMENT_YEARS = range(1000, 3000)
"""A date beyond these is a slip of metadata, and `datetime` cannot count freely from it."""
_EUROPEAN = ("de", "fr", "es", "it", "pt", "ru")
LANGUAGES = ("en", *_EUROPEAN)
"""The languages that there is a grammar for."""


@lru_cache(maxsize=16)
def grammar_of(language: str) -> Grammar:
    """The compiled grammar of a language."""
    rules = _ENGLISH if language == "en" else european.RULES if language in _EUROPEAN else _ANYWHERE
    return Grammar(dict(language_entries(language)), rules)


def grammar_for(language: str | None) -> Grammar:
    """The grammar to read a text with: English where the language is not known, and where there
    is none for it, that of numeric dates and of months by name.
    """
    code = re.split("[-_]", language or "en")[0].lower()
    return grammar_of(code if code in LANGUAGES else "und")


def find_dates(
    text: str, *, anchor: dt.date | None, language: str | None, url: str | None = None
) -> tuple[Date, ...]:
    """The temporal expressions of a text, in order, none overlapping another.

    `anchor` is the document's own date; without it, or with one that no document can have,
    relative expressions stay open (`XXXX-WXX-3`). `language` is an ISO 639-1 code, with a region
    or without; None is read as English. The region, the text and the country of `url` tell
    whether 5/8/2015 is a day in May or in August.
    """
    grammar = grammar_for(language)
    if anchor is not None and anchor.year not in _DOCUMENT_YEARS:
        anchor = None
    words = split_words(text, grammar.lexicon)
    order = cache(partial(day_order, words, language=language, url=url))
    found = list(_timexes(Reading(words, anchor, order), grammar))
    joined = join_times(words, found)
    return tuple(_date(words, timex) for timex in share_days(words, joined))


def _timexes(reading: Reading, grammar: Grammar) -> Iterator[Timex]:
    for start, end in grammar.stretches(reading.words.symbols):
        at = start
        while at < end:
            found, at = _longest(reading, grammar, at)
            for timex in found:
                reading.note(timex)
                yield timex


def _longest(reading: Reading, grammar: Grammar, at: int) -> tuple[list[Timex], int]:
    """What the longest match here comes out as, each with its tokens; and the next place."""
    for hit, rule in grammar.hits(reading.words, at):
        outcome = rule.build(hit, reading)
        if outcome is None:
            continue
        timexes = [
            t._replace(
                start=(at if rule.article else hit.start) if t.start is None else t.start,
                end=hit.end if t.end is None else t.end,
            )
            for t in ([outcome] if isinstance(outcome, Timex) else outcome)
        ]
        return timexes, (timexes[-1].end or at + 1) if timexes else hit.end
    return [], at + 1


def _date(words: Words, timex: Timex) -> Date:
    assert timex.start is not None and timex.end is not None
    start, end = words.spans[timex.start][0], words.spans[timex.end - 1][1]
    return Date(
        text=words.text[start:end], start=start, end=end,
        type=timex.type, value=timex.value, mod=timex.mod,
    )  # fmt: skip
