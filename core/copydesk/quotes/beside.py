"""The reporting clause beside a quoted region: before it, after it, or a signature."""

import re

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Paragraph, Stretch
from copydesk.quotes.regions import Region
from copydesk.quotes.reports import Report, report_in

MARKS = "\"“”„‟«»‹›‘’‚'`「」『』 \t\xa0"
# "…" — Ann Lee, Ottawa
_SIGNATURE = re.compile(
    r"[\s.]*(?:[-–—―]{1,2}|~)\s*([A-ZÀ-ÞА-Я](?:[^,(\n.:;]|(?<=\b[A-Z])\.){1,60})(?=[,(\n.]|$)"
)
_LABEL = re.compile(r"[“\"'‘«]\s?([A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}):\s")  # "SMITH: Yes."
_INTRODUCES = (":", ",")


def report_beside(page: Page, lexicon: Lexicon, paragraph: Paragraph, i: int) -> Report | None:
    """The reporting clause that goes with the region `i` of a paragraph, if there is one."""
    region = paragraph.regions[i]
    if region.label:
        return Report(Stretch(*region.label))
    if label := _LABEL.match(page.text, region.start, region.end):
        return Report(Stretch(label.start(1), label.end(1)))
    if signature := _SIGNATURE.match(page.text, region.end, paragraph.end):
        return Report(Stretch(signature.start(1), signature.end(1)))
    before, after = _clause_before(page, paragraph, i), _clause_after(page, paragraph, i)
    introduced = page.text[before.start : before.end].rstrip().endswith(_INTRODUCES)
    if introduced and (report := report_in(page, lexicon, before, "last")):
        return report
    if introduced and (report := _named(page, before)):
        return report
    if last_character(page, region) != "." and (report := report_in(page, lexicon, after, "first")):
        return report
    return report_in(page, lexicon, before, "last") or report_in(page, lexicon, after, "first")


def _named(page: Page, clause: Stretch) -> Report | None:
    """`Ann Lee: “…”` has a name and a mark for a report."""
    end = clause.start + len(page.text[clause.start : clause.end].rstrip(":, \xa0"))
    name = Stretch(clause.start, end)
    return Report(name, Stretch(end, end + 1)) if page.is_name(name) else None


def last_character(page: Page, region: Region) -> str:
    """What stands before the closing marks of a region."""
    return page.text[region.start : region.end].rstrip(MARKS)[-1:]


def _clause_before(page: Page, paragraph: Paragraph, i: int) -> Stretch:
    """From the start of its sentence, or from the region before, to the region `i`."""
    region = paragraph.regions[i]
    low = paragraph.regions[i - 1].end if i else paragraph.start
    sentences = page.sentences.inside(low, region.start + 1)
    return Stretch(max(low, sentences[-1].start) if sentences else low, region.start)


def _clause_after(page: Page, paragraph: Paragraph, i: int) -> Stretch:
    """From the region `i` to the end of its sentence, or to the next region.

    A question or an exclamation may be followed by its report as if by a new sentence.
    """
    region = paragraph.regions[i]
    high = paragraph.regions[i + 1].start if i + 1 < len(paragraph.regions) else paragraph.end
    sentences = page.sentences.inside(region.end, high)
    if page.text.startswith(":", region.end):
        return Stretch(region.end, region.end)
    if not sentences:
        return Stretch(region.end, high)
    first = sentences[0]
    if page.text[region.end : first.start].strip():
        return Stretch(region.end, first.start)
    if last_character(page, region) in "?!" and first.end <= high:
        return Stretch(region.end, first.end)
    return Stretch(region.end, region.end)
