"""Who wrote the article and when, as the lines around the headline say."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from copydesk.article import DateClue, DateOrigin
from copydesk.cleaning.metadata.authors import clean_names
from copydesk.cleaning.text.cues import CATEGORIES, WHOLE_DATE, cue_of
from copydesk.cleaning.text.names import is_person, names_in, opened, says_by
from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.tables import lexicon

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
_NEAR = 2
"""Lines from a name within which a date line says that it is a byline."""
_TELLING = 1.45
"""Leaning towards furniture from which a word is none of a name; common first names have less."""
_DATE_LIKE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{1,2}\.?\s[^\W\d_]{3,12}\b|\b[^\W\d_]{3,12}\.?\s\d{1,2}\b|\d{1,2}:\d\d|\d月"
)
# "May 3, 20242:26 PM", "Published3. May": figures run into what stands beside them
_STUCK = re.compile(r"(?<=\b20\d\d)(?=\d{1,2}:\d\d)|(?<=[^\W\d_]{3})(?=\d{1,2}\.? [^\W\d_]{3})")
# "Published on 3 May 2024, 14:26, Ada Moss"
_BEHIND = re.compile(r"(?<=\d, )[^,|\d]{4,60}$|(?<= Uhr, )[^,|\d]{4,60}$")
# "Political editor", "Reporter, Rome", "Redakteurin Wirtschaft"
_OFFICE = re.compile(
    r"\b(?:editor|correspondent|reporter|columnist|critic|journalist(?:in)?|contributor"
    r"|staff writer|redakteur(?:in)?|korrespondent(?:in)?|reporterin|rédact(?:eur|rice)"
    r"|correspondante?|redactora?|corresponsal|inviat[oa]|redattore|redattrice)\b",
    re.IGNORECASE,
)
_OFFICE_WORDS = 6
_GOES_ON = re.compile(r"[,|&/]|(?:and|und|et|y|e|en|og|och)\b", re.IGNORECASE)
# "Political editor and Finn Reed": the office of the one before, then another
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och)\s", re.IGNORECASE)


def marked_bylines(pieces: Sequence[Piece], title: int | None) -> list[Piece]:
    """The lines with bylines and date lines marked, around the headline and just below the body."""
    bodies = [at for at, piece in enumerate(pieces) if piece.is_body]
    first, last = (bodies[0], bodies[-1]) if bodies else (len(pieces), len(pieces))
    above = max(0, (title if title is not None else max(0, first - 8)) - _ABOVE)
    top = range(above, min(first + _INTO, len(pieces)))
    marked = list(pieces)
    for at in (*top, *range(last + 1, min(last + 1 + _BELOW, len(pieces)))):
        if marked[at].role is Role.FURNITURE and (role := _role(marked, at, first)):
            marked[at] = marked[at]._replace(role=role)
    prose = " ".join(piece.text for piece in pieces if piece.is_body)
    common = {word for word in prose.split() if word.islower()}
    for at in range((above if title is None else title) + 1, min(top.stop, last + 1)):
        if marked[at].role is Role.FURNITURE and (
            _goes_on(marked, at) or _is_bare_byline(marked, at, prose, common)
        ):
            marked[at] = marked[at]._replace(role=Role.BYLINE)
    return marked


def _role(pieces: Sequence[Piece], at: int, first: int) -> Role | None:
    piece = pieces[at]
    if piece.words > _LINE_WORDS:
        return None
    if says_by(piece.text) and (at < first or names_in(piece.text) or _names_next(pieces, at)):
        return Role.BYLINE
    if _DATE_LIKE.search(piece.text) and (at < first or cue_of(piece.text).category == _DATE):
        return Role.DATE
    # below a standfirst the date must be whole
    return Role.DATE if at < first + _INTO and WHOLE_DATE.search(piece.text) else None


def _names_next(pieces: Sequence[Piece], at: int) -> bool:
    """Whether "By" stands alone, the name on the next line."""
    return at + 1 < len(pieces) and cue_of(pieces[at].text).whole and is_person(pieces[at + 1].text)


def _goes_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line goes on with the names of a byline that says "by"."""
    piece, before = pieces[at], pieces[at - 1]
    if before.role is not Role.BYLINE or piece.words > _LINE_WORDS:
        return False
    on = _GOES_ON.match(piece.text) or (says_by(before.text) and cue_of(before.text).whole)
    return bool(on and names_in(piece.text)) or _names_behind_office(piece.text)


