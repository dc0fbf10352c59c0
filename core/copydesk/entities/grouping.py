"""Mentions of one thing, brought together."""

from collections import defaultdict
from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.acronyms import definitions
from copydesk.entities.bodies import join_bodies, join_places
from copydesk.entities.forms import Sets, forms_of
from copydesk.entities.maiden import birth_names
from copydesk.entities.people import join_full_names
from copydesk.entities.surnames import bearers
from copydesk.entities.words import Name, Words


def groups_of(names: Sequence[Name], words: Words) -> list[list[Name]]:
    """The names in groups of one entity each, in order of first mention."""
    forms = forms_of(names, words)
    form_of = forms.of
    sets = Sets(len(forms.all))
    by_type: defaultdict[EntityType, list[int]] = defaultdict(list)
    for i, form in enumerate(forms.all):
        by_type[form.type].append(i)
    for long, short in definitions(names, words):
        if long.type is short.type:
            sets.join((form_of[long], form_of[short]))
    join_bodies(forms.all, by_type[EntityType.ORG], sets)
    join_places(forms.all, by_type[EntityType.LOC], sets)
    people = join_full_names({i: forms.all[i] for i in by_type[EntityType.PER]}, sets)
    chosen = bearers(forms, people, sets, words)
    form_of = form_of | chosen
    for later, born in birth_names(names, words):
        if born not in chosen:  # a full name, not a surname alone
            sets.join((form_of[later], form_of[born]))
        form_of[born] = form_of[later]
    groups: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        groups[sets.root(form_of[name])].append(name)
    return list(groups.values())
