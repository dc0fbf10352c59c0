"""Durations, and the numbered stretches before or after now."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.values import duration

_UNITS = ("UNIT", "UNITS", "CLOCKUNIT", "CLOCKUNITS", "SECONDUNIT", "UNITLONG", "UNITSLONG")


def unit_of(hit: Hit, name: str = "u") -> str:
    """The code of a named part's unit: D, W, M, Q, Y, DE, CE, WE, FN, TH, TM, TS."""
    return hit.code(name, *_UNITS)


def lasting(number: float | str, unit: str, mod: str | None = None) -> Timex:
    """A DURATION; a fortnight is two weeks."""
    if unit == "FN":
        number, unit = ("X" if isinstance(number, str) else number * 2), "W"
    return Timex(DateType.DURATION, duration(number, unit), mod)


def _is_age(hit: Hit) -> bool:
    """ "45-year-old", "37 years old", "two years of age"."""
    words, end = hit.words, hit.end
    end += words.among(end, "DASH")
    return words.at(end) in ("old", "olds") or (
        words.at(end) == "of" and words.at(end + 1) == "age"
    )


def _modifier(hit: Hit) -> str | None:
    return nearness(hit.tokens("near")) if hit.has("near") else None


def nearness(tokens: list[str]) -> str | None:
    """The modifier that the words before a number carry."""
    first = tokens[0]
    if first in ("more", "over"):
        return "MORE_THAN"
    if first in ("less", "fewer", "under", "nearly", "almost"):
        return "LESS_THAN"
    if first == "up" or tokens[-1] == "most":
        return "EQUAL_OR_LESS"
    if tokens[-1] == "least":
        return "EQUAL_OR_MORE"
    return "APPROX" if first in ("about", "around", "roughly", "some", "approximately") else None


def _counted(hit: Hit, reading: Reading) -> Outcome:
    """ "14 days", "the past two decades", "a couple of years", "nearly 30 years"."""
    number = number_of(hit)
    if number is None or _is_age(hit):
        return None
    half = hit.has("half")
    unit = unit_of(hit)
    return (
        _with_half(number, unit, _modifier(hit)) if half else lasting(number, unit, _modifier(hit))
    )


def _with_half(number: float, unit: str, mod: str | None) -> Timex:
    """ "a minute and a half" is PT1M30S; "a year and a half" P1.5Y."""
    smaller = {"TH": "M", "TM": "S"}.get(unit)
    if smaller is None:
        return lasting(number + 0.5, unit, mod)
    return Timex(DateType.DURATION, f"{duration(number, unit)}30{smaller}", mod)


def _half_of(hit: Hit, reading: Reading) -> Outcome:
    """ "half an hour", "half a century", "six months" by another name."""
    unit = unit_of(hit)
    value = {"TH": "PT30M", "TM": "PT30S", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}.get(unit)
    return Timex(DateType.DURATION, value or duration(0.5, unit))


def _vague(hit: Hit, reading: Reading) -> Outcome:
    """ "a few days", "several years", "recent months", "years"."""
    if _is_age(hit):
        return None
    return lasting("X", unit_of(hit))


def _couple(hit: Hit, reading: Reading) -> Outcome:
    return lasting(2, unit_of(hit))


def _long(hit: Hit, reading: Reading) -> Outcome:
    return lasting(1, unit_of(hit))


def _range(hit: Hit, reading: Reading) -> Outcome:
    """ "12 to 18 months", "weeks or months"."""
    return None if _is_age(hit) else lasting("X", unit_of(hit))


def _while(hit: Hit, reading: Reading) -> Outcome:
    return Timex(DateType.DURATION, "PXX")


RULES = (
    Rule(
        "near:<nearly>? <span>? n:<number> <span>? u:<anyunit> half:( and A half )?",
        _counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:<number> DASH u:<unit>",
        _counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:<number> u:<unit> half:( and A half )",
        _counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:<number> half:( and A half ) u:<units>",
        _counted,
        article=True,
    ),
    Rule(
        "near:<nearly>? n:A ( full | whole | additional | extra )? u:<unit>",
        _counted,
        article=True,
    ),
    Rule("half ( A | DASH ) u:<unit>", _half_of),
    Rule(
        "( LAST | NEXT | A )? couple ( of )? ( more )? u:<units>",
        _couple,
        article=True,
    ),
    Rule(
        "<span>? ( A )? ( LAST | NEXT )? QUANT ( QUANT | more )? ( of )? <span>? u:<units>",
        _vague,
        article=True,
    ),
    Rule("A number of u:<units>", _vague, article=True),
    Rule(
        "( dozens | hundreds | thousands | scores ) of u:<units>",
        _vague,
        article=True,
    ),
    Rule(
        "( LAST | NEXT | LATEST | those | these | all )? u:<units>",
        _vague,
        article=True,
    ),
    Rule("u:<units> ( or | and ) <units>", _range, article=True),
    Rule(
        "<span>? NUM ( DASH | to | or ) NUM ( more )? u:<units>",
        _range,
        article=True,
    ),
    Rule("u:<unit> DASH long", _long),
    Rule("u:<units> DASH long", _vague, article=True),
    Rule("u:UNITLONG", _long),
    Rule("u:UNITSLONG", _vague, article=True),
    Rule("A ( long | short | little )? while", _while),
)
