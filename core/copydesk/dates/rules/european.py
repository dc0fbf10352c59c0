"""German, French, Spanish, Italian, Portuguese and Russian: one table for the six.

The patterns name classes only; what a language does not have, it does not match. Adjectives
stand before their noun in some ("letzte Woche") and behind it in others ("la semaine dernière").
"""

import datetime as dt
import re

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.joining import in_part
from copydesk.dates.reading import Reading, Timex, calendar_timex
from copydesk.dates.rules import (
    calendar,
    clock,
    durations,
    eras,
    numeric,
    relative,
    sets,
    vague,
    weekdays,
    years,
)
from copydesk.dates.rules.feasts import feast
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.rules.quarters import bare_season, dated_season, half_year, near_season, quarter
from copydesk.dates.tense import Tense, lean_at, tense_at
from copydesk.dates.values import Moment, duration

_DIGITS = re.compile(r"\d+")


def _weekday_compound(hit: Hit, reading: Reading) -> Outcome:
    """ "Donnerstagabend"."""
    number, part = hit.code("w", "WEEKDAYPART").split("T")
    if reading.anchor is None:
        return Timex(DateType.TIME, f"XXXX-WXX-{number}T{part}")
    day = weekdays.nearest_weekday(
        reading.anchor, int(number), tense_at(hit.words, hit.start, hit.end)
    )
    return Timex(DateType.TIME, f"{day.isoformat()}T{part}", None, Moment(day, "D"))


def _relative_unit(hit: Hit, reading: Reading) -> Outcome:
    """ "Vorjahr", "heuer"."""
    number, unit = hit.code("t", "RELUNIT").split()
    return reading.from_anchor(int(number), unit)


def _beyond(hit: Hit, reading: Reading) -> Outcome:
    """ "pasado mañana", "antes de ayer", "l'altro ieri": one day farther off."""
    return reading.from_anchor(2 * hit.number("t", "RELDAY"), "D")


def _day_by_two_names(hit: Hit, reading: Reading) -> Outcome:
    """ "mañana martes"; in "oggi, martedì 10 marzo" and "ieri, lunedì scorso" they are two."""
    goes_on = any(hit.words.among(hit.end, c) for c in ("DAY", "ORDDAY", "LAST", "NEXT"))
    return None if goes_on else relative.relative_day(hit, reading)


def _this_weekday(hit: Hit, reading: Reading) -> Outcome:
    """ "este lunes", "desta terça-feira": where no verb tells, the nearer of the two."""
    number, anchor = hit.number("w", "WEEKDAY"), reading.anchor
    if anchor is None:
        return Timex(DateType.DATE, f"XXXX-WXX-{number}")
    days = [weekdays.nearest_weekday(anchor, number, t) for t in (Tense.PAST, Tense.FUTURE)]
    lean = lean_at(hit.words, hit.start, hit.end)
    day = min(days, key=lambda day: lean.weight((day - anchor).days))
    return calendar_timex(Moment(day, "D"))


def _narrated_day(hit: Hit, reading: Reading) -> Outcome:
    """ "le lendemain", "am Vortag"; not "la veille de Noël"."""
    if hit.words.among(hit.end, "OF"):
        return None
    return reading.from_last(hit.number("t", "NARRATEDDAY"), "D")


def _narrated(hit: Hit, reading: Reading) -> Outcome:
    """ "zwei Tage später", "il giorno dopo"; "due giorni dopo il voto" measures."""
    words, way = hit.words, hit.span("way")[0]
    number = number_of(hit) if hit.has("n") else 1
    verb = words.among(hit.end, "PASTVERB") or words.among(hit.end, "FUTUREVERB")
    governs = words.among(way, "ALSOPREP") and words.at(hit.end)[:1].isalnum() and not verb
    if number is None or governs:
        return None
    back = words.among(way, "EARLIERPOST")
    unit = durations.unit_of(hit)
    return relative.units_off(hit, reading, -number if back else number, unit, anchored=False)


def _in_units(hit: Hit, reading: Reading) -> Outcome:
    """ "dans deux mois", "через две недели"."""
    number, unit = number_of(hit), durations.unit_of(hit)
    if number is None or unit.startswith("T"):
        return None
    return relative.units_off(hit, reading, number, unit, anchored=True)


