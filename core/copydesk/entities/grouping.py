"""Mentions of one thing, brought together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.article import EntityType
from copydesk.entities.bodies import join_bodies, join_places
from copydesk.entities.forms import Sets, forms_of
from copydesk.entities.people import join_full_names
from copydesk.entities.surnames import bearers
from copydesk.entities.words import Name, Words


def groups_of(names: Sequence[Name], words: Words) -> list[list[Name]]:
    """The names in groups of one entity each, in order of first mention."""
    forms = forms_of(names, words)
    sets = Sets(len(forms))
    by_type: defaultdict[EntityType, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        by_type[form.type].append(i)
    form_of = {name: i for i, form in enumerate(forms) for name in form.names}
    for long, short in _definitions(names, words):
        sets.join((form_of[long], form_of[short]))
    join_bodies(forms, by_type[EntityType.ORG], sets)
    join_places(forms, by_type[EntityType.LOC], sets)
    full = join_full_names({i: forms[i].words for i in by_type[EntityType.PER]}, sets)
    form_of |= bearers(forms, full, sets, words)
    groups: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        groups[sets.root(form_of[name])].append(name)
    return list(groups.values())


def _definitions(names: Sequence[Name], words: Words) -> Iterator[tuple[Name, Name]]:
    """Long names with the letters that follow in brackets, whatever language these are from."""
    for long, short in pairwise(names):
        if (
            long.type is short.type is EntityType.ORG
            and long.stop - long.first > 1
            and short.stop - short.first == 1
            and words.forms[long.stop : short.first] == ("(",)
            and words.word(short.stop) == ")"
            and words.forms[short.first].isupper()
        ):
            yield long, short
