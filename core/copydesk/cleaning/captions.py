"""The words under a page's pictures, with the credits apart."""

import re
from collections.abc import Sequence

from copydesk.article import Caption
from copydesk.cleaning.verdicts import Verdict

SHORTEST, LONGEST = 12, 600
"""Characters of a caption."""

CREDIT_LONGEST = 120
"""Characters at the end of a caption that may be its credit."""

ABOVE = 8
"""Pieces above the headline that may be the caption of a picture there."""

MOST = 60

LABEL = (
    r"(?:photo(?:graph|s)?(?: by| credit| courtesy(?: of)?)?|image(?: credit)?s?|pictures?(?: by)?"
    r"|credits?|copyright|source|fotos?|bild(?:er|quelle|nachweis)?|quelle|crédits?(?: photo)?"
    r"|fuente|fonte|fot\.|źródło|фото|источник|kuva|kilde|källa|beeld|bron|ảnh|写真|사진)"
)
CREDIT_AT_END = re.compile(
    rf"[\s.,;|–—-]{{0,4}}[(\[]?(?:\b{LABEL}\s?[:：=]\s?|\bphoto(?:graph)? by |©\s?|\(c\)\s?)"
    r"(?P<credit>[^()\[\]\n]{2,80})[)\]]?\.?$",
    re.I,
)
"""… (Photo by A B/Agency), … Foto: A B/dpa, … © A B."""

AGENCY_AT_END = re.compile(
    r"[(\[]?(?P<credit>(?:AP (?:Photo|Images)|REUTERS|AFP|EPA|Getty Images|Xinhua|Bloomberg|dpa"
    r"|picture[ -]alliance|IMAGO|imago images|Shutterstock|ANSA|EFE|TASS|Sputnik|PA)"
    r"(?:\s?/\s?[^()\[\]\n]{2,60})?)[)\]]?\.?$"
)
"""… (AP Photo/A B, File), … REUTERS/A B."""

OPENING = re.compile(rf"^[(\[]?(?:(?:©|\(c\))\s?|{LABEL}\s?[:：]\s?|photo(?:graph)? by )", re.I)

PICTURE_WORDS = frozenset(("caption", "credit"))


def captions_of(judged: Sequence[Verdict]) -> tuple[Caption, ...]:
    """Give the captions, each once; a credit on its own goes to the caption before it.

    What stands far above the headline belongs to menus and boxes of the site.
    """
    found: dict[str, str | None] = {}
    last: str | None = None
    for piece, reason in judged[_first(judged) :]:
        if reason not in PICTURE_WORDS or len(piece.text) > LONGEST:
            continue
        words, credit = split_credit(" ".join(piece.text.split()))
        if words and len(words) >= SHORTEST and reason == "caption":
            last = words
            found[words] = found.get(words) or credit
        elif credit and last and not found[last]:
            found[last] = credit
    return tuple(Caption(text=words, credit=credit) for words, credit in found.items())[:MOST]


def _first(judged: Sequence[Verdict]) -> int:
    """Give the place of the first caption that may be the article's, from its headline's."""
    body = next((at for at, verdict in enumerate(judged) if verdict.is_body), 0)
    headline = max((at for at in range(body) if judged[at].reason == "headline"), default=0)
    return max(0, headline - ABOVE)


def split_credit(text: str) -> tuple[str, str | None]:
    """Part a caption's words from its credit; either may be missing.

    >>> split_credit("The old bridge at dawn. Photo: Ada Moss/Agency")
    ('The old bridge at dawn.', 'Ada Moss/Agency')
    """
    if opening := OPENING.match(text):
        return "", text[opening.end() :].strip(" .()[]") or None
    for pattern in (CREDIT_AT_END, AGENCY_AT_END):
        if ending := pattern.search(text, max(0, len(text) - CREDIT_LONGEST)):
            words = text[: ending.start()].rstrip(" ([|–—-")
            return words + _stop(text, len(words)), ending["credit"].strip(" .")
    return text, None


def _stop(text: str, at: int) -> str:
    return text[at] if at < len(text) and text[at] in ".!?" else ""
