"""What the tagger takes for names and names nobody: days, compounds, pieces of links."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import given_names, not_names, places, titles
from copydesk.entities.words import Name, Words

# "Washington-based", "pro-Beijing", "R-Ariz.": said of a thing, not its name.
_COMPOUND = re.compile(
    r"\S+-(?:based|backed|born|bound|brokered|controlled|dominated|era|funded|held|led|listed|made"
    r"|occupied|owned|registered|related|ruled|run|sponsored|style|supported|trained)"
    r"|(?:pro|anti|non|ex|post|pre|mid)-[A-Z]\S*"
    r"|[RDI]-[A-Z]\S*"
)
_LINK_MARKS = ("://", "www.", ".com/", ".co/")
_NO_ADDRESS = re.compile(r"[\s<>\"“”]")  # stands in no address: "Jane Roe"<jane@acme.org>
_LONGEST_ADDRESS = 100  # code points to either side of a name
_SURE, _SURE_OF_ONE_WORD = 0.7, 0.75  # probabilities, set by eye on German and Japanese news
_SURE_OF_A_GIVEN_NAME = 0.4
_TOLD_BY_CASE = 0.9  # a surer name is one, however often the word is written small
_PARTIES = ("D", "I", "R")
_SMALL = 2  # times as often small as named: a common word; "Lsu" in sloppy writing is not
_SHORTEST_PERSON = 3  # letters of a lone "Jan" or "Sun" that may be a person's name


def is_compound(unit: str) -> bool:
    """Whether a unit is made of a name but names nothing itself."""
    return _COMPOUND.fullmatch(unit) is not None


def sure_names(names: Sequence[Name], words: Words) -> list[Name]:
    """The names that the tagger is sure of at some mention, for texts in languages it hardly knows.

    There it takes any capital letter for a name's, as in German nouns.
    """
    keys = [words.key(n.first, n.stop) for n in names]
    best: dict[str, float] = {}
    for key, name in zip(keys, names, strict=True):
        best[key] = max(name.score, best.get(key, 0))
    return [
        name
        for key, name in zip(keys, names, strict=True)
        if best[key] >= _least_score(name, words) and _ends_as_a_name(name, words)
    ]


def _least_score(name: Name, words: Words) -> float:
    """How sure the tagger must be of a name: less so where a known given name opens it."""
    if name.stop - name.first == 1:
        return _SURE_OF_ONE_WORD
    given = words.unit_after(name.first, name.stop)
    is_person = name.type is EntityType.PER and given < name.stop
    is_named = is_person and words.slice(name.first, given).lower() in given_names()
    return _SURE_OF_A_GIVEN_NAME if is_named else _SURE


def _ends_as_a_name(name: Name, words: Words) -> bool:
    """Not "Am Dienstag", nor "heute nicht"."""
    last = words.slice(name.stop - 1, name.stop)
    return not last.islower() and last.lower() not in not_names()


def without_common_words(names: Sequence[Name], words: Words) -> list[Name]:
    """The names less the doubtful words that the text writes small elsewhere: a line's "Bushfire".

    Not given names ("Will" beside many a "will"), nor places and peoples.
    """
    small = Counter(form for form in words.forms if form.islower())
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for name in names:
        if name.stop - name.first == 1:
            scores[words.forms[name.first].lower()].append(name.score)
    common = {
        low
        for low, found in scores.items()
        if small[low] >= _SMALL * len(found) and max(found) < _TOLD_BY_CASE
        if not (low in given_names() or low in places().demonyms or places().find(low))
    }
    return [n for n in names if n.stop - n.first > 1 or words.forms[n.first].lower() not in common]


def names_something(name: Name, words: Words) -> bool:
    """Whether a span can be a name."""
    form = words.slice(name.first, name.stop)
    if not any(c.isalpha() for c in form) or (len(form) == 1 and form.isascii()):
        return False
    if is_compound(form) or words.is_in_compound(name.first, name.stop):
        return False
    if _is_rank_or_state(name, words):
        return False
    if form.lower() in not_names():
        return name.type is EntityType.PER and len(form) >= _SHORTEST_PERSON
    return not _is_in_address(name, words)


def _is_rank_or_state(name: Name, words: Words) -> bool:
    """Whether a lone word is the "Supt" of "Supt Ann Roe" or the state of "D-Ore."."""
    if name.stop - name.first > 1 + (words.forms[name.stop - 1] == "."):
        return False
    is_rank = words.forms[name.first].lower() + "." in titles()
    party = words.word(name.first - 2) in _PARTIES and words.word(name.first - 1) == "-"
    is_glued = not (words.gap(name.first) or words.gap(name.first - 1))
    return (is_rank and words.word(name.stop)[:1].isupper()) or (party and is_glued)


def _is_in_address(name: Name, words: Words) -> bool:
    """Whether the name is a piece of a mail address or of a link."""
    start, end = words.spans[name.first].start, words.spans[name.stop - 1].end
    before = words.text[max(0, start - _LONGEST_ADDRESS) : start]
    after = words.text[end : end + _LONGEST_ADDRESS]
    left, right = _NO_ADDRESS.split(before)[-1], _NO_ADDRESS.split(after, maxsplit=1)[0]
    if any(mark in left + right for mark in _LINK_MARKS):
        return True
    return "@" in left.rpartition("/")[2] + right.partition("/")[0]  # "Roe/ACME@acme"
