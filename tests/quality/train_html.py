"""Train the trees that tell which pieces of a page are its article, and write them as JSON.

    python tests/quality/train_html.py PAGES.jsonl.gz [MORE …] -o html_trees.json
    python tests/quality/train_html.py PAGES.jsonl.gz --folds 6     cross-validated by site

A line of PAGES holds `id`, `url`, `html` (or `html_b64`), `gold_text`. The written file belongs in
core/copydesk/cleaning/data. Needs LightGBM; the package itself reads the JSON with numpy alone.
"""

import argparse
import base64
import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import lightgbm
import numpy as np

from copydesk.cleaning.decode import decode
from copydesk.cleaning.features import NAMES, Matrix
from copydesk.cleaning.html import read_page
from copydesk.reading.document import RawDocument

TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+"
)
SIZE = 4
"""Words in a shingle, as the article-extraction-benchmark has it."""

IN_BODY = 0.6
"""Share of a piece's words that must be in the gold text for it to count as body."""

SNIPPET = 0.03
"""Weight of a piece judged by a snippet; a page with whole gold text weighs about 5 in all."""

PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 31,
    "max_depth": 6,
    "min_data_in_leaf": 20,
    "lambda_l2": 5,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "seed": 1,
    "num_threads": 1,
    "verbose": -1,
}
ROUNDS = 220


class Page(NamedTuple):
    site: str
    rows: Matrix
    texts: list[str]
    gold: list[str]
    labels: Matrix
    weights: Matrix


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("pages", type=Path, nargs="+")
    options.add_argument("-o", "--output", type=Path)
    options.add_argument("--folds", type=int)
    chosen = options.parse_args()
    pages = [page for path in chosen.pages for page in read(path)]
    if chosen.folds:
        cross_validate(pages, chosen.folds)
    if chosen.output:
        chosen.output.write_text(as_json(train(pages), len(pages)), "utf-8")


def read(path: Path) -> Iterator[Page]:
    with gzip.open(path, "rt", encoding="utf-8") as records:
        for line in records:
            record = json.loads(line)
            page = read_page(_markup(record))
            texts = [piece.text for piece in page.pieces]
            if "gold_text" not in record:
                yield _snippets(record, page.rows, texts)
                continue
            gold = TOKEN.findall(record["gold_text"])
            known = _shingles(gold)
            lines = {" ".join(TOKEN.findall(line)) for line in record["gold_text"].splitlines()}
            labels = np.array([covered(text, known, lines) for text in texts])
            words = np.array([max(1, len(TOKEN.findall(text))) for text in texts], dtype=float)
            body = float((words * (labels >= IN_BODY)).sum())
            yield Page(_site(record), page.rows, texts, gold, labels, words**0.5 / (body**0.5 + 5))


def _snippets(record: dict[str, Any], rows: Matrix, texts: list[str]) -> Page:
    """A page of which only some pieces are judged: those with words that must (not) be there."""
    labels, weights = np.zeros(len(texts)), np.zeros(len(texts))
    for at, text in enumerate(texts):
        flat = " ".join(text.split())
        wanted = any(" ".join(words.split()) in flat for words in record["with"])
        unwanted = any(" ".join(words.split()) in flat for words in record["without"])
        labels[at] = wanted
        weights[at] = SNIPPET * (wanted != unwanted)
    return Page(_site(record), rows, texts, [], labels, weights)


def _markup(record: dict[str, Any]) -> str:
    if "html" in record:
        return str(record["html"])
    return decode(RawDocument(id=record["id"], data=base64.b64decode(record["html_b64"])))[0]


def _site(record: dict[str, Any]) -> str:
    host = urlsplit(record.get("url") or record["id"]).netloc.lower().split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) < 4 else host[-2:])


def covered(text: str, known: set[tuple[str, ...]], lines: set[str]) -> float:
    """Give the share of a piece's words in the gold's shingles; short ones must be a line of it."""
    words = TOKEN.findall(text)
    if len(words) < SIZE:
        return float(bool(words) and " ".join(words) in lines)
    hit = [False] * len(words)
    for at in range(len(words) - SIZE + 1):
        if tuple(words[at : at + SIZE]) in known:
            hit[at : at + SIZE] = [True] * SIZE
    return sum(hit) / len(words)


def train(pages: list[Page]) -> lightgbm.Booster:
    rows = np.vstack([page.rows for page in pages])
    labels = np.concatenate([page.labels >= IN_BODY for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    data = lightgbm.Dataset(rows, labels, weight=weights / weights.mean())
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def as_json(model: lightgbm.Booster, pages: int) -> str:
    """Give the trees as lists of [feature or null, threshold, left, right, value]."""
    trees = []
    for tree in model.dump_model()["tree_info"]:
        nodes: list[list[Any]] = []
        _add(tree["tree_structure"], nodes)
        trees.append(nodes)
    note = f"Written by tests/quality/train_html.py from {pages} news pages with hand-checked text."
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    depth = PARAMETERS["max_depth"]
    return f'{{"note": "{note}",\n"depth": {depth},\n"trees": [\n{lines}\n]}}\n'


def _add(node: dict[str, Any], nodes: list[list[Any]]) -> int:
    at = len(nodes)
    if "leaf_value" in node:
        nodes.append([None, 0, 0, 0, round(node["leaf_value"], 4)])
        return at
    nodes.append([NAMES[node["split_feature"]], float(f"{node['threshold']:.6g}"), 0, 0, 0])
    nodes[at][2] = _add(node["left_child"], nodes)
    nodes[at][3] = _add(node["right_child"], nodes)
    return at


def cross_validate(pages: list[Page], folds: int) -> None:
    """Print precision, recall and F1 of 4-word shingles, no site in both training and test."""
    fold = [int(hashlib.md5(page.site.encode()).hexdigest(), 16) % folds for page in pages]
    found: list[tuple[Page, Matrix]] = []
    whole = [page for page in pages if page.gold]
    print(f"{len(whole)} pages with whole text, {len(pages) - len(whole)} with snippets")
    for number in range(folds):
        model = train([page for page, at in zip(pages, fold, strict=True) if at != number])
        for page, at in zip(pages, fold, strict=True):
            if at == number and page.gold:
                found.append((page, np.asarray(model.predict(page.rows))))
    for threshold in (0.4, 0.5, 0.6):
        print(
            threshold, *(f"{figure:.4f}" for figure in score(found, lambda p, t=threshold: p >= t))
        )


def score(
    found: list[tuple[Page, Matrix]], choose: Callable[[Matrix], Matrix]
) -> tuple[float, float, float]:
    precision, recall = [], []
    for page, probability in found:
        chosen = [t for t, keep in zip(page.texts, choose(probability), strict=True) if keep]
        said = _shingles(TOKEN.findall("\n".join(dict.fromkeys(chosen))))
        true = _shingles(page.gold)
        if said:
            precision.append(len(said & true) / len(said))
        recall.append(len(said & true) / max(1, len(true)))
    p, r = float(np.mean(precision)), float(np.mean(recall))
    return p, r, 2 * p * r / (p + r)


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + SIZE]) for at in range(max(1, len(words) - SIZE + 1))}


if __name__ == "__main__":
    main()
