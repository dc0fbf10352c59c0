"""Boosted trees for the line models, and their form as readable JSON; needs LightGBM."""

import json
from typing import Any

import lightgbm
import numpy as np

from copydesk.cleaning.text.tables import Floats

_PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 24,
    "max_depth": 7,
    "min_data_in_leaf": 60,
    "lambda_l2": 10,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "max_bin": 63,
    "seed": 1,
    "num_threads": 1,
    "verbose": -1,
}


def boosted(rows: Floats, truth: Floats, trust: Floats, *, rounds: int) -> lightgbm.Booster:
    """Trees for rows of features; `truth` is 0 or 1, `trust` a row's weight."""
    known = lightgbm.Dataset(rows, truth, weight=trust / trust.mean())
    return lightgbm.train(_PARAMETERS, known, rounds)


def as_json(model: lightgbm.Booster, names: tuple[str, ...]) -> str:
    """The trees as lists of [feature or null, threshold, left, right, value], a tree a line."""
    dumped = model.dump_model()
    trees = [_nodes(tree["tree_structure"], names, []) for tree in dumped["tree_info"]]
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    depth = model.params["max_depth"]
    return f'{{"depth": {depth},\n"trees": [\n{lines}\n]}}\n'


def _nodes(node: dict[str, Any], names: tuple[str, ...], nodes: list[list[Any]]) -> list[list[Any]]:
    """A node and those below it added to the list, each before its children."""
    if "leaf_value" in node:
        nodes.append([None, 0, 0, 0, round(node["leaf_value"], 4)])
        return nodes
    own = [names[node["split_feature"]], float(f"{node['threshold']:.6g}"), 0, 0, 0]
    nodes.append(own)
    for place, side in ((2, "left_child"), (3, "right_child")):
        own[place] = len(nodes)
        _nodes(node[side], names, nodes)
    return nodes


def scored(model: lightgbm.Booster, rows: Floats) -> Floats:
    """The log-odds of rows."""
    return np.asarray(model.predict(rows, raw_score=True))
