"""References to the present, the past and the future without a date."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex


def _present(hit: Hit, reading: Reading) -> Outcome:
    return Timex(DateType.DATE, "PRESENT_REF")


def _past(hit: Hit, reading: Reading) -> Outcome:
    return Timex(DateType.DATE, "PAST_REF")


def _future(hit: Hit, reading: Reading) -> Outcome:
    return Timex(DateType.DATE, "FUTURE_REF")


def _recent(hit: Hit, reading: Reading) -> Outcome:
    """ "the recent closing"; "a recent estimate" tells no time."""
    return None if hit.words.among(hit.start - 1, "A") else _past(hit, reading)


RULES = (
    Rule("( right | just )? NOW", _present),
    Rule("at present", _present),
    Rule("at the ( moment | present time )", _present),
    Rule("( these | nowadays ) days", _present),
    Rule("PASTREF", _past),
    Rule("the ( recent | distant )? past", _past),
    Rule("recent", _recent),
    Rule("in ( near | foreseeable | immediate | distant )? future", _future),
    Rule("the ( near | foreseeable | immediate | distant )? future", _future),
)
