"""Dates by the calendar: days, months, years, decades, centuries."""

import datetime as dt
import re

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.rules.numbers import ordinal_of
from copydesk.dates.rules.years import day_near, month_named, month_near, year_word
from copydesk.dates.tense import Tense, tense_at
from copydesk.dates.values import Moment, day_in, is_longer, shifted

_MONTHS = ("MONTH", "MAYMARCH", "MONTHABBR")
_BEFORE_MONTH = ("PREP", "ARTICLE", "A", "POSS", "POSSESSIVE")
_BETWEEN_MONTHS = ("AND", "DASH", "COMMA")
_DIGITS = re.compile(r"\d+")


def _month(hit: Hit, name: str = "m") -> int:
    return hit.number(name, *_MONTHS)


def _day(hit: Hit, name: str = "d") -> int:
    digits = _DIGITS.match(hit.token(name))
    if digits:
        return int(digits[0])
    values = hit.words.lexicon.values
    spelled = (values["ORD"].get(t, values.get("TENS", {}).get(t, 0)) for t in hit.tokens(name))
    return sum(int(number) for number in spelled)


def _counts_something(hit: Hit) -> bool:
    """Whether the number that ends the match counts what follows: "in May 12 people"."""
    return any(hit.words.among(hit.end, c) for c in ("COUNTED", "UNIT", "UNITS"))


def _named_day(hit: Hit, reading: Reading, day: int, month: int) -> Timex | None:
    """A day and a month, with the year if it is there."""
    if hit.has("y"):
        date = day_in(year_word(hit), month, day)
        return calendar_timex(Moment(date, "D")) if date else None
    if _counts_something(hit) or not 1 <= day <= 31:
        return None
    return day_near(reading, hit, month, day)


def month_day(hit: Hit, reading: Reading) -> Outcome:
    """ "Aug. 5, 2015", "Wednesday, 5 August"."""
    if hit.words.names_event(hit.end):
        return ()
    return _named_day(hit, reading, _day(hit), _month(hit))


def day_range(hit: Hit, reading: Reading) -> Outcome:
    """Days of one month: "May 3-5", "3, 4 and 5 May 2015"; as many expressions come out."""
    if any(hit.words.among(hit.end, c) for c in _MONTHS) and hit.span("m")[0] < hit.span("d")[0]:
        return None
    names = [name for name in ("d", "d1", "d2") if hit.has(name)]
    days = [_day(hit, name) for name in names]
    first = _named_day(hit, reading, days[0], _month(hit))
    if first is None or sorted(set(days)) != days:
        return None
    timexes = [timex for day in days if (timex := _of_month(first, day))]
    if len(timexes) < len(days):
        return None
    starts = [hit.start, *(hit.span(name)[0] for name in names[1:])]
    ends = [hit.span(name)[1] for name in names[:-1]]
    ends = [*(end + hit.words.among(end, "DOT") for end in ends), hit.end]
    return [
        timex._replace(start=start, end=end)
        for timex, start, end in zip(timexes, starts, ends, strict=True)
    ]


def _of_month(first: Timex, day: int) -> Timex | None:
    """A day of the month that `first` is a day of."""
    if first.moment is None:
        return Timex(DateType.DATE, f"{first.value[:-2]}{day:02d}")
    date = day_in(first.moment.day.year, first.moment.day.month, day)
    return calendar_timex(Moment(date, "D")) if date else None


def month_alone(hit: Hit, reading: Reading) -> Outcome:
    """ "in August"; "April Jones" is a woman, "the October Revolution" none of this year's."""
    words, before = hit.words, hit.start - 1
    listed = reading.behind == before and any(words.among(before, c) for c in _BETWEEN_MONTHS)
    asked = listed or any(words.among(before, c) for c in _BEFORE_MONTH)
    if words.names_event(hit.end) or (words.stranger(hit.end) and not asked):
        return ()
    last = reading.last
    if listed and last is not None and last.unit == "M" and last.day.year < dt.MAXYEAR:
        return _listed(last.day, _month(hit))
    return month_near(reading, hit, _month(hit))


def _listed(before: dt.date, month: int) -> Timex:
    """The month after another in a list; the one right before it is of the same year."""
    later = month < before.month - 1
    return calendar_timex(Moment(dt.date(before.year + later, month, 1), "M"))


def _ambiguous_month(hit: Hit, reading: Reading) -> Outcome:
    """ "May" and "March" are months only after a word that asks for a time, or in a list."""
    words, last = hit.words, reading.last
    named = words.among(hit.start - 1, "ARTICLE") and not words.among(hit.end, "PREP")
    listed = words.among(hit.start - 1, "AND") and reading.behind == hit.start - 1
    listed = listed and last is not None and last.unit == "M"
    if not (named or listed or words.among(hit.start - 1, "PREP")):
        return None
    return month_near(reading, hit, _month(hit))


def month_year(hit: Hit, reading: Reading) -> Outcome:
    """ "August 2015"."""
    return calendar_timex(Moment(dt.date(year_word(hit), _month(hit), 1), "M"))


