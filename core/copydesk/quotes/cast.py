"""The people and bodies of an article, as candidates for who speaks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.article import Entity, EntityType
from copydesk.quotes.gender import gender_of, gender_of_words
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.nouns import head_noun
from copydesk.quotes.page import Page

RECENT = 100  # mentions that a description looks back
LARGEST_FAMILY = 9  # more of one surname are no family
_BESIDE = 40  # characters before a mention that may hold a title or an office


class Named(NamedTuple):
    """One mention of an entity."""

    start: int
    end: int
    entity: Entity


class Told(NamedTuple):
    """Somebody spoken of who has been resolved: a speaker, or the subject of a sentence."""

    start: int
    text: str
    stands_for: Entity | str | None
    speaks: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """Every mention of every entity, in text order."""

    page: Page
    lexicon: Lexicon
    mentions: tuple[Named, ...]
    starts: tuple[int, ...]
    genders: dict[str, str | None]
    """By entity id; persons only."""
    persons: tuple[Entity, ...]
    families: dict[str, tuple[Entity, ...]]
    """By surname: persons with a full name, two or more."""
    voices: frozenset[str] = frozenset()
    """The ids of those who speak somewhere by their full name."""
    author: str | None = None
    """Who "I" is outside quotation marks."""

    def inside(self, start: int, end: int) -> Sequence[Named]:
        """The mentions that begin in `[start, end)`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def names_person(self, start: int, end: int) -> bool:
        """Whether a person's name begins in `[start, end)`."""
        return any(m.entity.type is EntityType.PER for m in self.inside(start, end))

    def unquoted(self, start: int, end: int) -> list[Named]:
        """The mentions in the writer's own words."""
        regions = self.page.regions
        return [m for m in self.inside(start, end) if not regions.over(m.start, m.end)]

    def persons_before(self, at: int) -> list[Named]:
        """The last mentions of persons before a place, in the writer's own words."""
        return [m for m in self.recent(at) if m.entity.type is EntityType.PER]

    def bodies_before(self, at: int) -> list[Named]:
        """The last mentions of organisations and places, in the writer's own words."""
        return [m for m in self.recent(at) if m.entity.type in (EntityType.ORG, EntityType.LOC)]

    def gender(self, who: Entity | str) -> str | None:
        """`f` or `m` for a person or a description, where it is known."""
        return self.genders.get(who.id) if isinstance(who, Entity) else gender_of_words(who)

    def recent(self, at: int) -> list[Named]:
        """The last mentions of anything before a place, in the writer's own words."""
        end = bisect_left(self.starts, at)
        recent = self.mentions[max(0, end - RECENT) : end]
        return [m for m in recent if not self.page.regions.over(m.start, m.end)]


def assemble(page: Page, lexicon: Lexicon, entities: Sequence[Entity]) -> Cast:
    """The cast of an article."""
    mentions = sorted(
        (Named(m.start, m.end, entity) for entity in entities for m in entity.mentions),
        key=lambda named: (named.start, -named.end),
    )
    persons = tuple(e for e in entities if e.type is EntityType.PER)
    return Cast(
        page=page,
        lexicon=lexicon,
        mentions=tuple(mentions),
        starts=tuple(m.start for m in mentions),
        persons=persons,
        families=_families(persons),
        genders={e.id: gender_of(e.name, _titles(page, e)) for e in persons},
    )


def _families(persons: Sequence[Entity]) -> dict[str, tuple[Entity, ...]]:
    bearers: dict[str, list[Entity]] = defaultdict(list)
    for person in persons:
        given, _, surname = person.name.rpartition(" ")
        if given:
            bearers[surname].append(person)
    return {name: tuple(f) for name, f in bearers.items() if 1 < len(f) <= LARGEST_FAMILY}


def _titles(page: Page, entity: Entity) -> Iterator[str]:
    if entity.role and (head := head_noun(entity.role.text)):
        yield head
    for mention in entity.mentions:
        yield " ".join(_words_before(page, mention.start).split()[-2:])


def _words_before(page: Page, start: int) -> str:
    """What stands before a mention without a mark between, names and verbs included."""
    before = page.text[max(0, start - _BESIDE) : start]
    for mark in '\n.,;:!?()"“”':
        if mark == "." and before.rstrip().endswith("."):
            continue
        before = before.rpartition(mark)[2]
    return before
