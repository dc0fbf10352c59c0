"""What is known of each piece of a page, as numbers for the classifier."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.article import BlockKind
from copydesk.cleaning import surroundings as around
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.pieces import Piece
from copydesk.cleaning.readings import MUCH, Reading, squeezed

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]

STOP = re.compile(r"""[.!?…。！？।؟]["”»’')\]]{0,3}$""")
MARK = ".!?:;…。！？।؟\"”»’')"
COMMAS = re.compile(r"[,，、،]")
DIGIT = re.compile(r"\d")
CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]")
WORD = re.compile(r"\w+")
DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2}")
ADDRESS = re.compile(r"@|https?:|www\.")

GLANCE = 400
"""Characters of a piece whose make-up is counted."""

RUNNING = 40
"""Characters from which a piece that ends like a sentence counts as running text."""

MUCH_LINKED = 0.3

BOLD_HEADING = 80
"""Characters up to which a line all in bold is a heading."""

SENTENCE = 40
"""Letters from which a piece that stands inside another one says the same thing twice."""

WORDS = (
    *("length", "words", "stop", "mark", "commas", "linked", "links", "emphasis", "digits"),
    *("capitals", "bar", "quote", "lines", "address", "date", "lower", "furniture", "credit"),
    *(KINDS := ("paragraph", "heading", "list_item", "blockquote", "table")),
    *(TAGS := ("h1", "h2", "h3", "div")),
)
KIND_FLAGS = {kind: tuple(kind == name for name in KINDS) for kind in BlockKind}
TAG_FLAGS = {tag: tuple(tag == name for name in TAGS) for tag in TAGS}
NO_FLAGS = (False,) * len(TAGS)
FACTS = (
    *("is_title", "title_words", "is_summary", "names_author", "in_json", "not_in_json"),
    *("seen_before", "seen_later", "said_twice", "h1_before", "since_heading", "under_furniture"),
)
READ = (
    *("kept", "alike_kept", "alike_share", "alike_count", "alike_length", "alike_others_kept"),
    *("alike_solid", "before_first", "after_last", "from_first", "from_last"),
    *("place", "place_kept", "kept_so_far"),
)
NEAR = (
    *(f"{name}{step:+d}" for step in (-2, -1, 1, 2) for name in ("kept", "length", "linked")),
    *(f"{name}_within_{reach}" for reach in (3, 6) for name in ("kept", "length", "linked")),
)
PAGE = (
    *("page_pieces", "page_kept", "page_share_kept", "page_solid", "page_solid_kept"),
    *("page_says_article", "page_json"),
)

NAMES = (*WORDS, *FACTS, *around.NAMES, *READ, *NEAR, *PAGE)


class PageFacts(NamedTuple):
    """What the page says about its article elsewhere."""

    titles: tuple[str, ...] = ()
    """The headline in all its forms."""
    summary: str = ""
    authors: tuple[str, ...] = ()
    body: str = ""
    """`articleBody` of the linked data."""
    is_article: bool = False
    """Whether it calls itself an article."""


def features(pieces: Sequence[Piece], reading: str, facts: PageFacts) -> Matrix:
    """Give a row a piece, a column a name in `NAMES`; `reading` is the first reading's text."""
    if not pieces:
        return np.zeros((0, len(NAMES)))
    forms = [squeezed(piece.text) for piece in pieces]
    read = Reading(reading, len(pieces))
    share = np.array([read.share(form) for form in forms])
    size = np.array([float(len(piece.text)) for piece in pieces])
    words = np.array([_words(piece) for piece in pieces], dtype=float)
    linked = words[:, WORDS.index("linked")]
    running = (words[:, WORDS.index("stop")] > 0) & (size >= RUNNING) & (linked < MUCH_LINKED)
    solid = size * running
    kept = size * share
    return np.column_stack(
        [
            words,
            np.array(_facts(pieces, forms, facts), dtype=float),
            around.surroundings(pieces, kept.tolist(), solid.tolist()),
            _read(pieces, size, share, solid),
            _near(size, kept, share, words),
            np.tile(_page(size, kept, solid, facts), (len(pieces), 1)),
        ]
    )


def running_text(rows: Matrix) -> Flags:
    """Tell which pieces are unlinked sentences, from their features."""
    stop, length, linked = (rows[:, NAMES.index(name)] for name in ("stop", "length", "linked"))
    return np.asarray((stop > 0) & (length >= math.log1p(RUNNING)) & (linked < MUCH_LINKED))


def _words(piece: Piece) -> tuple[float, ...]:
    """Features of a piece's own words, as `WORDS` names them."""
    text = piece.text
    size = len(text)
    glance = text[:GLANCE]
    seen = len(glance)
    reason = furniture_reason(text)
    return (
        math.log1p(size),
        math.log1p(text.count(" ") + 1),
        STOP.search(text, max(0, size - 6)) is not None,
        text[-1] in MARK,
        len(COMMAS.findall(glance)) / seen,
        piece.linked / size,
        min(piece.links, 10),
        piece.emphasised / size,
        len(DIGIT.findall(glance)) / seen,
        len(CAPITAL.findall(glance)) / seen,
        "|" in glance or "•" in glance,
        text[0] in "\"“„«'‘「",
        min(text.count("\n"), 10),
        ADDRESS.search(glance) is not None,
        size < 120 and DATE.search(text) is not None,
        text[0].islower(),
        reason is not None,
        reason == "credit",
        *KIND_FLAGS[piece.kind],
        *TAG_FLAGS.get(piece.element.tag, NO_FLAGS),
    )


