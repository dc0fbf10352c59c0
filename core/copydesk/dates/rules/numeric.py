"""Dates in figures."""

import re

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.numerals import full_year
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.values import Moment, day_in

_DIGITS = re.compile(r"\d+")


def _iso_day(hit: Hit, reading: Reading) -> Outcome:
    numbers = [int(n) for n in _DIGITS.findall(hit.token("t"))]
    date = day_in(*numbers[:3])
    return calendar_timex(Moment(date, "D")) if date else None


def _iso_time(hit: Hit, reading: Reading) -> Outcome:
    date = day_in(*(int(n) for n in hit.token("t")[:10].split("-")))
    value = hit.token("t").upper()
    return Timex(DateType.TIME, value, None, Moment(date, "D")) if date else None


def _numeric_day(hit: Hit, reading: Reading) -> Outcome:
    """ "5/8/2015", "5.8.15" in the text's order."""
    token = hit.token("t")
    first, second, year = _DIGITS.findall(token)
    american = "." not in token and reading.order() == "mdy"
    return _day_of(int(first), int(second), full_year(year), american=american)


def _spaced_day(hit: Hit, reading: Reading) -> Outcome:
    """ "26 | 01 | 2022", "5. 8. 2015", "5 / 8 / 2015"."""
    first, second, year = (int(hit.token(name)) for name in ("a", "b", "y"))
    american = hit.words.among(hit.start + 1, "SLASH") and reading.order() == "mdy"
    return _day_of(first, second, year, american=american)


def _day_of(first: int, second: int, year: int, *, american: bool) -> Outcome:
    """The day in this order; in the other where only that is one."""
    day_first, month_first = day_in(year, second, first), day_in(year, first, second)
    date = (month_first or day_first) if american else (day_first or month_first)
    return calendar_timex(Moment(date, "D")) if date else None


RULES = (
    Rule("t:ISODATE", _iso_day),
    Rule("t:YMD", _iso_day),
    Rule("t:ISOTIME", _iso_time),
    Rule("t:DMY", _numeric_day),
    Rule("a:DAY <mark> b:DAY <mark> y:YEAR", _spaced_day),
)
"""What all languages write alike."""
