"""Clauses that a report closes: `The road is shut until May, [Ann Lee said] on Monday.`

Where the tagger has the source and the cue at the end of a sentence, all before them was said,
whether it has marked that or not.
"""

from collections.abc import Iterator

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Stretch
from copydesk.quotes.reports import Report, is_spoken

LEAST_WORDS = 4  # of the clause
MOST_AFTER = 6  # words behind the report: when, where, to whom
LONGEST = 1000  # characters of a clause
_NEXT_TO = 2  # characters between a source and its cue


def closed_clauses(page: Page, lexicon: Lexicon) -> Iterator[tuple[Stretch, Report]]:
    """Each clause that ends with a comma and a plain report, in order."""
    done = 0
    for cue in page.cues.items:
        source = _source_at(page, cue)
        if source is None or not _is_said(page, lexicon, cue):
            continue
        sentence = page.sentences.over(cue.start, cue.end)[0]
        low, high = min(source.start, cue.start), max(source.end, cue.end)
        if low - sentence.start > LONGEST or sentence.end - high > LONGEST or sentence.start < done:
            continue
        clause = page.text[sentence.start : low].rstrip()
        after = page.text[high : sentence.end].split()
        if not clause.endswith(",") or len(after) > MOST_AFTER:
            continue
        if page.regions.over(sentence.start, sentence.end) or page.contents.inside(
            low, sentence.end
        ):
            continue
        words = clause.lower().split()
        if len(words) >= LEAST_WORDS and words[0] not in lexicon.prepositions:
            done = sentence.end
            yield Stretch(sentence.start, sentence.start + len(clause) - 1), Report(source, cue)


def _is_said(page: Page, lexicon: Lexicon, cue: Stretch) -> bool:
    """Whether a cue says that something was said; here a deed does too: `…, the court ruled.`"""
    words = {page.text[w.start : w.end].lower() for w in page.words.inside(cue.start, cue.end)}
    return is_spoken(page, lexicon, cue) or not words.isdisjoint(lexicon.deeds)


def _source_at(page: Page, cue: Stretch) -> Stretch | None:
    """The source right before a cue, or right behind it."""
    before = page.sources.last_inside(0, cue.start, 1)
    if before and 0 <= cue.start - before[0].end <= _NEXT_TO:
        return before[0]
    after = page.sources.inside(cue.end, cue.end + _NEXT_TO + 1)
    return after[0] if after else None
