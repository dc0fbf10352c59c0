"""What the site that a page belongs to is called."""

import re

from copydesk.cleaning.metadata.jsonld import words_of
from copydesk.cleaning.metadata.page_data import PageData

WORD = re.compile(r"\w+")
ARTICLE_OR_DOMAIN = re.compile(r"^(?:the|die|der|das|le|la|el|il)\s+|\.[a-z]{2,4}$", re.I)
HOST = re.compile(r"//(?:www\.)?([^/]+)")


def site_names(page: PageData) -> set[str]:
    """Give the site's names, as `form_of` has them, with and without an article or a domain."""
    names = page.meta.get("og:site_name", []) + page.meta.get("application-name", [])
    names += [name for thing in page.things if (name := words_of(thing.get("publisher")))]
    names += [ARTICLE_OR_DOMAIN.sub("", name) for name in names]
    if host := HOST.search(page.canonical or page.first("og:url") or ""):
        names += [host.group(1), host.group(1).split(".")[0]]
    return {form for name in names if (form := form_of(name))}


def form_of(words: str) -> str:
    """Give the words alone, in one case, for comparing."""
    return " ".join(WORD.findall(words.casefold()))
