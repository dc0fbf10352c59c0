"""Decades, centuries, and years counted by an era."""

import datetime as dt
import re

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.rules.numbers import ordinal_of
from copydesk.dates.values import Moment

_DIGITS = re.compile(r"\d+")
_DEGREES = ("high", "low", "upper", "lower")


def _is_age_or_degree(hit: Hit) -> bool:
    """ "in her early 20s", "in his thirties", "in the low 40s", "in the high thirties"."""
    words, token = hit.words, hit.token("t")
    if words.among(hit.start - 1, "POSSESSIVE") or words.at(hit.start - 1) in _DEGREES:
        return True
    bare = len(token) == 3 and token.endswith("s")
    if words.among(hit.start - 1, "AND") and len(words.at(hit.start - 2)) == len("1980s"):
        return False  # "the 1980s and 90s"
    return bare and not (words.among(hit.start - 1, "ARTICLE") and token >= "50s")


def decade(hit: Hit, reading: Reading) -> Outcome:
    """ "the 1990s", "the '60s", "the sixties"."""
    digits = _DIGITS.search(hit.token("t"))
    if _is_age_or_degree(hit):
        return None
    start = int(digits[0]) if digits else hit.number("t", "DECADEWORD")
    if start < 100:
        start += 1900 if start >= 20 or reading.anchor is None else 2000
    return calendar_timex(Moment(dt.date(start, 1, 1), "DE"), hit.modifier)


def century(hit: Hit, reading: Reading, name: str = "t") -> Timex | None:
    """ "the 20th century", "the twenty-first century", "the 5th century BC"."""
    number = ordinal_of(hit, name)
    if hit.has("ones"):
        number += 20 if hit.token("tens") == "twenty" else 0
    if not 1 <= number <= 30:
        return None
    era = "BC" if hit.has("era") and hit.number("era", "ERA") < 0 else ""
    return Timex(DateType.DATE, f"{era}{number - 1:02d}", hit.modifier)


def _two_centuries(hit: Hit, reading: Reading) -> Outcome:
    """ "the 17th and early 18th centuries": two come out."""
    first, second = century(hit, reading), century(hit, reading, "t2")
    link = hit.span("link")[0]
    if first is None or second is None:
        return None
    mod = hit.code("e2", "EARLY") if hit.has("e2") else None
    return first._replace(end=link), second._replace(start=link + 1, mod=mod)


def _era_year(hit: Hit, reading: Reading) -> Outcome:
    number = hit.token("n").replace(",", "")
    if not number.isdecimal():
        return None
    before = "BC" if hit.number("era", "ERA") < 0 else ""
    return Timex(DateType.DATE, f"{before}{int(number):04d}")


RULES = (
    Rule("( e:<early> DASH? )? nineteen? t:( DECADE | DECADEWORD )", decade),
    Rule("e:EDGE of the nineteen? t:( DECADE | DECADEWORD )", decade),
    Rule("( e:EARLY DASH? )? t:ORD DASH? century era:ERA?", century, article=True),
    Rule("( e:EDGE of the )? tens:NUM DASH ones:( t:ORD ) DASH? century", century, article=True),
    Rule(
        "( e:<early> DASH? )? t:ORD DASH? link:( and | to ) ( e2:EARLY DASH? )? t2:ORD"
        " ( centuries | DASH century )",
        _two_centuries,
        article=True,
    ),
    Rule("n:NUM era:ERA", _era_year),
    Rule("era:ERA n:NUM", _era_year),
)
