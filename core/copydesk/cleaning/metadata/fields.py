"""The smaller fields around an article: publisher, section, keywords, summary, address."""

import re
from collections.abc import Iterator
from html import unescape

from copydesk.cleaning.metadata.jsonld import UPDATES, types_of, words_of
from copydesk.cleaning.metadata.page_data import PageData
from copydesk.cleaning.metadata.site import form_of, site_in_title, site_names

LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.I)
REGION = re.compile(r"[a-z]{2,3}[-_](?:[a-z]{4}[-_])?([a-z]{2})(?=$|[-_.])", re.I)
"""en-GB, en_GB, zh-Hant-TW."""
TAGS = re.compile(r"<[^<>]{0,500}>")
BETWEEN = re.compile(r"\s*[,;|，、]\s*")

MOST_KEYWORDS = 40

RECIPE_LISTS = ("recipeIngredient", "ingredients", "recipeInstructions")
POST_WORDS = ("headline", "articleBody")

TOLD_SHORTEST = 140
"""Characters of `articleBody` that are more than a teaser."""
THREE_LETTERS = {
    "deu": "de",
    "ger": "de",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "ita": "it",
    "por": "pt",
    "nob": "nb",
}


def publisher(page: PageData) -> str | None:
    """Give the publisher's name."""
    return (
        words_of(page.article.get("publisher"))
        or page.first("og:site_name", "publisher", "dc.publisher", "application-name")
        or next(
            (
                words_of(t.get("name"))
                for t in page.things
                if types_of(t) & {"newsmediaorganization", "website"}
            ),
            None,
        )
        or site_in_title(page)
        or next(iter(page.home), None)
    )


def section(page: PageData) -> str | None:
    """Give the section of the paper that the article stands in."""
    return words_of(page.article.get("articleSection")) or page.first(
        "article:section", "section", "parsely-section", "cxenseparse:section"
    )


def keywords(page: PageData) -> tuple[str, ...]:
    """Give the page's keywords, each once."""
    said = page.article.get("keywords")
    listed = (
        [str(one) for one in said if isinstance(one, str)] if isinstance(said, list) else [said]
    )
    for lists in (
        listed,
        page.meta.get("news_keywords", []),
        page.meta.get("article:tag", []),
        page.meta.get("keywords", []),
    ):
        words = [
            word for one in lists if isinstance(one, str) for word in BETWEEN.split(unescape(one))
        ]
        found = dict.fromkeys(
            " ".join(word.split()) for word in words if 1 < len(word.strip()) < 80
        )
        found.pop("", None)
        if found:
            return tuple(found)[:MOST_KEYWORDS]
    return ()


def summary(page: PageData) -> str | None:
    """Give the standfirst or description, markup and the site's name behind it taken out."""
    said = page.first("og:description", "description", "twitter:description", "dc.description")
    said = said or words_of(page.article.get("description"))
    if not said:
        return None
    said = " ".join(TAGS.sub(" ", unescape(said)).split())
    words, bar, name = said.rpartition(" | ")
    return (words if bar and form_of(name) in site_names(page) else said) or None


def told_paragraphs(page: PageData) -> tuple[str, ...]:
    """Give the article as the linked data tells it, by paragraphs, markup taken out."""
    told = page.article.get("articleBody")
    if not isinstance(told, str) or len(told) < TOLD_SHORTEST:
        return ()
    lines = (" ".join(TAGS.sub(" ", line).split()) for line in unescape(told).splitlines())
    return tuple(line for line in lines if line)


def recipe_lines(page: PageData) -> tuple[str, ...]:
    """Give the ingredients and steps of the recipes that the linked data tells."""
    recipes = [thing for thing in page.things if "recipe" in types_of(thing)]
    told = [recipe.get(key) for recipe in recipes for key in RECIPE_LISTS]
    lines = (line for value in told for line in _strings(value))
    return tuple(TAGS.sub("", unescape(line)) for line in lines)


def live_posts(page: PageData) -> tuple[str, ...]:
    """Give the headlines and texts of the posts that a live blog's linked data tells."""
    updates = (thing.get(UPDATES) for thing in page.things)
    posts = [
        post for update in updates for post in (update if isinstance(update, list) else [update])
    ]
    told = [post.get(key) for post in posts if isinstance(post, dict) for key in POST_WORDS]
    lines = (line for value in told for line in _strings(value))
    return tuple(TAGS.sub("", unescape(line)) for line in lines)


def _strings(value: object) -> Iterator[str]:
    """Give the texts of a list, of its steps and of their sections."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(value.get("itemListElement") or value.get("text"))


def address(page: PageData) -> str | None:
    """Give the page's canonical address."""
    for found in (page.canonical, page.first("og:url"), words_of(page.article.get("url"))):
        if found and found.startswith(("http://", "https://")):
            return found
    return None


def declared_language(page: PageData) -> str | None:
    """Give the ISO 639-1 code that the page declares."""
    for said in _languages(page):
        if found := LANGUAGE.match(said):
            code = found.group().lower()
            code = THREE_LETTERS.get(code, code)
            if len(code) == 2:
                return code
    return None


def declared_region(page: PageData) -> str | None:
    """Give the country of the language that the page declares, in small letters.

    The United States are passed over: templates all over the world come with "en-US".
    """
    found = (REGION.match(said) for said in _languages(page))
    regions = (match[1].lower() for match in found if match)
    return next((region for region in regions if region != "us"), None)


def _languages(page: PageData) -> list[str]:
    said = (
        page.language,
        page.first("content-language", "language", "dc.language", "og:locale"),
        words_of(page.article.get("inLanguage")),
    )
    return [words.strip() for words in said if words]
