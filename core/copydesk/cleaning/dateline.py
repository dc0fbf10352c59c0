"""The dateline that opens a news-agency story: place, agency and date."""

import re

from copydesk.article import Dateline

_REACH = 120
"""Characters from the start of a paragraph within which its dateline ends."""

_DASH = r"[-–—―]{1,2}"
_PLACE = r"(?P<place>[^\W\d_][^()\[\]–—―\n!?;:\"“”„«»\d]{1,60}?)"
_MONTH = r"(?:\d{1,2}\.?\s[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2})(?:,?\s\d{4})?"

# "WASHINGTON (Sputnik) — ", "BERLIN, Aug 5 (Reuters) - ", "МОСКВА, 5 авг — РИА Новости. "
_FORMS = (
    re.compile(
        rf"{_PLACE}(?:,\s(?P<date>{_MONTH}))?\s?[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]\s?{_DASH}\s*"
    ),
    re.compile(rf"{_PLACE}(?:,\s(?P<date>{_MONTH}))?\s/(?P<agency>[^()/\n]{{2,30}})/\s?{_DASH}\s*"),
    re.compile(
        rf"{_PLACE}(?:,\s(?P<date>\d{{1,2}}\.?\s[^\W\d_]{{3,10}}\.?))\s?{_DASH}\s?"
        rf"(?P<agency>[^\W\d_][^.()\n]{{1,30}}?)\.\s+"
    ),
    re.compile(rf"{_PLACE}\s[(\[](?P<agency>[^()\[\]/\n]{{2,40}})[)\]]\.?\s+(?=[^\W\d_a-z])"),
    re.compile(rf"{_PLACE}(?:,\s(?P<date>{_MONTH}))?\s?[–—―]\s*(?P<agency>)"),
)
_JOINERS = re.compile(
    r"de[lr]?|du|las?|les?|el|al|of|the|upon|on|am|an|im|und|et|y|e|d[aio]|dos|in"
)
"""Words inside a place's name that are written small."""
_AGENCY_WORDS = 4


def dateline_of(paragraph: str) -> tuple[Dateline, int] | None:
    """The dateline that a paragraph opens with and where it ends, or None.

    >>> dateline_of("LISBON (Meridian) — The agreement follows the floods.")[0].agency
    'Meridian'
    """
    head = paragraph[:_REACH]
    for form in _FORMS:
        found = form.match(head)
        if found and found.end() < len(paragraph):
            place, agency = found["place"].strip(" ,"), found["agency"] or None
            date = found.groupdict().get("date")
            if _is_place(place, sure=agency is not None) and _is_agency(agency):
                return Dateline(place=place, agency=agency, date=date), found.end()
    return None


def _is_place(place: str, *, sure: bool) -> bool:
    """A name of one to six words; with no agency beside it, in capitals."""
    words = [word for word in re.split(r"[\s,/]+", place) if word]
    if not 1 <= len(words) <= 6:
        return False
    named = all(
        word[0].isupper() or not word[0].islower() or _JOINERS.fullmatch(word) for word in words
    )
    letters = "".join(filter(str.isalpha, words[0]))
    return named and (sure or (len(letters) > 2 and letters.isupper()))


def _is_agency(agency: str | None) -> bool:
    if agency is None:
        return True
    words = agency.split()
    return (
        len(words) <= _AGENCY_WORDS
        and not agency[0].isdigit()
        and (agency[0].isupper() or (agency.islower() and len(words) == 1 and len(agency) <= 10))
    )
