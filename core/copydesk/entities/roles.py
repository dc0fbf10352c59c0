"""The office or description that the text gives a person, before the name or after it."""

from collections.abc import Iterable

from copydesk.article import EntityType, Phrase
from copydesk.entities.appositions import after, before_comma, deed_after, predicate_of
from copydesk.entities.prenominal import before
from copydesk.entities.words import Name, Words


def role_of(mentions: Iterable[Name], words: Words, people: frozenset[int]) -> Phrase | None:
    """The first role of several words that the text gives at a mention, else the first of one.

    Where there is none, what the text says that the person is, or leads or founded. `people` are
    the words that belong to personal names: no role begins beyond another person.
    """
    best: tuple[int, int] | None = None
    told: tuple[int, int] | None = None
    for name in mentions:
        spans = (
            before(name, words, people),
            after(name, words),
            before_comma(name, words, people),
        )
        for span in filter(None, spans):
            if span[1] - span[0] > 1:
                return _phrase(span, words)
            best = best or span
        told = told or predicate_of(name, words) or deed_after(name, words)
    best = best or told
    return _phrase(best, words) if best else None


def words_of_people(names: Iterable[Name]) -> frozenset[int]:
    """The words that belong to personal names."""
    people = (n for n in names if n.type is EntityType.PER)
    return frozenset(i for n in people for i in range(n.first, n.stop))


def _phrase(span: tuple[int, int], words: Words) -> Phrase:
    first, stop = span
    text = words.slice(first, stop)
    return Phrase(text=text, start=words.spans[first].start, end=words.spans[stop - 1].end)
