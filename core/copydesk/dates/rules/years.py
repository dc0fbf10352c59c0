"""Years, and the year that a day or a month without one belongs to."""

import datetime as dt

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.numerals import full_year
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.tense import Lean, Tense, lean_at
from copydesk.dates.values import Moment, day_in
from copydesk.dates.words import Words

_SAME_STORY = 730
"""Days from the document's date within which a day named in full is meant again without a year."""
_PREFIXES = ("post", "pre", "mid")
_OPENERS = frozenset("([{\"“‘'«„/")


def year_word(hit: Hit, name: str = "y") -> int:
    """The year of a named part."""
    return full_year(hit.token(name))


def day_near(reading: Reading, hit: Hit, month: int, day: int) -> Timex | None:
    """A day without a year, in the year that the document's date and the tense ask for."""
    anchor = reading.anchor
    if anchor is None:
        leap = day_in(2000, month, day)
        return Timex(DateType.DATE, f"XXXX-{month:02d}-{day:02d}") if leap else None
    closed = _quarter_closed(reading, hit)
    middle = (closed or anchor).year
    dates = [date for n in (-1, 0, 1) if (date := day_in(middle + n, month, day))]
    if not dates:
        return None
    if closed:
        return calendar_timex(Moment(min(dates, key=lambda date: abs(date - closed)), "D"))
    lean, begun = lean_at(hit.words, hit.start, hit.end), _range_begun(reading, hit, "DM")
    named = reading.days.get((month, day))
    if named and not begun and abs((named - anchor).days) <= _SAME_STORY:
        return calendar_timex(Moment(named, "D"))
    dates = [date for date in dates if begun and date >= begun][:1] or dates
    day_meant = min(dates, key=lambda date: lean.weight((date - anchor).days))
    return calendar_timex(Moment(day_meant, "D"))


