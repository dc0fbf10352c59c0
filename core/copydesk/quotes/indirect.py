"""Indirect and mixed quotations: the tagger's contents, constrained.

A content counts if a cue stands near it in its sentence. Where the cue is no word of speech
("wants", "shows"), the tagger must be sure of the content and have a source for it, for a belief
or a plan is no quotation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.article import QuoteKind
from copydesk.quotes.closing import closed_clauses
from copydesk.quotes.headlines import headline_report
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import InOrder, Page, Stretch
from copydesk.quotes.reports import Report, is_spoken, phrase_beside

SURE = 0.7  # mean probability of a content's tags that stands in for a word of speech
LIKELY = 2 / 3  # probability that a content without a clause needs, and its report with it
_STOPS = frozenset(".!?…:;”\"'’»)")
# "WASHINGTON (Sputnik) — ", "MANILA, Sept 2, 2022 (AFP) - "
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .,/'’-]{2,40}(?:, [A-Z][a-z]{1,9}\.?(?: \d{1,2})?(?:, \d{4})?){0,3}"
    r"(?: ?\([^)\n]{2,40}\))? ?[—–-]{1,2} (?=[A-ZÀ-Þ])"
)
_BULLET = re.compile(r"[—–•*-]+ +(?=\w)")
FEW_WORDS = 2  # so many say something only beside a word of speech
REACH = 1000  # characters around a content in which its cue and its source stand
NEAR = 10  # words between a content and its cue


class Reported(NamedTuple):
    """Something reported in the writer's words."""

    start: int
    end: int
    kind: QuoteKind
    report: Report


def reported_contents(page: Page, lexicon: Lexicon, direct: InOrder[Stretch]) -> list[Reported]:
    """Every indirect or mixed quotation outside the direct ones, in order."""
    certain = InOrder.of(sorted(_certain(page, lexicon, direct), key=lambda r: r.start))
    found: list[Reported] = []
    for content in filter(
        None, (_outside(page, direct, _undated(page, c)) for c in page.contents.items)
    ):
        lone = page.text[content.start : content.end].lower() in lexicon.lone
        if lone or certain.over(content.start, content.end):
            continue
        report = _report_of(page, lexicon, content)
        if report is None or not _is_speech(page, lexicon, content, report):
            continue
        start, end = _around_marks(page, content)
        if not found or start >= found[-1].end:
            kind = QuoteKind.MIXED if page.regions.over(start, end) else QuoteKind.INDIRECT
            found.append(Reported(start, end, kind, report))
    return sorted([*certain.items, *found], key=lambda r: r.start)


def _certain(page: Page, lexicon: Lexicon, direct: InOrder[Stretch]) -> Iterator[Reported]:
    """What is reported by its form: headlines, and clauses that a report closes."""
    headlines = [
        Reported(said.start, said.end, QuoteKind.INDIRECT, report)
        for said, report in filter(None, (headline_report(page, p) for p in page.paragraphs.items))
    ]
    yield from headlines
    taken = InOrder.of(headlines)
    for clause, report in closed_clauses(page, lexicon):
        said = _undated(page, clause)
        if not direct.over(said.start, said.end) and not taken.over(said.start, said.end):
            yield Reported(said.start, said.end, QuoteKind.INDIRECT, report)


def _undated(page: Page, content: Stretch) -> Stretch:
    """A content without the dateline, or the dash or bullet, that it begins with."""
    dateline = _DATELINE.match(page.text, content.start, content.end)
    dateline = dateline or _BULLET.match(page.text, content.start, content.end)
    return content._replace(start=dateline.end()) if dateline else content


def _outside(page: Page, direct: InOrder[Stretch], content: Stretch) -> Stretch | None:
    """A content, or the longest part of it that no direct quotation takes."""
    taken = direct.over(content.start, content.end)
    if not taken:
        return content
    starts = [content.start, *(piece.end for piece in taken)]
    ends = [*(piece.start for piece in taken), content.end]
    start, end = max(zip(starts, ends, strict=True), key=lambda part: part[1] - part[0])
    words = page.text[start:end].split() if start < end else []
    if len(words) <= FEW_WORDS:
        return None
    return Stretch(page.text.index(words[0], start), end, content.score)


