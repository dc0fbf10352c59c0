"""Durations, and the numbered stretches before or after now."""

from itertools import pairwise

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.values import duration

_UNITS = ("UNIT", "UNITS", "LENGTH", "LENGTHS", "SECONDUNIT", "UNITLONG", "UNITSLONG")

_COMPOUNDS = {
    ("Y", "M"), ("Y", "W"), ("Y", "D"), ("M", "W"), ("M", "D"), ("W", "D"),
    ("D", "TH"), ("TH", "TM"), ("TM", "TS"),
}  # fmt: skip
"""Units of which the second may follow the first in one length."""


def unit_of(hit: Hit, name: str = "u") -> str:
    """The code of a named part's unit: D, W, M, Q, Y, DE, CE, WE, FN, TH, TM, TS."""
    return hit.code(name, *_UNITS)


def lasting(number: float | str, unit: str, mod: str | None = None) -> Timex:
    """A DURATION."""
    return Timex(DateType.DURATION, duration(number, unit), mod)


def _measured(hit: Hit, number: float | str, mod: str | None = None) -> Timex:
    """A DURATION; the verb of "may last six weeks" is no part of it."""
    words, at = hit.words, hit.start
    verb = words.at(at) == "last" and (words.at(at - 1) == "to" or words.among(at - 1, "MODAL"))
    return lasting(number, unit_of(hit), mod)._replace(start=at + 1 if verb else None)


def _is_age(hit: Hit) -> bool:
    """ "45-year-old", "37 years old", "aged 45 years", "two years of age", "tiene 34 años"."""
    words, end = hit.words, hit.end
    told = hit.start - 1 - words.among(hit.start - 1, "OF")
    if words.among(told, "AGEPRE") and unit_of(hit) == "Y":
        return True
    end += words.among(end, "DASH") or words.among(end, "OF")
    return words.among(end, "AGEWORD") or _in_apposition(hit)


def _in_apposition(hit: Hit) -> bool:
    """ "Ana Ruiz, 37 años," and "Fadi (5 ans)" tell an age."""
    words, before = hit.words, hit.start - 1
    before -= words.among(before, "OF")
    opened = words.among(before, "COMMA") or words.among(before, "LPAR")
    closed = words.among(hit.end, "COMMA") or words.among(hit.end, "RPAR")
    return opened and closed and unit_of(hit) == "Y"


def _is_once(hit: Hit) -> bool:
    """ "One day, he will be king"; but "One day after the vote" and "One day of rain" measure."""
    words, before = hit.words, hit.start - 1
    opens = before < 0 or words.tokens[before][0] in ".?!,\n"
    told = [token.lower() for token in words.tokens[hit.start : hit.end]] == ["one", "day"]
    goes_on = words.at(hit.end) in ("after", "before", "later", "earlier", "of", "and", "or", "-")
    return opens and told and not goes_on


def _is_rate(hit: Hit) -> bool:
    """ "four flights a week", "$2 million a year" tell how often, not how long."""
    words, before = hit.words, hit.start - 1
    if not words.among(hit.start, "A") or words.at(hit.start) == "one":
        return False
    before -= words.tokens[before].islower() and words.at(before).endswith("s")
    return any(words.among(before, c) for c in ("NUM", "BIG", "PERCENT"))


def modifier_of(hit: Hit) -> str | None:
    """The modifier that the part named `near` carries, if it is there."""
    return _nearness(hit.tokens("near")) if hit.has("near") else None


def _nearness(tokens: list[str]) -> str | None:
    """The modifier that the words before a number carry."""
    first = tokens[0]
    if first in ("no", "not"):
        return "EQUAL_OR_LESS" if tokens[1] == "more" else "EQUAL_OR_MORE"
    if first in ("more", "over"):
        return "MORE_THAN"
    if first in ("less", "fewer", "under", "nearly", "almost"):
        return "LESS_THAN"
    if first == "up" or tokens[-1] == "most":
        return "EQUAL_OR_LESS"
    if tokens[-1] == "least":
        return "EQUAL_OR_MORE"
    return "APPROX" if first in ("about", "around", "roughly", "some", "approximately") else None


