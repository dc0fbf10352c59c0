"""Which name each word of a text belongs to."""

from collections.abc import Iterable, Sequence

from copydesk.article import EntityType
from copydesk.entities.words import Name


class Owners:
    """The names of a text by their words, to be joined where several are one."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._of = {i: name for name in names for i in range(name.first, name.stop)}

    def of(self, indices: Iterable[int]) -> list[Name]:
        """The name of each of some words that has one."""
        return [self._of[i] for i in indices if i in self._of]

    def join(self, first: int, stop: int, kind: EntityType) -> None:
        """Makes one name of a run of words that holds a name or more, as sure as the surest."""
        whole = Name(first, stop, kind, max(n.score for n in self.of(range(first, stop))))
        self._of |= dict.fromkeys(range(first, stop), whole)

    def names(self) -> list[Name]:
        """All of them in text order."""
        return sorted(set(self._of.values()))


def with_passed_over(names: Sequence[Name], found: Iterable[Name]) -> list[Name]:
    """The names in text order, with those found elsewhere in the text."""
    taken = {i for name in names for i in range(name.first, name.stop)}
    return sorted([*names, *(n for n in found if taken.isdisjoint(range(n.first, n.stop)))])
