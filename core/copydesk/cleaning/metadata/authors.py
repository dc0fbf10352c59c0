"""Who wrote the article: a clean list of names."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from copydesk.cleaning.classwords import HUMP, class_groups, group_names
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.lines import lines_of
from copydesk.cleaning.lists import entries, ordered
from copydesk.cleaning.metadata.bylines import (
    LONGEST,
    OFFICE,
    is_name,
    names_in_bylines,
    split_names,
)
from copydesk.cleaning.metadata.jsonld import Thing
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.metadata.site import form_of, site_names

BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|writer|autor|auteur|contributor)s?(?:$|[\s_-]|name)", re.I
)

STROKE = re.compile(r"\s*[|•·]\s*")

COMMENT = 1 << group_names().index("comment")

MOST = 12

BOX_LONGEST = 240
"""Characters of an element that is marked as a byline and holds no more than names."""

NAMED = ordered("markup.txt", "author")
NAMING = ("name", "byline")
SCHOLARLY = "citation_author"
"""Holds one name, the last name often first."""


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


def without_accounts(names: Iterable[str]) -> tuple[str, ...]:
    """Drop the names of roles and of a system's accounts, such as "Admin"."""
    known = _not_people()
    return tuple(name for name in names if known.get(name.casefold()) != "nobody")


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Split lists of names, drop what is none, keep agencies and desks only where no one else is.

    >>> clean_names(["By Ada Moss and Finn Reed, AP", "Ada Moss"])
    ('Ada Moss', 'Finn Reed')
    """
    found: dict[str, str] = {}
    for name in names:
        for part in split_names(name):
            found.setdefault(part.casefold(), part)
    known = _not_people()
    kept = {form: name for form, name in found.items() if known.get(form) != "nobody"}
    people = [name for form, name in kept.items() if known.get(form) != "agency"]
    named = [name for name in people if not OFFICE.search(name)]
    return tuple(named or people or kept.values())[:MOST]


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
        said = page.meta.get(name, [])
        said = list(map(_first_name_first, said)) if name == SCHOLARLY else said
        contents = [c for c in said if clean_names([c])]
        if contents and not (name == "twitter:data1" and _labels_time(page)):
            return contents
    return []


def _first_name_first(name: str) -> str:
    """Turn "Moss, Ada" around."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else name


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
            if not _is_answer(element):
                marked.append(_short_words(element))
        elif not classed and _says_byline(element.get("class") or ""):
            classed = [] if _is_answer(element) else _names_in(element)
    return [name for name in (marked[:4] or classed) if name]


@lru_cache(maxsize=4096)
def _says_byline(attribute: str) -> bool:
    """Tell a class like "byline" or "authorName"; a page has the same few again and again."""
    return BYLINE.search(HUMP.sub("-", attribute)) is not None


def _names_in(element: HtmlElement) -> list[str]:
    """Give the names in an element that is marked as a byline."""
    words = _short_words(element)
    if words and element.tag == "a":
        return [words]
    lines = lines_of(element)
    if found := names_in_bylines(lines):
        return list(found)
    if len("".join(lines)) > BOX_LONGEST:
        return []
    inner = [_short_words(child) for child in element.iterdescendants("a", "span", "p", "strong")]
    return list(filter(_are_names, inner)) or list(filter(_are_names, STROKE.split(words)[:1]))


def _are_names(words: str) -> bool:
    """Tell names from a post such as "Staff Writer"."""
    parts = list(split_names(words))
    posted = OFFICE.search(words) or furniture_reason(words)
    return bool(parts) and all(map(is_name, parts)) and not posted


def _is_answer(element: HtmlElement) -> bool:
    """Tell what belongs to a reader's comment or to the answer to a question."""
    return any(
        (around.get("itemtype") or "").endswith(("/Comment", "/Answer"))
        or class_groups(around.get("class") or "") & COMMENT
        for around in (element, *element.iterancestors())
    )


def _short_words(element: HtmlElement) -> str:
    words = " ".join("".join(element.itertext()).split())
    return words if len(words) <= 2 * LONGEST else ""


@lru_cache(maxsize=1)
def _not_people() -> dict[str, str]:
    """Read `data/agencies.txt`: folded name to `agency` or `nobody`."""
    return {name.casefold(): kind for kind, name in entries("agencies.txt")}
