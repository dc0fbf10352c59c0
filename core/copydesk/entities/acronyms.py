"""Which letters stand for which long name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from copydesk.entities.forms import Sets

_SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "at", "by", "de", "du", "des", "la", "le", "les"}
    | {"et", "del", "y", "e", "da", "do", "der", "die", "das", "und", "für", "fur", "di", "a"}
)
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
