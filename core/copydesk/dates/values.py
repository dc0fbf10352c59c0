"""TIMEX3 values, and arithmetic on the calendar."""

import calendar
import datetime as dt
from typing import NamedTuple


class Moment(NamedTuple):
    """A stretch of the calendar: the one of this unit that holds the day."""

    day: dt.date
    unit: str
    """D, W, WE (weekend), M, Q, H (half-year), SP SU FA WI (season), Y, DE, CE."""


SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_LENGTH = {
    "M": 1,
    "Q": 3,
    "H": 6,
    "Y": 12,
    "DE": 120,
    "CE": 1200,
    "SP": 12,
    "SU": 12,
    "FA": 12,
    "WI": 12,
}


def value_of(moment: Moment) -> str:
    """The TIMEX3 value of a stretch of the calendar.

    >>> value_of(Moment(dt.date(2015, 8, 5), "W"))
    '2015-W32'
    """
    day, unit = moment
    year = f"{day.year:04d}"
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "WE"):
        iso = day.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{year}-{day.month:02d}"
    if unit == "Q":
        return f"{year}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{year}-H{1 if day.month <= 6 else 2}"
    if unit in SEASONS:
        return f"{year}-{unit}"
    return year[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def open_value(unit: str) -> str:
    """The value of a stretch of which only the unit is known."""
    forms = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}
    forms |= {"Q": "XXXX-QX", "H": "XXXX-HX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
    return forms.get(unit, f"XXXX-{unit}")


def is_longer(unit: str, other: str) -> bool:
    """Whether a unit lasts longer than another; a weekend counts as its week."""
    return _days(unit) > _days(other)


def _days(unit: str) -> int:
    if unit in SEASONS:
        return _days("Q")
    return {"D": 1, "W": 7, "WE": 7}.get(unit) or 30 * _LENGTH[unit]


def shifted(day: dt.date, number: int, unit: str) -> dt.date | None:
    """The day so many units later; None beyond the calendar's ends."""
    try:
        if unit in ("D", "W", "WE"):
            return day + dt.timedelta(days=number * (1 if unit == "D" else 7))
        return _months_later(day, number * _LENGTH[unit])
    except (ValueError, OverflowError):
        return None


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1] if 1 <= year <= 9999 else 28
    return dt.date(year, month + 1, min(day.day, last))


def moved(moment: Moment, number: int) -> Moment | None:
    """The stretch so many of its own units later."""
    day = shifted(moment.day, number, moment.unit)
    return Moment(day, moment.unit) if day else None


def season(year: int, code: str) -> Moment:
    """A season of a year."""
    return Moment(dt.date(year, _SEASON_MONTH[code], 15), code)


def day_in(year: int, month: int, day: int) -> dt.date | None:
    """That day if the calendar has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def duration(number: float | str, unit: str) -> str:
    """The TIMEX3 value of a duration; decades and centuries count as years, fortnights as weeks.

    >>> duration(48, "TH"), duration("X", "W"), duration(1.5, "Y"), duration(2, "DE")
    ('PT48H', 'PXW', 'P1.5Y', 'P20Y')
    """
    if unit == "FN":
        return duration(number if isinstance(number, str) else number * 2, "W")
    for big, years in (("DE", 10), ("CE", 100), ("MI", 1000)):
        if unit == big:
            if number == "X":
                return f"PX{big}"
            return duration(float(number) * years, "Y")
    if unit == "Q" and number != "X":
        return duration(float(number) * 3, "M")
    amount = number if isinstance(number, str) else f"{number:.10g}"
    return f"PT{amount}{unit[1:]}" if unit.startswith("T") else f"P{amount}{unit}"
