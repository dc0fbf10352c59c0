"""Interviews: paragraphs that a label gives to a speaker, "Q:", "SMITH:", "Ann Lee — "."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from copydesk.quotes.regions import Region

FAMILY = "turn"
LABELS = 4  # labelled paragraphs that make an interview
APART = 4  # paragraphs from one label to the next within one interview
_LABEL = re.compile(
    r"(?P<label>[QA]|[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ][\w.'’-]{0,20}){0,3})"
    r"(?::|\.(?=\s)|\s?[—–](?=\s)|\s-(?=\s))\s*(?=\S)"
)
_FURNITURE = frozenset(
    [
        "advertisement",
        "comments",
        "credit",
        "file",
        "gallery",
        "listen",
        "live",
        "more",
        "note",
        "photo",
        "photos",
        "read",
        "related",
        "see",
        "source",
        "sources",
        "update",
        "updated",
        "video",
        "videos",
        "watch",
    ]
)

Bounds = tuple[int, int]
Labelled = tuple[int, re.Match[str]]  # a paragraph's number, and its label


def interview_turns(
    text: str, paragraphs: Sequence[Bounds], names: Iterable[str]
) -> dict[int, Region]:
    """What is said in the interviews of a text, by the number of the paragraph.

    A label counts if it is Q, A, in capitals or a name, and if several of them take turns; any
    other one (`Magazine:`) does that comes again and takes turns with such a one.
    """
    known = frozenset(names)
    matches = [
        (number, label)
        for number, (start, end) in enumerate(paragraphs)
        if (label := _LABEL.match(text, start, end))
    ]
    times = Counter(label["label"] for _, label in matches if _is_turned(label))
    labelled = [
        (number, label)
        for number, label in matches
        if _is_label(label["label"], known) or times[label["label"]] > 1
    ]
    turns: dict[int, Region] = {}
    for run in _runs(labelled):
        counts = Counter(_initials(label["label"]) for _, label in run)
        at = {number: label for number, label in run if counts[_initials(label["label"])] > 1}
        labels = {label["label"] for label in at.values()}
        voices = set(map(_initials, labels))
        if len(at) < LABELS or len(voices) < 2 or not any(_is_label(one, known) for one in labels):
            continue
        for number in range(min(at), max(at) + 1):
            start, end = paragraphs[number]
            if label := at.get(number):
                turns[number] = Region(label.end(), end, FAMILY, label=label.span("label"))
            elif text[end - 1] in '.?!…”"':
                turns[number] = Region(start, end, FAMILY)
    return turns


def _initials(label: str) -> str:
    """What an interview may go on to call somebody: `Ann Lee` at first, then `AL`."""
    words = label.split()
    return "".join(word[0] for word in words) if len(words) > 1 else label


def _is_turned(label: re.Match[str]) -> bool:
    """Whether a label stands before a colon and is no word of the page's furniture."""
    return ":" in label[0] and label["label"].split()[0].lower() not in _FURNITURE


def _is_label(label: str, names: frozenset[str]) -> bool:
    label = label.strip()
    if label.split()[0].lower() in _FURNITURE:
        return False
    return label in ("Q", "A") or (label.isupper() and len(label) > 1) or label in names


def _runs(labelled: Sequence[Labelled]) -> Iterable[list[Labelled]]:
    run: list[Labelled] = []
    for number, label in labelled:
        if run and number - run[-1][0] > APART:
            yield run
            run = []
        run.append((number, label))
    yield run
