"""Which of several people of one surname is meant: a father, his daughter, the victim."""

import re
from collections.abc import Sequence

from copydesk.article import Entity
from copydesk.quotes.cast import Cast, Named, Told
from copydesk.quotes.gender import gender_of_words

_BEFORE = 20  # characters before a surname that may hold a title: "the elder Mr."
_ELDER = frozenset({"elder", "older", "senior"})
_YOUNGER = frozenset({"younger", "junior"})
_PARENTS = frozenset(
    {"mother", "father", "mom", "mum", "dad", "parent", "grandmother", "grandfather"}
)
_CHILDREN = frozenset({"daughter", "son", "child", "granddaughter", "grandson", "niece", "nephew"})
_SAYS_SHE = re.compile(r" \w+ (?:that )?(he|she)\b")  # "Roy says [she] has forgiven him"
_AGE = re.compile(r"(?:now )?(\d{1,3})\b")
_OLDEST, _UNKNOWN, _YOUNGEST = 999, 45, -1  # years


def bearer(cast: Cast, mention: Named, told: Sequence[Told]) -> Entity:
    """The person of a mention; a lone surname goes to whoever of that name speaks.

    A surname is grouped with the last full name before it, and that may be a victim's. Whoever
    is a speaker by full name keeps it; else it is the last of the family who spoke, or one who
    will.
    """
    family = cast.families.get(cast.page.text[mention.start : mention.end], ())
    before = cast.page.text[max(0, mention.start - _BEFORE) : mention.start].lower()
    says = _SAYS_SHE.match(cast.page.text, mention.end)
    gender = gender_of_words(before) or (cast.lexicon.pronouns.get(says[1]) if says else None)
    family = tuple(
        person
        for person in family
        if _is_presented(person, mention.start)
        and (not gender or cast.genders[person.id] in (gender, None))
    )
    if len(family) < 2:
        return family[0] if family else mention.entity
    words = set(before.split())
    if words & (_ELDER | _YOUNGER) and (found := _by_age(cast, family, bool(words & _ELDER))):
        return found
    if mention.entity.id in cast.voices:
        return mention.entity
    ids = {person.id for person in family}
    spoke = (t.stands_for for t in reversed(told) if t.speaks and isinstance(t.stands_for, Entity))
    last = next((who for who in spoke if who.id in ids), None)
    return last or next((p for p in family if p.id in cast.voices), mention.entity)


def _is_presented(person: Entity, at: int) -> bool:
    """Whether somebody's full name stands before a place."""
    return next((m.start < at for m in person.mentions if " " in m.text), False)


def _by_age(cast: Cast, family: Sequence[Entity], eldest: bool) -> Entity | None:
    """The eldest or the youngest of a family, if the text tells who that is."""
    years = sorted((_years(cast, person), person.id) for person in family)
    if years[0][0] == years[-1][0]:
        return None
    wanted = years[-1 if eldest else 0][1]
    return next(person for person in family if person.id == wanted)


def _years(cast: Cast, person: Entity) -> int:
    """How old somebody is, or a stand-in for it: `Walter, 71`, `her mother, Grace`."""
    first = person.mentions[0]
    before = cast.page.text[max(0, first.start - _BEFORE) : first.start].lower().split()
    beside = cast.page.apposition(first.end).lower()
    words = {*before[-1:], *beside.split()[:2]}
    kin = {word.rstrip(",") for word in words}
    if kin & (_PARENTS | _ELDER):
        return _OLDEST
    if kin & (_CHILDREN | _YOUNGER):
        return _YOUNGEST
    age = _AGE.match(beside)
    return int(age[1]) if age else _UNKNOWN
