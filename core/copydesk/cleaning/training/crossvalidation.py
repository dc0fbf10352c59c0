"""How well the model does on pages of sites that it did not learn from."""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np

from copydesk.cleaning.body import joined
from copydesk.cleaning.features import Matrix
from copydesk.cleaning.html import bodies
from copydesk.cleaning.probability import mixed
from copydesk.cleaning.training.boosting import boosted
from copydesk.cleaning.training.logistic import logistic
from copydesk.cleaning.training.pages import TOKEN, KnownPage, examples, shingles


def cross_validated(pages: Sequence[KnownPage], folds: int) -> Iterator[str]:
    """Give lines of precision, recall and F1 of 4-word shingles: a fold a line, then all.

    No site is both learned from and judged.
    """
    fold = [int(hashlib.md5(page.site.encode()).hexdigest(), 16) % folds for page in pages]
    found: list[tuple[float, float]] = []
    for number in range(folds):
        known = examples([page for page, at in zip(pages, fold, strict=True) if at != number])
        trees, weights = boosted(known), logistic(known)
        judged = []
        for page, at in zip(pages, fold, strict=True):
            if at == number and page.article:
                rows = page.page.rows
                chance = mixed(trees.predict(rows, raw_score=True), weights.score(rows))
                judged.append(_precision_recall(page, chance))
        found += judged
        yield f"fold {number}: {_figures(judged)}"
    yield f"all: {_figures(found)}"


def _precision_recall(page: KnownPage, probability: Matrix) -> tuple[float, float]:
    judged = bodies(page.page, probability)
    text, _ = joined((v.piece.kind, v.piece.text) for v in judged if v.is_body)
    said, true = shingles(TOKEN.findall(text)), shingles(page.article)
    return len(said & true) / len(said), len(said & true) / len(true)


def _figures(judged: Sequence[tuple[float, float]]) -> str:
    precision, recall = np.mean(judged, axis=0).tolist()
    f1 = 2 * precision * recall / (precision + recall)
    return f"{len(judged)} pages, P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"
