"""Learn the line models: python -m copydesk.cleaning.text.training DUMPS.jsonl … --sites SITES.json

DUMPS hold a JSON object a line with `id`, `text` (a page's text with its furniture), `gold_text`
(its article) and perhaps `gold_title`. SITES names the site of each id. --more are dumps with a
`weight` below 1 each, of which only body lines are learned: by other tools, or with an article that
no person marked. The files are written beside the code, or to --out. Needs LightGBM. The shipped
files come of 867 dumps and 1,630 more, in five minutes.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from copydesk.cleaning.text.tables import Lexicon, Tables
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
from copydesk.cleaning.text.training.wording import wording_of

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
    lexicon, trees = body_model([*dumps, *read_more(chosen.more, sites)])
    _write(chosen.out / "leanings.json", lexicon.leanings)
    _write(chosen.out / "wording.json", lexicon.wording)
    (chosen.out / "body_trees.json").write_text(trees, encoding="utf-8")


def joins_model(dumps: Sequence[Dump]) -> Tables:
    """Weights that tell whether a line runs on into the next."""
    materials = [found for dump in dumps if (found := boundaries(dump))]
    return logistic(*stacked(materials), ridge=RIDGE_JOINS)


def body_model(dumps: Sequence[Dump]) -> tuple[Lexicon, str]:
    """What words say, and as JSON the trees that tell body lines from furniture.

    A line learns with words weighed on other sites, as a line of a new site will have.
    """
    known: dict[int, list[KnownLine]] = {fold: [] for fold in range(FOLDS)}
    for dump in dumps:
        if dump.found:
            known[fold_of(dump, FOLDS)] += known_lines(dump)
    materials: list[Judged] = []
    for fold in range(FOLDS):
        others = _lexicon([line for other in known if other != fold for line in known[other]])
        inside = (dump for dump in dumps if fold_of(dump, FOLDS) == fold)
        materials += [found for dump in inside if (found := judged(dump, others))]
    lexicon = _lexicon([line for lines in known.values() for line in lines])
    chance = np.random.default_rng(SEED)
    taken = [thinned(one, chance) for one in materials]
    model = boosted(*map(np.concatenate, zip(*taken, strict=True)), rounds=ROUNDS)
    return lexicon, as_json(model, tuple(materials[0].facts.columns))


def _lexicon(lines: Sequence[KnownLine]) -> Lexicon:
    found = Lexicon(leanings_of(lines), wording_of(lines))
    return Lexicon(*({word: round(w, 2) for word, w in table.items()} for table in found))


def _rounded(model: Tables) -> dict[str, list[float]]:
    return {name: [round(float(w), 3) for w in table] for name, table in model.weights.items()}


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
