"""Weekdays, with the parts of the day, and weekends."""

import datetime as dt

from copydesk.article import DateType
from copydesk.dates.feasts import nth_weekday
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.rules.numbers import number_of, ordinal_of
from copydesk.dates.rules.years import month_named
from copydesk.dates.tense import Tense, lean_at, tense_at
from copydesk.dates.values import Moment, day_in, shifted

_SATURDAY = 6
_LONGEST_CLOCK = 4
"""Tokens in "(7.15 a.m. GMT"."""
_CLOCKS = ("CLOCK", "CLOCKAMPM", "AMPM", "NOON")


def _weekday_number(hit: Hit) -> int:
    return hit.number("w", "WEEKDAY", "WEEKDAYABBR", "WEEKDAYS")


def nearest_weekday(anchor: dt.date, number: int, tense: Tense) -> dt.date:
    """The weekday (1 = Monday) that a text written on `anchor` means; today counts as past."""
    ahead = (number - anchor.isoweekday()) % 7
    back = ahead - 7 if ahead else 0
    return anchor + dt.timedelta(days=ahead if tense is Tense.FUTURE else back)


def weekday(hit: Hit, reading: Reading) -> Outcome:
    """ "Friday", "late Tuesday"."""
    number = _weekday_number(hit)
    if _is_name(hit):
        return ()
    if reading.anchor is None or _is_any(hit):
        return Timex(DateType.DATE, f"XXXX-WXX-{number}", hit.modifier)
    beside = _in_brackets(hit, reading, number)
    if beside:
        return calendar_timex(Moment(beside, "D"), hit.modifier)
    again = _named_before(hit, reading, number)
    if again:
        return calendar_timex(Moment(again, "D"), hit.modifier)
    tense = _tense(hit)
    if tense is Tense.OPEN and _has_clock(hit):
        tense = Tense.FUTURE  # "They play Saturday at 7:05 p.m." announces
    day = nearest_weekday(reading.anchor, number, tense)
    if reading.last is not None and _goes_on(hit, reading):
        after = nearest_weekday(reading.last.day + dt.timedelta(days=1), number, Tense.FUTURE)
        until = hit.words.among(hit.start - 1, "RANGE")
        if until or after <= reading.anchor or reading.anchor < reading.last.day:
            day = after
    return calendar_timex(Moment(day, "D"), hit.modifier)


def _in_brackets(hit: Hit, reading: Reading, number: int) -> dt.date | None:
    """The day of "Monday" in "Sunday at 7.15 p.m. (0015 GMT Monday)": beside the one before."""
    last, before = reading.last, hit.words.tokens[max(0, hit.start - _LONGEST_CLOCK) : hit.start]
    if last is None or last.unit != "D" or "(" not in before or reading.behind != hit.start:
        return None
    days = (shifted(last.day, n, "D") for n in (-1, 0, 1))
    return next((day for day in days if day and day.isoweekday() == number), None)


def _named_before(hit: Hit, reading: Reading, number: int) -> dt.date | None:
    """The day that "Saturday's storms" are of, where the text has told of a Saturday."""
    if reading.anchor is None or not hit.words.among(hit.end, "POSS"):
        return None
    if lean_at(hit.words, hit.start, hit.end).close:
        return None
    near = (shifted(reading.anchor, n, "D") for n in range(-6, 7))
    days = [day for day in near if day and day.isoweekday() == number]
    named = [day for day in days if reading.days.get((day.month, day.day)) == day]
    return named[0] if len(named) == 1 else None


def _tense(hit: Hit) -> Tense:
    """ "Wednesday's ruling" is one that was made, unless the verb at its side looks ahead."""
    lean = lean_at(hit.words, hit.start, hit.end)
    return Tense.PAST if hit.words.among(hit.end, "POSS") and not lean.close else lean.tense


def _has_clock(hit: Hit) -> bool:
    """Whether a time of the day stands beside the weekday."""
    words = hit.words
    after = hit.end + words.among(hit.end, "CLOCKPREP")
    return any(words.among(at, c) for at in (hit.start - 1, after, after + 1) for c in _CLOCKS)


def _is_name(hit: Hit) -> bool:
    """ "Bloody Sunday", "Sunday Times", "The Mail on Sunday": a weekday within a name."""
    words = hit.words
    if words.tokens[max(0, hit.start - 2) : hit.start] == ["Mail", "on"]:
        return hit.token("w") == "sunday"
    paper = words.among(hit.end, "NEWSPAPER") and words.capital(hit.end)
    return paper or words.among(hit.start - 1, "NAMEDDAY") or words.names_event(hit.end)