def _spoken_hour(hit: Hit, reading: Reading) -> Outcome:
    """ "20 Uhr"; "à 20 heures", "a las 20 horas", but "las 24 horas" is a span."""
    words, before = hit.words, hit.start - 1
    measures = words.among(hit.end - 1, "LENGTHS") and words.among(hit.start, "HOUR")
    asked = words.among(before, "CLOCKPREP") and (
        not words.among(before, "ARTICLE") or words.among(before - 1, "TO")
    )
    return clock.clock(hit, reading) if asked or not measures else None


def _at_clock(hit: Hit, reading: Reading) -> Outcome:
    """ "alle 11.36", "a las 10.30", "alle 15"; not "alle 15 famiglie", "las 24 horas"."""
    words = hit.words
    told = words.among(hit.start, "ARTICLE") and not words.among(hit.start - 1, "TO")
    if told or (words.among(hit.end - 1, "HOUR") and words.at(hit.end)[:1].isalnum()):
        return None
    return _in_part(hit, clock.clock(hit, reading))


def _in_part(hit: Hit, found: Outcome) -> Outcome:
    """ "a las 9 de la noche", "à 9 heures du soir": the part tells the half of the day."""
    if not isinstance(found, Timex):
        return None
    if hit.has("p"):
        day, _, time = found.value.partition("T")
        found = found._replace(value=f"{day}T{in_part(time, hit.code('p', 'PART'))}")
    return found._replace(start=hit.span("t")[0])


def _hours_of_part(hit: Hit, reading: Reading) -> Outcome:
    """ "à 9 heures du matin"."""
    return _in_part(hit, clock.clock(hit, reading))


def _half_number(hit: Hit, reading: Reading) -> Outcome:
    """ "eineinhalb Jahre"."""
    number = float(hit.words.lexicon.values["HALFNUM"][hit.token("n")])
    return durations.lasting(number, durations.unit_of(hit))


def _two_units(hit: Hit, reading: Reading) -> Outcome:
    """ "drei Jahre und vier Monate"."""
    number, smaller = number_of(hit), number_of(hit, "n2")
    unit, other = durations.unit_of(hit), durations.unit_of(hit, "u2")
    if number is None or smaller is None or "T" in unit + other:
        return None
    value = duration(number, unit) + duration(smaller, other)[1:]
    return Timex(DateType.DURATION, value)


def _decade_of(hit: Hit, reading: Reading) -> Outcome:
    """ "les années 1990", "gli anni '90", "los años noventa"."""
    spelled = hit.words.lexicon.values.get("DECADENUM", {}).get(hit.token("t"))
    digits = str(spelled) if spelled else hit.token("t").lstrip("'’‘")
    if not digits.isdecimal() or len(digits) not in (2, 4) or digits[-1] != "0":
        return None
    start = int(digits) + (1900 if len(digits) == 2 else 0)
    return calendar_timex(Moment(dt.date(start, 1, 1), "DE"))


def _century_of(hit: Hit, reading: Reading) -> Outcome:
    """ "im 19. Jahrhundert", "le XIXe siècle", "el siglo XX"."""
    digits = _DIGITS.match(hit.token("t"))
    number = int(digits[0]) if digits else hit.number("t", "ROMAN", "ORD")
    return Timex(DateType.DATE, f"{number - 1:02d}") if 1 <= number <= 21 else None


def _hour_clock(hit: Hit, reading: Reading) -> Outcome:
    """ "20h30", "18h"."""
    hour = int(_DIGITS.findall(hit.token("t"))[0])
    minute = int(hit.token("m")) if hit.has("m") else 0
    return clock.timed(hit, reading, f"{hour:02d}:{minute:02d}") if minute < 60 else None


def _two_clocks(hit: Hit, reading: Reading) -> Outcome:
    """ "14.00 und 17.40 Uhr": two times come out."""
    split = hit.span("t2")[0]
    first, second = clock.time_of(hit, "t"), clock.time_of(hit, "t2")
    if first is None or second is None:
        return None
    return (
        clock.timed(hit, reading, first)._replace(end=split - 1),
        clock.timed(hit, reading, second)._replace(start=split),
    )


