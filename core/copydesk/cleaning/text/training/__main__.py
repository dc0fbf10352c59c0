"""Learn the line models: python -m copydesk.cleaning.text.training DUMPS.jsonl … --sites SITES.json

DUMPS hold a JSON object a line with `id`, `text` (a page's text with its furniture), `gold_text`
(its article) and perhaps `gold_title`. SITES names the site of each id. --more are dumps with a
`weight` below 1 each, of which only body lines are learned: by other tools, or with an article that
no person marked. The files are written beside the code, or to --out. Needs LightGBM. The shipped
files come of 867 dumps and 1,486 more, in three minutes.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from copydesk.cleaning.text.tables import Tables
from copydesk.cleaning.text.training.boosting import as_json, boosted
from copydesk.cleaning.text.training.examples import (
    Dump,
    Judged,
    boundaries,
    fold_of,
    judged,
    known_lines,
    read_dumps,
    read_more,
    stacked,
    thinned,
)
from copydesk.cleaning.text.training.fit import logistic
from copydesk.cleaning.text.training.leaning import KnownLine, leanings_of

FOLDS = 5
ROUNDS = 150
"""Trees to learn."""
RIDGE_JOINS = 2.0
"""L2 penalty, chosen by cross-validation over sites."""
SEED = 1


def main() -> None:
    """Learn both models and write their weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dumps", nargs="+", type=Path)
    options.add_argument("--more", nargs="*", type=Path, default=[])
    options.add_argument("--sites", type=Path, required=True)
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    chosen = options.parse_args()
    sites = json.loads(chosen.sites.read_text(encoding="utf-8"))
    dumps = list(read_dumps(chosen.dumps, sites))
    _write(chosen.out / "joins.json", _rounded(joins_model(dumps)))
    leanings, trees = body_model([*dumps, *read_more(chosen.more, sites)])
    _write(chosen.out / "leanings.json", {word: round(odds, 2) for word, odds in leanings.items()})
    (chosen.out / "body_trees.json").write_text(trees, encoding="utf-8")


def joins_model(dumps: Sequence[Dump]) -> Tables:
    """Weights that tell whether a line runs on into the next."""
    materials = [found for dump in dumps if (found := boundaries(dump))]
    return logistic(*stacked(materials), ridge=RIDGE_JOINS)


def body_model(dumps: Sequence[Dump]) -> tuple[dict[str, float], str]:
    """The leanings of words, and as JSON the trees that tell body lines from furniture.

    A line learns with leanings counted on other sites, as a line of a new site will have.
    """
    known: dict[int, list[KnownLine]] = {fold: [] for fold in range(FOLDS)}
    for dump in dumps:
        if dump.found:
            known[fold_of(dump, FOLDS)] += known_lines(dump)
    materials: list[Judged] = []
    for fold in range(FOLDS):
        others = leanings_of(line for other in known if other != fold for line in known[other])
        inside = (dump for dump in dumps if fold_of(dump, FOLDS) == fold)
        materials += [found for dump in inside if (found := judged(dump, others))]
    leanings = leanings_of(line for lines in known.values() for line in lines)
    chance = np.random.default_rng(SEED)
    taken = [thinned(one, chance) for one in materials]
    model = boosted(*map(np.concatenate, zip(*taken, strict=True)), rounds=ROUNDS)
    return leanings, as_json(model, tuple(materials[0].facts.columns))


def _rounded(model: Tables) -> dict[str, list[float]]:
    return {name: [round(float(w), 3) for w in table] for name, table in model.weights.items()}


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
