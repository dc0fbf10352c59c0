"""How well the dates stage finds and resolves temporal expressions.

    python tests/quality/score_dates.py GOLD.jsonl[.gz]…  [--floor 0.80]

A line of GOLD holds `text`, `dct` (the document's date), `lang` if not English, and `timexes`, each
`{"start", "end", "value"}`. Printed as TempEval-3 has them: relaxed F1 (the spans overlap, one to
one) and value F1 (and the values are the same string). Exits 1 below the floor for value F1.
"""

import argparse
import datetime as dt
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from copydesk.article import Date
from copydesk.dates import find_dates


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON Lines, gzipped or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def matches(gold: Sequence[dict[str, Any]], found: Sequence[Date]) -> Iterator[tuple[str, str]]:
    """The values of overlapping pairs, each expression used once, the largest overlaps first."""
    overlaps = sorted(
        (-shared, g, f)
        for g, a in enumerate(gold)
        for f, b in enumerate(found)
        if (shared := min(a["end"], b.end) - max(a["start"], b.start)) > 0
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, g, f in overlaps:
        if g not in used_gold and f not in used_found:
            used_gold.add(g)
            used_found.add(f)
            yield gold[g]["value"].strip(), found[f].value


def score(path: Path) -> float:
    """Print a file's figures; the value F1 comes back."""
    expressions = hits = right = 0
    for doc in documents(path):
        anchor = dt.date.fromisoformat(doc["dct"]) if doc.get("dct") else None
        found = find_dates(doc["text"], anchor=anchor, language=doc.get("lang", "en"))
        pairs = list(matches(doc["timexes"], found))
        expressions += len(doc["timexes"]) + len(found)
        hits += len(pairs)
        right += sum(a == b for a, b in pairs)
    relaxed, value = (2 * n / max(expressions, 1) for n in (hits, right))
    print(f"{path.name}: relaxed F1 {100 * relaxed:.1f}, value F1 {100 * value:.1f}")
    return value


def main() -> int:
    """Score every file named."""
    cli = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    cli.add_argument("gold", nargs="+", type=Path)
    cli.add_argument("--floor", type=float, default=0.0)
    args = cli.parse_args()
    return 0 if min(map(score, args.gold)) >= args.floor else 1


if __name__ == "__main__":
    sys.exit(main())
