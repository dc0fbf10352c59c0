"""Where one article of an export ends and the next begins."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from copydesk.cleaning.dateline import dateline_of
from copydesk.cleaning.text.cues import WHOLE_DATE
from copydesk.cleaning.text.names import says_by
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, end_class

_LEAST_WORDS = 5
"""Words of a sentence of an article between two rules."""
_HEAD_LINES = 3
"""Lines below a headline among which a byline, a date or a dateline stands."""
_BYLINE_WORDS = 12
_OPENS = re.compile(
    r"[ \t]*(?:\d{1,6} (?:of|OF) \d{1,6} DOCUMENTS?"
    r"|(?:DOCUMENT|Document) \d{1,6} (?:of|OF) \d{1,6}"
    r"|From \S{1,100} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d"
    r" \d\d:\d\d:\d\d \d{4}.{0,20})[ \t]*"
)
"""Lines above an article of an export: "1 of 2 DOCUMENTS", "Document 3 of 20", mbox's."""
_CLOSES = re.compile(
    r"[ \t]*(?:End of Document"
    r"|(?:AN[ \t]+)?Document [A-Za-z]{2,8}\d{6,26}[0-9a-z]{5,15})[ \t]*"
)
"""Lines below one: "End of Document", a Factiva accession number."""
_RULE = re.compile(r"[ \t]*(?:={5,}|\*{5,}|#{5,}|_{20,})[ \t]*")
_BETWEEN_ARTICLES = "="
"""The sign of rules that no article has between its own sections."""


class Stretch(NamedTuple):
    """The lines of one article; those that part it from the others stand apart."""

    lines: list[str]
    marks: tuple[str, ...] = ()


def stretches(lines: list[str]) -> list[Stretch]:
    """The articles of an export; a dump that is none is one stretch without marks."""
    found = _marked(lines) or _ruled(lines)
    return found or [Stretch(lines)]


def _marked(lines: list[str]) -> list[Stretch]:
    """Articles with a mark above or below each. A cover goes out with the first one's marks."""
    starts = [at for at, line in enumerate(lines) if _OPENS.fullmatch(line)]
    ends = [at + 1 for at, line in enumerate(lines) if _CLOSES.fullmatch(line)]
    if not starts and not ends:
        return []
    first = starts[0] if starts and (not ends or starts[0] < ends[0]) else 0
    out = [line.strip() for line in lines[:first] if line.strip()]
    found = []
    for start, stop in pairwise(sorted({first, *starts, *ends, len(lines)})):
        out += [line.strip() for line in lines[start:stop] if _is_mark(line)]
        kept = [line for line in lines[start:stop] if not _is_mark(line)]
        if any(map(str.strip, kept)):
            found.append(Stretch(kept, tuple(out)))
            out = []
    return found


def _is_mark(line: str) -> bool:
    return bool(_OPENS.fullmatch(line) or _CLOSES.fullmatch(line))


def _ruled(lines: list[str]) -> list[Stretch]:
    """Articles between rules of one kind, if each looks like one."""
    rules = {at: line.strip()[0] for at, line in enumerate(lines) if _RULE.fullmatch(line)}
    for sign in dict.fromkeys(rules.values()):
        parts = list(_between(lines, [at for at, found in rules.items() if found == sign]))
        bare = sign in _BETWEEN_ARTICLES
        if len(parts) > 1 and all(_is_article(part.lines, bare=bare) for part in parts):
            return parts
    return []


def _between(lines: list[str], rules: list[int]) -> Iterator[Stretch]:
    """The lines between rules; with each go the rules above it, with the last those below too."""
    out: list[str] = []
    last: Stretch | None = None
    for start, stop in pairwise([-1, *rules, len(lines)]):
        part = lines[start + 1 : stop]
        if start >= 0:
            out.append(lines[start].strip())
        if any(map(str.strip, part)):
            if last:
                yield last
            last, out = Stretch(part, tuple(out)), []
    if last:
        yield last._replace(marks=(*last.marks, *out))


def _is_article(lines: list[str], *, bare: bool) -> bool:
    """Whether lines are a headline, then sentences; between them who wrote when, unless `bare`."""
    shown = [line.strip() for line in lines if line.strip()]
    sentences = [
        line
        for line in shown
        if line.count(" ") >= _LEAST_WORDS and end_class(line) in SENTENCE_ENDS
    ]
    if len(shown) < 2 or not sentences or end_class(shown[0]) in SENTENCE_ENDS:
        return False
    return bare or any(map(_is_of_a_head, shown[1 : _HEAD_LINES + 1]))


def _is_of_a_head(line: str) -> bool:
    """Whether a line names an author or a day, or opens with a dateline."""
    short = line.count(" ") < _BYLINE_WORDS
    return (short and bool(says_by(line) or WHOLE_DATE.search(line))) or bool(dateline_of(line))
