"""Headlines that report: "Lavrov: talks will go on", "Talks will go on - Lavrov"."""

import re

from copydesk.quotes.page import Page, Paragraph, Stretch
from copydesk.quotes.reports import Report

MOST_WORDS = 25
LEAST_WORDS = 3
_NAME_FIRST = re.compile(r"(?P<name>[^:]{2,60})(?P<cue>:)\s+(?P<said>\S.*)")
_NAME_LAST = re.compile(r"(?P<said>\S.*\S)\s+(?P<cue>[-–—])\s+(?P<name>[^-–—:]{2,60})")


def headline_report(page: Page, paragraph: Paragraph) -> tuple[Stretch, Report] | None:
    """What a headline says that somebody said, and who; None for anything else.

    A headline is a short line without a stop, and the speaker must be a name as a whole.
    """
    text = page.text[paragraph.start : paragraph.end]
    if text[-1] in ".!;" or len(text.split()) > MOST_WORDS or paragraph.regions:
        return None
    for form in (_NAME_FIRST, _NAME_LAST):
        found = form.fullmatch(text)
        if not found or len(found["said"].split()) < LEAST_WORDS:
            continue
        name, cue, said = (
            Stretch(paragraph.start + found.start(part), paragraph.start + found.end(part))
            for part in ("name", "cue", "said")
        )
        if page.is_name(name):
            return said, Report(name, cue)
    return None
