"""Repair of the tagger's spans: where a name begins and where it ends."""

import re
from collections.abc import Iterator, Sequence

from copydesk.article import EntityType
from copydesk.entities.chaff import is_compound, names_something, without_common_words
from copydesk.entities.citations import with_cited
from copydesk.entities.completion import (
    completed,
    is_abbreviated,
    is_answer,
    is_legal_form,
)
from copydesk.entities.labels import without_labels
from copydesk.entities.letters import with_correspondents
from copydesk.entities.lexicon import furniture, places, titles
from copydesk.entities.maiden import with_maiden_names
from copydesk.entities.media import with_media
from copydesk.entities.offices import POSSESSIVE
from copydesk.entities.runons import parted
from copydesk.entities.shops import FUNCTION_WORDS, is_shops, with_shops
from copydesk.entities.states import with_states
from copydesk.entities.stitching import stitched, with_nicknames
from copydesk.entities.words import Name, Words
from copydesk.entities.works import with_works

_ARTICLES = frozenset({"the", "The", "THE", "a", "an"})  # "A" may be an initial
_SMALL = FUNCTION_WORDS | {"city", "county", "federal", "local", "municipal", "provincial", "state"}
"""What is no part of a name that it stands before: "the state Department of Parks"."""
_HONOURS = frozenset({"CBE", "KC", "MBE", "MEP", "MP", "MSP", "OBE", "QC", "MD", "PhD"})
_AND = frozenset({"and", "AND", "&", ";"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPEN, _CLOSE = "([", ")]"


def repaired(names: Sequence[Name], words: Words) -> list[Name]:
    """The names with their edges set right, in text order; what names nobody is gone."""
    pieces = [piece for name in names for piece in _on_one_line(name, words)]
    pieces = stitched(with_maiden_names(pieces, words), words)
    pieces = [piece for name in pieces for piece in _without_and(name, words)]
    trimmed = [_balanced(_trimmed(piece, words), words) for piece in pieces]
    named = with_nicknames([name for name in trimmed if name.first < name.stop], words)
    whole = with_shops([completed(name, words) for name in named], words)
    kept = [name for name in parted(whole, words) if names_something(name, words)]
    named = without_common_words(with_works(_apart(kept), words), words)
    named = without_labels(named, words)
    named = with_cited(with_media(with_correspondents(named, words), words), words)
    return with_states(named, words)


def _on_one_line(name: Name, words: Words) -> Iterator[Name]:
    first = name.first
    for i in range(name.first + 1, name.stop + 1):
        if i == name.stop or words.lines[i] != words.lines[first]:
            yield name._replace(first=first, stop=i)
            first = i


def _without_and(name: Name, words: Words) -> Iterator[Name]:
    """The names in "Kerry and Lavrov", "Suva, Fiji", "Acme / Roe"; bodies and places have "and"."""
    first = name.first
    for i in range(name.first + 1, name.stop):
        if _parts(i, name, words):
            yield name._replace(first=first, stop=i)
            first = i + 1
    if first < name.stop:
        yield name._replace(first=first)


def _parts(index: int, name: Name, words: Words) -> bool:
    """Whether one name ends before a word and another begins behind it."""
    form, kind = words.forms[index], name.type
    if form == "/" and kind is not EntityType.MISC:
        return bool(words.gap(index) and words.gap(index + 1))
    if form == "," and kind is EntityType.ORG:  # "Ministry of Housing, Roads and Parks", "Roe, Inc"
        rest = words.forms[index + 1 : name.stop]
        return _AND.isdisjoint(rest) and not is_legal_form("".join(rest[:1]))
    if form == ",":
        return kind is EntityType.LOC
    return form in _AND and kind is EntityType.PER


def _trimmed(name: Name, words: Words) -> Name:
    first, stop = name.first + 2 * is_answer(name.first, words), name.stop
    while first < stop and not words.forms[first][0].isalnum() and words.forms[first] not in _OPEN:
        first += 1
    if first < stop - 1 and words.forms[first] in _ARTICLES:
        first += words.key(first, stop) != "the hague"
    if name.type is not EntityType.PER:
        while first < stop - 1 and words.forms[first] in _SMALL:
            first += 1
    if name.type is EntityType.PER:
        first = _past_titles(first, stop, words)
    stop = _without_loose_end(name, first, words)
    if any(form[0].isupper() for form in words.forms[first:stop]):
        first, stop = _without_small_words(first, stop, words)
    if name.type is EntityType.PER:  # "Ann Roe Image"; but "Getty Images", "Human Rights Watch"
        while first < stop - 1 and _is_behind_a_name(words.forms[stop - 1]):
            stop -= 1
    return _without_year(name._replace(first=first, stop=stop), words)


def _without_year(name: Name, words: Words) -> Name:
    """The state of "the 2013 Virginia election"."""
    place = name._replace(first=name.first + 1, type=EntityType.LOC)
    is_dated = place.first < name.stop and _YEAR.fullmatch(words.forms[name.first])
    return place if is_dated and places().find(words.slice(place.first, place.stop)) else name


def _is_behind_a_name(form: str) -> bool:
    """Whether a word is the page's furniture or an honour: "Ann Roe OBE"."""
    return form.lower() in furniture() or form in _HONOURS


def _without_small_words(first: int, stop: int, words: Words) -> tuple[int, int]:
    """The words without "province" behind them and "Geneva-based" or half a "pro-EU" before."""
    after = words.unit_after(first, stop)
    is_half = words.is_in_compound(first, after)
    while after < stop and (is_half or is_compound(words.slice(first, after))):
        is_half = False
        first, after = after, words.unit_after(after, stop)
    before = words.unit_before(stop, first)
    while before > first and words.slice(before, stop).islower():
        stop, before = before, words.unit_before(before, first)
    return first, stop


def _past_titles(first: int, stop: int, words: Words) -> int:
    """Where the name begins in "Secretary of State John Kerry"."""
    at = first
    while at < stop - 1 and words.forms[at].lower() in titles():
        at += 1
        if words.forms[at] == "of" and at + 3 < stop:
            at = stop - 2
    return at


def _hangs_on(index: int, words: Words) -> bool:
    """Whether the last word is a possessive or a mark that is not the name's own."""
    form = words.forms[index]
    if form in POSSESSIVE:
        return True
    if form == ".":
        return not is_abbreviated(words.forms[index - 1])
    return not form[-1].isalnum() and form not in _CLOSE and not form.endswith(".")


def _without_loose_end(name: Name, first: int, words: Words) -> int:
    """Where a name that begins at `first` ends, without what hangs on behind it."""
    stop = name.stop
    while first < stop and _hangs_on(stop - 1, words) and not is_shops(name, stop, words):
        stop -= 1
    return stop - (name.type is EntityType.ORG and _ends_in_a_title(first, stop, words))


def _ends_in_a_title(first: int, stop: int, words: Words) -> bool:
    """Whether a police force took in the "Const." of the officer behind it."""
    is_stopped = words.word(stop) == "." and not words.gap(stop)
    return stop - first > 1 and is_stopped and words.forms[stop - 1].lower() + "." in titles()


def _balanced(name: Name, words: Words) -> Name:
    """The name with both its brackets or with none."""
    opened: list[int] = []
    for i in range(name.first, name.stop):
        if words.forms[i] in _OPEN:
            opened.append(i)
        elif words.forms[i] in _CLOSE:
            if not opened:
                return name._replace(first=i + 1) if i == name.first else name._replace(stop=i)
            opened.pop()
    if not opened:
        return name
    if words.word(name.stop) in tuple(_CLOSE) and opened[0] > name.first:
        return name._replace(stop=name.stop + 1)
    return (
        name._replace(stop=opened[0])
        if opened[0] > name.first
        else name._replace(first=opened[0] + 1)
    )


def _apart(names: Sequence[Name]) -> list[Name]:
    """The names less those that begin inside another."""
    kept: list[Name] = []
    for name in names:
        if not kept or kept[-1].stop <= name.first:
            kept.append(name)
    return kept
