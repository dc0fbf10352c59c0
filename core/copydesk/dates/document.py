"""The document's own date, read from its furniture and checked against its body."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from copydesk.article import Date, DateClue, DateOrigin, DateType, DocumentDate
from copydesk.dates.finder import LANGUAGES, find_dates, grammar_of
from copydesk.dates.numerals import full_year
from copydesk.dates.order import day_order
from copydesk.dates.tense import Tense, tense_at
from copydesk.dates.values import day_in
from copydesk.dates.words import Words, split_words

_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_AND_YEAR = re.compile(r"\d\D+\d")  # "May 5, 2015", not "Black Friday 2019"
_DIGIT = re.compile(r"\d")
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_EITHER_ORDER = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)")  # 5/8/2015
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w'’-]*(?:[ /-][\w'’-]+){0,4}(?:,\s|,?\s(?=[(\[])))?[(\[]?")
"""What may stand before the date that opens a text: nothing, "Bern, ", "Bern (", "("."""
_BREAK = re.compile(r"[)\]]?\.?\s?[-–—:|]\s|[)\]]\.?\s")
_OPENINGS, _OPENING = 3, 80
"""Paragraphs that may be opened by the document's date, and characters of each that are read."""
_LABEL_REACH = 4
"""How many tokens before a date are read for "published" or "updated"."""


class _Candidate(NamedTuple):
    """A date that a clue offers."""

    days: tuple[dt.date, ...]
    """Two where the order of day and month is open, the day-first reading before the other."""
    time: str
    """From the `T` on: `T10:32Z`; empty where the clue gives none."""
    text: str
    origin: DateOrigin
    modified: bool
    """Whether the clue calls it the date of a change."""


class _Body:
    """What the text tells of its own date; read only where a clue leaves something open."""

    def __init__(self, text: str, language: str | None, url: str | None) -> None:
        self._text = text
        self._language = language
        self._url = url

    @cached_property
    def _words(self) -> Words:
        return split_words(self._text, grammar_of(next(_tried(self._language))).lexicon)

    @cached_property
    def month_first(self) -> bool:
        """Whether 5/8/2015 is a day in May to it."""
        return day_order(self._words, language=self._language, url=self._url) == "mdy"

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """The weekdays that it names, 1 for Monday."""
        lexicon = self._words.lexicon
        numbers, members = lexicon.values.get("WEEKDAY", {}), lexicon.members("WEEKDAY")
        return frozenset(
            int(numbers[token.lower()])
            for token, symbol in zip(self._words.tokens, self._words.symbols, strict=True)
            if symbol in members
        )

    @cached_property
    def newest(self) -> dt.date | None:
        """The latest full date that it tells in the past tense."""
        places = {start: place for place, (start, _) in enumerate(self._words.spans)}
        days = [
            dt.date.fromisoformat(date.value[:10])
            for date in find_dates(self._text, anchor=None, language=self._language, url=self._url)
            if _FULL.match(date.value)
            and tense_at(self._words, places[date.start], places[date.start] + 1) is Tense.PAST
        ]
        return max(days, default=None)


class DocumentDates(NamedTuple):
    """When a document was published and when it was last changed, as far as it tells."""

    published: DocumentDate | None = None
    modified: DocumentDate | None = None


def document_dates(
    clues: Sequence[DateClue], text: str, *, language: str | None, url: str | None = None
) -> DocumentDates:
    """The dates of a document, from the lines of its furniture, best first.

    A byline or a dateline is believed; a caption only if its date falls on a weekday that the text
    names and the text tells of nothing later. Times and zones are kept. A full date in running
    text is never taken: it may be any day that the story tells of.
    """
    candidates = [c for clue in clues for c in _candidates(clue, language)]
    candidates += [c for clue in clues for c in _yearless(clue, candidates, language)]
    candidates = candidates or list(_opening(text, language))
    if not candidates:
        return DocumentDates()
    body = _Body(text, language, url)
    modified = _from_changes(candidates, body)
    chosen = (choose(candidates, body) for choose in (_from_lines, _from_captions))
    published = next(filter(None, chosen), modified)
    if modified and published and modified.day < published.day:
        modified = None
    return DocumentDates(published, modified)


def _from_lines(candidates: Sequence[_Candidate], body: _Body) -> DocumentDate | None:
    lines = [c for c in candidates if c.origin is not DateOrigin.CAPTION and not c.modified]
    return _as_date(lines[0], _settled(lines[0], candidates, body)) if lines else None


def _from_captions(candidates: Sequence[_Candidate], body: _Body) -> DocumentDate | None:
    """The newest caption that the body bears out."""
    fitting = [
        (day, -place)
        for place, candidate in enumerate(candidates)
        if candidate.origin is DateOrigin.CAPTION
        for day in [_settled(candidate, candidates, body)]
        if day.isoweekday() in body.weekdays and (body.newest is None or day >= body.newest)
    ]
    if not fitting:
        return None
    day, place = max(fitting)
    return _as_date(candidates[-place], day)


def _from_changes(candidates: Sequence[_Candidate], body: _Body) -> DocumentDate | None:
    """When the page says that it was changed; one that says no more is dated by that."""
    lines = [c for c in candidates if c.modified and c.origin is not DateOrigin.CAPTION]
    return _as_date(lines[0], _settled(lines[0], candidates, body)) if lines else None


