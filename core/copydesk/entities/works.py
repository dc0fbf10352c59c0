"""Titles of works in quotation marks: "Low Tide at Lagos" is one name and no place."""

from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.owners import Owners
from copydesk.entities.words import Name, Words

_MARKS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“"}
_LONGEST = 10  # words of a title, marks among them
_SMALL = frozenset(
    {"a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "with", "by", "de"}
)
_STOPS = frozenset(".,;:!?")


def with_works(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, each title that the tagger has a piece of made whole, its article and all."""
    if _MARKS.keys().isdisjoint(words.forms):
        return list(names)
    owners = Owners(names)
    known: set[tuple[str, ...]] = set()
    for opened, form in enumerate(words.forms):
        stop = _end_of_title(opened, words) if form in _MARKS else None
        if stop is None:
            continue
        pieces = owners.of(range(opened + 1, stop))
        title = words.forms[opened + 1 : stop]
        is_work = title in known or any(piece.type is EntityType.MISC for piece in pieces)
        if pieces and is_work and opened < min(pieces).first and max(pieces).stop <= stop:
            known.add(title)
            owners.join(opened + 1, stop, EntityType.MISC)
    return owners.names()


def _end_of_title(opened: int, words: Words) -> int | None:
    """Where the title ends that a mark opens; None where its words are not written as a title's."""
    stop = opened + 1
    while stop < len(words.forms) and words.forms[stop] != _MARKS[words.forms[opened]]:
        if stop - opened > _LONGEST or words.lines[stop] != words.lines[opened]:
            return None
        stop += 1
    while stop > opened + 1 and words.forms[stop - 1] in _STOPS:
        stop -= 1
    title = words.forms[opened + 1 : stop]
    is_apart = bool(words.gap(opened)) or words.word(opened - 1) in ("(", "[")
    if len(title) < 2 or not is_apart or not title[0][0].isupper():
        return None
    return stop if all(w[0].isupper() or w in _SMALL or not w[0].isalpha() for w in title) else None
