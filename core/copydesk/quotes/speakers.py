"""Whom the words that name a speaker stand for."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from copydesk.article import Entity, EntityType, Speaker
from copydesk.quotes.cast import Cast, Named, Told
from copydesk.quotes.descriptions import described, described_subjects, presented
from copydesk.quotes.namesakes import bearer
from copydesk.quotes.page import Stretch
from copydesk.quotes.pronouns import body_for, group_for, person_for, relative_for

RECENT = 40  # earlier speakers that a pronoun or a description may lean on
# What may follow the name that heads a phrase: "Ann Lee, …", "Ann Lee of Ottawa", "Ann Lee KC".
_AFTER_HEAD = re.compile(
    r"['’]?$|\s+[A-Z]{2,3}(?:$|,)|\s*[,(:]|\s+[-–—]|['’]s$"
    r"|\s+(?:of|for|who|and|at|in|from|with|on|de|du|des|von|di|del|da|do|et|und|y|e)\b"
)
_LABELS_END = re.compile(r"\s?[:.—–-]")
_JOINT = re.compile(r"(?:\sand(?:\s+the)?|&(?:\s+the)?)\s+$")
_INSIDE_TAIL = re.compile(
    r"\s(?:including|like|of|for|with|at|to|from|in|on|by|about|who|de|du|des|von|für)\s"
)
_RELATIVES = frozenset({"who", "qui", "quien", "quem", "кто"})
_FIRST_PERSON = frozenset({"i", "my", "me", "je", "ich", "yo", "io", "eu", "я"})


def resolve_speakers(
    cast: Cast, sources: Iterable[Stretch], author: str | None
) -> dict[Stretch, Speaker]:
    """The speaker behind each source, worked out in text order: later ones may lean on earlier.

    `author` is who "I" is outside quotation marks.
    """
    speakers: dict[Stretch, Speaker] = {}
    told: deque[Told] = deque(maxlen=RECENT)
    spoken = {source: _heads(cast, source) for source in sources}
    heads = [mention for mentions in spoken.values() for mention in mentions]
    named = frozenset(mention.entity.id for mention in heads)
    voices = frozenset(m.entity.id for m in heads if _is_full(cast, m))
    cast = replace(cast, voices=voices, author=author)
    begun = {source.start for source in spoken}
    subjects = (s for s in described_subjects(cast) if s.start not in begun)
    for words in sorted({*spoken, *subjects}):
        own = spoken[words] if words in spoken else _heads(cast, words)
        stands_for = _stands_for(cast, words, own, tuple(told))
        if not isinstance(stands_for, Entity):
            stands_for = presented(cast, words, named) or stands_for
        text = cast.page.text[words.start : words.end]
        told.append(Told(words.start, text, stands_for, words in spoken))
        if words in spoken:
            speakers[words] = Speaker(
                text=text,
                start=words.start,
                end=words.end,
                entity=stands_for.id if isinstance(stands_for, Entity) else None,
                name=stands_for.name if isinstance(stands_for, Entity) else stands_for,
            )
    return speakers


def _stands_for(
    cast: Cast, source: Stretch, named: Sequence[Named], told: Sequence[Told]
) -> Entity | str | None:
    label = cast.page.text[source.start : source.end]
    if label in ("Q", "A") and _LABELS_END.match(cast.page.text, source.end):  # not "A soldier"
        return cast.author if label == "Q" else _interviewee(cast)
    word = label.lower()
    if word in _FIRST_PERSON:
        return cast.author
    if word not in cast.lexicon.pronouns:
        heads = [bearer(cast, mention, told) for mention in named]
        if len(heads) > 1:
            return " and ".join(dict.fromkeys(e.name for e in heads))
        entity = heads[0] if heads else _surname(cast, source)
        if entity and entity.type is not EntityType.MISC:
            return entity
        person = described(cast, source, told)  # "the German" is a coach whom the text names
        return person if entity is None or isinstance(person, Entity) else entity
    gender = cast.lexicon.pronouns[word]
    if gender in ("m", "f"):
        return person_for(cast, gender, source, told)
    if gender == "n":
        return body_for(cast, source, told)
    if gender == "p":
        return group_for(cast, source, told)
    return relative_for(cast, source) if word in _RELATIVES else None


def _interviewee(cast: Cast) -> Entity | None:
    """The person named most often outside the answers, but for the author."""
    times = Counter(
        m.entity.id
        for m in cast.unquoted(0, len(cast.page.text))
        if m.entity.type is EntityType.PER and m.entity.name != cast.author
    )
    if not times:
        return None
    most = times.most_common(1)[0][0]
    return next(e for e in cast.persons if e.id == most)


def _surname(cast: Cast, source: Stretch) -> Entity | None:
    """The person named by the end of a phrase that no mention covers: `SMITH`, `Mme Roy`, `CW`."""
    words = cast.page.text[source.start : source.end].split()
    last = words[-1].strip(".,:")
    tail = _INSIDE_TAIL.search(cast.page.text, source.start, source.end)
    if tail or not last[:1].isupper():
        return None
    if last.isupper() and (entity := _with_initials(cast, last)):
        return entity
    return next((e for e in cast.persons if e.name.split()[-1].lower() == last.lower()), None)


def _with_initials(cast: Cast, letters: str) -> Entity | None:
    """The one person of these initials: `CW:` before the words of Clara Whitfield."""
    found = [e for e in cast.persons if letters == "".join(w[0] for w in e.name.split())]
    return found[0] if len(found) == 1 else None


def _is_full(cast: Cast, mention: Named) -> bool:
    return " " in cast.page.text[mention.start : mention.end]


def _heads(cast: Cast, source: Stretch) -> list[Named]:
    """The mentions that head a phrase: not those that only belong to it ("Ann Lee's lawyer")."""
    text = cast.page.text
    heads: list[Named] = []
    for mention in cast.inside(source.start, source.end):
        before = text[source.start : mention.start]
        if mention.entity.type is EntityType.PER:
            before = before.rpartition(",")[2]  # "one of them, Dr. Ann Lee"
        if _INSIDE_TAIL.search(before) and not _is_titled(mention, source, text):
            continue
        if not _AFTER_HEAD.match(text[mention.end : source.end]):
            continue
        joined = _JOINT.search(text, source.start, mention.start) is not None
        if heads and not joined:
            break
        heads.append(mention)
    return heads


def _is_titled(mention: Named, source: Stretch, text: str) -> bool:
    """Whether the name stands behind its office: `head of the Bureau for Safety Ann Lee`.

    In `a spokesman for Justice Minister Ann Lee` the office belongs to the tail.
    """
    role = mention.entity.role
    return (
        role is not None
        and source.start <= role.start
        and not _INSIDE_TAIL.search(text, source.start, role.start)
        and role.end <= mention.start
        and not text[role.end : mention.start].strip()
    )
