"""Whom a description stands for: "the minister", "the 45-year-old", "the ministry"."""

import re
from collections.abc import Sequence

from copydesk.article import Entity, EntityType, Speaker
from copydesk.quotes.cast import Cast, Named
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Stretch

REACH = 3  # sentences that "the company" and "the rookie" look back
BARE_WORDS = 2  # "the company"
_APPOSITION = 90  # characters after a name that may hold an apposition
_TAIL = re.compile(
    r"[,.;:()\n]|\s(?:who|which|whose|that|of|for|at|in|from|with|on|and|de|du|von|di|do|da)\s"
    r"|\s[-–—]\s"
)
_OPENS_APPOSITION = re.compile(r"(?:,| \(| [—–])\s*")
_AGE = re.compile(r"(\d{1,3})-year-old|(\d{1,3})-jährige[rn]?")


def described(
    cast: Cast, lexicon: Lexicon, source: Stretch, told: Sequence[Speaker]
) -> Entity | str | None:
    """The entity or the longer description that a description stands for.

    An indefinite one ("a senior official", "protesters") stands for itself, and so does a full one
    ("the nurses' union"). A bare definite one ("the official") that nothing before explains stands
    for nobody known: None.
    """
    text = cast.page.text[source.start : source.end]
    head = _head(text)
    if head is None:
        return None
    if text.split()[0].lower() not in lexicon.definite:
        return _without_article(text, lexicon)
    bare = len(text.split()) <= BARE_WORDS
    itself = None if bare else _without_article(text, lexicon)
    if head in lexicon.bodies:
        return _body(cast, source, head, bare) or _earlier(told, head) or itself
    person = _person(cast, source, head) or _earlier(told, head)
    return person or _last_speaker(cast, lexicon, source, head, told) or itself


def _head(phrase: str) -> str | None:
    """The noun of a phrase, in lower case: `the minister of health` is minister."""
    words = _TAIL.split(phrase.strip())[0].lower().split()
    return words[-1].removesuffix("'s").removesuffix("’s") if words else None


def _person(cast: Cast, source: Stretch, head: str) -> Entity | None:
    """The last person before a description whom it fits."""
    age = _AGE.fullmatch(head)
    for mention in reversed(cast.persons_before(source.start)):
        if age and _apposition(cast, mention).startswith(f"{age[1] or age[2]},"):
            return mention.entity
        if not age and head in _heads_beside(cast, mention):
            return mention.entity
    return None


def _heads_beside(cast: Cast, mention: Named) -> list[str | None]:
    """The nouns that the text gives a person: as a role, right before the name, right after."""
    role = mention.entity.role
    before = cast.page.text[max(0, mention.start - _APPOSITION) : mention.start].split()[-1:]
    return [
        _head(role.text) if role else None,
        before[0].lower() if before else None,
        _head(_apposition(cast, mention)),
    ]


def _apposition(cast: Cast, mention: Named) -> str:
    opening = _OPENS_APPOSITION.match(cast.page.text, mention.end)
    return cast.page.text[opening.end() : opening.end() + _APPOSITION] if opening else ""


def _body(cast: Cast, source: Stretch, head: str, bare: bool) -> Entity | None:
    """The last body before whose name holds the head word; for a bare word, any body close by."""
    near = cast.page.sentences.last_inside(0, source.start, REACH)
    bodies = [
        m
        for m in reversed(cast.recent(source.start))
        if m.entity.type in (EntityType.ORG, EntityType.LOC)
    ]
    for mention in bodies:
        if head in mention.entity.name.lower().split():
            return mention.entity
    for mention in bodies if bare else ():
        if mention.entity.type is EntityType.ORG and near and mention.start >= near[0].start:
            return mention.entity
    return None


def _earlier(told: Sequence[Speaker], head: str) -> str | None:
    """The name of an earlier speaker described with the same head word."""
    return next((s.name for s in reversed(told) if s.name and _head(s.text) == head), None)


def _last_speaker(
    cast: Cast, lexicon: Lexicon, source: Stretch, head: str, told: Sequence[Speaker]
) -> Entity | None:
    """The person who spoke last and close by, for an epithet such as "the rookie"."""
    near = cast.page.sentences.last_inside(0, source.start, REACH)
    if head not in lexicon.epithets or not told or not near:
        return None
    entity = cast.by_id.get(told[-1].entity or "")
    if entity is None or entity.type is not EntityType.PER or told[-1].start < near[0].start:
        return None
    return entity


def _without_article(text: str, lexicon: Lexicon) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in lexicon.articles else text
