"""References to the present, the past and the future without a date."""

from copydesk.article import DateType
from copydesk.dates.grammar import Hit, Outcome, Rule
from copydesk.dates.reading import Reading, Timex

_OPENS_DATE = ("PREP", "LAST", "THIS", "MONTH", "WEEKDAY", "RELDAY")


def present(hit: Hit, reading: Reading) -> Outcome:
    """ "now", "at the moment"."""
    return Timex(DateType.DATE, "PRESENT_REF")


def past(hit: Hit, reading: Reading) -> Timex:
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
    glued = words.glued(hit.end - 1) and words.among(hit.end, "DASH")  # "his now-husband"
    return None if words.tokens[at] == "Now" or glued else present(hit, reading)


def _current(hit: Hit, reading: Reading) -> Outcome:
    """ "her current husband", "the current four flights"; "the current in the river" is a noun."""
    words, end = hit.words, hit.end
    whose = words.among(hit.start - 1, "ARTICLE") or words.among(hit.start - 1, "POSSESSIVE")
    noun = any(words.among(end, c) for c in ("PREP", "PASTVERB", "BEFORETO", "FIXED"))
    return present(hit, reading) if whose and words.at(end).isalnum() and not noun else None


def _soon(hit: Hit, reading: Reading) -> Outcome:
    """ "very soon", "may soon seek"; "soon" alone is as often said of the past."""
    asked = hit.has("very") or hit.words.among(hit.start - 1, "MODAL")
    return future(hit, reading) if asked else None


def _recent(hit: Hit, reading: Reading) -> Outcome:
    """ "the recent closing"; "a recent estimate" tells no time."""
    return None if hit.words.among(hit.start - 1, "A") else past(hit, reading)


def _recently(hit: Hit, reading: Reading) -> Outcome:
    """ "recently"; "most recently in 2014" says which of several times, not when."""
    words = hit.words
    dated = any(words.among(hit.end, c) for c in _OPENS_DATE)
    return () if dated and words.at(hit.start - 1) == "most" else past(hit, reading)


def _past_units(hit: Hit, reading: Reading) -> Outcome:
    """ "in past years", "in previous years" are former years, no length."""
    return past(hit, reading)._replace(start=hit.start + 1)


def _some_units(hit: Hit, reading: Reading) -> Outcome:
    """ "in the coming weeks and months": no one length is meant."""
    ahead = hit.words.among(hit.span("r")[0], "NEXT")
    return future(hit, reading) if ahead else past(hit, reading)


def _at_the_time(hit: Hit, reading: Reading) -> Outcome:
    """ "He said at the time he was ill"; not "at the time of the vote", "at the time he left"."""
    words, end = hit.words, hit.end
    ends = end >= len(words.tokens) or not words.at(end)[0].isalnum()
    told = words.among(hit.start - 1, "SPEECH") and words.at(end) not in ("of", "when")
    return Timex(DateType.DATE, "PAST_REF", start=hit.start + 1) if ends or told else None


RULES = (
    Rule("( right | just )? n:NOW", _now),
    Rule("current", _current),
    Rule("at present", present),
    Rule("at the ( moment | present time )", present),
    Rule("( these | nowadays ) days", present),
    Rule("( the other day | those days )", past),
    Rule("PASTREF", _recently),
    Rule("at the time", _at_the_time),
    Rule("r:( LAST | NEXT | LATEST ) UNITS and UNITS", _some_units, article=True),
    Rule("in ( past | previous | former | earlier ) UNITS", _past_units),
    Rule("the ( recent | distant )? past", past),
    Rule("recent", _recent),
    Rule("( very:very )? soon", _soon),
    Rule("the ( near | short ) term", future),
    Rule("in ( near | foreseeable | immediate | distant )? future", future),
    Rule("the ( near | foreseeable | immediate | distant )? future", _the_future),
)