def _part_sets(hit: Hit, reading: Reading) -> Outcome:
    """ "abends"."""
    return sets.again(f"XXXX-XX-XXT{hit.code('p', 'DAYLY')}")


_OF = "( OF APOS? )?"
_OF_THE = f"{_OF} ( ARTICLE APOS? )?"
_DATE = f"d:<day> ( DOT | DEGREE )? {_OF} m:<month> ( OF? y:YEAR YEARWORD? )?"

RULES = (
    *numeric.RULES,
    *clock.NUMERIC,
    Rule(f"( <beside>? <weekday> COMMA? ARTICLE? OF? )? {_DATE}", calendar.month_day),
    Rule(
        "d:<day> DOT? ( COMMA d1:<day> DOT? )? ( DASH | TO | AND ) ARTICLE? d2:<day> DOT?"
        f" {_OF} m:<month> ( OF? y:YEAR )?",
        calendar.day_range,
    ),
    Rule(f"( e:EARLY {_OF_THE} )? m:<month> OF? y:YEAR YEARWORD?", calendar.month_year),
    Rule("m:MONTH", calendar.month_alone),
    Rule(f"d:<day> DOT? OF? m:<month> {_OF_THE} r:<beside> UNIT", calendar.relative_year_day),
    Rule(f"e:EARLY ( DASH | {_OF_THE} ) ( UNIT OF APOS? )? m:MONTH", calendar.mid_month),
    Rule(f"r:( LAST | NEXT ) UNIT? d:<day> DEGREE? {_OF} m:<month>", calendar.day_beside),
    Rule(f"d:<day> DEGREE? {_OF} m:<month> r:( LAST | NEXT )", calendar.day_beside),
    Rule("m:MONTH r:( LAST | NEXT )", calendar.month_beside),
    Rule(f"m:MONTH {_OF_THE} r:<beside> UNIT", calendar.relative_year_month),
    Rule("t:DECADE ( DASH? DECADEPOST )?", eras.decade),
    Rule("t:( YEAR | NUM ) DASH DECADEEND DECADEPOST", _decade_of),
    Rule("t:DECADEWORD DECADEPOST?", eras.decade),
    Rule("DECADEPRE OF? t:( YEAR | NUM | SHORTYEAR | DECADENUM )", _decade_of),
    Rule("t:( DAY | ROMAN | ORD ) DOT? CENTURY", _century_of),
    Rule("CENTURYPRE t:ROMAN", _century_of),
    Rule("y:YEAR", years.year_alone),
    Rule(f"e:EARLY {_OF_THE} y:YEAR YEARWORD?", years.the_year),
    Rule("y:YEAR YEARWORD", years.the_year),
    Rule("y:YEAR DASH y2:( YEAR | YY )", years.two_years),
    Rule("t:YEARS", years.season_years),
    Rule("e:EARLY? w:WEEKDAY", weekdays.weekday),
    Rule("w:WEEKDAYPART", _weekday_compound),
    Rule("w:WEEKDAY ( PARTOF ARTICLE? )? p:PART", weekdays.weekday_with_part),
    Rule("THIS w:WEEKDAY", _this_weekday),
    Rule("r:<beside> w:WEEKDAY", weekdays.weekday_beside),
    Rule("w:WEEKDAY r:( LAST | NEXT )", weekdays.weekday_beside),
    Rule("( r:<beside> )? WEEKEND", weekdays.weekend),
    Rule("WEEKEND r:( LAST | NEXT )", weekdays.weekend),
    Rule("w:WEEKDAYS", sets.every_weekday),
    Rule("EVERY ARTICLE? ORD? w:( WEEKDAY | WEEKDAYS )", sets.every_weekday),
    Rule("t:RELDAY", relative.relative_day),
    Rule("t:RELDAY COMMA? WEEKDAY", _day_by_two_names),
    Rule("t:NARRATEDDAY", _narrated_day),
    Rule("u:UNIT way:( LATERPOST | EARLIERPOST )", _narrated),
    Rule("n:<number> u:<anyunit> way:( LATERPOST | EARLIERPOST )", _narrated),
    Rule("INPRE ( OF | TO )? n:<number> u:<anyunit>", _in_units),
    Rule("p:PART ( ( OF | TO ) ARTICLE? )?", clock.part_of_named),
    Rule("BEYOND OF? t:RELDAY", _beyond),
    Rule("t:RELDAY ( PARTOF ARTICLE? | ARTICLE )? p:PART", clock.part_of_day),
    Rule("THIS p:PART", clock.part_of_day),
    Rule("PARTOF ARTICLE? p:PART", clock.spoken_part),
    Rule("p:DAYLY", _part_sets),
    Rule("t:RELUNIT", _relative_unit),
    Rule(f"( e:EARLY {_OF_THE} )? r:<beside> u:UNIT", relative.unit_beside),
    Rule("r:<beside> UNIT w:WEEKDAY", weekdays.in_week),
    Rule(f"q:ORD TRIMESTER ( {_OF} y:YEAR YEARWORD? )?", quarter),
    Rule(f"q:ORD TRIMESTER {_OF_THE} r:<beside> UNIT", quarter),
    Rule(f"q:ORD TRIMESTER {_OF_THE} UNIT r:( LAST | NEXT )", quarter),
    Rule(f"q:ORD SEMESTER ( {_OF} y:YEAR YEARWORD? )?", half_year),
    Rule("u:UNIT r:( LAST | NEXT )", relative.unit_beside),
    Rule(f"e:EARLY {_OF_THE} u:UNIT", relative.the_unit),
    Rule("t:<hour> UHR", _spoken_hour),
    Rule("AGOPRE near:NEARLY? n:<number> u:<anyunit>", relative.ago),
    Rule("il y a near:NEARLY? n:<number> u:<anyunit>", relative.ago),
    Rule("near:NEARLY? n:<number> u:<anyunit> AGOPOST", relative.ago),
    Rule("AGOPRE NEARLY? QUANT u:<units>", vague.past),
    Rule("il y a QUANT u:<units>", vague.past),
    Rule("QUANT u:<units> AGOPOST", vague.past),
    Rule(
        "NEARLY{0,2} <order>? n:<number> <order>? u:<anyunit>",
        durations.counted,
    ),
    Rule("NUM ( DASH | TO ) NUM u:<units>", durations.ranged),
    Rule("n:HALFNUM u:<anyunit>", _half_number),
    Rule("n:<number> u:<anyunit> AND n2:<number> u2:<anyunit>", _two_units),
    Rule(
        "<order>? A? QUANT <order>? u:<anyunit>",
        durations.vague_units,
    ),
    Rule("( LAST | NEXT | SPAN | THIS )? u:<units> ( LAST | NEXT )?", durations.vague_units),
    Rule("n:NUM DASH u:<anyunit>", durations.counted),
    Rule("u:UNITSLONG", durations.vague_units),
    Rule("t:OFTEN", sets.adverb),
    Rule("EVERY ARTICLE? n:NUM? u:<anyunit>", sets.every_unit),
    Rule("PER u:<unit>", sets.rate),
    Rule(f"( e:EARLY {_OF_THE} )? s:SEASON {_OF_THE} UNIT? y:YEAR YEARWORD?", dated_season),
    Rule("r:<beside> s:SEASON", near_season),
    Rule("s:SEASON r:( LAST | NEXT )", near_season),
    Rule("s:SEASON", bare_season),
    Rule("t:<hour> ( AND | TO ) t2:<hour> UHR", _two_clocks),
    Rule("t:HOURH m:NUM?", _hour_clock),
    Rule("t:HOUR HOURLETTER m:NUM", _hour_clock),
    Rule("t:CLOCK", clock.bare_clock),
    Rule("ATCLOCK t:<hour>", _at_clock),
    Rule("ATCLOCK t:<hour> OF ARTICLE? p:PART", _at_clock),
    Rule("t:<hour> UHR OF ARTICLE? p:PART", _hours_of_part),
    Rule("t:NOON", clock.noon),
    Rule("( r:<beside> )? f:FEAST", feast),
    Rule("NOW", vague.present),
    Rule("PASTREF", vague.past),
    Rule("ARTICLE? PASTNOUN", vague.past),
    Rule("FUTUREREF", vague.future),
)
