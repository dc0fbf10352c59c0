"""Quotations of an article: found, attributed, their speakers resolved."""

from collections.abc import Iterable
from typing import NamedTuple

from copydesk.article import Article, Phrase, Quote, QuoteKind, Span, Speaker
from copydesk.language import Analysis
from copydesk.quotes.cast import assemble
from copydesk.quotes.direct import direct_quotations
from copydesk.quotes.indirect import Reported, reported_contents
from copydesk.quotes.layout import lay_out
from copydesk.quotes.lexicon import load_lexicon
from copydesk.quotes.page import InOrder, Page, Stretch
from copydesk.quotes.reports import Report
from copydesk.quotes.speakers import resolve_speakers

TAGGED_LANGUAGES = ("en", None)  # what the tagger's attributions were learned from


class _Found(NamedTuple):
    """A quotation before its speaker is resolved."""

    spans: tuple[Stretch, ...]
    kind: QuoteKind
    report: Report | None


def find_quotes(article: Article, analysis: Analysis) -> tuple[Quote, ...]:
    """The quotations of an article in text order, each with its speaker where one is found.

    `article.entities` must be there for speakers to be resolved to names. Direct quotations
    need no tags; indirect and mixed ones are found only where the analysis has attributions.
    """
    lexicon = load_lexicon(article.language)
    page = lay_out(analysis, lexicon, tagged=article.language in TAGGED_LANGUAGES)
    direct = direct_quotations(page, lexicon)
    taken = InOrder.of([span for quotation in direct for span in quotation.spans])
    found = [_Found(d.spans, QuoteKind.DIRECT, d.report) for d in direct]
    found += _put_together(reported_contents(page, lexicon, taken))
    found.sort(key=lambda f: f.spans[0])
    sources = [f.report.source for f in found if f.report and f.report.source]
    author = article.authors[0] if len(article.authors) == 1 else None
    speakers = resolve_speakers(assemble(page, lexicon, article.entities), sources, author)
    return tuple(_quote(page, f, speakers) for f in found)


def _put_together(reported: Iterable[Reported]) -> list[_Found]:
    """What is reported, as one where its report parts it: `The road, she said, is shut.`"""
    found: list[_Found] = []
    for start, end, kind, report in reported:
        piece = Stretch(start, end)
        before = found[-1] if found and found[-1].report == report else None
        if before and report.cue and before.spans[-1].end <= report.cue.start < start:
            mixed = QuoteKind.MIXED in (before.kind, kind)
            kind = QuoteKind.MIXED if mixed else QuoteKind.INDIRECT
            found[-1] = _Found((*before.spans, piece), kind, report)
        else:
            found.append(_Found((piece,), kind, report))
    return found


def _quote(page: Page, found: _Found, speakers: dict[Stretch, Speaker]) -> Quote:
    report = found.report
    return Quote(
        text=" ".join(page.text[s.start : s.end] for s in found.spans),
        spans=tuple(Span(start=s.start, end=s.end) for s in found.spans),
        kind=found.kind,
        speaker=speakers[report.source] if report and report.source else None,
        cue=_phrase(page, report.cue) if report and report.cue else None,
    )


def _phrase(page: Page, stretch: Stretch) -> Phrase:
    text = page.text[stretch.start : stretch.end]
    return Phrase(text=text, start=stretch.start, end=stretch.end)