def counted(hit: Hit, reading: Reading) -> Outcome:
    """ "14 days", "the past two decades", "nearly 30 years", "a year and a half"."""
    number, unit = number_of(hit), unit_of(hit)
    if _is_age(hit) or _is_once(hit) or hit.words.title(hit.span("u")[0]):
        return ()  # nor "60 Minutes", nor "the Thirty Years' War"
    if number is None:
        return None
    if unit == "TS" and hit.words.among(hit.span("n")[0], "A"):
        return None  # "a second chance"
    if _is_rate(hit):
        return Timex(DateType.SET, duration(1, unit))
    year = hit.words.among(hit.span("n")[0], "YEAR")
    if (year and unit in ("Q", "Y")) or (unit == "Q" and hit.words.at(hit.end) == "of"):
        return None
    if not hit.has("half"):
        return _measured(hit, number, modifier_of(hit))
    return _and_part(number, fraction(hit.token("half")), unit, modifier_of(hit))


def _compound(hit: Hit, reading: Reading) -> Outcome:
    """ "three hours and 20 minutes", "11 days, 2 hours and 10 minutes": one length."""
    names = [n for n in ("", "2", "3") if hit.has(f"u{n}")]
    units = [unit_of(hit, f"u{n}") for n in names]
    numbers = [number_of(hit, f"n{n}") for n in names]
    if not set(pairwise(units)) <= _COMPOUNDS or _is_age(hit) or hit.words.at(hit.end) == "of":
        return None  # "three years, two months of them in jail"
    value = "P"
    for number, unit in zip(numbers, units, strict=True):
        if number is None:
            return None
        piece = duration(number, unit)[1:]
        value += piece.removeprefix("T") if "T" in value else piece
    return Timex(DateType.DURATION, value, modifier_of(hit))


def fraction(token: str) -> float:
    """ "1/2" as a number; "and a half" is one half."""
    over, _, under = token.partition("/")
    return int(over) / int(under) if under else 0.5


def _and_part(number: float, part: float, unit: str, mod: str | None) -> Timex:
    """ "a minute and a half" is PT1M30S; "a year and a half" P1.5Y."""
    smaller = {"TH": "M", "TM": "S"}.get(unit)
    if smaller is None:
        return lasting(number + part, unit, mod)
    return Timex(DateType.DURATION, f"{duration(number, unit)}{60 * part:.0f}{smaller}", mod)


def _one_and_half(hit: Hit, reading: Reading) -> Outcome:
    """ "the past year and a half"."""
    return _and_part(1, 0.5, unit_of(hit), None)


def _half_of(hit: Hit, reading: Reading) -> Outcome:
    """ "half an hour", "half a century", "six months" by another name."""
    unit = unit_of(hit)
    value = {"TH": "PT30M", "TM": "PT30S", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}.get(unit)
    return Timex(DateType.DURATION, value or duration(0.5, unit))


def vague_units(hit: Hit, reading: Reading) -> Outcome:
    """ "a few days", "several years", "recent months", "years"."""
    if hit.words.at(hit.start - 1) == "as":
        return ()  # "in as many days"
    return () if _is_age(hit) else _measured(hit, "X")


def _bare_units(hit: Hit, reading: Reading) -> Outcome:
    """ "for years"; not "by decades", "a matter of days", "in the 12th and 45th minutes".

    Nor "on days when it rains".
    """
    words, before = hit.words, hit.start - 1
    rooms = unit_of(hit) == "Q" and hit.end - hit.start == 1  # "the crew quarters"
    measured = rooms or words.among(before, "MEASURING") or words.among(before, "ORD")
    some = words.at(before) == "on" and words.at(hit.end) in ("when", "that", "like", "with")
    return None if measured or some else vague_units(hit, reading)


