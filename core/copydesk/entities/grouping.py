"""Mentions of one thing, brought together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from copydesk.article import EntityType
from copydesk.entities.bodies import join_bodies, join_places
from copydesk.entities.forms import Form, Sets, forms_of
from copydesk.entities.people import Directory, join_full_names, single
from copydesk.entities.words import Name, Words


def groups_of(names: Sequence[Name], words: Words) -> list[list[Name]]:
    """The names in groups of one entity each, in order of first mention."""
    forms = forms_of(names, words)
    sets = Sets(len(forms))
    by_type: defaultdict[EntityType, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        by_type[form.type].append(i)
    join_bodies(forms, by_type[EntityType.ORG], sets)
    join_places(forms, by_type[EntityType.LOC], sets)
    people = {i: forms[i].words for i in by_type[EntityType.PER]}
    chosen = _people(forms, people, sets)
    groups: defaultdict[int, list[Name]] = defaultdict(list)
    for i, form in enumerate(forms):
        for name in form.names:
            groups[sets.root(chosen.get(name, i))].append(name)
    return sorted(sorted(group) for group in groups.values())


def _people(
    forms: Sequence[Form], people: Mapping[int, tuple[str, ...]], sets: Sets
) -> dict[Name, int]:
    """Joins people's forms; for a name that several bear, whom each mention means."""
    full = join_full_names(people, sets)
    directory = Directory(full, people, sets)
    unclear: dict[int, set[int]] = {}
    for i, words in people.items():
        if i not in full:
            found = {sets.root(r) for r in directory.find(single(words))}
            if len(found) == 1:
                sets.join([i, *found])
            elif found:
                unclear[i] = found
    return _nearest(forms, unclear, sets) if unclear else {}


def _nearest(forms: Sequence[Form], unclear: Mapping[int, set[int]], sets: Sets) -> dict[Name, int]:
    """A surname that several people bear means the one named last before it."""
    chosen: dict[Name, int] = {}
    mentions = sorted(
        (n, i) for i, f in enumerate(forms) if f.type is EntityType.PER for n in f.names
    )
    latest: dict[int, int] = {}
    for at, (name, i) in enumerate(mentions):
        if i in unclear:
            root = max(unclear[i], key=lambda r: (latest.get(r, -1), -r))
            chosen[name] = root
            latest[root] = at
        else:
            latest[sets.root(i)] = at
    return chosen
