"""Whom a surname or a first name alone means, mention by mention."""

from collections.abc import Iterator, Mapping, Sequence

from copydesk.article import EntityType
from copydesk.entities.forms import Form, Sets
from copydesk.entities.lexicon import given_names, honorifics
from copydesk.entities.people import PersonName, single, sound
from copydesk.entities.words import Name, Words

_Key = tuple[str, str]  # surname, sound or part; the word


def bearers(
    forms: Sequence[Form], full: Mapping[int, PersonName], sets: Sets, words: Words
) -> dict[Name, int]:
    """For each mention of one name alone, a form of the person that it means, if any bears it.

    Of several people it is the one introduced first, whom news goes on to call by the surname;
    where the mention has a "Mr" or "Mrs", the first of that gender.
    """
    alone = [f for i, f in enumerate(forms) if f.type is EntityType.PER and i not in full]
    if not alone:
        return {}
    wanted = {key for form in alone for key in _places_to_look(form)}
    genders = _genders(forms, full, sets, words)
    known = _introduced(forms, full, wanted, {i: genders.get(sets.root(i), "") for i in full})
    chosen: dict[Name, int] = {}
    for form in alone:
        by_gender = next((known[k] for k in _places_to_look(form) if k in known), {})
        for name in form.names:
            told = _told_gender(name, words)
            fitting = [b for gender, b in by_gender.items() if not told or gender in ("", told)]
            if fitting:
                chosen[name] = min(fitting)[1]
    return chosen


def _introduced(
    forms: Sequence[Form],
    full: Mapping[int, PersonName],
    wanted: set[_Key],
    genders: Mapping[int, str],
) -> dict[_Key, dict[str, tuple[Name, int]]]:
    """By each of their wanted names, the first person of each gender: first mention and form."""
    known: dict[_Key, dict[str, tuple[Name, int]]] = {}
    for i, name in full.items():
        first, gender = (forms[i].names[0], i), genders[i]
        for key in wanted.intersection(_keys(name, forms[i])):
            by_gender = known.setdefault(key, {})
            if gender not in by_gender or first < by_gender[gender]:
                by_gender[gender] = first
    return known


def _keys(name: PersonName, form: Form) -> Iterator[_Key]:
    yield "surname", name.surname
    yield "sound", name.sounds[1]
    for word in form.words:
        yield "part", word


def _places_to_look(form: Form) -> tuple[_Key, ...]:
    """Whose name a lone word may be: a surname, one spelt otherwise, any other part."""
    word = single(form.words)
    return ("surname", word), ("sound", sound(word)), ("part", word)


def _told_gender(name: Name, words: Words) -> str:
    """The gender that the honorific before a mention tells: "m", "f" or none."""
    return honorifics().get(words.word(name.first - 1).lower(), "")


def _genders(
    forms: Sequence[Form], full: Mapping[int, PersonName], sets: Sets, words: Words
) -> dict[int, str]:
    """The gender of each person (root form) of whom an honorific or the given name tells it."""
    genders: dict[int, str] = {}
    for i, name in full.items():
        told = next(filter(None, (_told_gender(n, words) for n in forms[i].names)), "")
        if gender := told or given_names().get(name.given, ""):
            genders.setdefault(sets.root(i), gender)
    return genders
