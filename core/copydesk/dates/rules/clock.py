"""Times of the day. A day named beside one is joined to it later."""

import re

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.joining import LINKS
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.values import open_value

_DIGITS = re.compile(r"\d+")
_MONTHS = ("MONTH", "MAYMARCH", "MONTHABBR")
_BEGINS_DAY = ("WEEKDAY", *_MONTHS, "DAY", "ORDDAY", "RELDAY")
_COUNTS = ("COUNTED", "MONTH", "UNIT", "UNITS", "DASH", "NUM", "AMPM", "OCLOCK")
"""Classes of words before which an hour is the number of something."""
_PARTS_AFTER_NOON = ("AF", "EV", "NI")


def timed(hit: Hit, reading: Reading, time: str) -> Timex:
    """A TIME on the day that the text is speaking of."""
    day = reading.day_at(hit.start)
    return Timex(DateType.TIME, f"{day.isoformat() if day else open_value('D')}T{time}")


def clock(hit: Hit, reading: Reading) -> Outcome:
    """ "10:32", "4 p.m. EST", "1500 GMT", "16:08 UTC"."""
    time = time_of(hit)
    if time is None:
        return None
    words = hit.words
    stray = words.at(hit.end - 1) == ")" and "(" not in words.tokens[hit.start : hit.end]
    return timed(hit, reading, time + _zone(hit))._replace(end=hit.end - stray)


def time_of(hit: Hit, name: str = "t") -> str | None:
    """The time of a named part, as hours, minutes and seconds."""
    return told_time(hit.token(name), hit.token("h"))


def told_time(token: str, half: str) -> str | None:
    """ "4", "4:30" or "4pm", with "a.m." or "p.m." or nothing beside it."""
    numbers = _DIGITS.findall(token)
    if len(numbers) == 1 and len(numbers[0]) == 4:
        numbers = [numbers[0][:2], numbers[0][2:]]
    hour, *rest = (int(n) for n in numbers)
    half = token[-2:] if token[-2:] in ("am", "pm") else half.replace(".", "")
    if half and hour > 12 and half == "am":
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24:
        return None
    minutes = rest or [0]
    return ":".join([f"{hour:02d}", *(f"{n:02d}" for n in minutes)])


def _two_clocks(hit: Hit, reading: Reading) -> Outcome:
    """ "between 1 and 3 a.m.", "9-5 p.m.": the half of the day is told once, for the second."""
    second, first = clock(hit, reading), time_of(hit, "t1")
    if not isinstance(second, Timex) or first is None:
        return None
    time = second.value.split("T")[1]
    hour = int(first[:2]) % 12
    if time >= "12" and hour <= int(time[:2]) - 12:
        hour += 12
    split = hit.span("t")[0]
    told = timed(hit, reading, f"{hour:02d}{first[2:]}")
    return told._replace(end=split - 1), second._replace(start=split)


def _zone(hit: Hit) -> str:
    """ "Z" or an offset; nothing where the zone is not known for sure."""
    if hit.has("z"):
        zone = hit.code("z", "ZONE")
        if zone != "Z" or not hit.has("o"):
            return zone
    if not hit.has("o"):
        return ""
    sign = "+" if hit.token("sign") == "+" else "-"
    digits = "".join(_DIGITS.findall(hit.token("o")))
    hour, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{sign}{int(hour):02d}:{minutes}" if int(hour) <= 14 else ""


def with_offset(hit: Hit, reading: Reading) -> Outcome:
    """ "07:00:00 -0530", "07:00 +02:00"; but "10:00 - 1130" is a range."""
    is_offset = hit.token("sign") == "+" or hit.token("t").count(":") == 2
    return clock(hit, reading) if is_offset else None


def bare_clock(hit: Hit, reading: Reading) -> Outcome:
    """ "10:32" alone is a time only beside a date or behind a word that asks for a time."""
    before = hit.start - 1
    gap = hit.start - reading.behind
    beside = gap == 0 or (gap == 1 and hit.words.at(before) in LINKS) or _before_day(hit)
    return clock(hit, reading) if beside or hit.words.among(before, "CLOCKPREP") else None