def month_near(reading: Reading, hit: Hit, month: int) -> Timex:
    """A month without a year, in the year that the document's date and the tense ask for."""
    anchor = reading.anchor
    if anchor is None:
        return Timex(DateType.DATE, f"XXXX-{month:02d}")
    reported = hit.words.among(hit.end, "REPORTED")  # "will publish April figures"
    lean = Lean(Tense.PAST) if reported else lean_at(hit.words, hit.start, hit.end)
    begun = _range_begun(reading, hit, "M")
    if begun:
        return calendar_timex(Moment(dt.date(begun.year + (month < begun.month), month, 1), "M"))
    ahead = (month - anchor.month) % 12
    steps = (ahead, ahead - 12) if ahead else (0,)
    months = anchor.year * 12 + anchor.month - 1 + min(steps, key=lean.weight)
    return calendar_timex(Moment(dt.date(months // 12, months % 12 + 1, 1), "M"))


def _range_begun(reading: Reading, hit: Hit, units: str) -> dt.date | None:
    """The day on which the range begins that the match ends, told in one of these units."""
    at, last = hit.start - 1, reading.last
    ends = hit.words.among(at, "RANGE") and hit.words.at(at).isalpha() and reading.behind == at
    return last.day if ends and last and last.unit in units and last.day.year < dt.MAXYEAR else None


def _quarter_closed(reading: Reading, hit: Hit) -> dt.date | None:
    """About when the quarter of an earlier year closed that the match tells the end of."""
    last, ends = reading.last, hit.words.at(hit.start - 1) in ("ended", "ending")
    if not ends or last is None or last.unit != "Q" or reading.behind != hit.start - 1:
        return None
    if reading.anchor is None or last.day.year >= reading.anchor.year:
        return None
    first = dt.date(last.day.year, 3 * ((last.day.month + 2) // 3), 1)
    return first + dt.timedelta(days=30)


def month_named(hit: Hit, reading: Reading) -> Timex:
    """The month of the part named `m`, with the year if it is there."""
    month = hit.number("m", "MONTH", "MAYMARCH", "MONTHABBR")
    if hit.has("y"):
        return calendar_timex(Moment(dt.date(year_word(hit), month, 1), "M"))
    return month_near(reading, hit, month)


def year_alone(hit: Hit, reading: Reading) -> Outcome:
    """A bare year; an odd or a round one only where something says that it is one.

    "Her 1987 Volvo" is no date, nor is a number in front of what it counts.
    """
    words, at, year = hit.words, hit.start, year_word(hit)
    if words.among(at - 1, "PRODUCT") and words.capital(at - 1):
        return None  # "Office 2010"
    if words.among(at - 1, "MONEY") or words.among(hit.end, "COUNTED") or _in_number(words, at):
        return None
    asked = words.among(at - 1, "PREP") or (
        words.among(at - 1, "ARTICLE") and words.capital(hit.end)
    )
    address = any(words.among(hit.end + n, "STREET") for n in (0, 1))
    if address or (words.among(at - 1, "POSS") and words.capital(hit.end)):
        return None
    if not asked and (year < 1800 or year % 100 == 0 or year > 2050):
        return None
    return calendar_timex(Moment(dt.date(year, 1, 1), "Y"))


def _in_number(words: Words, at: int) -> bool:
    """Whether the four digits are a piece of something longer: a telephone number, "Euro-2016"."""
    before = words.at(at - 1)
    ahead = words.glued(at) and words.among(at + 1, "DASH") and words.at(at + 2)[:1].isdigit()
    if ahead or before[:1].isdigit():
        return True
    if not (at and words.glued(at - 1)):
        return False
    if words.among(at - 1, "DASH") and words.glued(at - 2):
        return words.at(at - 2) not in _PREFIXES
    return not (words.among(at - 1, "DASH") or before in _OPENERS)


def the_year(hit: Hit, reading: Reading) -> Outcome:
    """ "the year 2015", "early 2014"."""
    return calendar_timex(Moment(dt.date(year_word(hit), 1, 1), "Y"), hit.modifier)


def two_years(hit: Hit, reading: Reading) -> Outcome:
    """ "2013-14", "1985-1990": two years come out; "2013/14" is a season of one."""
    first, second = year_word(hit), hit.token("y2")
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last <= first or last - first > 150:
        return None
    split = hit.span("y2")[0]
    return (
        calendar_timex(Moment(dt.date(first, 1, 1), "Y"))._replace(end=split - 1),
        calendar_timex(Moment(dt.date(last, 1, 1), "Y"))._replace(start=split),
    )


def season_years(hit: Hit, reading: Reading) -> Outcome:
    """ "2013/14"."""
    return Timex(DateType.DATE, f"{int(hit.token('t')[:4]):04d}")


def _spelled_year(hit: Hit, reading: Reading) -> Outcome:
    """ "nineteen ninety-one", "two thousand and four"."""
    numbers = {word: int(n) for word, n in hit.words.lexicon.values["NUM"].items()}
    century = numbers[hit.token("c")]
    rest = sum(numbers[t] for t in hit.tokens("rest") if t in numbers) if hit.has("rest") else 0
    year = century * (1000 if century == 2 else 100) + rest
    return calendar_timex(Moment(dt.date(year, 1, 1), "Y"))


def _short_year(hit: Hit, reading: Reading) -> Outcome:
    """ "since '82"; without such a word before, the mark may open a quotation."""
    return the_year(hit, reading) if hit.words.among(hit.start - 1, "PREP") else None


RULES = (
    Rule("y:SHORTYEAR", _short_year),
    Rule("y:YEAR", year_alone),
    Rule("the ( fiscal )? year y:YEAR", the_year),
    Rule("e:EARLY DASH? y:YEAR", the_year),
    Rule("e:EDGE of y:YEAR", the_year),
    Rule("y:YEAR DASH y2:( YEAR | YY )", two_years),
    Rule("t:YEARS", season_years),
    Rule("c:nineteen rest:( TENS ( DASH? NUM )? )", _spelled_year),
    Rule("the year c:two thousand ( and? rest:NUM )?", _spelled_year),
)