def _is_any(hit: Hit) -> bool:
    """ "on a Tuesday in May" is any Tuesday; "at a Tuesday meeting" is not."""
    words, end = hit.words, hit.end
    alone = words.among(end, "PREP") or not words.at(end)[:1].isalpha()
    return alone and words.among(hit.start - 1, "A")


def _goes_on(hit: Hit, reading: Reading) -> bool:
    """ "Friday and Saturday", "Thursday night into Friday": the second follows the first."""
    words, at = hit.words, hit.start - 1
    ranges = words.among(at, "RANGE") and reading.behind == at
    return ranges or (words.among(at, "CHAIN") and words.among(at - 1, "WEEKDAY"))


def weekday_beside(hit: Hit, reading: Reading) -> Outcome:
    """ "last Tuesday", "next Friday", "this past Sunday"; not "it drags on past Sunday"."""
    number = _weekday_number(hit)
    if hit.token("r") == "past" and hit.words.at(hit.span("r")[0] - 1) not in ("the", "this"):
        return None
    if hit.token("r") == "following":
        return _following(hit, reading, number)
    if reading.anchor is None:
        return Timex(DateType.DATE, f"XXXX-WXX-{number}")
    if hit.step < 0:
        day = nearest_weekday(reading.anchor - dt.timedelta(days=1), number, Tense.PAST)
    elif hit.step > 0:
        day = nearest_weekday(reading.anchor + dt.timedelta(days=1), number, Tense.FUTURE)
    else:
        past = tense_at(hit.words, hit.start, hit.end) is Tense.PAST
        day = nearest_weekday(reading.anchor, number, Tense.PAST if past else Tense.FUTURE)
    return calendar_timex(Moment(day, "D"))


def _following(hit: Hit, reading: Reading, number: int) -> Timex | None:
    """ "the following Monday" comes after what was named last; "following Monday's vote" is not."""
    base = reading.last.day if reading.last else reading.anchor
    if base is None or not hit.words.among(hit.start - 1, "ARTICLE"):
        return None
    day = nearest_weekday(base + dt.timedelta(days=1), number, Tense.FUTURE)
    return calendar_timex(Moment(day, "D"))


def in_week(hit: Hit, reading: Reading) -> Outcome:
    """ "Tuesday last week", "Monday of next week", "nächste Woche Dienstag"."""
    number = _weekday_number(hit)
    if reading.anchor is None:
        return Timex(DateType.DATE, f"XXXX-WXX-{number}")
    monday = reading.anchor - dt.timedelta(days=reading.anchor.weekday())
    return calendar_timex(Moment(monday + dt.timedelta(days=7 * hit.step + number - 1), "D"))


def _before_last(hit: Hit, reading: Reading) -> Outcome:
    """ "the day before last Tuesday"."""
    if reading.anchor is None:
        return None
    day = nearest_weekday(reading.anchor - dt.timedelta(days=1), _weekday_number(hit), Tense.PAST)
    step = -1 if hit.token("way") == "before" else 1
    return calendar_timex(Moment(day + dt.timedelta(days=step), "D"))


def _week_from(hit: Hit, reading: Reading) -> Outcome:
    """ "a week from Tuesday", "Tuesday week"."""
    if reading.anchor is None or hit.words.tokens[hit.end - 1] == "Week":
        return None
    day = nearest_weekday(reading.anchor, _weekday_number(hit), Tense.FUTURE)
    return calendar_timex(Moment(day + dt.timedelta(days=7), "D"))


def weekday_with_part(hit: Hit, reading: Reading) -> Outcome:
    """ "Wednesday night", "early Friday morning"."""
    base = weekday(hit, reading)
    if not isinstance(base, Timex):
        return None
    if hit.has("p") and hit.words.title(hit.span("p")[0]) and hit.words.stranger(hit.end):
        return ()  # "Monday Night Football"
    part = hit.code("p", "PART", "TONIGHT") if hit.has("p") else "MO"
    return base._replace(type=DateType.TIME, value=f"{base.value}T{part}")


def _beside_with_part(hit: Hit, reading: Reading) -> Outcome:
    """ "last Monday night"."""
    base = weekday_beside(hit, reading)
    if not isinstance(base, Timex):
        return None
    return base._replace(type=DateType.TIME, value=f"{base.value}T{hit.code('p', 'PART')}")