def relative_year_month(hit: Hit, reading: Reading) -> Outcome:
    """ "June last year", "in October of next year"."""
    if reading.anchor is None:
        return Timex(DateType.DATE, f"XXXX-{_month(hit):02d}")
    first = dt.date(reading.anchor.year + hit.step, _month(hit), 1)
    return calendar_timex(Moment(first, "M"), hit.modifier)


def relative_year_day(hit: Hit, reading: Reading) -> Outcome:
    """ "March 5 last year", "July 4 of this year"."""
    if reading.anchor is None:
        return Timex(DateType.DATE, f"XXXX-{_month(hit):02d}-{_day(hit):02d}")
    date = day_in(reading.anchor.year + hit.step, _month(hit), _day(hit))
    return calendar_timex(Moment(date, "D")) if date else None


def day_beside(hit: Hit, reading: Reading) -> Outcome:
    """ "last Oct. 23", "le 15 juin prochain": the one before or after the document's date."""
    anchor, step = reading.anchor, hit.step
    if anchor is None:
        return Timex(DateType.DATE, f"XXXX-{_month(hit):02d}-{_day(hit):02d}")
    days = (day_in(anchor.year + n * step, _month(hit), _day(hit)) for n in (0, 1))
    meant = next((day for day in days if day and (day - anchor).days * step > 0), None)
    return calendar_timex(Moment(meant, "D")) if meant else None


def month_beside(hit: Hit, reading: Reading) -> Outcome:
    """ "last June", "next April", "this September"."""
    month = _month(hit)
    if reading.anchor is None:
        return Timex(DateType.DATE, f"XXXX-{month:02d}")
    year, last_month = reading.anchor.year, (reading.anchor.month - 2) % 12 + 1
    if hit.step < 0 and (month >= reading.anchor.month or month == last_month):
        year -= 1
    if hit.step > 0 and month <= reading.anchor.month:
        year += 1
    return calendar_timex(Moment(dt.date(year, month, 1), "M"))


def _month_of_that_year(hit: Hit, reading: Reading) -> Outcome:
    """ "in August that year", "May 7 of the same year", "that July": of the year named last."""
    year = reading.year
    if year is None:
        return Timex(
            DateType.DATE, f"XXXX-{_month(hit):02d}" + (f"-{_day(hit):02d}" if hit.has("d") else "")
        )
    day = day_in(year, _month(hit), _day(hit) if hit.has("d") else 1)
    return calendar_timex(Moment(day, "D" if hit.has("d") else "M")) if day else None


def _that_may(hit: Hit, reading: Reading) -> Outcome:
    """ "that May," but not "that may be"."""
    goes_on = hit.words.at(hit.end).isalpha() and not hit.words.among(hit.end, "PREP")
    return None if goes_on else _month_of_that_year(hit, reading)


def month_pair(hit: Hit, reading: Reading) -> Outcome:
    """ "June to August 2016", "March and April of last year": the year at the end dates both."""
    if not hit.has("y") and reading.anchor is None:
        return None
    year = year_word(hit) if hit.has("y") else (reading.anchor or dt.date.min).year + hit.step
    split = hit.span("m2")[0]
    second = dt.date(year, _month(hit, "m2"), 1)
    month = _month(hit)
    first = dt.date(year - (month > second.month), month, 1)
    return (
        calendar_timex(Moment(first, "M"))._replace(end=split - 1),
        calendar_timex(Moment(second, "M"))._replace(start=split),
    )


def month_list(hit: Hit, reading: Reading) -> Outcome:
    """ "May, June and July 2025": the year at the end dates all."""
    year, last = year_word(hit), _month(hit, "m3")
    starts = [hit.span(name)[0] for name in ("m", "m2", "m3")]
    months = [_month(hit, name) for name in ("m", "m2", "m3")]
    ends = [*(hit.span(name)[1] for name in ("m", "m2")), hit.end]
    return [
        calendar_timex(Moment(dt.date(year - (month > last), month, 1), "M"))._replace(
            start=start, end=end
        )
        for month, start, end in zip(months, starts, ends, strict=True)
    ]


def _ordinal_day(hit: Hit, reading: Reading) -> Outcome:
    """ "on the 5th": of the month that the text is in; "will sing on the 5th": the next one."""
    before = hit.start - 1
    before -= hit.words.among(before, "ARTICLE")
    part = hit.words.at(before) == "of" and hit.words.among(before - 1, "PART")
    if not (part or hit.words.among(before, "DAYPREP")) or _is_ordinal(hit):
        return None
    anchor, last = reading.anchor, reading.last
    ahead = anchor and tense_at(hit.words, hit.start, hit.end) is Tense.FUTURE
    if anchor and ahead and (last is None or last.day <= anchor):
        return _next_such_day(anchor, _day(hit))
    base = last.day if last and not is_longer(last.unit, "M") else anchor
    if base is None:
        return Timex(DateType.DATE, f"XXXX-XX-{_day(hit):02d}")
    date = day_in(base.year, base.month, _day(hit))
    return calendar_timex(Moment(date, "D")) if date else None


