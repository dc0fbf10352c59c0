"""Whom a surname or a first name alone means, mention by mention."""

from collections.abc import Mapping

from copydesk.article import EntityType
from copydesk.entities.forms import Form, Forms, Sets
from copydesk.entities.lexicon import given_names, honorifics
from copydesk.entities.people import People, single
from copydesk.entities.sounds import sounds_of
from copydesk.entities.words import Name, Words

_Key = tuple[str, str]  # surname, sound or part; the word
_Bearer = tuple[Name, int]  # first mention and form


def bearers(forms: Forms, people: People, sets: Sets, words: Words) -> dict[Name, int]:
    """For each mention of one name alone, a form of the person that it means, if any bears it.

    Of several people it is the one introduced first, whom news goes on to call by the surname;
    where the mention has a "Mr" or "Mrs", the first of that gender.
    """
    full = people.surname
    alone = [i for i, f in enumerate(forms.all) if f.type is EntityType.PER and i not in full]
    if not alone:
        return {}
    sounds = sounds_of(single(forms.all[i].words) for i in alone)
    places = {i: _places_to_look(forms.all[i], sounds) for i in alone}
    wanted = {key for keys in places.values() for key in keys}
    known = _introduced(forms, people, wanted, _genders(forms, people, sets, words))
    chosen: dict[Name, int] = {}
    for name, i in forms.of.items():
        by_gender = next((known[key] for key in places.get(i, ()) if key in known), {})
        told = _told_gender(name, words) if by_gender else ""
        if bearer := _of_gender(by_gender, told):
            chosen[name] = bearer[1]
    return chosen


def _of_gender(by_gender: Mapping[str, _Bearer], told: str) -> _Bearer | None:
    """The first person of the told gender, else of an unknown one; where none is told, of all."""
    if not told:
        return min(by_gender.values(), default=None)
    return by_gender.get(told) or by_gender.get("")


def _introduced(
    forms: Forms, people: People, wanted: set[_Key], genders: Mapping[int, str]
) -> dict[_Key, dict[str, _Bearer]]:
    """By each of their wanted names, the first person of each gender: first mention and form."""
    known: dict[_Key, dict[str, _Bearer]] = {}
    for i, surname in people.surname.items():
        form, gender = forms.all[i], genders.get(i, "")
        keys = (
            ("surname", surname),
            ("sound", people.sounds[surname]),
            *(("part", word) for word in form.words),
        )
        for key in wanted.intersection(keys):
            by_gender = known.setdefault(key, {})
            if gender not in by_gender or form.first < by_gender[gender][0]:
                by_gender[gender] = form.first, i
    return known


def _places_to_look(form: Form, sounds: Mapping[str, str]) -> tuple[_Key, ...]:
    """Whose name a lone word may be: a surname, one spelt otherwise, any other part."""
    word = single(form.words)
    return ("surname", word), ("sound", sounds[word]), ("part", word)


def _told_gender(name: Name, words: Words) -> str:
    """The gender that the honorific before a mention tells: "m", "f" or none."""
    return honorifics().get(words.word(name.first - 1).lower(), "")


def _genders(forms: Forms, people: People, sets: Sets, words: Words) -> dict[int, str]:
    """The gender of each full form's person of whom an honorific or the given name tells it."""
    told: dict[int, str] = {}
    for name, i in forms.of.items():
        if i in people.surname and (gender := _told_gender(name, words)):
            told.setdefault(i, gender)
    genders: dict[int, str] = {}
    for i, given in people.given.items():
        if gender := told.get(i) or given_names().get(given, ""):
            genders.setdefault(sets.root(i), gender)
    return {i: genders[root] for i in people.given if (root := sets.root(i)) in genders}