def _quarter_century(hit: Hit, reading: Reading) -> Outcome:
    return lasting(25, "Y", modifier_of(hit))


def _couple(hit: Hit, reading: Reading) -> Outcome:
    return lasting(2, unit_of(hit))


def one_long(hit: Hit, reading: Reading) -> Outcome:
    """ "decade-long", "yearlong"."""
    return lasting(1, unit_of(hit))


def _one_length(hit: Hit, reading: Reading) -> Outcome:
    """ "the past hour"; "at the last minute" is a way to speak."""
    return () if hit.words.at(hit.start - 2) == "at" else one_long(hit, reading)


def ranged(hit: Hit, reading: Reading) -> Outcome:
    """ "12 to 18 months", "weeks or months"."""
    return () if _is_age(hit) else _measured(hit, "X")


def _while(hit: Hit, reading: Reading) -> Outcome:
    return Timex(DateType.DURATION, "PXX")


def _between(hit: Hit, reading: Reading) -> Outcome:
    """ "between 60 and 90 days": two durations come out."""
    unit, split = unit_of(hit), hit.span("n2")[0]
    low, high = number_of(hit), number_of(hit, "n2")
    if low is None or high is None:
        return None
    first = lasting(low, unit)._replace(start=hit.span("n")[0], end=split - 1)
    return (first, lasting(high, unit)._replace(start=split))


RULES = (
    Rule(
        "near:<nearly>? <span>? n:<number> u:<anyunit> ( COMMA | and )? n2:<number> u2:<anyunit>"
        " ( ( COMMA | and ){0,2} n3:<number> u3:<anyunit> )?",
        _compound,
        article=True,
    ),
    Rule("between n:<number> and n2:<number> u:<units>", _between),
    Rule(
        "near:<nearly>? <span>? n:<number> <span>? u:<units> half:( and A half )?",
        counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? <span>? n:<number> u:<unit>",
        counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:<number> DASH u:<unit>",
        counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:<number> u:<unit> half:( and A half )",
        counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:<number> half:<part> DASH? u:<anyunit>",
        counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:A ( full | whole | additional | extra )? u:<unit>",
        counted,
        article=True,
    ),
    Rule("half ( A | DASH ) u:<unit>", _half_of),
    Rule("( LAST | NEXT ) u:<unit> and A half", _one_and_half, article=True),
    Rule("near:<nearly>? A? quarter ( DASH | of A ) century", _quarter_century, article=True),
    Rule(
        "( LAST | NEXT | A )? couple ( of )? ( more )? u:<units>",
        _couple,
        article=True,
    ),
    Rule(
        "<span>? ( A )? ( LAST | NEXT )? QUANT ( QUANT | more )? ( of )? <span>? u:<units>",
        vague_units,
        article=True,
    ),
    Rule("A u:<unit> or two", vague_units),
    Rule("( LAST | NEXT ) u:LENGTH", _one_length, article=True),
    Rule("A number of u:<units>", vague_units, article=True),
    Rule(
        "( dozens | hundreds | thousands | scores ) of u:<units>",
        vague_units,
        article=True,
    ),
    Rule("u:<units>", _bare_units, article=True),
    Rule(
        "( LAST | NEXT | LATEST | those | these | all ) u:<units> ( ( and | or ) <units> )?",
        vague_units,
        article=True,
    ),
    Rule("u:<units> ( or | and ) <units>", ranged, article=True),
    Rule(
        "<span>? NUM ( DASH | to | or ) NUM ( more )? u:<units>",
        ranged,
        article=True,
    ),
    Rule("u:<unit> DASH long", one_long),
    Rule("u:<units> DASH long", vague_units, article=True),
    Rule("u:UNITLONG", one_long),
    Rule("u:UNITSLONG", vague_units, article=True),
    Rule("A ( long | short | little )? while", _while),
)
