"""Dumps with known articles, in all their shapes, as material for the two models."""

import json
import random
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from copydesk.cleaning.languages import language_of, stopwords
from copydesk.cleaning.text.features import Facts, facts_of
from copydesk.cleaning.text.joining import boundary_columns, joined_lines
from copydesk.cleaning.text.lines import lines_of
from copydesk.cleaning.text.model import rows_of
from copydesk.cleaning.text.shapes import word_count
from copydesk.cleaning.text.tables import Column, Columns, Floats, Lexicon
from copydesk.cleaning.text.training.labels import breaks, in_gold
from copydesk.cleaning.text.training.leaning import KnownLine
from copydesk.cleaning.text.training.variants import RESHAPED, clean, cropped

_SEED = 7
_IN_GOLD = 0.5
"""Share of a line's words that the gold text has, from which the line is body."""

_NEAR = 15
"""Lines from a body line within which all lines are learned from."""
_WORDY = 8
"""Words from which a line is learned from wherever it stands."""
_FAR_SHARE = 0.25


class Dump(NamedTuple):
    """A dump whose article is known."""

    site: str
    """Dumps of one site are never on both sides of a cross-validation."""
    text: str
    gold: str
    weight: float = 1.0
    """1 where a person made the gold and no other dump of the page counts as much."""
    found: bool = True
    """As it was found, not a shape made of it."""

    @property
    def stop(self) -> frozenset[str]:
        """The function words of its language."""
        return stopwords(language_of(self.text))


class Boundaries(NamedTuple):
    """What joining is learned from: features, truth and trust of a dump's boundaries."""

    columns: Columns
    truth: Floats
    trust: Floats


class Judged(NamedTuple):
    """What telling body from furniture is learned from: the same of a dump's lines."""

    facts: Facts
    truth: Floats
    trust: Floats


def read_dumps(paths: Sequence[Path], sites: Mapping[str, str]) -> Iterator[Dump]:
    """The dumps of JSON Lines files, and shapes made of them."""
    chance = random.Random(_SEED)
    for record in _records(paths):
        dump = _dump(record, sites)
        yield dump
        yield from _shapes(dump, record.get("gold_title"), chance)


def read_more(paths: Sequence[Path], sites: Mapping[str, str]) -> Iterator[Dump]:
    """Dumps with a `weight` each: their gold is no person's, or their page is there already."""
    for record in _records(paths):
        yield _dump(record, sites)._replace(weight=record["weight"])


def _records(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _dump(record: Mapping[str, Any], sites: Mapping[str, str]) -> Dump:
    return Dump(sites.get(record["id"], record["id"]), record["text"], record["gold_text"])


def _shapes(dump: Dump, title: str | None, chance: random.Random) -> Iterator[Dump]:
    made = dump._replace(weight=0.33, found=False)
    for _ in range(2):
        text = cropped(dump.text, dump.gold, chance)
        reshape = chance.choice((*RESHAPED, *[None] * len(RESHAPED)))
        yield made._replace(text=reshape(text, chance) if reshape else text)
    if chance.random() < 0.4:
        yield made._replace(text=chance.choice(RESHAPED)(dump.text, chance))
    if chance.random() < 0.5:
        yield made._replace(text=clean(dump.gold, title, chance))


def fold_of(dump: Dump, folds: int) -> int:
    """The fold of a dump's site, the same on every machine."""
    return zlib.crc32(dump.site.encode()) % folds


def boundaries(dump: Dump) -> Boundaries | None:
    """The material for joining."""
    lines = lines_of(dump.text)
    if len(lines) < 2:
        return None
    return Boundaries(boundary_columns(lines, dump.stop), *breaks(lines, dump.gold))


def known_lines(dump: Dump) -> list[KnownLine]:
    """The lines of a dump, joined, and whether its article has them."""
    texts = [line.text for line in joined_lines(lines_of(dump.text), dump.stop)]
    truth = (in_gold(texts, dump.gold) > _IN_GOLD).astype(np.float64)
    trust = _trust(np.array([word_count(text) for text in texts]), truth, dump.weight)
    return [
        KnownLine(dump.site, text, bool(is_body), float(weight))
        for text, is_body, weight in zip(texts, truth, trust, strict=True)
    ]


def judged(dump: Dump, lexicon: Lexicon) -> Judged | None:
    """The material for telling body from furniture."""
    lines = joined_lines(lines_of(dump.text), dump.stop)
    if not lines:
        return None
    facts = facts_of(lines, dump.stop, lexicon)
    truth = (in_gold([line.text for line in lines], dump.gold) > _IN_GOLD).astype(np.float64)
    return Judged(facts, truth, _trust(facts.words, truth, dump.weight))


def _trust(words: Floats, truth: Floats, weight: float) -> Floats:
    """Every dump counts about the same, however long; in it a line counts by its length."""
    size = np.minimum(words, 100) ** 0.7
    trust: Floats = size / (float(size @ truth) + 20) * weight
    return trust


def thinned(one: Judged, chance: np.random.Generator) -> tuple[Floats, Floats, Floats]:
    """The rows, truth and trust of the lines to learn from: few of those far from the body."""
    near = np.convolve(one.truth, np.ones(2 * _NEAR + 1))[_NEAR:-_NEAR] > 0
    share = np.where(near | (one.facts.words >= _WORDY), 1.0, _FAR_SHARE)
    some = chance.random(len(share)) < share
    return rows_of(one.facts.columns)[some], one.truth[some], (one.trust / share)[some]


def stacked(materials: Sequence[Boundaries]) -> tuple[dict[str, Column], Floats, Floats]:
    """All the boundaries of several dumps in one."""
    columns = {
        name: Column(np.concatenate([m.columns[name].codes for m in materials]), column.size)
        for name, column in materials[0].columns.items()
    }
    truth = np.concatenate([m.truth for m in materials])
    return columns, truth, np.concatenate([m.trust for m in materials])
