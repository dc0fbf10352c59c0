"""Dialogue set off by dashes, as French, Spanish, Italian, Portuguese and Russian print it."""

import re

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.regions import Region

FAMILY = "dash"
_OPENING = re.compile(r"[—–―]\s*(?=[^\s—–―])")
_BOUNDARY = re.compile(r"\s?[—–―]\s?|(?<=[,?!…])\s(?=\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def dash_regions(text: str, start: int, end: int, lexicon: Lexicon) -> list[Region]:
    """What is said in a paragraph that a dash opens; nothing in any other paragraph.

    The narrator comes in behind a second dash or, in French, right behind a comma or a question
    mark, and a verb of speech comes first: `— Où ? demande-t-elle. — Ici.`
    """
    if not lexicon.dashes or not (opening := _OPENING.match(text, start, end)):
        return []
    regions: list[Region] = []
    begin, speaking = start, True
    for boundary in _BOUNDARY.finditer(text, opening.end(), end):
        if speaking and _is_narrator(text, boundary.end(), lexicon):
            regions.append(Region(begin, boundary.start(), FAMILY))
            speaking = False
        elif not speaking and boundary[0].strip():
            begin, speaking = boundary.end() - len(boundary[0].lstrip()), True
    if speaking:
        regions.append(Region(begin, end, FAMILY))
    return regions


def _is_narrator(text: str, at: int, lexicon: Lexicon) -> bool:
    word = _WORD.match(text, at)
    if not word:
        return False
    verb, _, pronoun = word[0].lower().rpartition("-")
    inverted = pronoun in lexicon.pronouns and verb.removesuffix("-t")
    return word[0].lower() in lexicon.verbs or inverted in lexicon.verbs | lexicon.auxiliaries