def _facts(pieces: Sequence[Piece], forms: list[str], facts: PageFacts) -> list[tuple[float, ...]]:
    """Compare the pieces with the page's other words, as `FACTS` names it."""
    titles = {squeezed(title) for title in facts.titles}
    bags = [set(WORD.findall(title.casefold())) for title in facts.titles]
    summary = squeezed(facts.summary)
    authors = [form for author in facts.authors if len(form := squeezed(author)) > 3]
    body = Reading(facts.body, len(pieces)) if facts.body else None
    counts = Counter(forms)
    page = " ".join(forms)
    if len(page) * len(forms) > MUCH:
        page = ""
    before: set[str] = set()
    headings = since_heading = 0
    under_furniture = False
    rows: list[tuple[float, ...]] = []
    for piece, form in zip(pieces, forms, strict=True):
        size = len(piece.text)
        bag = set(WORD.findall(piece.text.casefold())) if size < 300 else set()
        if _is_heading(piece):
            since_heading, under_furniture = 0, furniture_reason(piece.text) is not None
        inside = body.share(form) if body else 0.0
        rows.append(
            (
                form in titles,
                max((_overlap(bag, other) for other in bags), default=0) if bag else 0,
                len(form) > 20 and (form == summary or summary.startswith(form[:60])),
                size < 200 and any(author in form for author in authors),
                inside,
                body is not None and inside < 0.5,
                form in before,
                form not in before and counts[form] > 1,
                len(form) >= SENTENCE and page.count(form) > 1,
                min(headings, 3),
                min(since_heading, 20),
                under_furniture,
            )
        )
        since_heading += 1
        before.add(form)
        headings += piece.element.tag == "h1"
    return rows


def _overlap(words: set[str], others: set[str]) -> float:
    """Give the share of the words of both that both have (Jaccard)."""
    common = len(words & others)
    return common / (len(words) + len(others) - common)


def _is_heading(piece: Piece) -> bool:
    """Tell a heading, or a short bold line that serves as one."""
    size = len(piece.text)
    return piece.kind is BlockKind.HEADING or (size <= BOLD_HEADING and piece.emphasised == size)


def _read(pieces: Sequence[Piece], size: Matrix, share: Matrix, solid: Matrix) -> Matrix:
    """Features of the first reading around pieces marked up alike, as `READ` names them."""
    count = len(pieces)
    kept = size * share
    total = max(1.0, float(kept.sum()))
    marks = [_markup(piece) for piece in pieces]
    number = {mark: at for at, mark in enumerate(dict.fromkeys(marks))}
    group = np.array([number[mark] for mark in marks])
    n_alike = np.bincount(group)[group]
    size_alike = np.bincount(group, size)[group]
    kept_alike = np.bincount(group, kept)[group]
    solid_alike = np.bincount(group, solid)[group]
    long = np.flatnonzero((share >= 0.5) & (size >= 80))
    first, last = (int(long[0]), int(long[-1])) if len(long) else (0, count - 1)
    at = np.arange(count)
    return np.column_stack(
        [
            share,
            kept_alike / size_alike,
            kept_alike / total,
            np.log1p(n_alike),
            np.log1p(size_alike / n_alike),
            (kept_alike - kept) / np.maximum(1.0, size_alike - size),
            solid_alike / max(1.0, float(solid.sum())),
            at < first,
            at > last,
            np.log1p(np.maximum(0, first - at)),
            np.log1p(np.maximum(0, at - last)),
            at / count,
            np.clip((at - first) / max(1, last - first), -0.2, 1.2),
            (np.cumsum(kept) - kept) / total,
        ]
    )


def _markup(piece: Piece) -> tuple[str | None, ...]:
    """What tells how a piece is marked up: its element's and its parent's tag and class."""
    element = piece.element
    parent = element.getparent()
    if parent is None:
        return (element.tag, element.get("class"))
    return (element.tag, element.get("class"), parent.tag, parent.get("class"))


def _near(size: Matrix, kept: Matrix, share: Matrix, words: Matrix) -> Matrix:
    """Features of the pieces before and after, as `NEAR` names them."""
    length, linked = words[:, WORDS.index("length")], words[:, WORDS.index("linked")]
    columns = [
        _shifted(column, step) for step in (-2, -1, 1, 2) for column in (share, length, linked)
    ]
    for reach in (3, 6):
        window = np.ones(2 * reach + 1)
        sizes, keeps, links = (
            np.convolve(column, window)[reach : reach + len(size)]
            for column in (size, kept, linked * size)
        )
        columns += [keeps / sizes, np.log1p(sizes), links / sizes]
    return np.column_stack(columns)


def _shifted(column: Matrix, step: int) -> Matrix:
    """Give the value `step` pieces on, 0 past the ends."""
    out = np.zeros_like(column)
    if abs(step) >= len(column):
        return out
    if step > 0:
        out[:-step] = column[step:]
    else:
        out[-step:] = column[:step]
    return out


def _page(size: Matrix, kept: Matrix, solid: Matrix, facts: PageFacts) -> Matrix:
    """Features of the whole page, as `PAGE` names them."""
    return np.array(
        [
            math.log1p(len(size)),
            math.log1p(kept.sum()),
            kept.sum() / size.sum(),
            math.log1p(solid.sum()),
            np.minimum(kept, solid).sum() / max(1.0, float(solid.sum())),
            facts.is_article,
            len(facts.body) / max(1.0, float(kept.sum())),
        ]
    )