def _report_of(page: Page, lexicon: Lexicon, content: Stretch) -> Report | None:
    """The cue nearest to a content in its sentence, and the source nearest to that."""
    sentences = page.sentences.over(content.start, content.end) or (content,)
    start = max(sentences[0].start, content.start - REACH)
    end = min(sentences[-1].end, content.end + REACH)
    cue = min(page.cues.inside(start, end), key=lambda c: _gap(c, content), default=None)
    if cue is None:
        return None
    between = page.text[min(cue.end, content.end) : max(cue.start, content.start)]
    if len(between.split()) > NEAR:
        return None
    source = min(page.sources.inside(start, end), key=lambda s: _gap(s, cue), default=None)
    if source and _is_dateline(page, source, cue):
        return None
    if source is None and is_spoken(page, lexicon, cue):
        ahead = cue.start < content.start
        clause = Stretch(start, content.start) if ahead else Stretch(content.end, end)
        source = phrase_beside(page, lexicon, clause, cue)
    return Report(source, cue)


def _is_dateline(page: Page, source: Stretch, cue: Stretch) -> bool:
    """Whether a source is but the place in "SYDNEY: A strike was called off"."""
    (paragraph,) = page.paragraphs.over(source.start, source.start + 1)[:1] or (source,)
    is_place = page.text[source.start : source.end].isupper() and paragraph.start == source.start
    return is_place and page.text[cue.start : cue.end] == ":"


def _is_speech(page: Page, lexicon: Lexicon, content: Stretch, report: Report) -> bool:
    """Whether a content is reported speech, or so surely reported by somebody that it may be.

    One word is no clause, nor are two without a word of speech; a line without a stop is a
    headline or furniture and must speak plainly. So must what is no clause at all: "stated after
    the meeting" tells of no meeting.
    """
    words = len(page.text[content.start : content.end].split())
    is_clause = words > 1 and _has_clause(page, lexicon, content)
    if report.cue and _is_deed(page, lexicon, content, report.cue, is_clause=is_clause):
        return False
    is_phrase = words > 1 and _is_likely(content, report)
    if not (is_clause or is_phrase or page.regions.over(content.start, content.end)):
        return False
    if report.cue and is_spoken(page, lexicon, report.cue):
        return True
    paragraph = page.paragraphs.over(content.start, content.end)[-1]
    sure = content.score >= SURE and report.source is not None
    return sure and words > FEW_WORDS and page.text[paragraph.end - 1] in _STOPS


def _is_deed(
    page: Page, lexicon: Lexicon, content: Stretch, cue: Stretch, *, is_clause: bool
) -> bool:
    """Whether something was agreed on, decided, talked over or left unsaid rather than said.

    "Agreed to leave", "passed a resolution condemning the attack", "discussed the budget", "did
    not respond to a request". What somebody was asked is no word of theirs: "Asked whether …".
    """
    words = [page.text[w.start : w.end].lower() for w in page.words.inside(cue.start, cue.end)]
    (sentence,) = page.sentences.over(cue.start, cue.start + 1)[:1] or (content,)
    if not lexicon.decrees.isdisjoint(words):
        return True
    if sentence.start == cue.start and words[0] in lexicon.prompts:
        return True
    is_topic = not lexicon.topics.isdisjoint(words)
    is_silence = not (lexicon.negations.isdisjoint(words) or lexicon.replies.isdisjoint(words))
    if not is_clause and (is_topic or is_silence):
        return True
    return not lexicon.deeds.isdisjoint(words) and page.text.startswith("to ", content.start)


def _has_clause(page: Page, lexicon: Lexicon, content: Stretch) -> bool:
    """Whether a content opens as a clause does, or holds a pronoun (not "US") or an auxiliary."""
    words = [page.text[w.start : w.end] for w in page.words.inside(content.start, content.end)]
    pronouns = lexicon.pronouns.keys() - lexicon.determiners
    opens = words[0].lower() in lexicon.subordinators or words[0] == "to"
    return opens or any(word in lexicon.auxiliaries or word in pronouns for word in words)


def _is_likely(content: Stretch, report: Report) -> bool:
    """Whether the tags of a content, and those of it and its report together, are likely."""
    marked = [content, *filter(None, report)]
    mean = sum(stretch.score for stretch in marked) / len(marked)
    return report.source is not None and min(content.score, mean) >= LIKELY


def _around_marks(page: Page, content: Stretch) -> tuple[int, int]:
    """Where a content begins and ends with its quoted regions whole and no mark behind it."""
    regions = page.regions.over(content.start, content.end)
    starts, ends = [r.start for r in regions], [r.end for r in regions]
    end = content.start + len(page.text[content.start : content.end].rstrip(" ,;:"))
    return min([content.start, *starts]), max([end, *ends])


def _gap(a: Stretch, b: Stretch) -> int:
    return max(a.start, b.start) - min(a.end, b.end)
