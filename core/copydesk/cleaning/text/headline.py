"""The article's headline among the lines of a dump, and the site's name beside it."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from copydesk.cleaning.text.cues import CATEGORIES, WHOLE_DATE, cue_of
from copydesk.cleaning.text.labels import posts_in
from copydesk.cleaning.text.names import is_person
from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, end_class

_REACH = 40
"""Lines above the first body line among which the headline is looked for."""
_INTO = 2
"""Body lines among which it may be, where the model took it for body."""
_LONGEST = 40
"""Words of the longest headline."""
_SUFFIX = re.compile(r"\s+[-–—|•·:»]{1,2}\s+(?P<site>[^|–—•·»]{2,50})$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PAIR = re.compile(r"(?=([\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2}))")
_NO_HEADLINE_END = ".:,;…。"
_USUAL = 16
"""Words from which a line is rather long for a headline."""
_NAVIGATION = 3
"""Words of a line that may be a menu's or a section's name."""
_BYLINE = 12
_TINY = 4
"""Words below which a line is hardly a headline."""
_STANDFIRST = 12
"""Words from which the next line may be a standfirst."""
_SHORTEST_STANDFIRST = 6
_NUMBER = re.compile(r"\d{1,2}\. ")
_CRUMBS = "»>›|"
# "Home » Society » Her last day"
_TRAIL = re.compile(r"\s[»›>]\s.{1,60}\s[»›>]\s")
# What a story is, before its headline: "Review: The wall between", "Opinion | Stop mowing"
_LABEL = re.compile(
    r"(?:review|opinion|comment|analysis|explainer|interview|obituary|profile|feature|watch|live"
    r"|exclusive|update|q ?& ?a|fact check|editorial|kommentar|meinung|kritik|rezension|analyse"
    r"|nachruf|porträt|liveblog|exklusiv|critique|entretien|portrait|tribune|enquête|direct"
    r"|reseña|crítica|opinión|análisis|entrevista|obituario|en vivo|directo|recensione|analisi"
    r"|intervista|opinioni|opinie|recensie)\s?[:：|]\s+(?=\S+\s\S+\s\S)",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"\d:\d\d|\b(?:19|20)\d\d\b|\b\d{1,2} (?:h|min) ago")
_BARE = 5
"""Lines above the body up to which a dump holds its article alone, and the headline first."""
_OPENING = 1.5
"""Points that the first line of such a dump has beforehand."""
_AROUND = ("byline", "date")
"""The kinds of line that stand below a headline."""
_LEAST = 4.0
"""Points that a line needs to be the headline; 97 in 100 of the right ones have more."""
_WEIGHTS = {
    "prose": 3.8,  # share of the line's words that the body has
    "top words": 1.5,  # share that the first line has, often the page's title
    "words below": -0.7,  # share that the next line has
    "again": 0.5,  # times that it comes again
    "words": 0.8,
    "long": -1.1,
    "tiny": -1.5,
    "body": -0.8,
    "end": -2.1,
    "top": 0.5,
    "menu above": 0.75,
    "byline below": 1.3,
    "standfirst": 1.4,
    "cue": -1.1,
    "whole cue": -0.7,
    "label": 1.0,
    "number": -0.7,
    "crumbs": -0.7,
    "person": -1.2,
}
"""Weights of the traits, by conditional logit (McFadden 1974) over dumps with a known headline.

Cross-validated by site they find .59 to .67 of the headlines, where .72 to .77 are to be found.
"""


def site_of(texts: Sequence[str]) -> str | None:
    """The name that page titles and captions of the dump end with: "… - Sputnik International".

    It must stand behind two different texts, or behind one that stands alone elsewhere.
    """
    whole = dict.fromkeys(texts)
    heads: dict[str, set[str]] = {}
    alone: Counter[str] = Counter()
    for text in whole:
        if (found := _SUFFIX.search(text)) and _is_name(found["site"]):
            head, site = text[: found.start()], found["site"]
            heads.setdefault(site, set()).add(head)
            alone[site] += head in whole
    # The first of several that stand equally often.
    best = max(heads, key=lambda site: len(heads[site]) + 2 * alone[site], default=None)
    return best if best and len(heads[best]) + 2 * alone[best] > 1 else None


def without_site(text: str, site: str | None) -> str:
    """A title without the site's name at its end."""
    found = _SUFFIX.search(text)
    return text[: found.start()] if found and found["site"] == site else text


def headline_at(pieces: Sequence[Piece], site: str | None, known: str | None = None) -> int | None:
    """The place of the headline among the lines, or None."""
    first = _first_body(pieces)
    if known and (at := _same(pieces, known, first)) is not None:
        return at
    prose = Counter(word for p in pieces if p.is_body for word in content_words(p.text))
    times = Counter(without_site(piece.text, site) for piece in pieces[: first + _INTO])
    rated = [
        (_points(pieces, at, prose, times[without_site(pieces[at].text, site)]), at)
        for at in _candidates(pieces, first)
    ]
    if first <= _BARE:
        rated = [(points + _OPENING * (at == 0), at) for points, at in rated]
    best = max(rated, key=lambda one: (one[0], -one[1]), default=(0.0, 0))
    return best[1] if best[0] >= _LEAST else None


