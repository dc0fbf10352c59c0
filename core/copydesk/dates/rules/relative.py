"""Expressions that lean on the document's date or on a date named before."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.rules.durations import fraction, lasting, modifier_of, unit_of
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.rules.vague import past, present
from copydesk.dates.rules.years import day_near
from copydesk.dates.tense import Tense, tense_at
from copydesk.dates.values import Moment, day_in, moved, shifted, value_of

_SMALLER = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D")}
"""What a fraction of a unit is counted in."""
_DAY_UNITS = ("D", "W", "M", "Q", "Y", "DE", "CE", "WE")


def relative_day(hit: Hit, reading: Reading) -> Outcome:
    """ "yesterday", "earlier today", "the day before yesterday"."""
    number, words, at = hit.number("t", "RELDAY"), hit.words, hit.span("t")[0]
    if words.title(at) and words.at(at - 1).isalpha() and not words.among(at - 1, "PREP"):
        return ()  # "USA Today"
    if number == 1 and words.at(at - 1) in ("better", "brighter"):
        return Timex(DateType.DATE, "FUTURE_REF")
    if number == 0 and _of_nowadays(hit):
        return ()
    if number == 0 and _of_a_name(hit):
        return present(hit, reading)
    if hit.has("way"):
        number += -1 if hit.token("way") == "before" else 1
    return reading.from_anchor(number, "D", hit.modifier)


def _week_today(hit: Hit, reading: Reading) -> Outcome:
    """ "They play a week today", "a week tomorrow"."""
    return reading.from_anchor(7 + hit.number("t", "RELDAY"), "D")


def _of_nowadays(hit: Hit) -> bool:
    """ "today's youth", "today's personal computers"."""
    words, noun = hit.words, hit.end + 1
    noun += words.plain(noun)
    return words.among(hit.end, "POSS") and words.among(noun, "GENERIC")


def _of_a_name(hit: Hit) -> bool:
    """ "Today's Russia." is that of our time; "today's Guardian." a day's paper."""
    words, name = hit.words, hit.end + 1
    alone = not words.at(name + 1)[:1].isalnum() and not words.among(name + 1, "DASH")
    named = words.stranger(name) and not words.among(name, "NEWSPAPER")
    return words.among(hit.end, "POSS") and named and alone


def unit_beside(hit: Hit, reading: Reading) -> Outcome:
    """ "last week", "this year", "the current month", "early next year"."""
    unit, words = unit_of(hit), hit.words
    if words.at(hit.end) == "of" and unit in ("D", "W"):
        return None  # "the last week of March"
    if unit not in _DAY_UNITS or (words.title(hit.end - 1)):
        return ()  # "This Week" is a programme
    if words.at(hit.start - 1) == "to" and unit == "D" and hit.token("r") == "this":
        return present(hit, reading)  # "to this day"
    number = hit.step
    if words.among(hit.span("r")[0], "NARRATED"):
        return reading.from_last(number, unit)
    return reading.from_anchor(number, unit, hit.modifier)


def _until_then(hit: Hit, reading: Reading) -> Outcome:
    """ "until then": the date that the text named last, a sentence ago at most."""
    ago = hit.words.tokens[reading.behind : hit.start]
    near = reading.last is not None and sum(token in ".?!" for token in ago) <= 1
    if not near or reading.last is None or any(token[0] == "\n" for token in ago):
        return None
    return calendar_timex(reading.last)._replace(start=hit.start + 1)


def _than_last(hit: Hit, reading: Reading) -> Outcome:
    """ "more this year than last"."""
    last, at = reading.last, hit.end
    beside = hit.start == reading.behind and hit.words.among(hit.start - 1, "UNIT")
    goes_on = hit.words.at(at)[:1].isalnum() and not hit.words.among(at, "PREP")
    if not beside or goes_on or last is None or not hit.words.among(hit.start - 2, "THIS"):
        return None
    before = moved(last, -1)
    return calendar_timex(before)._replace(start=hit.start + 1) if before else None


def _unit_before_last(hit: Hit, reading: Reading) -> Outcome:
    """ "the week before last", "the year after next"."""
    return reading.from_anchor(-2 if hit.token("way") == "before" else 2, unit_of(hit))


