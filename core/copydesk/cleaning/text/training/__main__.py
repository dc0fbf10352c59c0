"""Learn the line models: python -m copydesk.cleaning.text.training DUMPS.jsonl … --sites SITES.json

DUMPS hold a JSON object a line with `id`, `text` (a page's text with its furniture) and `gold_text`
(its article). SITES names the site of each id. The files are written beside the code, or to --out.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from copydesk.cleaning.text.tables import Tables
from copydesk.cleaning.text.training.examples import (
    Dump,
    Lines,
    body_lines,
    boundaries,
    fold_of,
    known_lines,
    read_dumps,
    stacked,
)
from copydesk.cleaning.text.training.fit import logistic
from copydesk.cleaning.text.training.leaning import KnownLine, leanings_of

FOLDS = 5
RIDGE_JOINS, RIDGE_BODY = 2.0, 400.0
"""L2 penalties, chosen by cross-validation over sites."""


def main() -> None:
    """Learn both models and write their weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dumps", nargs="+", type=Path)
    options.add_argument("--sites", type=Path, required=True)
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    chosen = options.parse_args()
    sites = json.loads(chosen.sites.read_text(encoding="utf-8"))
    dumps = list(read_dumps(chosen.dumps, sites))
    _write(chosen.out / "joins.json", _rounded(joins_model(dumps)))
    leanings, body = body_model(dumps)
    _write(chosen.out / "leanings.json", {word: round(odds, 2) for word, odds in leanings.items()})
    _write(chosen.out / "body.json", _rounded(body))


def joins_model(dumps: Sequence[Dump]) -> Tables:
    """Weights that tell whether a line runs on into the next."""
    materials = [found for dump in dumps if (found := boundaries(dump))]
    return logistic(*stacked(materials), ridge=RIDGE_JOINS)


def body_model(dumps: Sequence[Dump]) -> tuple[dict[str, float], Tables]:
    """The leanings of words, and weights that tell body lines from furniture.

    A line learns with leanings counted on other sites, as a line of a new site will have.
    """
    known: dict[int, list[KnownLine]] = {fold: [] for fold in range(FOLDS)}
    for dump in dumps:
        if dump.found:
            known[fold_of(dump, FOLDS)] += known_lines(dump)
    materials: list[Lines] = []
    for fold in range(FOLDS):
        others = leanings_of(line for other in known if other != fold for line in known[other])
        inside = (dump for dump in dumps if fold_of(dump, FOLDS) == fold)
        materials += [found for dump in inside if (found := body_lines(dump, others))]
    leanings = leanings_of(line for lines in known.values() for line in lines)
    return leanings, logistic(*stacked(materials), ridge=RIDGE_BODY)


def _rounded(model: Tables) -> dict[str, list[float]]:
    return {name: [round(float(w), 3) for w in table] for name, table in model.weights.items()}


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
