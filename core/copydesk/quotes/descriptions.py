"""Whom a description stands for: "the minister", "the 45-year-old", "the ministry"."""

import re
from collections.abc import Iterator, Sequence

from copydesk.article import Entity, EntityType
from copydesk.quotes.cast import Cast, Named, Told
from copydesk.quotes.gender import gender_of_words
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.nouns import TAIL, head_noun
from copydesk.quotes.page import Stretch
from copydesk.quotes.pronouns import person_for

REACH = 3  # sentences that "the company" looks back
FOCUS = 4  # paragraphs, its own among them, that "the rookie" looks back
LEAD = 6  # paragraphs, headline and byline among them, that may present a person
OPENING = 40  # characters of a paragraph in which its first subject stands
INDEFINITE = frozenset({"one", "another"})
POSSESSIVES = frozenset({"'s", "’s"})
LONGEST_SUBJECT = 7  # words
BARE_WORDS = 2  # "the company"
_BESIDE = 40  # characters before a name that may hold a title
_EARLIER = 4000  # characters before a body that may have its longer name
# "the Chinese foreign HEAD", "Canadian Carriers' HEAD"
_LONGER = (
    r"\b(?:[Tt]he|[Aa]n?) ((?:[A-ZÀ-Þ][\w'’-]{1,20} ){1,4}(?:[a-z]{1,20} )?(?i:HEAD))\b"
    r"|((?:[A-ZÀ-Þ][\w'’-]{1,20} ){2,4}(?i:HEAD))\b"
)
_CLAUSE = re.compile(r"[,;:]?\s+(?:who|whose|which|that)\b.*|,$", re.DOTALL)
# "la maire, Anne Roy"; not "police in Troy, New York"
_NAME_BEHIND = re.compile(
    r"\w+ [^,A-ZÀ-Þ]+,\s(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,3})"
)
_AGE = re.compile(r"([\w-]{1,20})-year-old|(\d{1,3})-jährige[rn]?")
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")  # how nouns for persons end
_NUMBERED = re.compile(r"\sof\s(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_POSSESSIVE = re.compile(r"['’]s?\s")


def described(cast: Cast, source: Stretch, told: Sequence[Told]) -> Entity | str | None:
    """The entity or the longer description that a description stands for.

    An indefinite one ("a senior official", "protesters") stands for itself, and so does a full one
    ("the nurses' union"). A bare definite one ("the official") that nothing before explains stands
    for nobody known: None.
    """
    text = cast.page.text[source.start : source.end]
    head = head_noun(text)
    if head is None:
        return None
    if text.split()[0].lower() not in cast.lexicon.definite:
        return _plain(text, cast.lexicon)
    bare = len(text.split()) <= BARE_WORDS
    if bare and head in cast.lexicon.nouns:
        return _author(cast, source, head, told)
    itself = None if bare else _plain(text, cast.lexicon)
    if head in cast.lexicon.bodies:
        body = _body(cast, source, head) if bare else _namesake(cast, source, head)
        return body or _earlier(told, head) or itself
    person = _person(cast, source, head) or _earlier(told, head)
    return person or _in_focus(cast, source, head, told) or itself


def presented(cast: Cast, source: Stretch, speakers: frozenset[str]) -> Entity | None:
    """The person whom a story's first lines only describe, and the next paragraph names.

    `A nurse told … Ann Lee, 45, said …`: a person in that paragraph of the same description, or
    the newcomer with whom it begins, if it is one of the `speakers` (entity ids).
    """
    paragraphs = cast.page.paragraphs.first_inside(0, len(cast.page.text), LEAD)
    text = cast.page.text[source.start : source.end]
    head = head_noun(text)
    if head not in cast.lexicon.epithets or _POSSESSIVE.search(text):
        return None
    gender = gender_of_words(head)
    after = [p for p in paragraphs if p.start >= source.end]
    if not after:
        return None
    for mention in cast.inside(after[0].start, after[-1].end):
        if mention.entity.id not in speakers or not _is_first(mention):
            continue
        begins = mention.start < after[0].start + OPENING
        fits = not gender or cast.genders[mention.entity.id] in (gender, None)
        if head in _heads_beside(cast, mention) or (begins and fits):
            return mention.entity
    return None


def _is_first(mention: Named) -> bool:
    """Whether a mention presents a person by the full name."""
    is_full = " " in mention.entity.mentions[0].text
    return (
        mention.entity.type is EntityType.PER
        and is_full
        and mention.start == mention.entity.mentions[0].start
    )


def described_subjects(cast: Cast) -> Iterator[Stretch]:
    """The descriptions of a person with which sentences begin: `A truck driver left`."""
    for sentence in cast.page.sentences.items:
        words = cast.page.words.first_inside(sentence.start, sentence.end, LONGEST_SUBJECT)
        forms = [cast.page.text[w.start : w.end].lower() for w in words]
        if forms[0] not in cast.lexicon.articles | INDEFINITE:
            continue
        for i in range(1, len(words) - 1):
            if not forms[i].isalpha() and forms[i] not in POSSESSIVES:
                break
            goes_on = forms[i + 1] in cast.lexicon.epithets | POSSESSIVES
            if forms[i] in cast.lexicon.epithets and not goes_on:
                if not cast.names_person(sentence.start, words[i].end + 2):
                    yield Stretch(sentence.start, words[i].end)
                break


def _person(cast: Cast, source: Stretch, head: str) -> Entity | None:
    """The last person before a description whom it fits."""
    age = _AGE.fullmatch(head)
    for mention in reversed(cast.persons_before(source.start)):
        if age and cast.page.apposition(mention.end).startswith(f"{age[1] or age[2]},"):
            return mention.entity
        if not age and head in _heads_beside(cast, mention):
            return mention.entity
    return None


def _heads_beside(cast: Cast, mention: Named) -> set[str | None]:
    """The nouns that the text gives a person: as a role, right before the name, right after."""
    role = mention.entity.role
    before = cast.page.text[max(0, mention.start - _BESIDE) : mention.start].lower().split()[-2:]
    titles = [cast.lexicon.titles.get(word.rstrip("."), frozenset()) for word in before]
    return {
        head_noun(role.text) if role else None,
        head_noun(cast.page.apposition(mention.end)),
        *before[-1:],
        *frozenset[str]().union(*titles),
    }


def _namesake(cast: Cast, source: Stretch, head: str) -> Entity | None:
    """The last body before whose name holds the head word."""
    bodies = (m.entity for m in reversed(cast.bodies_before(source.start)))
    return next((b for b in bodies if head in b.name.lower().split()), None)


def _body(cast: Cast, source: Stretch, head: str) -> Entity | str | None:
    """The body that "the ministry" stands for: a namesake, a longer phrase, any body close by."""
    if found := _namesake(cast, source, head) or _longer_phrase(cast, source, head):
        return found
    near = cast.page.sentences.last_inside(0, source.start, REACH)
    for mention in reversed(cast.bodies_before(source.start)):
        is_near = near and mention.start >= near[0].start
        if mention.entity.type is EntityType.ORG and is_near:
            return mention.entity
    return None


def _longer_phrase(cast: Cast, source: Stretch, head: str) -> str | None:
    """The fuller words for a body that has no name: `the Chinese foreign ministry`."""
    before = cast.page.text[max(0, source.start - _EARLIER) : source.start]
    phrases = re.findall(_LONGER.replace("HEAD", re.escape(head)), before)
    return next(filter(None, phrases[-1])) if phrases else None


def _earlier(told: Sequence[Told], head: str) -> Entity | str | None:
    """Whom an earlier description with the same head word stood for."""
    same = (t.stands_for for t in reversed(told) if t.stands_for and head_noun(t.text) == head)
    return next(same, None)


def _author(cast: Cast, source: Stretch, head: str, told: Sequence[Told]) -> Entity | str | None:
    """Who speaks in "the statement": `The ministry said in a statement … the statement added`."""
    near = cast.page.paragraphs.last_inside(0, source.start, FOCUS)
    last = next((t for t in reversed(told) if t.speaks), None)
    if not last or not near or last.start < near[0].start:
        return None
    return last.stands_for if head in cast.page.text[last.start : source.start] else None


def _in_focus(cast: Cast, source: Stretch, head: str, told: Sequence[Told]) -> Entity | str | None:
    """The person spoken of close by, for an epithet such as "the rookie", "the mother of two".

    A description with an owner or a complement of its own presents somebody else.
    """
    text = cast.page.text[source.start : source.end].partition(",")[0]
    owned = _POSSESSIVE.search(text) or (TAIL.search(text) and not _NUMBERED.search(text))
    is_person = head in cast.lexicon.epithets or head.endswith(_AGENTS) or _AGE.fullmatch(head)
    if owned or not is_person:
        return None
    near = cast.page.paragraphs.last_inside(0, source.start, FOCUS)
    since = near[0].start if near else source.start
    return person_for(cast, gender_of_words(head), source, told, since)


def _plain(text: str, lexicon: Lexicon) -> str:
    """A description without its article and its relative clause, or the name that it ends with."""
    if named := _NAME_BEHIND.fullmatch(text):
        return named["name"]
    text = _CLAUSE.sub("", text)
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in lexicon.articles else text