def ago(hit: Hit, reading: Reading) -> Outcome:
    """ "two weeks ago", "almost four years ago", "a year ago"."""
    number, unit = _number(hit), unit_of(hit)
    if number is None:
        return None
    if unit == "Y" and number == 1 and reading.quarter is not None:
        return _quarter_back(reading)
    then = units_off(hit, reading, -number, unit, anchored=True)
    beyond = then.moment is None and reading.anchor is not None
    return Timex(DateType.DATE, "PAST_REF") if beyond else then


def _number(hit: Hit) -> float | None:
    """The number before a unit, with the half beside it: "two and a half", "half a"."""
    number = number_of(hit) if hit.has("n") else 0.0
    part = fraction(hit.token("half")) if hit.has("half") else 0.0
    return None if number is None else number + part


def _ago_on(hit: Hit, reading: Reading) -> Outcome:
    """ "70 years ago today", "a year ago this month", "150 years ago next month"."""
    number, unit = number_of(hit), unit_of(hit)
    finer = unit_of(hit, "u2") if hit.has("u2") else "D"
    base = reading.anchor and shifted(reading.anchor, hit.step, finer)
    day = base and number and shifted(base, -int(number), unit)
    return calendar_timex(Moment(day, finer)) if day else None


def _weeks_ago_on(hit: Hit, reading: Reading) -> Outcome:
    """ "two weeks ago on Sunday", "a week ago Saturday": the one nearest to two weeks ago."""
    number, weekday = number_of(hit), hit.number("w", "WEEKDAY")
    then = reading.anchor and number and shifted(reading.anchor, -int(number), "W")
    days = [shifted(then, n, "D") for n in range(-3, 4)] if then else []
    meant = next((day for day in days if day and day.isoweekday() == weekday), None)
    return calendar_timex(Moment(meant, "D")) if meant else None


def _quarter_back(reading: Reading) -> Timex:
    """ "a year earlier" in a report on a quarter is that quarter of the year before."""
    day = reading.quarter and shifted(reading.quarter.day, -1, "Y")
    return (
        calendar_timex(Moment(day, "Q"))._replace(moment=None)
        if day
        else Timex(DateType.DATE, "XXXX-QX")
    )


def units_off(hit: Hit, reading: Reading, number: float, unit: str, *, anchored: bool) -> Timex:
    """So many units from the document's date, or from what the text named last."""
    if unit == "FN":
        number, unit = number * 2, "W"
    if unit in ("DE", "CE"):
        number, unit = number * (10 if unit == "DE" else 100), "Y"
    if unit not in _DAY_UNITS:
        return Timex(DateType.TIME, "PAST_REF" if number < 0 else "FUTURE_REF")
    if number != int(number) and unit in _SMALLER:
        times, unit = _SMALLER[unit]
        number *= times
    base = reading.from_anchor if anchored else reading.from_last
    return base(int(number), unit)._replace(mod=modifier_of(hit))


def _earlier(hit: Hit, reading: Reading) -> Outcome:
    """ "a year earlier", "two days later"; "two days before the vote" and "later than" measure."""
    number, unit = _number(hit), unit_of(hit)
    if number is None:
        return None
    measures = _goes_on(hit) or hit.words.among(hit.start - 1, "ARTICLE")
    compares = hit.words.at(hit.end) == "than"
    if compares or (hit.token("way") in ("before", "after", "prior") and measures):
        return lasting(number, unit, modifier_of(hit))._replace(end=hit.span("way")[0])
    back = hit.token("way") in ("earlier", "before", "previously", "prior")
    if back and unit == "Y" and number == 1 and reading.quarter is not None:
        return _quarter_back(reading)
    if unit not in _DAY_UNITS:
        return lasting(number, unit)
    return units_off(hit, reading, -number if back else number, unit, anchored=False)


def _goes_on(hit: Hit) -> bool:
    """Whether a clause follows: "two days before the launch" measures, it does not date."""
    return hit.words.at(hit.end)[:1].isalnum()


