"""People whose names stand one after the other without a mark, told apart."""

from collections.abc import Iterator, Sequence

from copydesk.article import EntityType
from copydesk.entities.words import Name, Words

_RUN_ON = 4  # units; a shorter run is one person's name
_KNOWN = (3, 2)  # units of a name that is looked for in a run, the longest first

_Run = tuple[str, ...]


def parted(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, with runs cut where a full name begins or ends that stands alone elsewhere."""
    units = {n: _units(n, words) for n in names if n.type is EntityType.PER}
    known = {words.forms[n.first : n.stop] for n, u in units.items() if len(u) - 1 in _KNOWN}
    return [
        piece
        for name in names
        for piece in (
            _pieces(name, units[name], words, known)
            if len(units.get(name, ())) > _RUN_ON
            else (name,)
        )
    ]


def _units(name: Name, words: Words) -> list[int]:
    """Where the units between white space begin, and the end of the name."""
    starts = [i for i in range(name.first + 1, name.stop) if words.gap(i)]
    return [name.first, *starts, name.stop]


def _pieces(name: Name, units: Sequence[int], words: Words, known: set[_Run]) -> Iterator[Name]:
    at = rest = 0
    while at < len(units) - 1:
        ends = (at + size for size in _KNOWN if at + size < len(units))
        end = next((e for e in ends if words.forms[units[at] : units[e]] in known), None)
        if end is None or (rest == 0 < at and end == len(units) - 1):  # Aung San Suu Kyi
            at += 1
            continue
        if rest < at:
            yield name._replace(first=units[rest], stop=units[at])
        yield name._replace(first=units[at], stop=units[end])
        at = rest = end
    if rest < len(units) - 1:
        yield name._replace(first=units[rest])
