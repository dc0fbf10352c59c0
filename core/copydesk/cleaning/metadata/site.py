"""What the site that a page belongs to is called."""

import re

from copydesk.cleaning.metadata.jsonld import words_of
from copydesk.cleaning.metadata.page_data import PageData

WORD = re.compile(r"\w+")
ARTICLE_OR_DOMAIN = re.compile(r"^(?:the|die|der|das|le|la|el|il)\s+|\.[a-z]{2,4}$", re.I)
SEPARATOR = re.compile(r"\s[|–—•·»«›:-]{1,3}\s|\s?[|｜：]\s?")
HOST = re.compile(r"//(?:www\.)?([^/]+)")

TELLING = 6
"""Bytes of a site's name from which a longer name that holds it is taken for the site's."""

SITE_LONGEST = 5
"""Words that a site's name has at most."""


def site_names(page: PageData) -> set[str]:
    """Give the site's names, as `form_of` has them, with and without an article or a domain."""
    names = page.meta.get("og:site_name", []) + page.meta.get("application-name", [])
    names += page.home
    names += [name for thing in page.things if (name := words_of(thing.get("publisher")))]
    names += [ARTICLE_OR_DOMAIN.sub("", name) for name in names]
    if host := HOST.search(page.canonical or page.first("og:url") or ""):
        names += [host.group(1), host.group(1).split(".")[0]]
    return {form for name in names if (form := form_of(name))}


def form_of(words: str) -> str:
    """Give the words alone, in one case, for comparing."""
    return " ".join(WORD.findall(words.casefold()))


def is_site(words: str, site: set[str]) -> bool:
    """Tell a site's name, or a longer form of it: "Riga Daily Drop" on dailydrop.example."""
    form = form_of(words)
    together = form.replace(" ", "")
    return form in site or (
        len(form.split()) <= SITE_LONGEST
        and any(
            len(name.encode()) >= TELLING and name.replace(" ", "") in together for name in site
        )
    )


def site_in_title(page: PageData) -> str | None:
    """Give the site's name as it stands at either end of the `<title>`."""
    cuts = list(SEPARATOR.finditer(page.title))
    ends = (page.title[cuts[-1].end() :], page.title[: cuts[0].start()]) if cuts else ()
    known = site_names(page)
    return next((words.strip() for words in ends if is_site(words, known)), None)
