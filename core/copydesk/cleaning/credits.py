"""Who made a picture, as the end of its caption says."""

import re

CREDIT_LONGEST = 120
"""Characters at the end of a caption that may be its credit."""

LABEL = (
    r"(?:photo(?:graph|s)?(?: by| credit| courtesy(?: of)?)?|image(?: credit)?s?|pictures?(?: by)?"
    r"|credits?|copyright|source|illustrations?(?: by)?|fotos?|bild(?:er|quelle|nachweis)?|quelle"
    r"|crédits?(?: photo)?|fuente|fonte|fot\.|źródło|фото|источник|kuva|kilde|källa|beeld|bron|ảnh"
    r"|写真|사진)"
)
CREDIT_AT_END = re.compile(
    rf"[\s.,;|–—-]{{0,4}}[(\[]?(?:(?:\b|(?-i:(?=[A-Z])))"
    rf"(?:{LABEL}\s?(?:[:：=]|\.\.\.)\s?|\bphoto(?:graph)? by )"
    r"|(?-i:\bPHOTOS? (?=[A-ZÀ-Þ]{2}))|©\s?|\(c\)\s?)"
    r"(?P<credit>[^()\[\]\n]{2,80})[)\]]?\.?$",
    re.I,
)
"""… (Photo by A B/Agency), … Foto: A B/dpa, … © A B, … PHOTO A B; a label may stick to a word."""

AGENCY = (
    r"(?:AP (?:Photo|Images)|REUTERS|AFP|EPA|Getty Images|Xinhua|Bloomberg|dpa|picture[ -]alliance"
    r"|IMAGO|imago images|Shutterstock|ANSA|EFE|TASS|Sputnik|PA)"
)
NAMED_AGENCY_AT_END = re.compile(
    rf"(?<=[.!?])\s?(?P<credit>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){{1,2}}"
    rf" \({AGENCY}\))\.?$"
)
"""… . A B (REUTERS)."""

AGENCY_AT_END = re.compile(rf"[(\[]?(?P<credit>{AGENCY}(?:\s?/\s?[^()\[\]\n]{{2,60}})?)[)\]]?\.?$")
"""… (AP Photo/A B, File), … REUTERS/A B."""

BRACKETED = re.compile(
    rf"\((?!{LABEL})(?P<credit>(?-i:[A-Z])[^()/]{{1,60}}/[^()]{{2,60}}"
    r"|[^()]{2,40}\bphoto by [^()]{2,60})\)\.?$",
    re.I,
)
"""… (A B/The Velden Post), … (Post photo by A B)."""

PICTURED = re.compile(
    r"\((?:[^()]{0,40}\bphotos? by\s|(?:photo|foto)s?\s?:|photo courtesy|AP Photo/)"
    r"[^()]{2,60}\)\.?$",
    re.I,
)

ENDINGS = (BRACKETED, CREDIT_AT_END, NAMED_AGENCY_AT_END, AGENCY_AT_END)

OPENING = re.compile(
    rf"^[(\[]?(?:(?:©|\(c\))\s?|{LABEL}\s?[:：]\s?|(?:photo(?:graph)?|illustration) by )", re.I
)


def split_credit(text: str) -> tuple[str, str | None]:
    """Part a caption's words from its credit; either may be missing.

    >>> split_credit("The old bridge at dawn. Photo: Ada Moss/Agency")
    ('The old bridge at dawn.', 'Ada Moss/Agency')
    """
    if opening := OPENING.match(text):
        return "", text[opening.end() :].strip(" .()[]") or None
    for pattern in ENDINGS:
        if ending := pattern.search(text, max(0, len(text) - CREDIT_LONGEST)):
            words = text[: ending.start()].rstrip(" ([|–—-")
            return words + _stop(text, len(words)), ending["credit"].strip(" .")
    return text, None


def _stop(text: str, at: int) -> str:
    return text[at] if at < len(text) and text[at] in ".!?" else ""


def ends_like_caption(text: str) -> bool:
    """Tell words that a photographer's name in brackets ends, as a picture's do in any place.

    >>> ends_like_caption("The old bridge at dawn. (Post photo by Ada Moss)")
    True
    """
    return PICTURED.search(text, max(0, len(text) - CREDIT_LONGEST)) is not None