def _settled(candidate: _Candidate, others: Iterable[_Candidate], body: _Body) -> dt.date:
    """The one reading of 5/8/2015: as another clue has it, then as the body's weekdays have it,
    then in the order that the body, its language or the address asks for.
    """
    if len(candidate.days) == 1:
        return candidate.days[0]
    certain = {c.days[0] for c in others if len(c.days) == 1}
    near = [d for d in candidate.days if any(abs((d - other).days) <= 3 for other in certain)]
    named = [d for d in candidate.days if d.isoweekday() in body.weekdays]
    for choice in (near, named):
        if len(choice) == 1:
            return choice[0]
    return candidate.days[body.month_first]


def _as_date(candidate: _Candidate, day: dt.date) -> DocumentDate:
    value = day.isoformat() + candidate.time
    text = None if candidate.text == value else candidate.text
    return DocumentDate(value=value, origin=candidate.origin, text=text)


def _candidates(clue: DateClue, language: str | None) -> Iterator[_Candidate]:
    """The full dates of a clue, in the first language that finds one in it."""
    if not _DIGIT.search(clue.text):
        return
    for spoken in _tried(language):
        dates = [
            date
            for date in find_dates(clue.text, anchor=None, language=spoken)
            if date.type in (DateType.DATE, DateType.TIME) and _FULL.match(date.value)
        ]
        if dates:
            words = split_words(clue.text, grammar_of(spoken).lexicon)
            yield from _told(clue, dates, words)
            return


def _opening(text: str, language: str | None) -> Iterator[_Candidate]:
    """The date that opens one of the first paragraphs: "Bern, 3 May 2021 – …", "(3.5.2021) …"."""
    for paragraph in text.split("\n\n", _OPENINGS)[:_OPENINGS]:
        head = paragraph[:_OPENING]
        for candidate in _candidates(DateClue(head, DateOrigin.DATELINE), language):
            before, _, after = head.partition(candidate.text)
            if _PLACE.fullmatch(before) and _BREAK.match(after):
                yield candidate


def _told(clue: DateClue, dates: Iterable[Date], words: Words) -> Iterator[_Candidate]:
    """The dates as candidates; those still to come, spans of days and feasts are left out."""
    places = {start: place for place, (start, _) in enumerate(words.spans)}
    ends = {end: place for place, (_, end) in enumerate(words.spans)}
    ends_of_span = _labels()["span"]
    dates = tuple(dates)
    ranges = {
        end
        for first, second in pairwise(dates)
        if clue.text[first.end : second.start].strip() in ("-", "–", "—")
        for end in (first, second)
    }
    for date in dates:
        place, after = places[date.start], ends[date.end] + 1
        before = place - 1 - (words.at(place - 1) == ":")
        spans = words.at(before) in ends_of_span or words.at(after) in ends_of_span
        ahead = tense_at(words, place, place + 1) is Tense.FUTURE
        if date in ranges or spans or ahead or not _DAY_AND_YEAR.search(date.text):
            continue
        day, time = dt.date.fromisoformat(date.value[:10]), date.value[10:]
        yield _Candidate(
            days=_readings(day, date.text),
            time=time if time[1:2].isdigit() else "",
            text=date.text,
            origin=clue.origin,
            modified=_is_change(words.tokens[max(0, place - _LABEL_REACH) : place]),
        )


def _readings(day: dt.date, text: str) -> tuple[dt.date, ...]:
    """The day as read; of one in figures, the day-first reading, then the other, if both are."""
    numeric = _EITHER_ORDER.search(text)
    if numeric is None:
        return (day,)
    first, second, year = int(numeric[1]), int(numeric[3]), full_year(numeric[4])
    read = (day_in(year, second, first), day_in(year, first, second))
    return tuple(dict.fromkeys(d for d in read if d))


def _yearless(
    clue: DateClue, candidates: Sequence[_Candidate], language: str | None
) -> Iterator[_Candidate]:
    """The dates of a dateline without a year, in the year that brings them next to a full date."""
    known = [c.days[0] for c in candidates]
    if clue.origin is not DateOrigin.DATELINE or not known:
        return
    for date in find_dates(clue.text, anchor=None, language=language):
        partial = _NO_YEAR.fullmatch(date.value)
        if partial is None:
            continue
        month, day = int(partial[1]), int(partial[2])
        years = range(max(known).year - 1, max(known).year + 2)
        near = [d for year in years if (d := day_in(year, month, day))]
        best = min(near, key=lambda d: abs((d - max(known)).days), default=None)
        if best:
            yield _Candidate((best,), "", date.text, clue.origin, modified=False)


def _tried(language: str | None) -> Iterator[str]:
    """The languages that a clue is read in: the text's, then the others that there are."""
    code = re.split("[-_]", language or "en")[0].lower()
    first = code if code in LANGUAGES else "und"
    yield first
    yield from (other for other in (*LANGUAGES, "und") if other != first)


def _is_change(before: Sequence[str]) -> bool:
    """Whether the nearest label before a date calls it a change."""
    labels = _labels()
    for token in reversed(before):
        if token.lower() in labels["published"]:
            return False
        if token.lower() in labels["modified"]:
            return True
    return False


@lru_cache(maxsize=1)
def _labels() -> dict[str, frozenset[str]]:
    path = resources.files("copydesk.dates") / "languages" / "labels.json"
    return {k: frozenset(v) for k, v in json.loads(path.read_text(encoding="utf-8")).items()}
