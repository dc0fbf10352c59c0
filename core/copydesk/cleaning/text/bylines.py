"""Who wrote the article and when, as the lines around the headline say."""

import re
from collections.abc import Iterator, Sequence

from copydesk.article import DateClue, DateOrigin
from copydesk.cleaning.text.cues import CATEGORIES, cue_of
from copydesk.cleaning.text.roles import Piece, Role

_BYLINE = CATEGORIES.index("byline") + 1
_DATE = CATEGORIES.index("date") + 1
_LINE_WORDS = 20
"""Words of the longest byline or date line."""
_BELOW = 4
"""Lines below the body among which a "Published …" line counts."""
_INTO = 6
"""Lines from the top of the body among which a byline may stand, below a standfirst."""
_ABOVE = 3
"""Lines above the headline among which a date line counts."""
_CUE = re.compile(
    r"^(?:(?:story|text|words|written|reported|posted|published|reporting|interview|rédigé|escrito|scritto|geschreven|skrevet)\s)?"
    r"(?:by|von|par|por|di|door|af|av|de|autor(?:in|es|a)?|auteurs?"
    r"|author(?:s|\(s\))?(?: of the article)?"
    r"|автор(?:ы)?|yazan|penulis|szerző|írta|작성자|作者|文|بقلم|מאת)"
    r"\b\s*[:：]?\s*",
    re.IGNORECASE,
)
_DATE_LIKE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{1,2}\.?\s[^\W\d_]{3,12}\b|\b[^\W\d_]{3,12}\.?\s\d{1,2}\b|\d{1,2}:\d\d|\d月"
)
_FIGURE = re.compile(r"\s*[(|•·–-]?\s*\d")
_GOES_ON = re.compile(r"[,|&/]|(?:and|und|et|y|e|en|og|och)\b", re.IGNORECASE)
_PARTING = re.compile(r"\s*(?:[,;|/•·&]|\b(?:and|und|et|y|e|en|og|och|i|и|with|ve)\b)\s*")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s(?:[^\W\d_][\w.'’-]*)){1,4}")
_NO_PERSON = re.compile(
    r"\b(?:staff|desk|team|news|agency|agencies|redaktion|redacción|rédaction|redazione|correspondent|reporter|editor"
    r"|writer|press|times|post|reuters|afp|dpa|associated|today|daily|online|editors?|business|sports?|politics?)\b",
    re.IGNORECASE,
)
_PARTICLES = re.compile(r"de[lrn]?|d[aio]|dos|la|le|van|von|zu|al|bin|ibn|ben|el|y|e")


def marked_bylines(pieces: Sequence[Piece], title: int | None) -> list[Piece]:
    """The lines with bylines and date lines marked, around the headline and just below the body."""
    bodies = [at for at, piece in enumerate(pieces) if piece.is_body]
    first, last = (bodies[0], bodies[-1]) if bodies else (len(pieces), len(pieces))
    above = max(0, (title if title is not None else max(0, first - 8)) - _ABOVE)
    marked = list(pieces)
    for at in (*range(above, first), *range(last + 1, min(last + 1 + _BELOW, len(pieces)))):
        if marked[at].role is Role.FURNITURE and (role := _role(marked, at, first)):
            marked[at] = marked[at]._replace(role=role)
    for at in range(max(1, above), min(first + _INTO, len(pieces))):
        if marked[at].role is Role.FURNITURE and _names_people(marked, at):
            marked[at] = marked[at]._replace(role=Role.BYLINE)
    return marked


def _names_people(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line says who wrote the article, or goes on with those who did."""
    piece = pieces[at]
    goes_on = pieces[at - 1].role is Role.BYLINE and _GOES_ON.match(piece.text)
    cued = goes_on or cue_of(piece.text).category == _BYLINE
    return bool(cued and piece.words <= _LINE_WORDS and names_in(piece.text))


def _role(pieces: Sequence[Piece], at: int, first: int) -> Role | None:
    piece = pieces[at]
    if piece.words > _LINE_WORDS:
        return None
    cue = cue_of(piece.text)
    if cue.category == _BYLINE:
        return Role.BYLINE
    if _DATE_LIKE.search(piece.text) and (at < first or cue.category == _DATE):
        return Role.DATE
    if cue.category == 0 and at < first and _is_person(piece.text):
        near = pieces[max(0, at - 2) : at + 3]
        if any(other.role is Role.DATE or _DATE_LIKE.search(other.text) for other in near):
            return Role.BYLINE
    return None


def authors_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The people named in the bylines, each once."""
    names = (
        name for at, p in enumerate(pieces) if p.role is Role.BYLINE for name in _names(pieces, at)
    )
    return tuple(dict.fromkeys(names))


def names_in(byline: str) -> tuple[str, ...]:
    """The people named in a byline.

    >>> names_in("By Edith Crane and Alfred Munns, Senior Reporter")
    ('Edith Crane', 'Alfred Munns')
    """
    text = _CUE.sub("", byline)
    text = _FIGURE.split(text, maxsplit=1)[0]
    return tuple(part for part in _PARTING.split(text) if _is_person(part))


def _names(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    found = names_in(pieces[at].text)
    yield from found
    if not found and at + 1 < len(pieces) and cue_of(pieces[at].text).whole:
        yield from names_in(pieces[at + 1].text)


def _is_person(text: str) -> bool:
    """Two to five words that are written as a name."""
    if not _NAME.fullmatch(text) or _NO_PERSON.search(text):
        return False
    words = text.split()
    return (
        all(not word[0].islower() or _PARTICLES.fullmatch(word) for word in words)
        and not text.isupper()
    )


def date_clues(pieces: Sequence[Piece]) -> Iterator[DateClue]:
    """The lines that may date the article, best first."""
    for role, origin in ((Role.DATE, DateOrigin.BYLINE), (Role.BYLINE, DateOrigin.BYLINE)):
        for piece in pieces:
            if piece.role is role and _DATE_LIKE.search(piece.text):
                yield DateClue(piece.text, origin)
