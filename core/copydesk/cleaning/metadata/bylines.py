"""Lines that name an article's authors: "By Ada Moss, 6 May 2024"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

BY = re.compile(
    r"^(?:(?:(?:written|reported|posted|published|submitted|story|text|words|interview)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|texto|autor|author|text|автор|текст|autore"
    r"|a cura di)\b[\s:]*"
    r"|(?:posted|published|submitted|written)\son\s[^|]{4,40}?\sby\s"
    r"|(?:interview|reportage|words|propos recueillis par|entrevista|intervista)\s?:\s*)",
    re.I,
)
BETWEEN = re.compile(
    r"\s*[;|•·/]\s*|\s+(?:and|und|et|y|e|og|och|en|i|with|mit|&)\s+|\s*,\s+|\s*[、，]\s*", re.I
)
AFTER_NAMES = re.compile(
    r",?\s(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d.*"
    r"|\d.*|,\s+in\s.*|\s(?-i:on\s[A-Z]).*|\s[»›].*",
    re.S | re.I,
)
"""By Ada Moss, May 6, 2024; By Ada Moss, in Sport; By Ada Moss on Monday; by Ada » Tue Jan 09."""

GOES_ON = re.compile(r"(?:and|und|et|y|og|och|&)\s+(?=\S)", re.I)
"""… and Finn Reed, on a line of its own below a byline."""

OFFICE = re.compile(
    r"\b(?:author|bureau|columnist|contributor|correspondent|desk|editor|reporter|staff|writer"
    r"|korrespondent(?:in)?|redakt(?:eur|eurin|ion)|journaliste?)\b",
    re.I,
)
IN_PLACE = re.compile(r"(?:reporting )?(?:in|from|aus|à)\s+[A-Z]")
"""Where its author wrote it, on a line of its own: "in Hanoi"."""

NO_NAME = re.compile(r"https?:|www\.|@|\d{2}|[<>{}#]")
PARENTHESES = re.compile(r"\s*\([^)]{0,80}\)")
ADDRESS = re.compile(r"\b(?:https?:|www\.)\S{0,300}|[\w.+-]{1,64}@[\w.-]{1,100}")

NAME = re.compile(r"[^\W\d_]\.?[\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")

LIST_LONGEST = 500
"""Characters of a list of names that are read."""

LONGEST = 60
"""Characters in a name; longer is a sentence."""

LINES = 4
"""Lines below a byline that may go on with it."""

PARTICLES = frozenset(("de", "la", "del", "der", "den", "van", "von", "di", "da", "dos", "du"))
MAC = re.compile(r"\bMc[a-z](?=[a-z]{2})")
NEWSROOM = re.compile(r"(?!THE )[A-Z]{2,4} (?:MEDIA|NEWS|PRESS|RADIO|SPORTS?|STAFF|TODAY|TV)\b")
"""A name that begins with an abbreviation, vowels or not: ABC NEWS, USA TODAY SPORTS."""

VOWEL = re.compile(r"[aeiouyà-öø-ýа-я]", re.I)


def names_in_bylines(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the names in the first line that opens as a byline does; a date in it is cut off.

    >>> names_in_bylines(["Home", "By Ada Moss, 6 May 2024"])
    ('Ada Moss',)
    """
    flat = [part for line in lines for part in line.split("\n")]
    for at, line in enumerate(flat):
        if found := _names_behind(line, BY):
            return tuple(dict.fromkeys((*found, *_further_names(flat[at + 1 :][:LINES]))))
        if len(line) < LONGEST and BY.fullmatch(line) and is_name("".join(flat[at + 1 : at + 2])):
            return (flat[at + 1],)
    return ()


def _names_behind(line: str, opening: re.Pattern[str]) -> list[str]:
    names = _behind(line, opening)
    return list(split_names(names)) if names[:1].isupper() else []


def _behind(line: str, opening: re.Pattern[str]) -> str:
    """Give what a line says behind its opening, up to a date or a place; nothing without one."""
    opened = opening.match(line) if len(line) <= 2 * LONGEST else None
    return AFTER_NAMES.sub("", line[opened.end() :]) if opened else ""


def _further_names(lines: Sequence[str]) -> Iterator[str]:
    """Give the names on lines that go on below a byline, whoever's place or post is between."""
    for line in lines:
        if names := _names_behind(line, GOES_ON):
            yield from names
        elif not (IN_PLACE.match(line) or OFFICE.search(line)):
            return


def is_byline(line: str) -> bool:
    """Tell a line that names people behind a word like "by", and nothing else.

    >>> is_byline("BY ADA MOSS AND FINN REED"), is_byline("By Monday it was over")
    (True, False)
    """
    parts = [part for part in BETWEEN.split(_behind(line, BY)) if part and not OFFICE.search(part)]
    return bool(parts) and all(map(is_name, parts))


def split_names(names: str) -> Iterator[str]:
    """Give the names in a list of them, without addresses, brackets and a "by" before."""
    words = " ".join(ADDRESS.sub(" ", unescape(names[:LIST_LONGEST])).split())
    words = BY.sub("", PARENTHESES.sub("", words))
    for part in BETWEEN.split(words):
        part = BY.sub("", part).strip(" ,.;:-–—|")
        if 1 < len(part) <= LONGEST and not NO_NAME.search(part) and len(part.split()) <= 6:
            yield _in_usual_case(part)


def is_name(words: str) -> bool:
    """Tell two to four words of which the first and the last begin with a capital: Ada B. Moss."""
    parts = words.split()
    capitals = parts and parts[0][0].isupper() and parts[-1][0].isupper()
    return bool(capitals) and NAME.fullmatch(words) is not None


def _in_usual_case(name: str) -> str:
    """Give a name in capitals as names are written; abbreviations, which have no vowel, stay."""
    words = name.split()
    vowels = len(words) > 1 and all(map(VOWEL.search, (words[0], words[-1])))
    if not (name.isupper() and vowels) or NEWSROOM.match(name):
        return name
    cased = [
        w.lower() if at and w.lower() in PARTICLES else w.title() for at, w in enumerate(words)
    ]
    return MAC.sub(lambda mac: "Mc" + mac.group()[-1].upper(), " ".join(cased))
