"""The dateline that opens a news-agency story: place, agency and date."""

import re

from copydesk.article import Dateline

_REACH = 120
"""Characters from the start of a paragraph within which its dateline ends."""

_DASH = r"[-–—―]{1,2}"
_PLACE = r"(?P<place>[^\W\d_][^()\[\]–—―\n!?;:\"“”„«»\d]{1,60}?)"
_DAY = r"(?:\d{1,2}\.?\s[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2})"
_MONTH = rf"{_DAY}(?:,?\s\d{{4}})?"

_DATE = rf"(?:\s\[[^\[\]\n]{{2,30}}\])?(?:[,.]\s(?P<date>{_MONTH})\.?)?"
_HAN = "\u3400-\u9fff"
_HANGUL = "\uac00-\ud7a3"

_FORMS = (
    # "WASHINGTON (Sputnik) — ", "BERLIN, Aug 5 (Reuters) - ", "Madrid, 3 may (EFE).- "
    re.compile(
        rf"{_PLACE}{_DATE}\s?[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]\s?(?:\.?{_DASH}|:)\s*"
    ),
    # "MOSCOW, 5 August. /TASS/. "
    re.compile(rf"{_PLACE}{_DATE}\s/(?P<agency>[^()/\n]{{2,30}})/\s?(?:{_DASH}|\.)\s*"),
    # "МОСКВА, 5 авг — РИА Новости. "
    re.compile(
        rf"{_PLACE}(?:,\s(?P<date>\d{{1,2}}\.?\s[^\W\d_]{{3,10}}\.?))\s?{_DASH}\s?"
        rf"(?P<agency>[^\W\d_][^.()\n]{{1,30}}?)\.\s+"
    ),
    # "Москва. 5 августа. INTERFAX.RU - "
    re.compile(
        rf"{_PLACE}\.\s(?P<date>\d{{1,2}} [^\W\d_]{{3,10}})\."
        rf"\s(?P<agency>[^\W\d_][\w.]{{2,20}})\s{_DASH}\s"
    ),
    # "(ANSA) - ROMA, 03 MAG - "
    re.compile(
        rf"[(\[](?P<agency>[^()\[\]\n]{{2,40}})[)\]]\s?{_DASH}\s?{_PLACE},\s(?P<date>{_MONTH})\.?\s?{_DASH}\s*"
    ),
    # "KAMPALA, Uganda (AP) The", "New Delhi, May 3 (PTI) The"
    re.compile(
        rf"{_PLACE}{_DATE}\s[(\[](?P<agency>[^()\[\]/\n]{{2,40}})[)\]]\.?\s+(?=[^\W\d_a-z])"
    ),
    # "BERLIN taz | "
    re.compile(rf"{_PLACE}\s(?P<agency>[a-z]{{2,6}}|[A-Z]{{2,6}})\s\|\s"),
    # "新华社北京5月3日电（记者张三）", "中央社記者王小明台北3日電"
    re.compile(
        rf"[（(]?(?P<agency>[{_HAN}]{{1,5}}?[社网網报報])(?:[记記]者[{_HAN}]{{2,3}})?(?P<place>[{_HAN}]{{2,8}}?)"
        rf"(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)[专專]?[电電](?:[（(][^（）()\n]{{1,40}})?[)）]?\s*"
    ),
    # "【北京共同】", "【ワシントン＝佐藤】"
    re.compile(
        rf"【(?P<place>[\u30a0-\u30ff{_HAN}]{{2,12}}?)(?:(?P<agency>共同|時事|ロイター)|＝[^】\n]{{1,20}})】\s*"
    ),
    # "(서울=연합뉴스) 홍길동 기자 = "
    re.compile(
        rf"[(\[](?P<place>[{_HANGUL}·]{{2,12}})=(?P<agency>[{_HANGUL}A-Z]{{2,10}})[)\]]\s*"
        rf"(?:[{_HANGUL}]{{2,4}} (?:기자|특파원)\s*=?\s*)?"
    ),
    # "Berlin, 14. September 2023 – ", "Paris, le 14 septembre 2023 – "
    re.compile(
        rf"{_PLACE},\s(?:le\s|den\s)?(?P<date>{_DAY},?\s\d{{4}})"
        rf"\s?(?P<sure>{_DASH})\s+(?![\s\d])(?P<agency>)"
    ),
    # "BONN, 14. Mai 2023. "
    re.compile(rf"{_PLACE},\s(?P<date>{_DAY},?\s\d{{4}})\s?[.:]\s+(?P<agency>)"),
    # "HANOI/TAIPEI, Jan 9 - "
    re.compile(rf"{_PLACE},\s(?P<date>{_MONTH})\s-\s+(?P<agency>)"),
    # "HONG KONG — "
    re.compile(rf"{_PLACE}(?:,\s(?P<date>{_MONTH}))?\s?[–—―]\s*(?![\s\d])(?P<agency>)"),
)
_JOINERS = re.compile(
    r"de[lr]?|du|las?|les?|el|al|of|the|upon|on|am|an|im|und|et|y|e|d[aio]|dos|in"
)
"""Words inside a place's name that are written small."""
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|\w+-feira"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag",
    re.IGNORECASE,
)
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
            place, agency = found["place"].strip(" ,-"), found["agency"] or None
            groups = found.groupdict()
            date = groups.get("date")
            sure = agency is not None or "sure" in groups or head.startswith("【")
            if _is_place(place, sure=sure) and _is_agency(agency):
                date = date.rstrip(".") if date else None
                return Dateline(place=place, agency=agency, date=date), found.end()
    return None


def _is_place(place: str, *, sure: bool) -> bool:
    """A name of one to six words; with no agency or full date beside it, in capitals."""
    words = [word for word in re.split(r"[\s,/]+", place) if word]
    if not 1 <= len(words) <= 6 or any(map(_WEEKDAY.fullmatch, words)):
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
        and (
            not agency[0].islower() or (agency.islower() and len(words) == 1 and len(agency) <= 10)
        )
    )
