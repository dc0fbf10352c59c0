"""The people, organisations, places and other named things of an article."""

from msgspec.structs import replace

from copydesk.article import Article, Dateline, Entity, EntityType
from copydesk.entities.chaff import sure_names
from copydesk.entities.grouping import groups_of
from copydesk.entities.recall import with_missed
from copydesk.entities.records import Title, entity_of
from copydesk.entities.roles import words_of_people
from copydesk.entities.spans import repaired
from copydesk.entities.spellings import spellings_in, with_spellings
from copydesk.entities.votes import with_agreed_types
from copydesk.entities.words import tagged_names, words_of
from copydesk.language import Analysis

__all__ = ["find_entities"]

_TAGGER_LANGUAGES = (None, "en")


def find_entities(article: Article, analysis: Analysis) -> tuple[Entity, ...]:
    """Every named thing of an article once, in order of first mention, with all its mentions."""
    words = words_of(analysis)
    names = repaired(tagged_names(analysis), words)
    if article.language not in _TAGGER_LANGUAGES:
        names = sure_names(names, words)
    names = with_missed(names, words)
    names = with_agreed_types(names, words, _told_types(article))
    people = words_of_people(names)
    title = Title(article.title)
    spellings = spellings_in(caption.text for caption in article.captions)
    entities = (
        with_spellings(entity_of(number, group, words, people), spellings)
        for number, group in enumerate(groups_of(names, words), 1)
    )
    return tuple(replace(e, in_title=title.has(e)) for e in entities)


def _told_types(article: Article) -> dict[str, EntityType]:
    """What the fields around the body tell of names, by case-folded name."""
    dateline = article.dateline or Dateline()
    told: tuple[tuple[str | None, EntityType], ...] = (
        *((author, EntityType.PER) for author in article.authors),
        (dateline.place, EntityType.LOC),
        (article.publisher, EntityType.ORG),
        (dateline.agency, EntityType.ORG),
    )
    return {name.casefold(): kind for name, kind in told if name}