def _next_such_day(anchor: dt.date, number: int) -> Timex | None:
    """The first day with that number in its month that is not before the document's."""
    months = (shifted(anchor.replace(day=1), n, "M") for n in range(3))
    days = (day_in(month.year, month.month, number) for month in months if month)
    meant = next((day for day in days if day and day >= anchor), None)
    return calendar_timex(Moment(meant, "D")) if meant else None


def _is_ordinal(hit: Hit) -> bool:
    """ "on the 3rd floor", "on 3rd party packages"."""
    words, end = hit.words, hit.end
    noun = words.at(end)[:1].isalpha() and words.tokens[end][:1].islower()
    return noun and not any(words.among(end, c) for c in ("PREP", "AND", "CLAUSE"))


def mid_month(hit: Hit, reading: Reading) -> Outcome:
    """ "early November", "mid-August 2014", "late March"."""
    return month_named(hit, reading)._replace(mod=hit.modifier)


NAMED = (
    Rule("d:<day> DOT? ( OF APOS? )? m:MONTH ( SLASH MONTH )?", month_day),
    Rule("d:<day> DOT? ( OF APOS? )? m:<month> ( SLASH MONTH )? OF? y:YEAR", month_day),
    Rule("m:<month> d:<day> COMMA? y:YEAR", month_day),
    Rule("y:YEAR DOT? m:<month> d:<day> DOT?", month_day),
    Rule("m:MONTH OF? y:YEAR", month_year),
)
"""Dates with the name of a month, in languages that no other rules are written for."""


def _week_of_month(hit: Hit, reading: Reading) -> Outcome:
    """ "the first week of May", "the last week of March": the one most of whose days are there."""
    number = -1 if hit.words.among(hit.span("q")[0], "LAST") else ordinal_of(hit, "q")
    month = month_named(hit, reading)
    if month.moment is None or number > 5:
        return None
    first = month.moment.day.replace(day=1)
    after = shifted(first, 1, "M") or first
    middle = dt.timedelta(days=-4) if number == -1 else dt.timedelta(days=7 * number - 4)
    return calendar_timex(Moment((after if number == -1 else first) + middle, "W"))


RULES = (
    Rule("<onweekday>? m:<month> the? d:<day> ( COMMA? y:YEAR )?", month_day),
    Rule("<onweekday>? d:<day> of? m:<month> ( COMMA? y:YEAR )?", month_day),
    Rule("d:DAY DASH m:<month> DASH y:( YEAR | YY )", month_day),
    Rule(
        "m:<month> d:<day> ( COMMA d1:<day> )? COMMA? <till> d2:<day> ( COMMA? y:YEAR )?",
        day_range,
    ),
    Rule(
        "d:<day> ( COMMA d1:<day> )? <till> the? d2:<day> of? m:<month> ( COMMA? y:YEAR )?",
        day_range,
    ),
    Rule("m:<month> ( COMMA | of )? y:YEAR", month_year),
    Rule("m:<month> y:SHORTYEAR", month_year),
    Rule("<onweekday>? d:<spelled> of m:<month> ( COMMA? y:YEAR )?", month_day, article=True),
    Rule("<onweekday>? m:<month> the? d:<spelled> ( COMMA? y:YEAR )?", month_day),
    Rule("m:<month> ( DASH | to | through | and ) m2:<month> ( COMMA | of )? y:YEAR", month_pair),
    Rule(
        "m:<month> COMMA m2:<month> COMMA? and m3:<month> ( COMMA | of )? y:YEAR",
        month_list,
    ),
    Rule(
        "m:<month> ( DASH | to | through | and ) m2:<month> ( COMMA | of )? r:<beside> year",
        month_pair,
    ),
    Rule(
        "( e:EARLY DASH? )? m:( MONTH | MONTHABBR DOT ) ( of | COMMA )? r:<beside> year",
        relative_year_month,
    ),
    Rule("r:LAST m:<month> d:<day>", day_beside),
    Rule("m:<month> d:<day> of? r:<beside> year", relative_year_day),
    Rule("d:<day> of? m:<month> of? r:<beside> year", relative_year_day),
    Rule("( e:EARLY DASH? )? m:MAYMARCH of? r:<beside> year", relative_year_month),
    Rule("m:( MONTH | MONTHABBR DOT )", month_alone),
    Rule("m:MAYMARCH", _ambiguous_month),
    Rule("m:<month> d:<day>? ( COMMA? of? the? ( that | same ) same? year )", _month_of_that_year),
    Rule("d:<day> m:<month> ( COMMA? of? the? ( that | same ) same? year )", _month_of_that_year),
    Rule("( that | same ) m:MONTH", _month_of_that_year, article=True),
    Rule("that m:MAYMARCH", _that_may),
    Rule("r:<beside> m:<month>", month_beside),
    Rule("e:EARLY DASH? m:<month> ( COMMA? y:YEAR )?", mid_month, article=True),
    Rule("e:EDGE of m:<month> ( COMMA? y:YEAR )?", mid_month, article=True),
    Rule(
        "q:( ORD | LAST ) week ( of | in ) m:<month> ( COMMA? y:YEAR )?",
        _week_of_month,
        article=True,
    ),
    Rule("d:ORDDAY", _ordinal_day, article=True),
)
