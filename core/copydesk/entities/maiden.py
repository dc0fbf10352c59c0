"""Names before marriage: "Jane (Doe) Roe", "Jane Roe, née Doe", "Roe was born Jane Doe in 1930"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.article import EntityType
from copydesk.entities.lexicon import given_names
from copydesk.entities.owners import Owners
from copydesk.entities.words import Name, Words

_BORN = frozenset({"born", "né", "née", "nee"})
_BETWEEN = _BORN | {",", "(", "was"}
_FEWEST = 2  # of the three words of "Jane (Doe) Roe", those that the tagger gave to people


def with_maiden_names(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, each "Jane (Doe) Roe" made one of the pieces that the tagger has of it."""
    brackets = [i for i, form in enumerate(words.forms) if form == "("]
    brackets = [i for i in brackets if _is_in_brackets(i, words)]
    if not brackets:
        return list(names)
    owners = Owners(names)
    for opened in brackets:
        pieces = owners.of((opened - 1, opened + 1, opened + 3))
        if len(pieces) < _FEWEST or {piece.type for piece in pieces} != {EntityType.PER}:
            continue
        first, stop = min(pieces).first, max(pieces).stop
        owners.join(min(opened - 1, first), max(opened + 4, stop), EntityType.PER)
    return owners.names()


def _is_in_brackets(opened: int, words: Words) -> bool:
    """Whether a given name, one word in brackets and another word stand there."""
    before, inner, closed, after = (words.word(opened + i) for i in (-1, 1, 2, 3))
    return (
        closed == ")"
        and before.lower() in given_names()
        and all(word[:1].isupper() for word in (before, inner, after))
        and words.gap(opened) == words.gap(opened + 3) == " "
    )


def birth_names(names: Sequence[Name], words: Words) -> Iterator[tuple[Name, Name]]:
    """Mentions of people, each with the one beside it that tells the name of their birth."""
    for later, born in pairwise(names):
        between = words.forms[later.stop : born.first]
        is_near = later.type is born.type is EntityType.PER and _BETWEEN.issuperset(between)
        if is_near and is_birth_name(born, words):
            yield later, born


def is_birth_name(name: Name, words: Words) -> bool:
    """Whether a mention tells the name that somebody was born with."""
    return words.word(name.first - 1).lower() in _BORN
