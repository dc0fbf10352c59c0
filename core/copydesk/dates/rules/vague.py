"""References to the present, the past and the future without a date."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.tense import Tense, tense_at


def present(hit: Hit, reading: Reading) -> Outcome:
    """ "now", "at the moment"."""
    return Timex(DateType.DATE, "PRESENT_REF")


def past(hit: Hit, reading: Reading) -> Outcome:
    """ "the recent past"."""
    return Timex(DateType.DATE, "PAST_REF")


def future(hit: Hit, reading: Reading) -> Outcome:
    """ "in the near future"."""
    return Timex(DateType.DATE, "FUTURE_REF")


def _the_future(hit: Hit, reading: Reading) -> Outcome:
    """ "the future" is a time; "the future of the party" is not."""
    return None if hit.words.at(hit.end) == "of" else future(hit, reading)


def _soon(hit: Hit, reading: Reading) -> Outcome:
    """ "may soon seek"; neither "as soon as" nor "was soon released"."""
    words = hit.words
    if words.at(hit.start - 1) == "as" or words.at(hit.end) in ("after", "as"):
        return None
    past = tense_at(words, hit.start, hit.end) is Tense.PAST
    return None if past else future(hit, reading)


def _recent(hit: Hit, reading: Reading) -> Outcome:
    """ "the recent closing"; "a recent estimate" tells no time."""
    return None if hit.words.among(hit.start - 1, "A") else past(hit, reading)


RULES = (
    Rule("( right | just )? NOW", present),
    Rule("at present", present),
    Rule("at the ( moment | present time )", present),
    Rule("( these | nowadays ) days", present),
    Rule("PASTREF", past),
    Rule("the ( recent | distant )? past", past),
    Rule("recent", _recent),
    Rule("( very | pretty )? SOON", _soon),
    Rule("the ( near | short ) term", future),
    Rule("in ( near | foreseeable | immediate | distant )? future", future),
    Rule("the ( near | foreseeable | immediate | distant )? future", _the_future),
)
