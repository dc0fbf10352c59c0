"""Score a model's bare tags.

`python -m copydesk.training.evaluate --entities FILE … --quotes FILE …`

Gold files are JSON Lines, gzipped or not. Entities: `text`, `source`, `ner`, `entities` (start,
end, type), and where known `scope` and `ignore`; counted are exact spans of type PER, ORG, LOC.
Quotes: `text` and `quotes` (start, end, kind); contents are compared without marks at their ends,
exactly and by an overlap of 0.8 (characters of both over characters of either).
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from copydesk.language import Analysis, Tagger, analyse, load_tagger
from copydesk.language.encoder import Encoder
from copydesk.language.pieces import load_pieces
from copydesk.language.vectors import Vectors, load_vectors
from copydesk.training.texts import lines_of

_SCORED = {"PER", "ORG", "LOC"}
_EDGES = " \t\r\n\"“”„«»‟‘’'`.,;:!?…-–—()[]"
_MARKS = '"“”„«»'
_LEAST_OVERLAP = 0.8
_KINDS = {"direct": {"direct"}, "indirect+mixed": {"indirect", "mixed"}}
_KINDS["all"] = _KINDS["direct"] | _KINDS["indirect+mixed"]

Bounds = tuple[int, int]
Record = dict[str, Any]


class Counts(Counter[str]):
    """Found and right ones, from which the rates follow."""

    def add(self, predicted: int, gold: int, right: int) -> None:
        """Count one document."""
        self.update(predicted=predicted, gold=gold, right=right)

    def __str__(self) -> str:
        right, predicted, gold = self["right"], self["predicted"], self["gold"]
        f1 = 200 * right / max(1, predicted + gold)
        precision, recall = 100 * right / max(1, predicted), 100 * right / max(1, gold)
        return f"P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}  ({gold} gold)"


def entity_scores(records: Iterable[tuple[Record, Analysis]]) -> dict[str, Counts]:
    """Exact typed spans by source, all sources together, and each type."""
    scores: dict[str, Counts] = {}
    for record, analysis in records:
        gold = {_typed(e) for e in record["entities"] if e["type"] in _SCORED}
        found = {n[:3] for n in analysis.names if n.label in _SCORED and _judged(record, n[:2])}
        for key in (record["source"], "ALL"):
            right = len(gold & found)
            scores.setdefault(key, Counts()).add(len(found), len(gold), right)
        for label in _SCORED:
            g, f = ({s for s in spans if s[2] == label} for spans in (gold, found))
            scores.setdefault(f"ALL {label}", Counts()).add(len(f), len(g), len(g & f))
    return scores


def _typed(entity: Record) -> tuple[int, int, str]:
    return entity["start"], entity["end"], entity["type"]


def _judged(record: Record, bounds: Bounds) -> bool:
    low, high = record.get("scope") or (0, len(record["text"]))
    if bounds[0] < low or bounds[1] > high:
        return False
    ignored = any(s < bounds[1] and bounds[0] < e for s, e in record.get("ignore", ()))
    return not ignored or any(_typed(e)[:2] == bounds for e in record["entities"])


def quote_scores(records: Iterable[tuple[Record, Analysis]]) -> dict[str, Counts]:
    """Contents of quotations by kind, exact and by overlap."""
    scores: dict[str, Counts] = {}
    for record, analysis in records:
        text = record["text"]
        contents = [(a.start, a.end) for a in analysis.attributions if a.label == "content"]
        for name, kinds in _KINDS.items():
            gold = [
                _trimmed(text, q["start"], q["end"]) for q in record["quotes"] if q["kind"] in kinds
            ]
            found = [_trimmed(text, *c) for c in contents if _kind(text, *c) in kinds]
            exact, loose = _pairs(gold, found, 1.0), _pairs(gold, found, _LEAST_OVERLAP)
            scores.setdefault(f"{name}, exact", Counts()).add(len(found), len(gold), exact)
            scores.setdefault(f"{name}, overlap", Counts()).add(len(found), len(gold), loose)
    return scores


def _trimmed(text: str, start: int, end: int) -> Bounds:
    stripped = text[start:end].lstrip(_EDGES)
    start = end - len(stripped)
    return start, start + len(stripped.rstrip(_EDGES))


def _kind(text: str, start: int, end: int) -> str:
    quoted = sum(text.count(mark, start, end) for mark in _MARKS)
    if text[start] in _MARKS or text[max(0, start - 1) : start] in tuple(_MARKS):
        return "direct"
    return "mixed" if quoted else "indirect"


def _pairs(gold: Sequence[Bounds], found: Sequence[Bounds], least: float) -> int:
    """How many spans can be paired one to one, best overlap first."""
    ranked = sorted(((_overlap(g, f), g, f) for g in gold for f in found), reverse=True)
    left_gold, left_found = Counter(gold), Counter(found)
    paired = 0
    for overlap, g, f in ranked:
        if overlap >= least and left_gold[g] and left_found[f]:
            left_gold[g] -= 1
            left_found[f] -= 1
            paired += 1
    return paired


def _overlap(a: Bounds, b: Bounds) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


# --- the command -----------------------------------------------------------------------------


class Reader:
    """Tags gold texts, and times it."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger
        self.words = 0
        self.seconds = 0.0

    def read(self, paths: Iterable[Path]) -> Iterator[tuple[Record, Analysis]]:
        """Each record with the analysis of its text."""
        for record in (json.loads(line) for path in paths for line in lines_of(path)):
            begun = time.process_time()
            analysis = analyse(record["text"], self._tagger)
            self.seconds += time.process_time() - begun
            self.words += len(record["text"].split())
            yield record, analysis


def _tagger(model: str, vectors: Path | None) -> Tagger:
    if not model.endswith(".onnx"):
        return load_tagger(model)
    if vectors is None:
        return Encoder(Path(model).read_bytes(), load_pieces(), load_vectors())
    with vectors.open("rb") as stream:
        return Encoder(Path(model).read_bytes(), load_pieces(), Vectors.read(stream))


def main(arguments: Sequence[str]) -> None:
    """Parse the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="copydesk.training.evaluate", description=__doc__)
    parser.add_argument("--model", default="default", help="a model's name, or an .onnx file")
    parser.add_argument("--vectors", type=Path, help="that go with the file")
    parser.add_argument("--entities", type=Path, nargs="*", default=[])
    parser.add_argument("--quotes", type=Path, nargs="*", default=[])
    options = parser.parse_args(arguments)
    reader = Reader(_tagger(options.model, options.vectors))
    typed = ((r, a) for r, a in reader.read(options.entities) if r["ner"])
    for name, counts in sorted(entity_scores(typed).items()):
        print(f"{name:24} {counts}")
    for name, counts in quote_scores(reader.read(options.quotes)).items():
        print(f"{name:24} {counts}")
    print(f"{reader.words / max(reader.seconds, 1e-9):.0f} words per CPU second")


if __name__ == "__main__":
    main(sys.argv[1:])
