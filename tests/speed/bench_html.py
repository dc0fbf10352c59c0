"""Measure what cleaning costs beside trafilatura alone, page by page in turn.

    python tests/speed/bench_html.py PAGES.jsonl.gz [--every 4]

A line of PAGES holds `id` and `html`. Prints CPU milliseconds a page and the ratio. Each has a
process of its own, as cleaning also makes trafilatura's own expressions faster.
"""

import argparse
import gzip
import json
import logging
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("pages", type=Path)
    options.add_argument("--every", type=int, default=4, help="take one page in so many")
    chosen = options.parse_args()
    with gzip.open(chosen.pages, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][:: chosen.every]
    pages = [record["html"] for record in records if record.get("html", "").strip()]
    alone = get_context("spawn")
    with alone.Pool(1) as one, alone.Pool(1) as other:
        one.apply(theirs, pages[:1]), other.apply(ours, pages[:1])  # what is loaded once
        times = [(one.apply(theirs, [p]), other.apply(ours, [p])) for p in pages]
    spent = [1000 * sum(each) / len(pages) for each in zip(*times, strict=True)]
    print(f"{len(pages)} pages: trafilatura {spent[0]:.1f} ms, cleaning", end=" ")
    print(f"{spent[1]:.1f} ms a page, ratio {spent[1] / spent[0]:.2f}")


def theirs(html: str) -> float:
    """The CPU seconds of trafilatura."""
    from trafilatura import bare_extraction

    return seconds(lambda: bare_extraction(html))


def ours(html: str) -> float:
    """The CPU seconds of cleaning."""
    from copydesk.cleaning import clean
    from copydesk.reading.document import RawDocument

    raw = RawDocument(id="page", data=html.encode("utf-8", "surrogatepass"))
    return seconds(lambda: clean(raw))


def seconds(work: Callable[[], object]) -> float:
    logging.disable(logging.CRITICAL)
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
