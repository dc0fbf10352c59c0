"""Quarters, halves, fiscal years and seasons."""

import datetime as dt
import re

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.rules.years import month_named, year_word
from copydesk.dates.tense import Tense, lean_at, tense_at
from copydesk.dates.values import Moment, moved, season, shifted

_DIGIT = re.compile(r"\d")


def _number(hit: Hit) -> int:
    digit = _DIGIT.search(hit.token("q"))
    return int(digit[0]) if digit else hit.number("q", "ORD")


def _step(hit: Hit) -> int:
    """Which year the words beside point to, counted from this one: "a year ago", "next year"."""
    return -1 if hit.has("r2") else hit.step


def quarter(hit: Hit, reading: Reading) -> Outcome:
    """ "the third quarter", "1988 third quarter", "third quarter of last year", "Q3 2014"."""
    number = _number(hit)
    number = 4 if number == -1 else number
    if not 1 <= number <= 4 or _numbers_question(hit):
        return None
    year = _year_of(hit, reading, number)
    if year is None:
        return Timex(DateType.DATE, f"XXXX-Q{number}")
    moment = Moment(dt.date(year, 3 * number - 1, 1), "Q")
    return calendar_timex(moment, hit.modifier)


def _numbers_question(hit: Hit) -> bool:
    """ "Q1: Is coffee healthy?" at the head of a paragraph."""
    words, before = hit.words, hit.start - 1
    heads = before < 0 or words.tokens[before][0] == "\n"
    return heads and hit.end - hit.start == 1 and words.at(hit.end) in (".", ":")


def _year_of(hit: Hit, reading: Reading, number: int) -> int | None:
    if hit.has("y"):
        return year_word(hit)
    if reading.anchor is None:
        return None
    if hit.has("r") or hit.has("r2"):
        return reading.anchor.year + _step(hit)
    current = (reading.anchor.month + 2) // 3
    if abs(number - current) <= 1:
        return reading.anchor.year
    ahead = tense_at(hit.words, hit.start, hit.end) is Tense.FUTURE
    return reading.anchor.year + (ahead if number < current else ahead - 1)


def half_year(hit: Hit, reading: Reading) -> Outcome:
    """ "the first half of 2014", "H1 2015", "the second half of the year", "first-half profit"."""
    number = _number(hit)
    if number not in (1, 2) or (hit.has("bare") and not hit.words.among(hit.end, "REPORTED")):
        return None
    year = year_word(hit) if hit.has("y") else reading.anchor and reading.anchor.year + _step(hit)
    if year and hit.has("bare") and reading.anchor and number > (reading.anchor.month + 5) // 6:
        year -= 1
    if not year:
        return Timex(DateType.DATE, f"XXXX-H{number}")
    moment = Moment(dt.date(year, 6 * number - 5, 1), "H")
    return calendar_timex(moment)


def _this_quarter(hit: Hit, reading: Reading) -> Outcome:
    """ "the quarter", "the latest quarter": the one the text is about, else the last that ended.

    "The quarter-to-quarter comparison" is of no quarter.
    """
    if hit.words.among(hit.end, "DASH") and hit.words.glued(hit.end - 1):
        return ()
    moment = reading.quarter
    if moment is None and reading.anchor is not None:
        moment = moved(Moment(reading.anchor, "Q"), -1)
    return _quarter_timex(moment)


def _that_quarter(hit: Hit, reading: Reading) -> Outcome:
    """ "that quarter": the one named last."""
    moment = reading.quarter_last
    return calendar_timex(moment) if moment else _this_quarter(hit, reading)


def _year_ago_numbered(hit: Hit, reading: Reading) -> Outcome:
    """ "the year-ago quarter, the third quarter": both names are of one quarter."""
    named = quarter(hit, reading)
    split = hit.span("second")[0]
    if not isinstance(named, Timex):
        return None
    return named._replace(end=split - 1), named._replace(start=split)


