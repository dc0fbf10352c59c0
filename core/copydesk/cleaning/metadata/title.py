"""The article's headline, without the site's name."""

import re
from collections.abc import Sequence
from html import unescape

from copydesk.cleaning.metadata.jsonld import ARTICLE_TYPES, types_of, words_of
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.metadata.site import (
    SEPARATOR,
    SITE_LONGEST,
    form_of,
    is_site,
    site_names,
)

CUT = re.compile(rf"{SEPARATOR.pattern}|:\s")
INVISIBLE = re.compile("[¶\u00ad\u200b-\u200f\u2060\ufeff]")

LONGEST = 600
"""Characters of a headline."""

ALIKE = 0.4
"""Share of their words that two forms of one headline have in common."""

TOLD_APART = 4
"""Different words from which a heading cannot be the name of a section."""


def headline(page: PageData) -> str | None:
    """Choose among the linked data, `og:title`, the page's headings and `<title>`, in this order.

    What the newsroom filed as the headline wins over what was written for the page. A colon
    between a kicker and the headline is often markup in one place and a character in another.
    """
    site = site_names(page)
    linked, *others = (without_site(_clean(words), site) for words in _candidates(page))
    linked = _without_author(linked, page)
    others = [_as_headed(words, page.headings) for words in others[:-1]] + [
        _as_headed(others[-1], (*page.headings, *page.subheadings), CUT)
    ]
    heading = _article_heading(page, [words for words in (linked, *others) if words], site)
    candidates = [others[0], heading or "", *others[1:]]
    if _is_this_page_s(linked, candidates, page):
        candidates.insert(0, linked)
    candidates = [words for words in candidates if words]
    named = [words for words in candidates if form_of(words) not in site] or candidates
    same = (words for words in named if form_of(words) == form_of(named[0]))
    return max(same, key=lambda words: words.count(":"), default=None)


def headlines(page: PageData) -> tuple[str, ...]:
    """Give every form of the headline on the page, for comparing."""
    site = site_names(page)
    told = [*page.headings[:1], *(words for words in _candidates(page) if words)]
    found = [without_site(_clean(words), site) for words in told]
    found += filter(None, (headline(page),))
    bags = [set(form_of(words).split()) for words in found]
    headings = (without_site(_clean(words), site) for words in page.headings)
    found += [h for h in headings if any(_alike(set(form_of(h).split()), bag) for bag in bags)]
    return tuple(dict.fromkeys(found))


def _candidates(page: PageData) -> tuple[str, ...]:
    return (
        words_of(page.article.get("headline")) or "",
        page.first("og:title") or "",
        page.first("twitter:title", "title", "dc.title", "parsely-title") or "",
        page.title,
    )


def _as_headed(title: str, headings: Sequence[str], separator: re.Pattern[str] = SEPARATOR) -> str:
    """Cut off all but the part of a title that stands as a heading on the page, the longest."""
    forms = {form_of(words) for words in headings} - {""}
    cuts = list(separator.finditer(title))
    parts = (part for cut in cuts for part in _sides(title, cut))
    headed = (part.strip() for part in parts if form_of(part) in forms)
    return max(headed, key=lambda part: part.count(" "), default=title)


def _sides(title: str, cut: re.Match[str]) -> tuple[str, ...]:
    """Give what is before and behind a cut; at a colon the longer part alone, which says more."""
    sides = (title[: cut.start()], title[cut.end() :])
    return (max(sides, key=len),) if cut.group().startswith(":") else sides


def _without_author(title: str, page: PageData) -> str:
    """Cut the author's name off a title's end."""
    cuts = list(SEPARATOR.finditer(title))
    author = words_of(page.article.get("author"))
    if cuts and author and form_of(title[cuts[-1].end() :]) == form_of(author):
        return title[: cuts[-1].start()]
    return title


def _is_this_page_s(linked: str, others: list[str], page: PageData) -> bool:
    """Tell whether the linked data's headline is this page's: the only one, or repeated."""
    articles = (thing for thing in page.things if types_of(thing) & ARTICLE_TYPES)
    told = {form_of(words_of(thing.get("headline")) or "") for thing in articles}
    bag = set(form_of(linked).split())
    return len(told) == 1 or any(_alike(bag, set(form_of(other).split())) for other in others)


def _article_heading(page: PageData, others: list[str], site: set[str]) -> str | None:
    """Give the first heading that shares words with another form of the headline."""
    bags = [set(form_of(other).split()) for other in others]
    named = [
        bare
        for h1 in page.headings
        if (bare := without_site(_clean(h1), site)) and form_of(bare) not in site
    ]
    for heading in named:
        bag = set(form_of(heading).split())
        if any(_alike(bag, other) for other in bags):
            return heading
    return named[0] if named and not others else None


def _alike(heading: set[str], other: set[str]) -> bool:
    """Tell whether a heading says what another form of the headline says.

    A longer heading may stand in a title with the words of a site that is not known.
    """
    base = len(heading) if len(heading) >= TOLD_APART else len(heading | other)
    return len(heading & other) >= ALIKE * base


def without_site(words: str, site: set[str]) -> str:
    """Cut a site's name off either end.

    >>> without_site("Rain in Riga | The Daily Drop", {"the daily drop"})
    'Rain in Riga'
    """
    for _ in range(2):
        cuts = list(SEPARATOR.finditer(words))
        if not cuts:
            break
        first, last = cuts[0], cuts[-1]
        head, tail = words[: first.start()], words[last.end() :]
        short = len(tail.split()) <= min(SITE_LONGEST, len(head.split()))
        if is_site(tail, site) or ("|" in last.group() and short):
            words = words[: last.start()]
        elif is_site(head, site):
            words = words[first.end() :]
        else:
            break
    return words.strip()


def _clean(words: str) -> str:
    return " ".join(INVISIBLE.sub("", unescape(words[:LONGEST])).split())
