"""Feasts and holidays."""

from copydesk.article import DateType
from copydesk.dates.feasts import feast_days
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.numerals import full_year
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.tense import lean_at
from copydesk.dates.values import Moment, shifted

_LONGEST = 6
"""Tokens in the longest name: Martin Luther King Jr. Day."""


def feast(hit: Hit, reading: Reading) -> Timex | None:
    """The longest feast name that begins here, with a year or "last" and "next" beside it."""
    words, start = hit.words, hit.span("f")[0]
    if words.stranger(start - 1) or hit.token("r") == "past":
        return None  # "Lunar New Year", "Coptic Christmas", "past Labor Day"
    names = words.lexicon.feasts_by_name
    for end in range(min(start + _LONGEST, len(words.tokens)), start, -1):
        name = " ".join(words.tokens[start:end]).replace("’", "'").lower()
        if name in names:
            return _dated(hit, reading, names[name], end)
    return None


def _beside_feast(hit: Hit, reading: Reading) -> Outcome:
    """ "the day after Christmas"."""
    named = feast(hit, reading)
    if named is None or named.moment is None or named.moment.unit != "D":
        return None
    day = shifted(named.moment.day, 1 if hit.token("way") == "after" else -1, "D")
    return calendar_timex(Moment(day, "D"))._replace(end=named.end) if day else None


def _dated(hit: Hit, reading: Reading, recipe: str, end: int) -> Timex | None:
    words = hit.words
    link = words.among(end, "COMMA") or words.among(end, "OF")
    if words.among(end + link, "YEAR"):
        year, end = full_year(words.tokens[end + link]), end + link + 1
    elif words.at(end) == "that" and words.at(end + 1) == "year" and reading.year:
        year, end = reading.year, end + 2
    elif reading.anchor is None:
        return Timex(DateType.DATE, "XXXX-XX-XX", end=end)
    else:
        year = _year_near(hit, reading, recipe, end)
    days = feast_days(recipe, year)
    return (
        calendar_timex(days)._replace(end=end)
        if days
        else Timex(DateType.DATE, f"{year:04d}", end=end)
    )


def _year_near(hit: Hit, reading: Reading, recipe: str, end: int) -> int:
    anchor = reading.anchor
    assert anchor is not None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    dated = [(m.day, y) for y in years if (m := feast_days(recipe, y)) is not None]
    if not dated:
        return anchor.year
    if hit.step < 0:
        dated = [pair for pair in dated if pair[0] < anchor] or dated
        return dated[-1][1]
    if hit.step > 0:
        dated = [pair for pair in dated if pair[0] > anchor] or dated
        return dated[0][1]
    lean = lean_at(hit.words, hit.start, end)
    return min(dated, key=lambda pair: lean.weight((pair[0] - anchor).days))[1]


def _unnamed_feast(hit: Hit, reading: Reading) -> Outcome:
    """ "on Good Friday"; not "the Good Friday Agreement"."""
    named = feast(hit, reading)
    event = named is not None and named.end is not None and hit.words.names_event(named.end)
    return [] if event else named


RULES = (
    Rule("( r:<beside> )? f:FEAST", _unnamed_feast),
    Rule("day way:( before | after ) ( r:<beside> )? f:FEAST", _beside_feast, article=True),
)
