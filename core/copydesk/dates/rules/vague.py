"""References to the present, the past and the future without a date."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex


def present(hit: Hit, reading: Reading) -> Outcome:
    """ "now", "at the moment"."""
    return Timex(DateType.DATE, "PRESENT_REF")


def past(hit: Hit, reading: Reading) -> Outcome:
    """ "the recent past", "several years ago", "long ago"."""
    return Timex(DateType.DATE, "PAST_REF")


def future(hit: Hit, reading: Reading) -> Outcome:
    """ "in the near future"."""
    return Timex(DateType.DATE, "FUTURE_REF")


def _the_future(hit: Hit, reading: Reading) -> Outcome:
    """ "the future" is a time; "the future of the party" is not."""
    return None if hit.words.at(hit.end) == "of" else future(hit, reading)


def _now(hit: Hit, reading: Reading) -> Outcome:
    """ "now", "currently"; at the head of a sentence "Now" leads on, it does not date."""
    words, at = hit.words, hit.span("n")[0]
    return None if words.tokens[at] == "Now" else present(hit, reading)


def _soon(hit: Hit, reading: Reading) -> Outcome:
    """ "very soon", "may soon seek"; "soon" alone is as often said of the past."""
    asked = hit.has("very") or hit.words.among(hit.start - 1, "MODAL")
    return future(hit, reading) if asked else None


def _recent(hit: Hit, reading: Reading) -> Outcome:
    """ "the recent closing"; "a recent estimate" tells no time."""
    return None if hit.words.among(hit.start - 1, "A") else past(hit, reading)


RULES = (
    Rule("( right | just )? n:NOW", _now),
    Rule("at present", present),
    Rule("at the ( moment | present time )", present),
    Rule("( these | nowadays ) days", present),
    Rule("( the other day | those days )", past),
    Rule("PASTREF", past),
    Rule("the ( recent | distant )? past", past),
    Rule("recent", _recent),
    Rule("( very:very )? soon", _soon),
    Rule("the ( near | short ) term", future),
    Rule("in ( near | foreseeable | immediate | distant )? future", future),
    Rule("the ( near | foreseeable | immediate | distant )? future", _the_future),
)
