"""The article's headline, without the site's name."""

import re
from collections.abc import Sequence
from html import unescape

from copydesk.cleaning.metadata.jsonld import ARTICLE_TYPES, types_of, words_of
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.metadata.site import form_of, site_names

SEPARATOR = re.compile(r"\s[|–—•·»«:-]{1,3}\s|\s?\|\s?")
INVISIBLE = re.compile("[¶\u00ad\u200b-\u200f\u2060\ufeff]")

LONGEST = 600
"""Characters of a headline."""

TELLING = 6
"""Characters of a site's name from which a longer name that holds it is taken for the site's."""

SITE_LONGEST = 5
"""Words that a site's name has at most."""

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
    others = [_as_headed(words, page.headings) for words in others]
    others[-1] = _as_headed(others[-1], page.subheadings)
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
    found = [*page.headings, *(words for words in _candidates(page) if words)]
    return tuple(dict.fromkeys(without_site(_clean(words), site) for words in found))


def _candidates(page: PageData) -> tuple[str, ...]:
    return (
        words_of(page.article.get("headline")) or "",
        page.first("og:title") or "",
        page.first("twitter:title", "title", "dc.title", "parsely-title") or "",
        page.title,
    )


def _as_headed(title: str, headings: Sequence[str]) -> str:
    """Cut off all but the part of a title that stands as a heading on the page."""
    forms = {form_of(words) for words in headings}
    for cut in SEPARATOR.finditer(title):
        for part in (title[: cut.start()], title[cut.end() :]):
            if form_of(part) in forms - {""}:
                return part.strip()
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
        if _is_site(tail, site) or ("|" in last.group() and short):
            words = words[: last.start()]
        elif _is_site(head, site):
            words = words[first.end() :]
        else:
            break
    return words.strip()


def _is_site(words: str, site: set[str]) -> bool:
    """Tell a site's name, or a longer form of it: "Riga Daily Drop" on dailydrop.example."""
    form = form_of(words)
    together = form.replace(" ", "")
    return form in site or (
        len(form.split()) <= SITE_LONGEST
        and any(len(name) >= TELLING and name.replace(" ", "") in together for name in site)
    )


def _clean(words: str) -> str:
    return " ".join(INVISIBLE.sub("", unescape(words[:LONGEST])).split())