def _before_day(hit: Hit) -> bool:
    """ "07:45, 19 February"."""
    words, at = hit.words, hit.end + (hit.words.at(hit.end) == ",")
    return words.among(at, "DAY") and any(words.among(at + 1, c) for c in _MONTHS)


def noon(hit: Hit, reading: Reading) -> Outcome:
    """ "noon EST", "midnight"; not "high noon"."""
    if hit.words.at(hit.start - 1) == "high":
        return None
    if hit.words.title(hit.start) and hit.words.stranger(hit.end):
        return ()  # "Midnight Oil"
    return timed(hit, reading, hit.code("t", "NOON") + _zone(hit))


def _oclock(hit: Hit, reading: Reading) -> Outcome:
    """ "five o'clock", "8 o'clock in the evening", "six in the morning", "4 at night"."""
    number = number_of(hit, "t")
    if number is None or number not in range(1, 25):
        return None
    hour = int(number)
    if hit.has("h") and hour <= 12:
        hour = hour % 12 + hit.number("h", "AMPM")
    elif hit.has("p") and hour <= 12:
        hour = hour % 12 + (12 if hit.code("p", "PART") in _PARTS_AFTER_NOON else 0)
    return timed(hit, reading, f"{hour:02d}:00")


def part_of_day(hit: Hit, reading: Reading) -> Outcome:
    """ "this morning", "yesterday evening", "last night", "tonight"."""
    if (hit.has("this") or hit.has("last")) and hit.words.title(hit.end - 1):
        return ()  # "This Morning" is a programme, "Last Night" a play
    if hit.token("p") == "overnight" and hit.words.plain(hit.end):
        return ()  # "overnight stays"
    part = hit.code("p", "PART", "TONIGHT")
    number = hit.number("t", "RELDAY") if hit.has("t") else -1 if hit.has("last") else 0
    day = reading.from_anchor(number, "D")
    return day._replace(type=DateType.TIME, value=f"{day.value}T{part}", mod=hit.modifier)


def spoken_part(hit: Hit, reading: Reading) -> Outcome:
    """ "in the morning", "morning trading": of the day that the text speaks of."""
    return timed(hit, reading, hit.code("p", "PART"))._replace(mod=hit.modifier)


def _spoken_clock(hit: Hit, reading: Reading) -> Outcome:
    """ "half past nine", "a quarter to five"."""
    number = number_of(hit, "t")
    if number is None or number not in range(1, 13) or hit.words.among(hit.end, "COUNTED"):
        return None
    minutes = 60 * int(number) + {"half": 30, "past": 15, "to": -15}[hit.token("way")]
    minutes += 60 * 12 * (_is_late(hit) and number < 12)
    return timed(hit, reading, f"{minutes // 60:02d}:{minutes % 60:02d}")


def _spelled_clock(hit: Hit, reading: Reading) -> Outcome:
    """ "six thirty this morning", "nine oh five p.m."."""
    hour, minutes = number_of(hit, "t"), _spelled_minutes(hit)
    if hour is None or hour not in range(1, 13) or minutes not in range(60):
        return None
    return timed(hit, reading, f"{int(hour) % 12 + 12 * _is_late(hit):02d}:{minutes:02d}")


def _is_late(hit: Hit) -> bool:
    """Whether "p.m." or "in the evening" says that the time is after noon."""
    if hit.has("p"):
        return hit.code("p", "PART") in _PARTS_AFTER_NOON
    return hit.has("h") and hit.number("h", "AMPM") > 0


def _bare_hour(hit: Hit, reading: Reading) -> Outcome:
    """ "tonight at 7", "Friday evening at eight"; not "tonight at 20 theatres"."""
    words, before = hit.words, hit.start - 1
    part = words.among(before, "PART") or words.among(before, "TONIGHT")
    hour = number_of(hit)
    if not part or reading.behind != hit.start or hour is None or hour not in range(1, 13):
        return None
    if words.plain(hit.end) or any(words.among(hit.end, c) for c in _COUNTS):
        return None
    return timed(hit, reading, f"{int(hour):02d}:00")._replace(start=hit.start + 1)


def _spelled_minutes(hit: Hit) -> int:
    values = hit.words.lexicon.values["NUM"]
    return sum(int(values.get(token, 0)) for token in hit.tokens("m"))


