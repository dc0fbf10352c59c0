"""Whom "he", "she", "they" and "it" stand for, by gender, number and recency."""

from collections.abc import Iterator, Sequence

from copydesk.article import Entity, EntityType
from copydesk.quotes.cast import Cast, Told
from copydesk.quotes.namesakes import bearer
from copydesk.quotes.nouns import head_noun
from copydesk.quotes.page import Stretch
from copydesk.quotes.phrases import phrase_after

REACH = 12  # sentences that a pronoun looks back
OPENING = 40  # words of a sentence in which its subject stands
NEAR = 2  # sentences that "it" and "they" look back
SPOKEN = 3  # paragraphs, its own among them, in which the last speaker may be "it"
_POSSESSIVE = ("'s", "’s", "'", "’")
_BODIES = (EntityType.ORG, EntityType.LOC)


def person_for(
    cast: Cast, gender: str | None, at: Stretch, told: Sequence[Told], since: int = 0
) -> Entity | str | None:
    """The nearest person in `[since, at)` who may be he (`m`), she (`f`) or either (None).

    Sentence by sentence backwards; in each from its beginning, for subjects come first. A person
    known to be of that gender goes before one who may be.
    """
    for sentence in _sentences_back(cast, at):
        if sentence.start < since:
            break
        people = [
            who
            for who in _candidates(cast, sentence, told, _taken_up(cast, sentence, gender))
            if _is_person(cast, who) and (not gender or cast.gender(who) in (gender, None))
        ]
        if people:
            return next((p for p in people if gender and cast.gender(p) == gender), people[0])
    return None


def body_for(cast: Cast, at: Stretch, told: Sequence[Told]) -> Entity | str | None:
    """The body that "it" stands for: the first one close before, or the last speaker."""
    for sentence in list(_sentences_back(cast, at))[:NEAR]:
        for who in _candidates(cast, sentence, told, sentence.end):
            if _is_body(cast, who):
                return who
    last = next((t for t in reversed(told) if t.speaks and t.stands_for), None)
    near = cast.page.paragraphs.last_inside(0, at.start, SPOKEN)
    if not last or not near or last.start < near[0].start:
        return None
    return last.stands_for if last.stands_for and _is_body(cast, last.stands_for) else None


def group_for(cast: Cast, at: Stretch, told: Sequence[Told]) -> Entity | str | None:
    """Whoever spoke last and close by, where that is a body or a described group."""
    near = cast.page.sentences.last_inside(0, at.start, NEAR)
    last = next((t for t in reversed(told) if t.speaks), None)
    if not last or not near or last.start < near[0].start:
        return None
    who = last.stands_for
    return None if isinstance(who, Entity) and who.type is EntityType.PER else who


def relative_for(cast: Cast, at: Stretch) -> Entity | str | None:
    """The person named last before "who" in its sentence, or the one described there."""
    sentence = next(iter(_sentences_back(cast, at)), at)
    named = cast.unquoted(sentence.start, at.start)
    person = next((m.entity for m in reversed(named) if m.entity.type is EntityType.PER), None)
    if person:
        return person
    subject = phrase_after(cast.page, cast.lexicon, sentence.start, at.start)
    text = cast.page.text
    is_beside = subject and not text[subject.end : at.start].strip(" ,")
    return text[subject.start : subject.end] if subject and is_beside else None


def _sentences_back(cast: Cast, at: Stretch) -> Iterator[Stretch]:
    for sentence in reversed(cast.page.sentences.last_inside(0, at.start, REACH)):
        yield Stretch(sentence.start, min(sentence.end, at.start))


def _is_body(cast: Cast, who: Entity | str) -> bool:
    if isinstance(who, Entity):
        return who.type in _BODIES
    return head_noun(who) in cast.lexicon.bodies


def _is_person(cast: Cast, who: Entity | str) -> bool:
    if isinstance(who, Entity):
        return who.type is EntityType.PER
    return head_noun(who) in cast.lexicon.epithets


def _taken_up(cast: Cast, sentence: Stretch, gender: str | None) -> int:
    """Where the subject of a sentence is a pronoun of this gender, or else its end.

    Whoever is named behind `She never met …` or `Born in Ottawa, she never met …` is not she, nor
    is anybody in `Asked whether Lee should go, she said`.
    """
    text = cast.page.text
    words = cast.page.words.first_inside(sentence.start, sentence.end, OPENING) if gender else ()
    is_asked = bool(words) and text[words[0].start : words[0].end].lower() in cast.lexicon.prompts
    if is_asked and text[sentence.start : sentence.end].rstrip().endswith(","):
        return sentence.start
    for word in words:
        form = text[word.start : word.end].lower()
        if cast.lexicon.pronouns.get(form) != gender or form in cast.lexicon.determiners:
            continue
        opens = word.start == sentence.start or text[word.start - 2 : word.start] == ", "
        if opens and not cast.page.regions.over(word.start, word.end):
            return sentence.start if is_asked else word.start
    return sentence.end


def _candidates(
    cast: Cast, sentence: Stretch, told: Sequence[Told], before: int
) -> list[Entity | str]:
    """Who is spoken of in a sentence outside quotation marks, and who is named `before` a place.

    Owners of something come last.
    """
    text = cast.page.text
    placed: list[tuple[bool, int, Entity | str]] = [
        (text.startswith(_POSSESSIVE, m.end), m.start, bearer(cast, m, told))
        for m in cast.unquoted(sentence.start, before)
    ]
    placed += [
        (False, t.start, t.stands_for)
        for t in told
        if t.stands_for
        and sentence.start <= t.start < sentence.end
        and (t.speaks or cast.gender(t.stands_for))
    ]
    return [who for _, _, who in sorted(placed, key=lambda p: p[:2])]
