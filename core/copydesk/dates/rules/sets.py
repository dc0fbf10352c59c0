"""What comes again and again: "every Tuesday", "twice a week", "annually"."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.rules.durations import unit_of
from copydesk.dates.rules.numbers import number_of
from copydesk.dates.values import duration


def again(value: str, mod: str | None = None) -> Timex:
    """A SET of that value."""
    return Timex(DateType.SET, value, mod)


def adverb(hit: Hit, reading: Reading) -> Outcome:
    """ "daily", "annually"; "Daily Mail" is a paper."""
    if hit.words.title(hit.start) and hit.words.capital(hit.end):
        return ()
    return again(hit.code("t", "OFTEN"))


def _half_hourly(hit: Hit, reading: Reading) -> Outcome:
    return again("PT30M")


def every_unit(hit: Hit, reading: Reading) -> Outcome:
    """ "every day", "each month", "every two weeks", "every other year"."""
    if hit.has("few"):
        return again(duration("X", unit_of(hit)))
    number = number_of(hit) if hit.has("n") else 2 if hit.has("other") else 1
    return again(duration(number, unit_of(hit))) if number else None


def every_weekday(hit: Hit, reading: Reading) -> Outcome:
    """ "every Tuesday", "Mondays"."""
    value = f"XXXX-WXX-{hit.number('w', 'WEEKDAY', 'WEEKDAYS')}"
    part = hit.code("p", "PART", "PARTS") if hit.has("p") else None
    return again(f"{value}T{part}" if part else value)


def _each_month(hit: Hit, reading: Reading) -> Outcome:
    """ "the first Sunday of every month"."""
    return again("P1M")


def _workdays(hit: Hit, reading: Reading) -> Outcome:
    """ "weekdays", "weeknights", "every weekday morning"."""
    part = f"T{hit.code('p', 'PART', 'PARTS')}" if hit.has("p") else ""
    return again("XXXX-WXX-WD" + (part or (hit.code("t", "WORKDAYS") if hit.has("t") else "")))


def _weekends(hit: Hit, reading: Reading) -> Outcome:
    return again("XXXX-WXX-WE")


def _every_month(hit: Hit, reading: Reading) -> Outcome:
    """ "every January", "every 21 October"."""
    day = f"-{int(hit.token('d').rstrip('stndrh')):02d}" if hit.has("d") else ""
    return again(f"XXXX-{hit.number('m', 'MONTH', 'MAYMARCH'):02d}{day}")


def _every_season(hit: Hit, reading: Reading) -> Outcome:
    return again(f"XXXX-{hit.code('s', 'SEASON', 'FALL')}")


def _every_part(hit: Hit, reading: Reading) -> Outcome:
    return again(f"XXXX-XX-XXT{hit.code('p', 'PART', 'PARTS')}")


def _two_parts(hit: Hit, reading: Reading) -> Outcome:
    """ "Monday and Wednesday mornings": two sets come out."""
    part, split = hit.code("p", "PARTS"), hit.span("w2")[0]
    first, second = (f"XXXX-WXX-{hit.number(w, 'WEEKDAY')}T{part}" for w in ("w", "w2"))
    return again(first)._replace(end=split - 1), again(second)._replace(start=split)


def rate(hit: Hit, reading: Reading) -> Outcome:
    """ "twice a week", "$2 million a year", "per day"."""
    return again(duration(1, unit_of(hit)))


RULES = (
    Rule("t:OFTEN", adverb),
    Rule("half DASH hourly", _half_hourly),
    Rule("( every | each ) ( single )? ( other:other | n:NUM | few:few )? u:<anyunit>", every_unit),
    Rule("( every | each ) ( other | ORD )? w:WEEKDAY ( p:PART )?", every_weekday),
    Rule("( on )? w:WEEKDAYS", every_weekday),
    Rule("w:WEEKDAY p:PARTS", every_weekday),
    Rule("w:WEEKDAY ( and | or ) w2:WEEKDAY p:PARTS", _two_parts),
    Rule(
        "( ORD | LAST ) ( <weekday> | day | weekend ) of ( every | each | the ) month",
        _each_month,
        article=True,
    ),
    Rule("t:WORKDAYS", _workdays),
    Rule("( every | each ) weekday", _workdays),
    Rule("( every | each )? weekday p:( PART | PARTS )", _workdays),
    Rule("weekends", _weekends),
    Rule("( every | each ) m:( MONTH | MAYMARCH )", _every_month),
    Rule("( every | each ) m:( MONTH | MAYMARCH ) d:<day>", _every_month),
    Rule("( every | each ) d:<day> m:( MONTH | MAYMARCH )", _every_month),
    Rule("( every | each ) s:( SEASON | FALL )", _every_season),
    Rule("( every | each ) p:PART", _every_part),
    Rule("( once | twice | NUM? times ) ( A | every | each | per ) u:<unit>", rate),
    Rule("per u:UNIT", rate),
)
