"""When the page was published and when it was last changed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from htmldate import find_date
from lxml.html import HtmlElement

from copydesk.article import DateOrigin, DocumentDate
from copydesk.cleaning.lists import ordered, words
from copydesk.cleaning.metadata.jsonld import types_of, words_of
from copydesk.cleaning.metadata.moments import EARLIEST, LATEST, day_in, day_in_path, moment_of
from copydesk.cleaning.metadata.page_data import PageData

PUBLISHED = ordered("markup.txt", "published")
DATED = ordered("markup.txt", "dated")
MODIFIED = ordered("markup.txt", "modified")
PAGE_TYPES = words("markup.txt", "page-type")

UPDATED = re.compile(r"\b(?:updated|modified|datemodified)\b")

ZONES = (-10, 9)
"""Hours from UTC between which nearly all newsrooms are: Hawaii and Japan."""


class Evidence(NamedTuple):
    """Where a page may say when it was published."""

    page: PageData
    tree: HtmlElement
    url: str | None
    lines: Sequence[str]
    """Short lines of text near the headline, nearest first."""


class Published(NamedTuple):
    """The two dates, each with where it came from."""

    published: DocumentDate | None
    modified: DocumentDate | None


def dates_of(evidence: Evidence) -> Published:
    """Try the places in order of trust."""
    found = (place(evidence) for place in PLACES)
    published = next((day for day in found if day), None)
    return Published(
        published and _with_time(published, evidence),
        _first(_modified(evidence.page)) or _first(_shown_updates(evidence)),
    )


def _with_time(day: DocumentDate, evidence: Evidence) -> DocumentDate:
    """Add the time of day that a `<time>` near the headline tells."""
    if "T" in day.value:
        return day
    moments = (moment_of(element.get("datetime")) for element in _times_shown(evidence))
    timed = (value for value in moments if value and value.startswith(f"{day.value}T"))
    value = next(timed, day.value)
    return DocumentDate(value=value, origin=day.origin, text=day.text)


def _shown_updates(evidence: Evidence) -> Iterator[str | None]:
    """The `<time>` near the headline that is marked as the last change's."""
    for element in _times_shown(evidence):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        if UPDATED.search(marks):
            yield element.get("datetime")


def _times_shown(evidence: Evidence) -> Iterator[HtmlElement]:
    """The `<time>` elements whose words stand in the lines near the headline."""
    for element in evidence.tree.iter("time"):
        words_ = " ".join("".join(element.itertext()).split())
        if words_ and any(words_ in line for line in evidence.lines):
            yield element


def _in_address(evidence: Evidence) -> DocumentDate | None:
    """The day in the address is the newsroom's own; metadata may add the time, not change it.

    But where only the zone parts the two, the day on the page decides.
    """
    addresses = (evidence.url, evidence.page.canonical, evidence.page.first("og:url"))
    day = next((day for address in addresses if (day := day_in_path(address))), None)
    if not day:
        return None
    for named in _named(evidence):
        shown = _shown(evidence) if _is_same_moment(named.value, day) else None
        if named.value.startswith((day, shown.value if shown else day)):
            return named
    return DocumentDate(value=day, origin=DateOrigin.URL)


def _declared(evidence: Evidence) -> DocumentDate | None:
    """Linked data or a meta element: the one with the day on the page, else the first.

    The day on the page itself where only the zone parts it from that.
    """
    named = _named(evidence)
    shown = _shown(evidence) if named else None
    if not shown:
        return next(iter(named), None)
    if told := next((day for day in named if day.value.startswith(shown.value)), None):
        return told
    return shown if _is_same_moment(named[0].value, shown.value) else named[0]


def _is_same_moment(moment: str, day: str) -> bool:
    """Tell whether a moment in UTC may fall on the day before or after in a newsroom's own zone."""
    if "T" not in moment or not moment.endswith(("Z", "+00:00")):
        return False
    then = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    westernmost, easternmost = (then + timedelta(hours=hours) for hours in ZONES)
    return day in (westernmost.date().isoformat(), easternmost.date().isoformat())


def _named(evidence: Evidence) -> list[DocumentDate]:
    """Give the day that the linked data tells, then that of a meta element."""
    page = evidence.page
    keys = ("datePublished", "dateCreated", "uploadDate")
    linked = _first(words_of(page.article.get(key)) for key in keys)
    meta = _first(content for name in PUBLISHED for content in page.meta.get(name, ()))
    return [day for day in (linked, meta) if day]


def _shown(evidence: Evidence) -> DocumentDate | None:
    """The first full date in the lines near the headline."""
    for line in evidence.lines:
        if day := day_in(line):
            return DocumentDate(value=day, origin=DateOrigin.BYLINE, text=line)
    return None


def _marked(evidence: Evidence) -> DocumentDate | None:
    """Elements with `itemprop=datePublished` or `pubdate`.

    Where they tell several days, as teasers do, the first with the day on the page, if it has one.
    """
    found = list(_marks(evidence))
    shown = _shown(evidence) if len({date.day for date in found}) > 1 else None
    if not shown:
        return next(iter(found), None)
    return next((day for day in found if day.value.startswith(shown.value)), shown)


def _marks(evidence: Evidence) -> Iterator[DocumentDate]:
    for element in evidence.tree.iter("time", "span", "div", "p", "abbr", "meta"):
        property_ = (element.get("itemprop") or "").lower()
        if "datepublished" in property_ or element.get("pubdate") is not None:
            shown = " ".join("".join(element.itertext()).split())[:100]
            said = (element.get("datetime"), element.get("content"), element.get("title"), shown)
            if found := _first(said):
                yield DocumentDate(value=found.value, origin=found.origin, text=shown or None)


def _linked_elsewhere(evidence: Evidence) -> DocumentDate | None:
    """A page's or film's own date, where the page has no article in its linked data."""
    things = [thing for thing in evidence.page.things if types_of(thing) & PAGE_TYPES]
    keys = ("datePublished", "uploadDate")
    return _first(words_of(thing.get(key)) for thing in things for key in keys)


def _dated(evidence: Evidence) -> DocumentDate | None:
    return _first(content for name in DATED for content in evidence.page.meta.get(name, ()))


def _searched(evidence: Evidence) -> DocumentDate | None:
    """htmldate's search of the page, without its free search of the text."""
    value = find_date(
        evidence.tree,
        extensive_search=False,
        original_date=True,
        url=evidence.url,
        min_date=EARLIEST,
        max_date=LATEST,
    )
    return DocumentDate(value=value, origin=DateOrigin.BYLINE) if value else None


PLACES: tuple[Callable[[Evidence], DocumentDate | None], ...] = (
    _in_address,
    _declared,
    _marked,
    _linked_elsewhere,
    _shown,
    _dated,
    _searched,
)
"""In order of trust."""


def _modified(page: PageData) -> Iterator[str | None]:
    yield words_of(page.article.get("dateModified"))
    for name in MODIFIED:
        yield from page.meta.get(name, ())


def _first(said: Iterable[str | None]) -> DocumentDate | None:
    for words_ in said:
        if value := moment_of(words_):
            return DocumentDate(value=value, origin=DateOrigin.METADATA)
    return None
