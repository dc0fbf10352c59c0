"""Learn the page model: python -m copydesk.cleaning.training PAGES.jsonl.gz … [--folds 6]

PAGES hold a JSON object a line with `id`, `url`, `html` (or `html_b64`) and `gold_text`, or the
snippets `with` and `without`. The files are written beside the code, or to --out; with --folds
nothing is, but the figures on sites not learned from are printed. Needs LightGBM.
"""

import argparse
import json
from pathlib import Path

from copydesk.cleaning.features import NAMES
from copydesk.cleaning.text.training.boosting import as_json
from copydesk.cleaning.training.boosting import boosted
from copydesk.cleaning.training.crossvalidation import cross_validated
from copydesk.cleaning.training.logistic import as_table, logistic
from copydesk.cleaning.training.pages import examples, read_pages


def main() -> None:
    """Learn both parts of the model and write them, or judge them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pages", type=Path, nargs="+")
    options.add_argument("--folds", type=int)
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "data")
    chosen = options.parse_args()
    pages = [page for path in chosen.pages for page in read_pages(path)]
    if chosen.folds:
        for line in cross_validated(pages, chosen.folds):
            print(line)
        return
    known = examples(pages)
    (chosen.out / "html_trees.json").write_text(as_json(boosted(known), NAMES), "utf-8")
    weights = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(row)}" for name, row in as_table(logistic(known)).items()
    )
    (chosen.out / "html_weights.json").write_text(f"{{\n{weights}\n}}\n", "utf-8")


if __name__ == "__main__":
    main()
