"""Captions and credits, told by the marks that photo desks leave in them."""

import re
from collections.abc import Container, Sequence

from copydesk.article import Caption
from copydesk.cleaning.text.cues import CATEGORIES, cue_of
from copydesk.cleaning.text.headline import without_site
from copydesk.cleaning.text.roles import Piece, Role

_BYLINE, _CAPTION_CUE = (CATEGORIES.index(name) + 1 for name in ("byline", "caption"))
_LABEL = (
    r"(?:photo(?:graph|s)?(?: (?:by|credit|courtesy|illustration by))?|image(?: credit)?s?"
    r"|picture|credits?"
    r"|fotos?|bild(?:er|quelle|nachweis)?|crédits?(?: photo)?|fot\.|фото|kuva|fotó|ảnh|写真|사진)"
)
# "… (Photo by A B/Agency)", "… Foto: A B/dpa", "… © A B"
_CREDIT_END = re.compile(
    rf"[\s.,;|–—-]{{0,4}}[(\[]?(?:{_LABEL}\s?[:：=]\s?|photo(?:graph)? by |©\s?|\(c\)\s?)"
    r"(?P<credit>[^()\[\]]{2,80})[)\]]?\.?$",
    re.IGNORECASE,
)
# "… (AP Photo/A B, File)", "… REUTERS/A B"
_AGENCY_END = re.compile(
    r"[(\[]?(?P<credit>(?:AP (?:Photo|Images)|REUTERS|AFP|EPA|Getty Images|Xinhua|Bloomberg|dpa"
    r"|picture[ -]alliance|IMAGO|imago images|Shutterstock|ANSA|EFE|TASS|Sputnik|PA)"
    r"\s?/\s?[^()\[\]]{2,60})[)\]]?\.?$"
)
_CREDIT_START = re.compile(rf"^(?:©|\(c\)|ⓒ|{_LABEL}\s?[:：])\s*", re.IGNORECASE)
# "Above: The seedheads of the grass", "Legende: Ada Moss in Orrin"
_CAPTION_START = re.compile(
    r"(?:above|below|pictured|caption|legende|bildunterschrift|légende|didascalia)\s?[:：]\s",
    re.IGNORECASE,
)
# A photographer's name run into the caption: "A B/PoolRussia's Foreign Minister"
_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ’'])")
_RIGHTS = re.compile(r"©\s?(?:\(c\)\s?)?(?:19|20)\d\d")
_AGENCIES = re.compile(
    r"\bgetty|reuters|\bafp\b|\bap\b|associated press|\bdpa\b|\bepa\b|shutterstock|istock"
    r"|alamy|imago|picture[ -]alliance|unsplash|pixabay|adobe stock|\bpa\b|xinhua|bloomberg"
    r"|\btass\b|риа новости|\bansa\b|\befe\b|\bzuma\b|\bntb\b|ritzau|\btt\b",
    re.IGNORECASE,
)
_CREDIT_WORDS = 9
_CAPTION_WORDS = 8
_LONGEST = 60
"""Words of a line of the body that may be a caption."""
_TWIN = 25
"""Letters from which a line of the body that a caption repeats is that caption."""


def marked_captions(pieces: Sequence[Piece], site: str | None) -> list[Piece]:
    """The lines with captions and credits marked, in the body too where the mark is plain.

    Or where a caption with a credit elsewhere says the same.
    """
    roles = [_caption_role(piece, site) for piece in pieces]
    marked = zip(pieces, roles, strict=True)
    said = {
        _split(piece.text, ())[0].rstrip(" .") for piece, role in marked if role is Role.CAPTION
    }
    return [
        piece._replace(role=role or Role.CAPTION)
        if role or (piece.is_body and _is_twin(piece, said))
        else piece
        for piece, role in zip(pieces, roles, strict=True)
    ]


def _is_twin(piece: Piece, captions: Container[str]) -> bool:
    return len(piece.text) >= _TWIN and piece.text.rstrip(" .") in captions


def _caption_role(piece: Piece, site: str | None) -> Role | None:
    text = piece.text
    if piece.role not in (Role.BODY, Role.FURNITURE) or _claims_rights(text):
        return None
    named = site and piece.words >= _CAPTION_WORDS and without_site(text, site) != text
    if named or (_CAPTION_START.match(text) and _may_be_caption(piece)):
        return Role.CAPTION
    if text.startswith(("©", "ⓒ", "(c)")):
        return Role.CAPTION if piece.words > _CREDIT_WORDS or _GLUE.search(text) else Role.CREDIT
    if piece.is_body and piece.words > _LONGEST:
        return None
    if found := _AGENCY_END.search(text) or _CREDIT_END.search(text):
        return Role.CAPTION if found.start() > 12 else Role.CREDIT
    if piece.is_body:
        return None
    cue = cue_of(text)
    if cue.category == _BYLINE:
        return None
    if cue.category == _CAPTION_CUE:
        return Role.CREDIT if piece.words <= _CREDIT_WORDS else Role.CAPTION
    if piece.words <= _CREDIT_WORDS and _AGENCIES.search(text) and text[-1] not in ".?!":
        return Role.CREDIT
    return None


def _may_be_caption(piece: Piece) -> bool:
    """Not "Below: the winners in full:", and no paragraph."""
    return piece.words <= _LONGEST and piece.text[-1] not in ":："


def _claims_rights(text: str) -> bool:
    lower = text.lower()
    if "copyright" in lower or "rights reserved" in lower:
        return True
    return "©" in lower and _RIGHTS.search(lower) is not None


def captions_of(pieces: Sequence[Piece], site: str | None) -> tuple[Caption, ...]:
    """The captions, each once, with their credits apart."""
    plain = [without_site(p.text, site) for p in pieces if p.role is Role.CAPTION]
    found: dict[str, str | None] = {}
    for at, piece in enumerate(pieces):
        if piece.role is Role.CAPTION:
            words, credit = _split(without_site(piece.text, site), plain)
            if words:
                found[words] = found.get(words) or credit or _credit_near(pieces, at)
    return tuple(Caption(text=words, credit=credit) for words, credit in found.items())


def _split(text: str, others: Sequence[str]) -> tuple[str, str | None]:
    """A caption's words and its credit."""
    if opening := _CREDIT_START.match(text):
        rest = text[opening.end() :]
        twin = next((o for o in others if o != text and len(o) > 15 and rest.endswith(o)), None)
        if twin:
            return twin, rest[: -len(twin)].strip(" .:|-–—") or None
        if opening[0].strip() in "©ⓒ" and (glue := _GLUE.search(rest)):
            return rest[glue.start() :], rest[: glue.start()].strip()
        return rest, None
    for pattern in (_AGENCY_END, _CREDIT_END):
        if ending := pattern.search(text):
            return text[: ending.start()].rstrip(" (["), ending["credit"].strip(" .")
    return text, None


def _credit_near(pieces: Sequence[Piece], at: int) -> str | None:
    """The credit that stands on a line of its own beside a caption."""
    for near in (at + 1, at - 1):
        if 0 <= near < len(pieces) and pieces[near].role is Role.CREDIT:
            return _CREDIT_START.sub("", pieces[near].text).strip(" ()[]") or None
    return None
