"""Hours that come again each day of a week: "9am-5pm Mon-Fri"."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.rules.clock import told_time

_NAMES = ("t1", "t2", "d1", "d2", "often", "d3", "t3", "t4", "d4", "t5", "t6")
_FROM, _TO = (1, 2), (5, 6, 7)
"""Weekdays between which a place is open; from Thursday to Sunday a festival runs."""
_SECOND = {"t1": "t2", "t3": "t4", "t5": "t6"}


def _hours(hit: Hit, reading: Reading) -> Outcome:
    """ "9am-5pm Mon-Fri", "Monday to Friday, 10 a.m. to 4 p.m.", "daily 9-5pm": sets come out."""
    if _is_of_one_week(hit) or (hit.token("t1").isdigit() and "".join(hit.tokens("t2")).isdigit()):
        return None  # "Monday through Friday, 8 to 10 people came"
    values = {name: _value(hit, name) for name in _NAMES if hit.has(name)}
    timexes = [
        Timex(DateType.SET, value, start=hit.span(name)[0], end=hit.span(name)[1])
        for name, value in values.items()
        if value is not None
    ]
    return sorted(timexes, key=lambda t: t.start or 0) if len(timexes) == len(values) else None


def _is_of_one_week(hit: Hit) -> bool:
    """ "Thursday to Sunday, 10 a.m. to 4 p.m." is more likely an event's."""
    if not hit.has("d1") or not hit.words.among(hit.span("d1")[0], "WEEKDAY"):
        return False
    first, last = (hit.number(name, "WEEKDAY", "WEEKDAYABBR", "WEEKDAYS") for name in ("d1", "d2"))
    return first not in _FROM or last not in _TO


def _value(hit: Hit, name: str) -> str | None:
    if name == "often":
        workdays = hit.words.among(hit.span(name)[0], "WORKDAYS")
        return "XXXX-WXX-WD" + hit.code(name, "WORKDAYS") if workdays else "P1D"
    if name.startswith("d"):
        return f"XXXX-WXX-{hit.number(name, 'WEEKDAY', 'WEEKDAYABBR', 'WEEKDAYS')}"
    time = _time(hit, name)
    return time and f"XXXX-XX-XXT{time}"


def _time(hit: Hit, name: str) -> str | None:
    """The first time's half of the day is the second's, if it then comes before it."""
    first, half = _told(hit, name)
    if name in _SECOND and not half:
        later, its_half = _told(hit, _SECOND[name])
        early = told_time(first, its_half)
        late = told_time(later, its_half)
        if early and late and early < late:
            return early
    return told_time(first, half)


def _told(hit: Hit, name: str) -> tuple[str, str]:
    first, *rest = hit.tokens(name)
    return first, "".join(rest) or (first[-2:] if first[-1] == "m" else "")


def _each_week(hit: Hit, reading: Reading) -> Outcome:
    """ "9 p.m. on Thursdays", "every Thursday at 9 p.m."."""
    day = hit.number("d1", "WEEKDAY", "WEEKDAYS")
    at = hit.span("d1")[0]
    if hit.words.among(at, "WEEKDAY") and hit.words.at(at - 1) not in ("every", "each"):
        return None
    time = told_time(*_told(hit, "t1"))
    return Timex(DateType.SET, f"XXXX-WXX-{day}T{time}") if time else None


_CLOCK = "( CLOCKAMPM | ( CLOCK | CLOCKDOT | HOUR ) AMPM? )"
_TILL = "( DASH | to | until | till )"
_TIMES = f"t1:{_CLOCK} {_TILL} t2:{_CLOCK}"
_DAY = "( WEEKDAY | WEEKDAYABBR | WEEKDAYS )"
_DAYS = f"( d1:{_DAY} DOT? ( DASH | to | through ) d2:{_DAY} DOT? | often:( daily | WORKDAYS ) )"

_MORE = (
    f"( ( COMMA | and )? d3:{_DAY} DOT? COMMA? t3:{_CLOCK} {_TILL} t4:{_CLOCK}"
    f" ( ( COMMA | and )? d4:{_DAY} DOT? COMMA? t5:{_CLOCK} {_TILL} t6:{_CLOCK} )? )?"
)

_AGAIN = "( on | every | each )? d1:( WEEKDAY | WEEKDAYS )"
_SURE = "( CLOCKAMPM | CLOCK | ( CLOCKDOT | HOUR ) AMPM )"

RULES = (
    Rule(f"t1:{_SURE} {_AGAIN}", _each_week),
    Rule(f"{_AGAIN} ( at | from )? t1:{_SURE}", _each_week),
    Rule(f"{_TIMES} COMMA? ( on )? {_DAYS}", _hours),
    Rule(f"{_DAYS} ( COMMA | COLON | from )? {_TIMES} {_MORE}", _hours),
)
