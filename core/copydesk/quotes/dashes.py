"""Dialogue set off by dashes, as French, Spanish, Italian, Portuguese and Russian print it."""

import re
from collections.abc import Iterator

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.regions import Region

FAMILY = "dash"
_OPENING = re.compile(r"[—–―]\s*(?=[^\s—–―])")
_LEAD = re.compile(r"[\s.,;:]+")  # "—preguntó Ruiz—[. ]¿En casa?"
_DASH = re.compile(r"\s?[—–]\s?")
_BOUNDARY = re.compile(r"\s?[—–―]\s?|(?<=[,?!…])\s(?=\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def dash_regions(text: str, start: int, end: int, lexicon: Lexicon) -> list[Region]:
    """What is said in a paragraph that a dash opens; nothing in any other paragraph.

    The narrator comes in behind a second dash or, in French, right behind a comma or a question
    mark, and a verb of speech comes first: `— Où ? demande-t-elle. — Ici.`
    """
    if not lexicon.dashes or not (opening := _OPENING.match(text, start, end)):
        return []
    paragraph = Region(start, end, FAMILY)
    return list(_spoken(text, paragraph, _BOUNDARY.finditer(text, opening.end(), end), lexicon))


def parted(text: str, region: Region, lexicon: Lexicon) -> list[Region]:
    """A quoted region in pieces where the narrator comes in: `«Да, — сказал он. — Пора»`."""
    dashes = _DASH.finditer(text, region.start + 1, region.end) if lexicon.dashes else iter(())
    pieces = list(_spoken(text, region, dashes, lexicon))
    return pieces if len(pieces) > 1 or pieces[0].end < region.end else [region]


def _spoken(
    text: str, whole: Region, boundaries: Iterator[re.Match[str]], lexicon: Lexicon
) -> Iterator[Region]:
    """The pieces of a stretch of speech between those of its narrator."""
    begin, speaking = whole.start, True
    for boundary in boundaries:
        if speaking and _is_narrator(text, boundary.end(), lexicon):
            yield Region(begin, boundary.start(), FAMILY)
            speaking = False
        elif not speaking and boundary[0].strip():
            lead = _LEAD.match(text, boundary.end(), whole.end)
            begin, speaking = lead.end() if lead else boundary.end(), True
    if speaking:
        yield whole._replace(start=begin, family=FAMILY)


def _is_narrator(text: str, at: int, lexicon: Lexicon) -> bool:
    word = _WORD.match(text, at)
    if not word:
        return False
    verb, _, pronoun = word[0].lower().rpartition("-")
    inverted = pronoun in lexicon.pronouns and verb.removesuffix("-t")
    return word[0].lower() in lexicon.verbs or inverted in lexicon.verbs | lexicon.auxiliaries
