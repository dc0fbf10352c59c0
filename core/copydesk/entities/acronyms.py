"""Which letters stand for which long name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from copydesk.article import EntityType
from copydesk.entities.forms import Sets, folded
from copydesk.entities.words import Name, Words

_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "at", "by", "de", "du", "des", "la", "le", "les"}
    | {"et", "del", "y", "e", "da", "do", "der", "die", "das", "und", "für", "fur", "di", "a"}
)
_QUOTES = frozenset("\"“”'‘’")
_MOST_LETTERS = 10


def initials(words: Sequence[str]) -> Iterator[str]:
    """The letters that a long name, folded, may go by: with and without its small words.

    >>> sorted(initials(("department", "of", "defense")))
    ['dd', 'dod']
    """
    if 2 <= len(words) <= _MOST_LETTERS:
        yield "".join(w[0] for w in words)
        if any(w in _SMALL for w in words):
            yield "".join(w[0] for w in words if w not in _SMALL)


def join_acronyms(
    acronyms: Mapping[int, str], long_names: Mapping[int, tuple[str, ...]], sets: Sets
) -> None:
    """Joins each acronym (form index to letters) to the one long name it can stand for."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for i, words in long_names.items():
        for letters in initials(words):
            known[letters].add(sets.root(i))
    for i, letters in acronyms.items():
        roots = {sets.root(r) for r in known.get(letters, ())}
        if len(roots) == 1:
            sets.join([i, *roots])


def definitions(names: Sequence[Name], words: Words) -> Iterator[tuple[Name, Name]]:
    """Long names with the letters that follow in brackets: "Bank of Ruritania (BOR)".

    The letters of an organisation may be those of its name in another language.
    """
    for long, short in pairwise(names):
        opened = words.forms[long.stop : short.first]
        closed = words.forms[short.stop : short.stop + len(opened)]
        is_bracketed = opened[:1] == ("(",) and closed[-1:] == (")",)
        is_quoted = len(opened) == 2 and {*opened[1:], *closed[:1]} <= _QUOTES
        if not is_bracketed or len(opened) > 1 + is_quoted or short.stop - short.first > 1:
            continue
        letters = words.forms[short.first]
        is_body = long.type is short.type is EntityType.ORG and long.stop - long.first > 1
        if letters.isupper() and (is_body or _is_spelt(letters, long, words)):
            yield long, short


def _is_spelt(letters: str, long: Name, words: Words) -> bool:
    told = folded(letters)
    return bool(told) and told[0] in initials(folded(words.slice(long.first, long.stop)))