def _minutes_off(hit: Hit, reading: Reading) -> Outcome:
    """ "one minute past midnight", "ten past nine", "20 minutes to six"."""
    minutes, way = number_of(hit), hit.token("way")
    noon = hit.words.among(hit.span("t")[0], "NOON")
    if not noon and (way in ("after", "before") or hit.words.plain(hit.end)):
        return None  # "it took 20 minutes to two viewers' surprise"
    if not hit.has("m") and way != "past":
        return None  # "from ten to six"
    hour = int(hit.code("t", "NOON")[:2]) if noon else number_of(hit, "t")
    if minutes is None or hour is None or hour not in range(1, 25) or minutes not in range(1, 60):
        return None
    back = way in ("to", "before")
    total = int(60 * hour + (-minutes if back else minutes)) % (24 * 60)
    return timed(hit, reading, f"{total // 60:02d}:{total % 60:02d}")


def _mid_part(hit: Hit, reading: Reading) -> Outcome:
    """ "mid-morning", "midafternoon"."""
    return timed(hit, reading, hit.code("p", "PART", "MIDPART"))._replace(mod="MID")


def part_of_named(hit: Hit, reading: Reading) -> Outcome:
    """ "the morning of 8 May", "the early hours of Tuesday": the day is joined to it later."""
    words, end = hit.words, hit.end
    this = words.among(end, "THIS") and words.among(end + 1, "WEEKDAY")
    end += this or (words.among(end, "ARTICLE") and words.among(end + 1, "ORDDAY"))
    if not any(words.among(end, c) for c in _BEGINS_DAY):
        return None
    return timed(hit, reading, hit.code("p", "PART") if hit.has("p") else "MO")


_ZONE = "( LPAR? z:ZONE ( sign:( PLUS | DASH ) o:( HOUR | CLOCK ) )? RPAR? )"

NUMERIC = (
    Rule(f"t:( CLOCK | CLOCKDOT | CLOCKAMPM | HHMM ) ( hours )? {_ZONE}", clock),
    Rule("t:CLOCK sign:( PLUS | DASH ) o:( HHMM | CLOCK )", with_offset),
)
"""What all languages write alike."""


RULES = (
    *NUMERIC,
    Rule(f"t:( CLOCK | CLOCKDOT | HOUR | CLOCKAMPM ) h:AMPM {_ZONE}?", clock),
    Rule("t:CLOCKAMPM", clock),
    Rule(
        f"t1:( CLOCK | HOUR ) ( and | to | DASH | until ) t:( CLOCK | HOUR ) h:AMPM {_ZONE}?",
        _two_clocks,
    ),
    Rule("t:CLOCK ( hours )?", bare_clock),
    Rule("t:( HOUR | NUM ) ( in the | at ) p:PART", _oclock),
    Rule(f"t:NOON {_ZONE}?", noon),
    Rule("t:( HOUR | NUM ) OCLOCK ( h:AMPM | ( in the p:PART ) )?", _oclock),
    Rule("e:<when>? p:TONIGHT", part_of_day),
    Rule("at n:( HOUR | NUM )", _bare_hour),
    Rule("e:<when>? last:last p:PART", part_of_day),
    Rule("e:<when>? this:THIS p:PART", part_of_day),
    Rule("e:<when>? t:RELDAY p:PART", part_of_day),
    Rule("t:( HOUR | NUM ) m:<minutes> ( h:AMPM | ( this | in the ) p:PART )", _spelled_clock),
    Rule("way:half past t:( HOUR | NUM ) ( h:AMPM | in the p:PART )?", _spoken_clock),
    Rule(
        "n:<number> m:( minute | minutes )? way:( past | after | before | to )"
        " t:( NOON | HOUR | NUM )",
        _minutes_off,
    ),
    Rule("A quarter way:( past | to ) t:( HOUR | NUM ) h:AMPM?", _spoken_clock),
    Rule("in the ( e:EARLY )? p:PART", spoken_part),
    Rule("( e:EARLY DASH? )? p:PART trading", spoken_part),
    Rule("mid DASH p:PART", _mid_part),
    Rule("p:MIDPART", _mid_part),
    Rule("p:PART of", part_of_named, article=True),
    Rule("( EARLY | small | wee | predawn ) hours of", part_of_named, article=True),
)