def _quarter_to(hit: Hit, reading: Reading) -> Outcome:
    """ "the quarter ended June 30", "the quarter through June"."""
    moment = month_named(hit, reading).moment
    return _quarter_timex(moment and Moment(moment.day, "Q"))._replace(end=hit.span("w")[0])


def _quarter_of_month(hit: Hit, reading: Reading) -> Outcome:
    """ "the September quarter": the one that ends with that month."""
    moment = month_named(hit, reading).moment
    return calendar_timex(Moment(moment.day, "Q")) if moment else None


def _year_ago_quarter(hit: Hit, reading: Reading) -> Outcome:
    """ "the year-earlier period", "last year's quarter"."""
    last = reading.last
    if last is not None and last.unit == "M" and hit.token("k") == "same":
        day = shifted(last.day, -1, "Y")
        return calendar_timex(Moment(day, "M")) if day else None
    current = _this_quarter(hit, reading)
    if not isinstance(current, Timex) or current.moment is None:
        return current
    day = shifted(current.moment.day, -1, "Y")
    return _quarter_timex(Moment(day, "Q") if day else None)


def _quarter_timex(moment: Moment | None) -> Timex:
    if moment is None:
        return Timex(DateType.DATE, "XXXX-QX")
    return calendar_timex(moment)


def _period_of_year(hit: Hit, reading: Reading) -> Outcome:
    """ "the 1989 quarter", "the 1989 period": of that year, the quarter that the text is about."""
    if reading.quarter is None and hit.words.at(hit.end - 1) == "period":
        return None
    current = _this_quarter(hit, reading)
    if not isinstance(current, Timex) or current.moment is None:
        return None
    return _quarter_timex(Moment(current.moment.day.replace(year=year_word(hit), day=1), "Q"))


def _fiscal(hit: Hit, reading: Reading) -> Outcome:
    moment = Moment(dt.date(year_word(hit), 1, 1), "Y")
    return calendar_timex(moment, hit.modifier)


def dated_season(hit: Hit, reading: Reading) -> Outcome:
    """ "summer 2014", "the winter of 1947"."""
    return calendar_timex(season(year_word(hit), _code(hit)), hit.modifier)


def _code(hit: Hit) -> str:
    return hit.code("s", "SEASON", "FALL")


def _is_over(moment: Moment, day: dt.date) -> bool:
    """Whether a season, of which the moment is the middle, was over by a day."""
    after = shifted(moment.day, 2, "M")
    return after is not None and after <= day


def near_season(hit: Hit, reading: Reading) -> Outcome:
    """ "last fall", "this summer", "next spring"."""
    code, anchor = _code(hit), reading.anchor
    if anchor is None:
        return Timex(DateType.DATE, f"XXXX-{code}", hit.modifier)
    year = anchor.year
    if hit.step < 0:
        year -= not _is_over(season(year, code), anchor)
    elif hit.step > 0:
        year += season(year, code).day <= anchor
    return calendar_timex(season(year, code), hit.modifier)


def _seasons_ago(hit: Hit, reading: Reading) -> Outcome:
    """ "two summers ago": the one before the last."""
    number, code, anchor = number_of(hit), hit.code("s", "SEASONS"), reading.anchor
    if number is None or anchor is None:
        return None
    year = anchor.year + 1 - int(number) - (not _is_over(season(anchor.year, code), anchor))
    return calendar_timex(season(year, code)) if year > 0 else None


def bare_season(hit: Hit, reading: Reading) -> Outcome:
    """ "in the spring", "its autumn meeting": a season only behind a word that asks for a time.

    "The fall of Paris" and "his winter coat" are none.
    """
    words, before = hit.words, hit.start - 1
    article = words.among(before, "ARTICLE")
    falls = not (article or hit.has("e")) or words.at(hit.end) in ("of", "in")
    if words.among(hit.span("s")[0], "FALL") and falls:
        return None
    before -= article
    asked = words.among(before, "PREP") or words.at(before) in ("its", "their", "our")
    if not hit.has("e") and not asked:
        return None
    code, anchor = _code(hit), reading.anchor
    if anchor is None:
        return Timex(DateType.DATE, f"XXXX-{code}", hit.modifier)
    lean = lean_at(words, hit.start, hit.end)
    seasons = [season(year, code) for year in range(anchor.year - 1, anchor.year + 2)]
    meant = min(seasons, key=lambda moment: lean.weight((moment.day - anchor).days))
    return calendar_timex(meant, hit.modifier)


