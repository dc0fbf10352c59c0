"""Reporting clauses: a cue and its source in a stretch of unquoted text."""

from typing import Literal, NamedTuple

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Stretch
from copydesk.quotes.phrases import phrase_after, phrase_before

Side = Literal["first", "last"]


class Report(NamedTuple):
    """Who reports, and the words that say so."""

    source: Stretch | None
    cue: Stretch | None = None


def report_in(page: Page, lexicon: Lexicon, clause: Stretch, side: Side) -> Report | None:
    """The first or the last reporting clause in a stretch without quotations.

    The tagger's cues and sources come first; where it has none, the lexicon's verbs and the
    noun phrase beside them.
    """
    if clause.start >= clause.end:
        return None
    cues = page.cues.inside(clause.start, clause.end) or _lexical_cues(page, lexicon, clause)
    sources = page.sources.inside(clause.start, clause.end)
    if not cues:
        return _without_cue(page, clause, sources, side)
    cue = cues[0] if side == "first" else cues[-1]
    if sources:
        return Report(min(sources, key=lambda s: _distance(s, cue)), cue)
    source = _by_position(page, lexicon, clause, cue)
    return Report(source, cue) if source else None


def _lexical_cues(page: Page, lexicon: Lexicon, clause: Stretch) -> tuple[Stretch, ...]:
    """The verbs of speech in a stretch."""
    words = page.words.inside(clause.start, clause.end)
    return tuple(w for w in words if page.text[w.start : w.end].lower() in lexicon.verbs)


def _without_cue(
    page: Page, clause: Stretch, sources: tuple[Stretch, ...], side: Side
) -> Report | None:
    """`"…," Ann Lee, of Ottawa.` has a source alone, right beside the quotation."""
    if not sources:
        return None
    source = sources[0] if side == "first" else sources[-1]
    between = (
        page.text[clause.start : source.start]
        if side == "first"
        else page.text[source.end : clause.end]
    )
    return Report(source) if len(between.split()) <= 1 else None


def _by_position(page: Page, lexicon: Lexicon, clause: Stretch, cue: Stretch) -> Stretch | None:
    if page.text[cue.start : cue.end].lower() not in lexicon.verbs:
        return phrase_after(page, lexicon, cue.end, clause.end)
    return phrase_before(page, lexicon, clause.start, cue.start) or phrase_after(
        page, lexicon, cue.end, clause.end
    )


def _distance(source: Stretch, cue: Stretch) -> int:
    return source.start - cue.end if source.start >= cue.end else cue.start - source.end
