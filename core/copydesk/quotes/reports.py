"""Reporting clauses: a cue and its source in a stretch of unquoted text."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Stretch
from copydesk.quotes.phrases import FURTHEST, phrase_after, phrase_before

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
    sources = page.sources.inside(clause.start, clause.end)
    cues = page.cues.inside(clause.start, clause.end)
    if cues:
        cue = cues[0] if side == "first" else cues[-1]
        report = Report(phrase_beside(page, lexicon, clause, cue), cue) if not sources else None
    else:
        report = next(_lexical_reports(page, lexicon, clause, side), None)
        if report is None:
            return _without_cue(page, clause, sources, side)
        cue = report.cue or clause
    if sources:
        return Report(min(sources, key=lambda s: _distance(s, cue)), cue)
    return report if report and report.source else None


def is_spoken(page: Page, lexicon: Lexicon, cue: Stretch) -> bool:
    """Whether a cue is a word of speech, not of belief or intent."""
    words = [page.text[w.start : w.end].lower() for w in page.words.inside(cue.start, cue.end)]
    return not lexicon.spoken.isdisjoint(words) or tuple(words) in lexicon.according


def _lexical_reports(page: Page, lexicon: Lexicon, clause: Stretch, side: Side) -> Iterator[Report]:
    """What the lexicon finds: verbs, "according to", and pronouns behind the verb ("dit-il").

    From the beginning of the clause on, or from its end back.
    """
    ask = page.words.first_inside if side == "first" else page.words.last_inside
    words = [Stretch(*w) for w in ask(clause.start, clause.end, FURTHEST)]
    lower = [page.text[w.start : w.end].lower() for w in words]
    nominal = lexicon.prepositions | lexicon.determiners  # "pushes for answers"
    places = range(len(words)) if side == "first" else reversed(range(len(words)))
    for i in places:
        word = words[i]
        if lower[i] in lexicon.verbs and not (i and lower[i - 1] in nominal):
            if source := phrase_beside(page, lexicon, clause, word):
                yield Report(source, word)
        elif inverted := _inverted(lexicon, word, lower[i]):
            yield inverted
        elif count := _according_words(lexicon, lower, i):
            end = words[i + count - 1].end
            if source := phrase_after(page, lexicon, end, clause.end):
                yield Report(source, Stretch(word.start, end))


def _inverted(lexicon: Lexicon, word: Stretch, lower: str) -> Report | None:
    """French and Portuguese put the pronoun behind the verb: `a-t-il` déclaré, `dit-elle`."""
    verb, hyphen, pronoun = lower.rpartition("-")
    verb = verb.removesuffix("-t")
    if not hyphen or pronoun not in lexicon.pronouns:
        return None
    if verb not in lexicon.verbs and verb not in lexicon.auxiliaries:
        return None
    source = Stretch(word.end - len(pronoun), word.end)
    return Report(source, word)


def _according_words(lexicon: Lexicon, lower: Sequence[str], i: int) -> int:
    """How many words from `i` on say "according to"; a lone one must open its clause."""
    if lower[i] not in lexicon.according_begins:
        return 0
    opens = i == 0 or not lower[i - 1].isalnum()
    for phrase in lexicon.according:
        if tuple(lower[i : i + len(phrase)]) == phrase and (opens or len(phrase) > 1):
            return len(phrase)
    return 0


def _without_cue(
    page: Page, clause: Stretch, sources: Sequence[Stretch], side: Side
) -> Report | None:
    """`"…," Ann Lee, of Ottawa.` has a source alone, right beside the quotation."""
    if not sources:
        return None
    source = sources[0] if side == "first" else sources[-1]
    low, high = (clause.start, source.start) if side == "first" else (source.end, clause.end)
    return Report(source) if len(page.text[low:high].split()) <= 1 else None


def phrase_beside(page: Page, lexicon: Lexicon, clause: Stretch, cue: Stretch) -> Stretch | None:
    """The noun phrase before a cue, or else after it."""
    before = phrase_before(page, lexicon, clause.start, cue.start)
    return before or phrase_after(page, lexicon, cue.end, clause.end)


def _distance(source: Stretch, cue: Stretch) -> int:
    return max(source.start, cue.start) - min(source.end, cue.end)
