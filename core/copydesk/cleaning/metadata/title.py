"""The article's headline, without the site's name."""

import re
from html import unescape

from copydesk.cleaning.metadata.jsonld import words_of
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.metadata.site import form_of, site_names

SEPARATOR = re.compile(r"\s[|–—•·»«:-]{1,3}\s|\s?\|\s?")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

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
    """Choose among the page's own headings, its linked data, `og:title` and `<title>`.

    What two of them agree on wins; else the heading that the reader sees. A colon between a
    kicker and the headline is often markup in the heading and a character elsewhere only.
    """
    site = site_names(page)
    candidates = [
        bare for words in _candidates(page) if words and (bare := without_site(_clean(words), site))
    ]
    heading = _article_heading(page, candidates, site)
    if heading:
        candidates.insert(0, heading)
    forms = [form_of(words) for words in candidates]
    agreed = next((form for form in forms if forms.count(form) > 1), forms[0] if forms else None)
    same = (words for words, form in zip(candidates, forms, strict=True) if form == agreed)
    return max(same, key=lambda words: words.count(":"), default=None)


def headlines(page: PageData) -> tuple[str, ...]:
    """Give every form of the headline on the page, for comparing."""
    site = site_names(page)
    found = [*page.headings, *(words for words in _candidates(page) if words)]
    return tuple(dict.fromkeys(without_site(_clean(words), site) for words in found))


def _candidates(page: PageData) -> tuple[str | None, ...]:
    return (
        words_of(page.article.get("headline")),
        page.first("og:title"),
        page.first("twitter:title", "title", "dc.title", "parsely-title"),
        page.title,
    )


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
        if _is_site(tail, site) or ("|" in last.group() and len(tail.split()) <= SITE_LONGEST):
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