def _that_season(hit: Hit, reading: Reading) -> Outcome:
    """ "that summer", "the same winter": of the year that the text speaks of."""
    code, year = _code(hit), reading.year
    return calendar_timex(season(year, code)) if year else Timex(DateType.DATE, f"XXXX-{code}")


RULES = (
    Rule(
        "( e:EDGE of the )? ( y:YEAR | r:<beside> year POSS? | r2:year DASH ( earlier | ago ) )?"
        " <quarter>",
        quarter,
        article=True,
    ),
    Rule(
        "( e:EDGE of the )? <quarter> ( of | in )? ( fiscal year? )? y:YEAR",
        quarter,
        article=True,
    ),
    Rule(
        "<quarter> ( of | A )? r:<beside> ( fiscal )? year",
        quarter,
        article=True,
    ),
    Rule(
        "( e:EARLY DASH? )? q:QUARTER ( ( of | COMMA )? y:( YEAR | FISCALYEAR ) )?",
        quarter,
        article=True,
    ),
    Rule("y:YEAR DASH? q:QUARTER", quarter, article=True),
    Rule(
        "q:ORD DASH? half of ( y:YEAR | r:( LAST | NEXT | THIS | the ) year )",
        half_year,
        article=True,
    ),
    Rule("q:ORD DASH bare:half", half_year, article=True),
    Rule("q:HALFYEAR y:YEAR", half_year, article=True),
    Rule("y:YEAR DASH? q:HALFYEAR", half_year, article=True),
    Rule(
        "( the | this | LATEST | same | comparable ) ( fiscal )? quarter POSS?",
        _this_quarter,
        article=True,
    ),
    Rule("that ( fiscal )? quarter POSS?", _that_quarter),
    Rule(
        "the fiscal? quarter w:( ended | ending | through | to )"
        " m:<month> <day>? ( COMMA? y:YEAR )?",
        _quarter_to,
    ),
    Rule("m:<month> quarter", _quarter_of_month, article=True),
    Rule("LATEST period", _this_quarter, article=True),
    Rule(
        "( comparable | corresponding | same )? year DASH ( ago | earlier ) ( quarter | period )?",
        _year_ago_quarter,
        article=True,
    ),
    Rule(
        "( comparable | corresponding | same )? r2:year DASH ( ago | earlier ) quarter COMMA"
        " second:( the <quarter> )",
        _year_ago_numbered,
        article=True,
    ),
    Rule("( LAST year POSS quarter )", _year_ago_quarter, article=True),
    Rule("quarter <yearago>", _year_ago_quarter, article=True),
    Rule(
        "k:( comparable | corresponding | same | like ) ( quarter | period )"
        " ( of | in )? ( LAST year | <yearago> )",
        _year_ago_quarter,
        article=True,
    ),
    Rule("the y:YEAR ( quarter | period )", _period_of_year),
    Rule("( e:EDGE of )? ( FISCAL year? )? y:FISCALYEAR", _fiscal),
    Rule("( e:EDGE of )? FISCAL year? y:YEAR", _fiscal),
    Rule("( e:<when> DASH? )? s:SEASON ( of | COMMA )? y:( YEAR | SHORTYEAR )", dated_season),
    Rule("( the | e:EARLY ) s:FALL of y:( YEAR | SHORTYEAR )", dated_season),
    Rule("s:FALL y:YEAR", dated_season),
    Rule("e:<when>? r:<beside> s:( SEASON | FALL )", near_season),
    Rule("n:<number> s:SEASONS ago", _seasons_ago),
    Rule("( that | same ) s:( SEASON | FALL )", _that_season, article=True),
    Rule("e:<when>? s:( SEASON | FALL )", bare_season),
)
