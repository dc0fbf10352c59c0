"""Who wrote the article: a clean list of names."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape

from lxml.html import HtmlElement

from copydesk.cleaning.lists import entries, ordered
from copydesk.cleaning.metadata.jsonld import Thing
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.metadata.site import form_of, site_names

BY = re.compile(
    r"^(?:(?:written|reported|posted|published|story|text|words)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|texto|autor|author|text|автор|autore|a cura di)\b[\s:]*",
    re.I,
)
BETWEEN = re.compile(
    r"\s*[;|•·/]\s*|\s+(?:and|und|et|y|e|og|och|en|i|with|mit|&)\s+|\s*,\s+|\s*[、，]\s*", re.I
)
AFTER_NAMES = re.compile(r"\d.*|,\s+in\s.*|\s[»›].*", re.S)
"""By Ada Moss, 6 May 2024; By Ada Moss, in Sport; by Ada » Tue Jan 09."""

NO_NAME = re.compile(r"https?:|www\.|@|\d{2}|[<>{}#]")
PARENTHESES = re.compile(r"\s*\([^)]{0,80}\)")
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|writer|autor|auteur|contributor)s?(?:$|[\s_-]|name)", re.I
)

ADDRESS = re.compile(r"\b(?:https?:|www\.)\S{0,300}|[\w.+-]{1,64}@[\w.-]{1,100}")

NAME = re.compile(r"[^\W\d_]\.?[\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,3}")

LIST_LONGEST = 500
"""Characters of a list of names that are read."""

LONGEST = 60
"""Characters in a name; longer is a sentence."""

MOST = 12

NAMED = ordered("markup.txt", "author")
NAMING = ("name", "byline")


def authors(page: PageData, tree: HtmlElement) -> tuple[str, ...]:
    """Give the names from the first place that names people; else an agency's or the site's."""
    places = (
        lambda: _from_linked_data(page),
        lambda: _from_meta(page),
        lambda: _from_markup(tree),
    )
    others: tuple[str, ...] = ()
    for place in places:
        names = clean_names(place())
        if people := people_of(names, page):
            return people
        others = others or names
    return others


def people_of(names: Iterable[str], page: PageData) -> tuple[str, ...]:
    """Give the names that are neither an agency's nor the site's own."""
    known, site = _not_people(), site_names(page)
    return tuple(n for n in names if n.casefold() not in known and form_of(n) not in site)


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Split lists of names, drop what is none, keep agencies and desks only where no one else is.

    >>> clean_names(["By Ada Moss and Finn Reed, AP", "Ada Moss"])
    ('Ada Moss', 'Finn Reed')
    """
    found: dict[str, str] = {}
    for name in names:
        for part in _split(name):
            found.setdefault(part.casefold(), part)
    known = _not_people()
    kept = {form: name for form, name in found.items() if known.get(form) != "nobody"}
    people = [name for form, name in kept.items() if known.get(form) != "agency"]
    return tuple(people or kept.values())[:MOST]


def names_in_bylines(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the names in the first line that opens as a byline does; a date in it is cut off.

    >>> names_in_bylines(["Home", "By Ada Moss, 6 May 2024"])
    ('Ada Moss',)
    """
    for line in lines:
        opening = BY.match(line) if len(line) <= 2 * LONGEST else None
        names = AFTER_NAMES.sub("", line[opening.end() :]) if opening else ""
        if names[:1].isupper() and (found := clean_names([names])):
            return found
    return ()


def _split(name: str) -> Iterator[str]:
    words = " ".join(ADDRESS.sub(" ", unescape(name[:LIST_LONGEST])).split())
    words = BY.sub("", PARENTHESES.sub("", words))
    for part in BETWEEN.split(words):
        part = BY.sub("", part).strip(" ,.;:-–—|")
        if 1 < len(part) <= LONGEST and not NO_NAME.search(part) and len(part.split()) <= 6:
            yield part


def _from_linked_data(page: PageData) -> Iterator[str]:
    by_id = {str(thing["@id"]): thing for thing in page.things if thing.get("@id")}
    for key in ("author", "creator"):
        yield from _names(page.article.get(key), by_id)


def _names(value: object, by_id: dict[str, Thing]) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _names(one, by_id)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        named = (
            value if any(value.get(key) for key in NAMING) else by_id.get(str(value.get("@id")), {})
        )
        name = next((named[key] for key in NAMING if named.get(key)), None)
        if isinstance(name, list):
            yield from (str(one) for one in name)
        elif isinstance(name, str):
            yield name


def _from_meta(page: PageData) -> list[str]:
    for name in (*NAMED, "twitter:data1"):
        contents = [c for c in page.meta.get(name, ()) if clean_names([c])]
        if contents and not (name == "twitter:data1" and _labels_time(page)):
            return contents
    return []


def _labels_time(page: PageData) -> bool:
    label = (page.first("twitter:label1") or "").casefold()
    return not any(
        word in label for word in ("written", "by", "verfasst", "author", "écrit", "escrito")
    )


def _from_markup(tree: HtmlElement) -> list[str]:
    """Read `rel=author`, `itemprop=author` and elements whose class says byline."""
    marked: list[str] = []
    classed: list[str] = []
    for element in tree.iter("a", "span", "div", "p", "address", "li", "cite", "strong"):
        if "author" in (element.get("rel") or "") or "author" in (element.get("itemprop") or ""):
            marked.append(_short_words(element))
        elif not classed and BYLINE.search(element.get("class") or ""):
            words = _short_words(element)
            if words and (BY.match(words) or element.tag == "a" or _is_name(words)):
                classed.append(words)
    return [name for name in (marked[:4] or classed) if name]


def _short_words(element: HtmlElement) -> str:
    words = " ".join("".join(element.itertext()).split())
    return words if len(words) <= 2 * LONGEST else ""


def _is_name(words: str) -> bool:
    """Tell two to four words of which the first and the last begin with a capital: Ada B. Moss."""
    parts = words.split()
    capitals = parts and parts[0][0].isupper() and parts[-1][0].isupper()
    return bool(capitals) and NAME.fullmatch(words) is not None


@lru_cache(maxsize=1)
def _not_people() -> dict[str, str]:
    """Read `data/agencies.txt`: folded name to `agency` or `nobody`."""
    return {name.casefold(): kind for kind, name in entries("agencies.txt")}
