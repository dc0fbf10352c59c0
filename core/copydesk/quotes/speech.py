"""Which quoted regions are speech, and which are titles or scare quotes."""

from enum import Enum, auto

from copydesk.quotes import dashes, interview
from copydesk.quotes.beside import MARKS
from copydesk.quotes.page import Page, Paragraph, Stretch
from copydesk.quotes.regions import Region
from copydesk.quotes.reports import Report

SENTENCE_WORDS = 7  # as many words as speak for themselves
FRAGMENT_WORDS = 4  # as many words as need a report beside them; fewer need the tagger's word
_TITLE_WORDS = 8
_SMALL_WORD = 4  # letters; shorter words may be in lower case in a title
_STOPS = ".,!?…—-"
_LEAD = 20  # characters before a region that may hold the mark before it
_DASHES = " —–"
_SENTENCE_ENDS = '.?!:…”"’»“'


class Use(Enum):
    """What a pair of quotation marks is there for."""

    DIRECT = auto()
    MIXED = auto()
    """Quoted words in a paraphrase that the tagger has found."""
    NOTHING = auto()
    """A title, a name, a scare quote."""


def use_of(
    page: Page, paragraph: Paragraph, region: Region, report: Report | None, *, follows: bool
) -> Use:
    """What the marks of a region are there for.

    `report` is the one beside it; `follows` tells that a direct quotation stands before it in
    the paragraph.
    """
    if region.family in (dashes.FAMILY, interview.FAMILY):
        return Use.DIRECT
    inner = page.text[region.start : region.end].strip(MARKS)
    words = inner.split()
    if not any(c.isalpha() for c in inner) or (inner[0] + inner[-1] == "()"):
        return Use.NOTHING
    lead = page.text[max(paragraph.start, region.start - _LEAD) : region.start].rstrip()
    opens = not lead or lead.rstrip(_DASHES)[-1:] in _SENTENCE_ENDS
    stops = inner[-1] in _STOPS or page.text.startswith((",", ".", ":"), region.end)
    sentence = stops and len(words) >= SENTENCE_WORDS
    is_markup = lead.endswith("=")  # left over from a page: <div class="lead">
    if is_markup or (not region.opened and len(words) < SENTENCE_WORDS):
        return Use.NOTHING
    if content := _content_over(page, region):
        if _is_wide(page, content) and not (opens and sentence):
            return Use.MIXED
        return Use.DIRECT if stops or len(words) >= FRAGMENT_WORDS else Use.NOTHING
    if _is_title(words):
        return Use.NOTHING
    if sentence or (opens and not region.closed):
        return Use.DIRECT
    set_off = len(words) > 1 and stops and lead.endswith((",", ":"))
    fragment = set_off or len(words) >= FRAGMENT_WORDS
    if opens and stops and (report or follows or fragment):
        return Use.DIRECT
    introduced = lead.endswith(",") or not page.contents.items
    return Use.DIRECT if fragment and report and introduced else Use.NOTHING


def _is_wide(page: Page, content: Stretch) -> bool:
    """Whether a tagged content holds words outside quotation marks: `that “…”`."""
    words = len(page.text[content.start : content.end].split())
    for region in page.regions.over(content.start, content.end):
        low, high = max(region.start, content.start), min(region.end, content.end)
        words -= len(page.text[low:high].split())
    return words > 0


def _content_over(page: Page, region: Region) -> Stretch | None:
    """The tagged content that shares half of a region or more, in the region's sentences."""
    half = (region.end - region.start) / 2
    found = page.contents.over(region.start, region.end)
    best = max(
        found, key=lambda c: min(c.end, region.end) - max(c.start, region.start), default=None
    )
    if best is None or min(best.end, region.end) - max(best.start, region.start) < half:
        return None
    sentences = page.sentences.over(region.start, region.end)
    low, high = (sentences[0].start, sentences[-1].end) if sentences else best[:2]
    return Stretch(max(best.start, low), min(best.end, high), best.score)


def _is_title(words: list[str]) -> bool:
    large = [w for w in words if w[0].isalpha() and len(w) >= _SMALL_WORD]
    return 2 <= len(words) <= _TITLE_WORDS and bool(large) and all(w[0].isupper() for w in large)