def _weeks_ago(hit: Hit, reading: Reading) -> Outcome:
    """ "two Fridays ago"."""
    number = number_of(hit)
    if number is None or reading.anchor is None:
        return None
    last = nearest_weekday(reading.anchor - dt.timedelta(days=1), _weekday_number(hit), Tense.PAST)
    day = shifted(last, 1 - int(number), "W")
    return calendar_timex(Moment(day, "D")) if day else None


def _weekday_on(hit: Hit, reading: Reading) -> Outcome:
    """ "Friday the 13th": the nearest such day."""
    base = reading.last.day if reading.last and reading.last.unit == "M" else reading.anchor
    number, ordinal = _weekday_number(hit), int(hit.token("d")[:-2])
    months = (base and shifted(base.replace(day=1), n, "M") for n in range(-12, 13))
    days = (day_in(month.year, month.month, ordinal) for month in months if month)
    fitting = [day for day in days if day and day.isoweekday() == number]
    if base is None or not fitting:
        return None
    return calendar_timex(Moment(min(fitting, key=lambda day: abs(day - base)), "D"))


def _weekday_of_month(hit: Hit, reading: Reading) -> Outcome:
    """ "the second Saturday in August", "the last Monday of May 2015"."""
    day = _nth_of_month(hit, reading, _weekday_number(hit))
    return calendar_timex(Moment(day, "D")) if day else None


def _weekend_of_month(hit: Hit, reading: Reading) -> Outcome:
    """ "the first weekend of October", "the last weekend in May 2015"."""
    day = _nth_of_month(hit, reading, _SATURDAY)
    return calendar_timex(Moment(day, "WE")) if day else None


def _nth_of_month(hit: Hit, reading: Reading, weekday: int) -> dt.date | None:
    last = hit.words.among(hit.span("q")[0], "LAST")
    order = -1 if last else ordinal_of(hit, "q")
    month = month_named(hit, reading).moment
    return (
        nth_weekday(month.day.year, month.day.month, order, weekday)
        if month and order < 5
        else None
    )


def weekend(hit: Hit, reading: Reading) -> Outcome:
    """ "the weekend", "this weekend", "last weekend"; "The Weekend Post" is a paper."""
    if hit.words.title(hit.end - 1) and hit.words.stranger(hit.end):
        return ()
    if hit.step and hit.words.at(hit.end) == "of":
        return ()  # "the last weekend of the festival"
    if reading.anchor is None:
        return Timex(DateType.DATE, "XXXX-WXX-WE")
    anchor, tense = reading.anchor, tense_at(hit.words, hit.start, hit.end)
    at_it = anchor.isoweekday() >= _SATURDAY
    this = tense is Tense.OPEN and hit.has("r") and hit.words.among(hit.span("r")[0], "THIS")
    if hit.step > 0:
        weeks = 1 if at_it else 0
    elif hit.step < 0:
        weeks = -1
    else:
        weeks = 0 if at_it or this or tense is Tense.FUTURE else -1
    return calendar_timex(Moment(anchor + dt.timedelta(days=7 * weeks), "WE"))


RULES = (
    Rule("e:<when>? w:WEEKDAY", weekday),
    Rule("e:<when>? w:WEEKDAY POSS? p:PART", weekday_with_part),
    Rule("w:WEEKDAY POSS ( EARLY | small | wee | predawn ) hours", weekday_with_part),
    Rule("p:overnight w:WEEKDAY", weekday_with_part),
    Rule("this? r:<beside> w:WEEKDAY", weekday_beside),
    Rule("w:WEEKDAY of? r:<beside> week", in_week),
    Rule("day way:( before | after ) last w:WEEKDAY", _before_last, article=True),
    Rule("( A | one ) week ( from | on ) w:WEEKDAY", _week_from),
    Rule("w:WEEKDAY week", _week_from),
    Rule("this? r:<beside> w:WEEKDAY POSS? p:PART", _beside_with_part),
    Rule("n:<number> w:WEEKDAYS ago", _weeks_ago),
    Rule("( the | this )? r:( LAST | NEXT ) weekend", weekend),
    Rule("r:( the | this ) weekend", weekend),
    Rule("w:WEEKDAY COMMA? the d:ORDDAY", _weekday_on),
    Rule(
        "q:( ORD | LAST ) w:WEEKDAY ( in | of ) m:<month> ( COMMA? y:YEAR )?",
        _weekday_of_month,
        article=True,
    ),
    Rule(
        "q:( ORD | LAST ) weekend ( in | of ) m:<month> ( COMMA? y:YEAR )?",
        _weekend_of_month,
        article=True,
    ),
)
