"""Whom "he", "she", "they" and "it" stand for, by gender, number and recency."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.article import Entity, EntityType, Speaker
from copydesk.quotes.cast import Cast
from copydesk.quotes.page import Stretch

REACH = 12  # sentences that a pronoun looks back
NEAR = 2  # sentences that "it" and "they" look back
_POSSESSIVE = ("'s", "’s", "'", "’")


class Candidate(NamedTuple):
    """Somebody named or spoken of at a place in the text."""

    start: int
    entity: Entity


def person_for(cast: Cast, gender: str, at: Stretch, told: Sequence[Speaker]) -> Entity | None:
    """The nearest person before a pronoun who may be he (`m`) or she (`f`).

    Sentence by sentence backwards; in each from its beginning, for subjects come first. A person
    known to be of that gender goes before one who may be.
    """
    for sentence in _sentences_back(cast, at):
        people = [
            c.entity
            for c in _candidates(cast, sentence, told)
            if c.entity.type is EntityType.PER and cast.genders[c.entity.id] in (gender, None)
        ]
        if people:
            return next((p for p in people if cast.genders[p.id] == gender), people[0])
    return None


def body_for(cast: Cast, at: Stretch, told: Sequence[Speaker]) -> Entity | None:
    """The body that "it" stands for: the first one named in the sentence before."""
    for sentence in list(_sentences_back(cast, at))[:NEAR]:
        for candidate in _candidates(cast, sentence, told):
            if candidate.entity.type in (EntityType.ORG, EntityType.LOC):
                return candidate.entity
    return None


def group_for(cast: Cast, at: Stretch, told: Sequence[Speaker]) -> Entity | str | None:
    """Whoever spoke last and close by, where that is a body or a described group."""
    near = cast.page.sentences.last_inside(0, at.start, NEAR)
    if not told or not near or told[-1].start < near[0].start:
        return None
    entity = cast.by_id.get(told[-1].entity or "")
    if entity and entity.type is EntityType.PER:
        return None
    return entity or told[-1].name


def relative_for(cast: Cast, at: Stretch) -> Entity | None:
    """The person named last before "who" in its sentence."""
    sentence = next(iter(_sentences_back(cast, at)), at)
    named = cast.unquoted(sentence.start, at.start)
    return next((m.entity for m in reversed(named) if m.entity.type is EntityType.PER), None)


def _sentences_back(cast: Cast, at: Stretch) -> Iterator[Stretch]:
    for sentence in reversed(cast.page.sentences.last_inside(0, at.start, REACH)):
        yield Stretch(sentence.start, min(sentence.end, at.start))


def _candidates(cast: Cast, sentence: Stretch, told: Sequence[Speaker]) -> list[Candidate]:
    """Who is named in a sentence outside quotation marks, and who speaks in it as a pronoun."""
    text = cast.page.text
    named = [
        Candidate(m.start, m.entity)
        for m in cast.unquoted(sentence.start, sentence.end)
        if not text.startswith(_POSSESSIVE, m.end)
    ]
    named += [
        Candidate(s.start, cast.by_id[s.entity])
        for s in told
        if s.entity and sentence.start <= s.start < sentence.end
    ]
    return sorted(named, key=lambda c: c.start)