def _names_behind_office(text: str) -> bool:
    office, *others = _AND.split(text, maxsplit=1)
    return bool(others and _OFFICE.search(office) and is_person(others[0]))


def _is_bare_byline(pieces: Sequence[Piece], at: int, prose: str, common: set[str]) -> bool:
    """Whether a line of names alone is a byline, by what stands near it.

    A name that the body has is one of the people it is about; a word that the body has in small
    letters is no name, nor is one that speaks for furniture: "Download PDF".
    """
    text = pieces[at].text
    if pieces[at].words > _LINE_WORDS or cue_of(text).category or not is_person(text):
        return False
    if text in prose or not common.isdisjoint(text.lower().split()):
        return False
    if any(lexicon().leanings.get(word, 0.0) > _TELLING for word in text.lower().split()):
        return False
    near = [*pieces[max(0, at - _NEAR) : at], *pieces[at + 1 : at + _NEAR + 1]]
    return any(_speaks_of_author(other, text) for other in near)


def _speaks_of_author(piece: Piece, name: str) -> bool:
    if piece.role is Role.DATE or piece.text.startswith("@") or name in piece.text:
        return True
    if piece.words <= _LINE_WORDS and _DATE_LIKE.search(piece.text):
        return True
    if piece.words <= _OFFICE_WORDS and not piece.is_body and _OFFICE.search(piece.text):
        return True
    cue = cue_of(piece.text)
    return cue.category == _DATE or (cue.category == _BYLINE and cue.whole)


def authors_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The people in the bylines, each once; an agency where no person is named.

    Names that no "by" goes with count only where there are no others, and those beside a date
    where the body is not about them.
    """
    said: list[str] = []
    others: list[str] = []
    goes_on = False
    for piece in pieces:
        if piece.role is Role.BYLINE:
            goes_on = says_by(piece.text) or (goes_on and bool(said))
            (said if goes_on else others).append(piece.text)
        else:
            goes_on = False
    dated = [piece.text for piece in pieces if piece.role is Role.DATE]
    behind = [found[0] for text in dated if (found := _BEHIND.search(text)) and is_person(found[0])]
    told = " ".join(piece.text for piece in pieces if piece.is_body)
    for bylines, apart in ((said, ""), (others, ""), (dated, told), (behind, "")):
        names = [name for byline in bylines for name in names_in(byline) if name not in apart]
        if names:
            return tuple(dict.fromkeys(names))
    return clean_names(filter(None, map(opened, said)))


def date_clues(pieces: Sequence[Piece]) -> Iterator[DateClue]:
    """The lines that may date the article, best first."""
    lines = [p for p in pieces if p.role in (Role.DATE, Role.BYLINE) and _DATE_LIKE.search(p.text)]
    for piece in lines or _dates_afar(pieces):
        yield DateClue(_STUCK.sub(" ", piece.text), DateOrigin.BYLINE)


def _dates_afar(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The last line with a whole date above the body, and the first one below its top."""
    first = next((at for at, piece in enumerate(pieces) if piece.is_body), len(pieces))
    for lines in (reversed(pieces[:first]), pieces[first:]):
        dated = (p for p in lines if p.role is Role.FURNITURE and p.words <= _LINE_WORDS)
        yield from islice((p for p in dated if WHOLE_DATE.search(p.text)), 1)
