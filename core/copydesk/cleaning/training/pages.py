"""Pages whose article is known, cut into pieces, each with a label and a weight."""

import base64
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np

from copydesk.cleaning.decode import decode
from copydesk.cleaning.features import Matrix
from copydesk.cleaning.html import Page, read_page
from copydesk.reading.document import RawDocument

Shingle = tuple[str, ...]

TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+"
)
SIZE = 4
"""Words in a shingle, as the article-extraction-benchmark has it."""

IN_BODY = 0.6
"""Share of a piece's words that must be in the known article for it to count as body."""

SNIPPET = 0.03
"""Weight of a piece judged by a snippet; a page with its whole article weighs about 5 in all."""


class KnownPage(NamedTuple):
    """A page read, and what is known of its pieces."""

    site: str
    page: Page
    article: list[str]
    """The words of its article; empty where only snippets are known."""
    is_body: Matrix
    weights: Matrix


class Examples(NamedTuple):
    """Pieces of many pages: a row of features each, whether it is body, what it counts."""

    rows: Matrix
    is_body: Matrix
    weights: Matrix


def read_pages(path: Path) -> Iterator[KnownPage]:
    """Read JSON lines, gzipped."""
    with gzip.open(path, "rt", encoding="utf-8") as records:
        for line in records:
            record = json.loads(line)
            page = read_page(_markup(record))
            texts = [piece.text for piece in page.pieces]
            if "gold_text" in record:
                article, is_body, weights = _by_article(record["gold_text"], texts)
            else:
                article = []
                is_body, weights = _by_snippets(record["with"], record["without"], texts)
            yield KnownPage(_site(record), page, article, is_body, weights)


def examples(pages: Sequence[KnownPage]) -> Examples:
    """Put the pieces that are judged together; the weights' mean is 1."""
    weights = np.concatenate([page.weights for page in pages])
    judged = weights > 0
    rows = np.vstack([page.page.rows for page in pages])[judged]
    is_body = np.concatenate([page.is_body for page in pages])[judged]
    return Examples(rows, is_body, weights[judged] / weights[judged].mean())


def shingles(words: Sequence[str]) -> set[Shingle]:
    """Give the runs of `SIZE` words; a shorter text is one run."""
    return {tuple(words[at : at + SIZE]) for at in range(max(1, len(words) - SIZE + 1))}


def covered(text: str, known: set[Shingle], lines: set[str]) -> float:
    """Give the share of a piece's words in the article; a short piece must be a line of it."""
    words = TOKEN.findall(text)
    if len(words) < SIZE:
        return float(bool(words) and " ".join(words) in lines)
    hit = [False] * len(words)
    for at in range(len(words) - SIZE + 1):
        if tuple(words[at : at + SIZE]) in known:
            hit[at : at + SIZE] = [True] * SIZE
    return sum(hit) / len(words)


def _by_article(article: str, texts: list[str]) -> tuple[list[str], Matrix, Matrix]:
    words = TOKEN.findall(article)
    known = shingles(words)
    lines = {" ".join(TOKEN.findall(line)) for line in article.splitlines()}
    is_body = np.array([covered(text, known, lines) >= IN_BODY for text in texts], dtype=float)
    sizes = np.array([max(1, len(TOKEN.findall(text))) for text in texts], dtype=float)
    weights = sizes**0.5 / (float((sizes * is_body).sum()) ** 0.5 + 5)
    return words, is_body, weights


def _by_snippets(wanted: list[str], unwanted: list[str], texts: list[str]) -> tuple[Matrix, Matrix]:
    """Judge only the pieces with words that must, or must not, be in the article."""
    flat = [" ".join(text.split()) for text in texts]
    inside = np.array([any(" ".join(w.split()) in text for w in wanted) for text in flat])
    outside = np.array([any(" ".join(w.split()) in text for w in unwanted) for text in flat])
    return inside.astype(float), SNIPPET * (inside != outside)


def _markup(record: dict[str, Any]) -> str:
    if "html" in record:
        return str(record["html"])
    return decode(RawDocument(id=record["id"], data=base64.b64decode(record["html_b64"])))[0]


def _site(record: dict[str, Any]) -> str:
    host = urlsplit(record.get("url") or record["id"]).netloc.lower().split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) < 4 else host[-2:])
