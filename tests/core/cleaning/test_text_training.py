"""The script that learns the line models, over our own few dumps."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from copydesk.cleaning import trees
from copydesk.cleaning.text.lines import lines_of
from copydesk.cleaning.text.training.examples import Dump, read_dumps, read_more
from copydesk.cleaning.text.training.fit import minimised
from copydesk.cleaning.text.training.labels import breaks, in_gold
from copydesk.cleaning.text.training.variants import RESHAPED, cropped

DUMPS = Path(__file__).parent / "dumps"
NAMES = ("german", "french", "russian", "wrapped")


@pytest.fixture
def dumps(tmp_path: Path) -> list[Dump]:
    rows = [
        {
            "id": name,
            "text": (DUMPS / f"{name}.txt").read_text(encoding="utf-8"),
            "gold_text": (DUMPS / f"{name}.body.txt").read_text(encoding="utf-8"),
        }
        for name in NAMES
    ]
    path = tmp_path / "dumps.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return list(read_dumps([path], {name: f"{name}.example" for name in NAMES}))


def test_both_models_are_learned(dumps: list[Dump]) -> None:
    training = pytest.importorskip("copydesk.cleaning.text.training.__main__")
    joins = training.joins_model(dumps)
    assert all(np.isfinite(table).all() for table in joins.weights.values())
    lexicon, learned = training.body_model(dumps)
    assert len(json.loads(learned)["trees"]) == training.ROUNDS
    assert lexicon.leanings.keys() <= {word for dump in dumps for word in dump.text.lower().split()}


def test_trees_in_json_score_as_the_booster(tmp_path: Path, monkeypatch) -> None:
    boosting = pytest.importorskip("copydesk.cleaning.text.training.boosting")
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(900, 3))
    truth = (rows[:, 0] * rows[:, 1] > 0).astype(np.float64)
    model = boosting.boosted(rows, truth, np.ones(900), rounds=20)
    (tmp_path / "trees.json").write_text(boosting.as_json(model, ("a", "b", "c")), "utf-8")
    monkeypatch.setattr(trees, "files", lambda _: tmp_path)
    forest = trees.forest_in("trees.json", ("a", "b", "c"))
    assert np.allclose(trees.log_odds(forest, rows), boosting.scored(model, rows), atol=1e-2)


def test_of_more_dumps_no_shapes_are_made(tmp_path: Path) -> None:
    row = {"id": "one", "text": "A\nB", "gold_text": "B", "weight": 0.4}
    path = tmp_path / "dumps.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (dump,) = read_more([path], {})
    assert (dump.weight, dump.found, dump.site) == (0.4, True, "one")


def test_every_dump_also_comes_cropped(dumps: list[Dump]) -> None:
    found = [dump for dump in dumps if dump.found]
    assert [dump.site for dump in found] == [f"{name}.example" for name in NAMES]
    assert len(dumps) >= 3 * len(found)


def test_lines_of_the_gold_are_known_in_its_order() -> None:
    gold = "The pier was closed on Friday after the storm.\n\nCause unknown\n\nIt will open in May."
    texts = ["Menu", *filter(None, gold.split("\n")), "It was closed", "Cause unknown"]
    assert in_gold(texts, gold).tolist() == [0, 1, 1, 1, 0, 0]


def test_break_inside_a_sentence_of_the_gold_runs_on() -> None:
    lines = lines_of("Menu\nThe pier at\nOrrin\nwas closed on Friday.\nIt will open in May.\n")
    truth, trust = breaks(lines, "The pier at Orrin was closed on Friday.\nIt will open in May.")
    assert truth.tolist() == [0, 1, 1, 0]
    assert trust.tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize("reshape", RESHAPED)
def test_reshaped_dump_has_the_same_words(reshape) -> None:
    text = (DUMPS / "agency.txt").read_text(encoding="utf-8")
    assert reshape(text, random.Random(1)).split() == text.split()


def test_cropped_dump_is_part_of_the_dump() -> None:
    text = (DUMPS / "german.txt").read_text(encoding="utf-8")
    gold = (DUMPS / "german.body.txt").read_text(encoding="utf-8")
    kept = cropped(text, gold, random.Random(1)).split("\n")
    assert set(kept) <= set(text.split("\n"))
    assert len(kept) < text.count("\n")


def test_minimum_of_a_bowl_is_found() -> None:
    target = np.array([1.0, -2.0, 0.5])

    def loss(at):
        return float((at - target) ** 2 @ np.array([1.0, 10.0, 100.0])), 2 * (at - target) * [
            1,
            10,
            100,
        ]

    assert np.allclose(minimised(loss, np.zeros(3), steps=50), target, atol=1e-3)