def _that(hit: Hit, reading: Reading) -> Outcome:
    """ "that year", "the same day": the one named last.

    Where a month or a year was named last, "that same day" is one of its days.
    """
    unit, last = unit_of(hit), reading.last
    if unit != "D" or last is None or last.unit == "D":
        return reading.from_last(0, unit)
    if hit.words.at(hit.end - 2) != "same" or last.unit not in ("M", "Y"):
        return None
    return Timex(DateType.DATE, value_of(last) + ("-XX" if last.unit == "M" else "-XX-XX"))


def the_unit(hit: Hit, reading: Reading) -> Outcome:
    """ "the day", "the month": the document's own; not "the day-to-day work", "Player of the Year".

    "The year he died" is the one named right before, if any.
    """
    unit = unit_of(hit)
    if hit.words.among(hit.end, "DASH") and hit.words.glued(hit.end - 1):
        return None
    if hit.words.at(hit.end) in ("before", "after") or hit.words.title(hit.end - 1):
        return None
    if _is_phrase(hit):
        return None
    clause = hit.words.among(hit.end, "CLAUSE") or hit.words.among(hit.end, "ARTICLE")
    if clause or hit.words.stranger(hit.end):
        told = reading.last is not None and reading.last.unit == unit
        return reading.from_last(0, unit) if told and hit.start - reading.behind <= 1 else None
    day = reading.day_at(hit.start)
    if unit == "D" and day:
        return calendar_timex(Moment(day, unit), hit.modifier)
    return reading.from_anchor(0, unit, hit.modifier)


def _this_day_in(hit: Hit, reading: Reading) -> Outcome:
    """ "On this day in 1876": the document's day in that year."""
    anchor = reading.anchor
    day = anchor and day_in(int(hit.token("y")), anchor.month, anchor.day)
    return calendar_timex(Moment(day, "D")) if day else None


def _is_phrase(hit: Hit) -> bool:
    """ "let by the week", "the book of the month", "back in the day", "he took the day off"."""
    words, before = hit.words, hit.start - 1
    titled = words.at(before) == "of" and words.among(before - 1, "AWARDED")
    back = words.at(before) == "in" and words.at(before - 1) == "back"
    return titled or back or words.at(before) == "by" or words.at(hit.end) == "off"


def _edge(hit: Hit, reading: Reading) -> Outcome:
    """ "the end of the year", "year's end"; "At the end of the day, …" is a way to speak."""
    unit, words = unit_of(hit), hit.words
    if unit == "D" and words.among(hit.end, "COMMA") and words.tokens[hit.start - 2] == "At":
        return ()
    number = hit.step
    mod = hit.modifier or "END"
    return reading.from_anchor(number, unit, mod)


def _next_to_last_named(hit: Hit, reading: Reading) -> Outcome:
    """ "the next day", "the day before", "the following week"; not "the day before she left"."""
    if hit.has("way") and hit.token("way") in ("before", "after") and _goes_on(hit):
        return _in_apposition(hit, reading)
    back = hit.has("way") and hit.token("way") in ("before", "earlier", "previous")
    number = -1 if back or hit.step < 0 else 1
    return reading.from_last(number, unit_of(hit))


def _in_apposition(hit: Hit, reading: Reading) -> Timex | None:
    """ "July 14, the day before the vote": the day beside the comma by another name."""
    last, comma = reading.last, hit.start - 1
    beside = hit.words.among(comma, "COMMA") and reading.behind == comma
    if not beside or last is None or last.unit != unit_of(hit):
        return None
    return calendar_timex(last)._replace(end=hit.span("way")[0])


def _next_part(hit: Hit, reading: Reading) -> Outcome:
    """ "the next morning", "that night", "the night before"; not "the night before the vote"."""
    if hit.has("way") and _goes_on(hit):
        return None
    day = reading.from_last(-1 if hit.token("way") == "before" else hit.step, "D")
    return day._replace(type=DateType.TIME, value=f"{day.value}T{hit.code('p', 'PART')}")


_SPANS = (
    "u:( week | weekend ) of",
    "u:( week | month ) w:( ended | ending )",
    "u:week w:( beginning | starting | commencing )",
)
_DAYS = ("m:<month> d:<day>", "d:<day> m:<month>")


