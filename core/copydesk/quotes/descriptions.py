"""Whom a description stands for: "the minister", "the 45-year-old", "the ministry"."""

import re
from collections.abc import Sequence

from copydesk.article import Entity, EntityType, Speaker
from copydesk.quotes.cast import Cast, description_of
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Stretch

REACH = 3  # sentences that "the company" looks back for a body's name
_TAIL = re.compile(r"[,(]|\s(?:who|which|whose|that|of|for|at|in|from|with|on)\s|\s[-–—]\s")
_AGE = re.compile(r"\b(\d{1,3})(?=-year-old|\sans\b|-Jährige)")


def described(
    cast: Cast, lexicon: Lexicon, source: Stretch, told: Sequence[Speaker]
) -> Entity | str | None:
    """The entity or the longer description that a description stands for.

    An indefinite one ("a senior official", "protesters") stands for itself. A definite one
    ("the official") that nothing before explains stands for nobody known: None.
    """
    words = _TAIL.split(cast.page.text[source.start : source.end])[0].split()
    if not words:
        return None
    head = words[-1].lower().removesuffix("'s").removesuffix("’s")
    definite = words[0].lower() in lexicon.definite
    if definite and (entity := _person(cast, source, head) or _body(cast, lexicon, source, head)):
        return entity
    if definite:
        return _earlier(told, head)
    return _without_article(cast.page.text[source.start : source.end], lexicon)


def _person(cast: Cast, source: Stretch, head: str) -> Entity | None:
    """The last person before the description whom it fits."""
    age = _AGE.match(head)
    wanted = re.compile(rf"\b{re.escape(age[1] if age else head)}\b")
    for mention in reversed(cast.persons_before(source.start)):
        role = mention.entity.role
        if not age and role and wanted.search(role.text.lower()):
            return mention.entity
        if wanted.search(description_of(cast.page, mention)):
            return mention.entity
    return None


def _body(cast: Cast, lexicon: Lexicon, source: Stretch, head: str) -> Entity | None:
    """The last body named before whose name holds the head word, or any close by."""
    bodies = [
        m.entity
        for m in cast.recent(source.start)
        if m.entity.type in (EntityType.ORG, EntityType.LOC)
    ]
    for entity in reversed(bodies):
        if head in entity.name.lower().split():
            return entity
    if head not in lexicon.bodies:
        return None
    for sentence in reversed(cast.page.sentences.before(source.start)[-REACH:]):
        for mention in cast.unquoted(sentence.start, sentence.end):
            if mention.entity.type is EntityType.ORG and mention.start < source.start:
                return mention.entity
    return None


def _earlier(told: Sequence[Speaker], head: str) -> str | None:
    """The name of an earlier speaker described with the same head word."""
    for speaker in reversed(told):
        words = _TAIL.split(speaker.text)[0].lower().split()
        if words and words[-1] == head and speaker.name:
            return speaker.name
    return None


def _without_article(text: str, lexicon: Lexicon) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in lexicon.articles else text
