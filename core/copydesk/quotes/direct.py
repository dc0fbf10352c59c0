"""Direct quotations, each with its speaker: the report beside it, or one carried over."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.quotes import interview
from copydesk.quotes.beside import MARKS, last_character, report_beside
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Paragraph, Stretch
from copydesk.quotes.regions import Region
from copydesk.quotes.reports import Report, report_in
from copydesk.quotes.speech import Use, use_of

SUBJECT_WITHIN = 40  # characters from a sentence's start in which its subject begins
_PROSE_ENDS = frozenset(".?!…:;,\"'”’»“—–-")
ECHOES = 5  # quotations at the head of a text that later ones may repeat
ECHOED_WORDS = 3


class Direct(NamedTuple):
    """A direct quotation: its pieces, and the report that tells the speaker."""

    spans: tuple[Stretch, ...]
    report: Report | None


class _Piece(NamedTuple):
    """A contiguous piece of a direct quotation."""

    region: Region
    own: Report | None
    """The report right beside it."""
    carried: Report | None
    """Whoever else is likely to speak: from the piece before, the sentence before, …"""
    joined: bool
    """Whether it goes on with the piece before it, as one quotation."""


class _Heard(NamedTuple):
    """What the paragraphs so far leave for the next one."""

    speaker: Report | None = None
    """Whoever spoke last, or is about to ("Ann Lee said:")."""
    unfinished: bool = False
    """Whether a quotation ran to the end of the paragraph without a closing mark."""
    other: Report | None = None
    """Whom the last speaker answered."""
    asked: bool = False
    """Whether the last quotation was a question, or words go to and fro already."""


def direct_quotations(page: Page, lexicon: Lexicon) -> list[Direct]:
    """All direct quotations, in order."""
    pieces: list[_Piece] = []
    heard = _Heard()
    for paragraph in page.paragraphs.items:
        found = _pieces_in(page, lexicon, paragraph, heard)
        pieces += found
        heard = _after(page, lexicon, paragraph, found=found, heard=heard)
    return _echoes_named(page, list(_joined(pieces)))


def _after(
    page: Page, lexicon: Lexicon, paragraph: Paragraph, *, found: Sequence[_Piece], heard: _Heard
) -> _Heard:
    """What is left for the next paragraph when the quotations of one have been found."""
    speaker = _closing_report(page, lexicon, paragraph)
    if not found:
        return _Heard(speaker or heard.speaker)
    last = found[-1]
    own = next((p.own for p in reversed(found) if p.own), None)
    in_turn = own is None and heard.other is not None and last.carried is heard.other
    replies = in_turn or (own is not None and _is_reply(page, lexicon, own))
    return _Heard(
        speaker=speaker or _silent(last.own or last.carried) or heard.speaker,
        unfinished=not last.region.closed,
        other=heard.speaker if replies else None,
        asked=in_turn or last_character(page, last.region) == "?",
    )


def _is_reply(page: Page, lexicon: Lexicon, report: Report) -> bool:
    cue = report.cue or Stretch(0, 0)
    return not lexicon.replies.isdisjoint(page.text[cue.start : cue.end].lower().split())


def _echoes_named(page: Page, found: list[Direct]) -> list[Direct]:
    """A quotation without speaker, as in a headline, has that of a later one that repeats it."""
    texts = [" ".join(page.text[s.start : s.end] for s in d.spans) for d in found]
    for i, quotation in enumerate(found[:ECHOES]):
        if quotation.report:
            break
        words = texts[i].strip(MARKS + ".,!?").lower()
        if len(words.split()) < ECHOED_WORDS:
            continue
        later = (
            d.report
            for d, t in zip(found[i + 1 :], texts[i + 1 :], strict=True)
            if words in t.lower()
        )
        found[i] = Direct(quotation.spans, _silent(next(later, None)))
    return found


def _pieces_in(page: Page, lexicon: Lexicon, paragraph: Paragraph, heard: _Heard) -> list[_Piece]:
    spoken: list[tuple[Region, Report | None]] = []
    for i, region in enumerate(paragraph.regions):
        report = report_beside(page, lexicon, paragraph, i)
        use = use_of(page, paragraph, region, report, follows=bool(spoken))
        if use is Use.DIRECT:
            spoken.append((region, report))
    pieces: list[_Piece] = []
    for i, (region, own) in enumerate(spoken):
        opens = region.start == paragraph.start
        if pieces:
            before = pieces[-1].own or pieces[-1].carried
            joined = own is None or own == pieces[-1].own
        elif opens:
            later = next((r for _, r in spoken[i + 1 :] if r), None)
            in_turn = heard.asked or last_character(page, region) == "?"
            before = later or (heard.other if in_turn else None) or heard.speaker
            joined = heard.unfinished or (region.family == interview.FAMILY and not region.label)
        else:
            before = _lead_in(page, lexicon, paragraph, region) or heard.speaker
            joined = False
        pieces.append(_Piece(region, own, before, joined))
    return pieces


def _joined(pieces: Sequence[_Piece]) -> Iterator[Direct]:
    """Pieces put together; a report beside any of them speaks for all."""
    run: list[_Piece] = []
    for piece in pieces:
        own = next((p.own for p in run if p.own), None)
        if run and not (piece.joined and (piece.own is None or own in (None, piece.own))):
            yield _whole(run)
            run = []
        run.append(piece)
    if run:
        yield _whole(run)


def _whole(run: Sequence[_Piece]) -> Direct:
    own = next((p.own for p in run if p.own), None)
    spans = tuple(Stretch(p.region.start, p.region.end) for p in run)
    return Direct(spans, own or run[0].carried)


def _lead_in(page: Page, lexicon: Lexicon, paragraph: Paragraph, region: Region) -> Report | None:
    """The speaker of the sentences before a region in its paragraph, or else their subject."""
    before = Stretch(paragraph.start, region.start)
    return _silent(_last_report(page, lexicon, before)) or _subject(page, before)


def _closing_report(page: Page, lexicon: Lexicon, paragraph: Paragraph) -> Report | None:
    """The last report after the last quoted region of a paragraph of prose.

    Lines that end otherwise are headlines, captions and furniture. A paragraph without any
    speech may tell of the next speaker: the person it begins with.
    """
    if page.text[paragraph.end - 1] not in _PROSE_ENDS:
        return None
    low = paragraph.regions[-1].end if paragraph.regions else paragraph.start
    report = _last_report(page, lexicon, Stretch(low, paragraph.end))
    if report and page.text[paragraph.start : paragraph.end].endswith(":"):
        return report
    if not report and not paragraph.regions:
        return _topic(page, paragraph)
    return _silent(report)


def _last_report(page: Page, lexicon: Lexicon, stretch: Stretch) -> Report | None:
    for sentence in reversed(page.sentences.over(stretch.start, stretch.end)):
        low, high = max(sentence.start, stretch.start), min(sentence.end, stretch.end)
        if report := report_in(page, lexicon, Stretch(low, high), "last"):
            return report
    return None


def _subject(page: Page, stretch: Stretch) -> Report | None:
    """The person with whom a sentence begins, the last sentence first."""
    for sentence in reversed(page.sentences.inside(stretch.start, stretch.end)):
        names = page.people.inside(sentence.start, sentence.start + SUBJECT_WITHIN)
        if names and names[0].end <= stretch.end and not _belongs(page, names[0]):
            return Report(names[0])
    return None


def _topic(page: Page, paragraph: Paragraph) -> Report | None:
    """The person with whom a paragraph begins: one who speaks somewhere, or is new here."""
    names = page.people.inside(paragraph.start, paragraph.start + SUBJECT_WITHIN)
    if not names or names[0].end > paragraph.end or _belongs(page, names[0]):
        return None
    surname = page.text[names[0].start : names[0].end].split()[-1]
    return Report(names[0]) if names[0] in page.newcomers or surname in page.voices else None


def _belongs(page: Page, name: Stretch) -> bool:
    """Whether a name only says whose something is, or stands in quotation marks."""
    own = page.text.startswith(("'s", "’s", "' ", "’ "), name.end)
    return own or bool(page.regions.over(name.start, name.end))


def _silent(report: Report | None) -> Report | None:
    """A report carried to another place: its speaker, without its cue."""
    return Report(report.source) if report else None