def _week_of_day(hit: Hit, reading: Reading) -> Outcome:
    """ "the week of March 6", "the weekend of March 11", "the week ended Sept. 9"."""
    month = hit.number("m", "MONTH", "MAYMARCH", "MONTHABBR")
    day = day_near(reading, hit, month, int(hit.token("d").rstrip("stndrh")))
    if day is None or day.moment is None:
        return day
    week = calendar_timex(Moment(day.moment.day, unit_of(hit)))
    return week._replace(end=hit.span("w")[0]) if hit.has("w") else week


def _year_of_result(hit: Hit, reading: Reading) -> Outcome:
    """ "the year ended March 31" lasts a year."""
    return lasting(1, unit_of(hit))._replace(end=hit.span("w")[0])


def _from_now(hit: Hit, reading: Reading) -> Outcome:
    """ "in five years" with a verb of the future, "two weeks from now"."""
    number = _number(hit)
    if number is None or hit.words.at(hit.end) == "or":
        return None  # "in a month or two"
    if not hit.has("now") and unit_of(hit) not in _DAY_UNITS:
        return None  # "it should do 60 miles in ten seconds"
    if not hit.has("now") and tense_at(hit.words, hit.start, hit.end) is not Tense.FUTURE:
        return None
    return units_off(hit, reading, number, unit_of(hit), anchored=True)


RULES = (
    Rule("e:<when>? t:RELDAY", relative_day, article=True),
    Rule("day way:( before | after ) t:RELDAY", relative_day, article=True),
    Rule("A week t:( today | tomorrow )", _week_today),
    Rule(
        "e:<when>? r:<beside> <kind>? u:UNIT",
        unit_beside,
        article=True,
    ),
    Rule("( until | till | by | before ) then", _until_then),
    Rule("( than | as | or | from | and ) last", _than_last),
    Rule("u:UNIT way:( before | after ) ( last | next )", _unit_before_last),
    Rule("near:<nearly>? n:<number> ( half:<part> DASH? )? u:<anyunit> ago", ago),
    Rule("near:<nearly>? n:<number> u:UNIT half:( and A half ) ago", ago),
    Rule("half:half A u:UNIT ago", ago),
    Rule("n:<number> u:( UNIT | UNITS ) ago ( today | r:<beside> u2:UNIT )", _ago_on),
    Rule("n:<number> ( week | weeks ) ago on? w:WEEKDAY", _weeks_ago_on),
    Rule("( A | LAST | some )? QUANT ( of )? u:<anyunit> ago", past),
    Rule("u:UNITS ago", past),
    Rule("( long | not DASH? too? ) long? ago", past),
    Rule(
        "near:<nearly>? n:<number> ( half:<part> DASH? )? u:<anyunit> way:<apart>",
        _earlier,
    ),
    Rule("near:<nearly>? n:<number> u:UNIT half:( and A half ) way:<apart>", _earlier),
    Rule("( that | same ) ( very | same )? u:UNIT", _that, article=True),
    Rule("( e:( EARLY | WITHIN ) in )? the ( full )? u:UNIT", the_unit, article=True),
    Rule("this day in y:YEAR", _this_day_in),
    Rule("e:EDGE of the ( full )? u:UNIT", _edge, article=True),
    Rule("e:EDGE of r:<beside> u:UNIT", _edge, article=True),
    Rule("u:UNIT ( DASH | POSS )? end", _edge, article=True),
    Rule(
        "the r:( next | following | previous | preceding | very next ) u:UNIT",
        _next_to_last_named,
        article=True,
    ),
    Rule(
        "the u:UNIT way:( before | after | earlier | later | previous )",
        _next_to_last_named,
        article=True,
    ),
    Rule(
        "( the r:( next | following | previous | same ) | that ) p:PART", _next_part, article=True
    ),
    Rule("the p:PART way:before", _next_part),
    *(Rule(f"{time} {day}", _week_of_day, article=True) for time in _SPANS for day in _DAYS),
    Rule("the ( full | fiscal )? u:year w:( ended | ending | to | through )", _year_of_result),
    Rule("( fiscal | financial ) u:year w:( ended | ending | through )", _year_of_result),
    Rule("in n:<number> ( more )? u:<anyunit>", _from_now),
    Rule("n:<number> u:<anyunit> from now:( now | today )", _from_now),
    Rule("in n:<number> u:<anyunit> now:( ( APOS | POSS ) time )", _from_now),
)