def standfirst_of(pieces: Sequence[Piece], title: int | None) -> str | None:
    """What stands below the headline of a dump that holds its article alone, if it is no byline."""
    first = _first_body(pieces)
    if title != 0 or not 1 < first <= _BARE:
        return None
    below = pieces[1]
    named = below.role is Role.BYLINE or cue_of(below.text).category > 0 or _dates(below)
    return None if named or below.words < _SHORTEST_STANDFIRST else below.text


def _first_body(pieces: Sequence[Piece]) -> int:
    return next((at for at, piece in enumerate(pieces) if piece.is_body), len(pieces))


def content_words(text: str) -> set[str]:
    """The long words of a text; its pairs of letters in scripts without spaces and in Korean."""
    lower = text.lower()
    return {*_LONG_WORD.findall(lower), *_PAIR.findall(lower)}


def _candidates(pieces: Sequence[Piece], first: int) -> list[int]:
    """The lines above the first sentence of the body, and the very first of the dump."""
    start = max(0, first - _REACH)
    last = max((at for at, piece in enumerate(pieces) if piece.is_body), default=0)
    places: list[int] = [0] if start else []
    posts = posts_in(pieces)
    for at in range(start, min(first + _INTO, len(pieces))):
        if pieces[at].is_body and (end_class(pieces[at].text) in SENTENCE_ENDS or at == last):
            break
        places.append(at)
    return [
        at
        for at in places
        if 2 <= pieces[at].words <= _LONGEST
        and pieces[at].role in (Role.BODY, Role.FURNITURE)
        and not _TRAIL.search(pieces[at].text)
        and at not in posts
    ]


def _points(pieces: Sequence[Piece], at: int, prose: Counter[str], times: int) -> float:
    """How much a line is like a headline: its traits by their weights."""
    words = content_words(pieces[at].text)
    traits = _own_traits(pieces[at]) | {
        "prose": sum(1 for word in words if prose[word]) / max(3, len(words)),
        "again": min(times - 1, 2),
        **_traits_around(pieces, at, words),
    }
    return sum(_WEIGHTS[name] * value for name, value in traits.items())


def _own_traits(piece: Piece) -> dict[str, float]:
    label = _LABEL.match(piece.text)
    words = piece.text[label.end() :] if label else piece.text
    cue = cue_of(words)
    return {
        "words": math.log1p(piece.words),
        "long": max(0.0, piece.words - _USUAL) / 10,
        "tiny": piece.words < _TINY,
        "body": piece.is_body,
        "end": piece.text[-1] in _NO_HEADLINE_END,
        "cue": cue.category > 0,
        "whole cue": cue.whole or (cue.category > 0 and CATEGORIES[cue.category - 1] in _AROUND),
        "label": label is not None,
        "number": _NUMBER.match(piece.text) is not None,
        "crumbs": any(sign in words for sign in _CRUMBS),
        "person": is_person(piece.text),
    }


def _traits_around(pieces: Sequence[Piece], at: int, words: set[str]) -> dict[str, float]:
    piece, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    many = max(1, len(words))
    return {
        "top": at == 0,
        "top words": len(words & content_words(pieces[0].text)) / many if at else 0.0,
        "menu above": at > 0 and pieces[at - 1].words <= _NAVIGATION,
        "byline below": any(_is_like(p, _AROUND) or _dates(p) for p in pieces[at + 1 : at + 5]),
        "standfirst": below is not None and below.words >= max(piece.words + 1, _STANDFIRST),
        "words below": len(words & content_words(below.text)) / many if below else 0.0,
    }


def _is_like(piece: Piece, kinds: tuple[str, ...]) -> bool:
    """Whether a short line opens with a phrase of one of the kinds."""
    cue = cue_of(piece.text).category
    return piece.words <= _BYLINE and cue > 0 and CATEGORIES[cue - 1] in kinds


def _dates(piece: Piece) -> bool:
    return piece.words <= _BYLINE and WHOLE_DATE.search(piece.text) is not None


def _same(pieces: Sequence[Piece], known: str, first: int) -> int | None:
    plain = known.casefold()
    return next(
        (
            at
            for at in range(min(first + _INTO, len(pieces)))
            if pieces[at].text.casefold() == plain
        ),
        None,
    )


def _is_name(site: str) -> bool:
    words = site.split()
    return (
        len(words) <= 5
        and not _MOMENT.search(site)
        and site[-1] not in ".?!"
        and (site[0].isupper() or not site[0].isalpha() or "." in site)
    )
