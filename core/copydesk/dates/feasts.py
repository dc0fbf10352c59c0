"""On which days feasts fall.

A recipe is one of: `12-25`; `11 4 thu` (the fourth Thursday of November; -1: the last), `… +1` a
day later; `easter -2`, `orthodox +0`; `islamic 9 1` (a month and day of the tabular Islamic
calendar; without a day, the month); `hebrew 7 10`.
"""

import calendar
import datetime as dt
from functools import lru_cache

from copydesk.dates.values import Moment, day_in

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISLAMIC_EPOCH = dt.date(622, 7, 19).toordinal()
_HEBREW_EPOCH = -1373427
"""The day number (as `date.toordinal` counts) before 1 Tishri of the year 1."""


@lru_cache(maxsize=2048)
def feast_days(recipe: str, year: int) -> Moment | None:
    """The day of a feast in a year, as far as the calendar of `datetime` reaches."""
    kind, *rest = recipe.split()
    if "-" in kind[1:]:
        month, day = (int(n) for n in kind.split("-"))
        date = day_in(year, month, day)
    elif kind in ("easter", "orthodox"):
        easter = western_easter(year) if kind == "easter" else orthodox_easter(year)
        date = easter + dt.timedelta(days=int(rest[0]))
    elif kind == "islamic":
        date = islamic_day(year, int(rest[0]), int(rest[1]) if len(rest) > 1 else 1)
        if len(rest) == 1:
            return Moment(date, "M") if date else None
    elif kind == "hebrew":
        date = hebrew_day(year, int(rest[0]), int(rest[1]))
    else:
        later = int(rest[2]) if len(rest) > 2 else 0
        weekday = _WEEKDAYS.index(rest[1]) + 1
        date = nth_weekday(year, int(kind), int(rest[0]), weekday) + dt.timedelta(days=later)
    return Moment(date, "D") if date else None


def nth_weekday(year: int, month: int, number: int, weekday: int) -> dt.date:
    """The nth such weekday (1 for Monday) of a month; -1 is the last."""
    if number > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)


def western_easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    q = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * q) // 451
    month, day = divmod(h + q - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter in the Gregorian calendar, 1900 to 2099, by Meeus's Julian method."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


def islamic_day(year: int, month: int, day: int) -> dt.date | None:
    """The day of the tabular Islamic calendar that falls in a Gregorian year, the first if two."""
    first = int((year - 622) * 33 / 32) - 1
    for hijri in range(first, first + 4):
        number = day + (59 * (month - 1) + 1) // 2 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30
        ordinal = _ISLAMIC_EPOCH + number - 1
        if ordinal > 0 and (date := dt.date.fromordinal(ordinal)).year == year:
            return date
    return None


def hebrew_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of the Hebrew calendar (1 Nisan, 7 Tishri, 9 Kislev; -1 the last month, Adar)."""
    for hebrew in (year + 3760, year + 3761):
        ordinal = _hebrew_new_year(hebrew) + _days_from_tishri(hebrew, month) + day - 1
        date = dt.date.fromordinal(ordinal)
        if date.year == year:
            return date
    return None


def _hebrew_new_year(year: int) -> int:
    """The day number of 1 Tishri, with the four delays that the calendar knows."""

    def elapsed(y: int) -> int:
        months = (235 * y - 234) // 19
        parts = 12084 + 13753 * months
        days = 29 * months + parts // 25920
        return days + (1 if 3 * (days + 1) % 7 < 3 else 0)

    before, here, after = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _days_from_tishri(year: int, month: int) -> int:
    """Days between 1 Tishri and the first of a month of the same year."""
    length = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    leap = length > 380
    months = [30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30, 29, 30]
    months += [30, 29] if leap else [29]
    order = {7: 0, 9: 2, -1: len(months) - 1, 1: len(months)}
    return sum(months[: order[month]])
