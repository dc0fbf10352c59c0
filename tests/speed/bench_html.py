"""Measure what cleaning costs beside trafilatura alone, page by page in turn.

    python tests/speed/bench_html.py PAGES.jsonl.gz [--every 4]

A line of PAGES holds `id` and `html`. Prints CPU milliseconds a page and the ratio. Whoever reads
a page second finds warm caches, so all pages are read twice, in the other order the second time.
"""

import argparse
import gzip
import json
import logging
import time
from collections.abc import Callable
from pathlib import Path

from trafilatura import bare_extraction

from copydesk.cleaning import clean
from copydesk.reading.document import RawDocument


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("pages", type=Path)
    options.add_argument("--every", type=int, default=4, help="take one page in so many")
    chosen = options.parse_args()
    logging.disable(logging.CRITICAL)
    with gzip.open(chosen.pages, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines][:: chosen.every]
    pages = [(record["id"], record.get("html", "")) for record in records]
    pages = [(name, html) for name, html in pages if html.strip()]
    timed(*pages[0], ours_first=False)  # what is loaded once
    orders = [(page, at % 2 > 0) for at, page in enumerate(pages)]
    orders += [(page, not ours_first) for page, ours_first in orders]
    times = [timed(*page, ours_first=ours_first) for page, ours_first in orders]
    theirs, ours = (1000 * sum(spent) / len(times) for spent in zip(*times, strict=True))
    print(f"{len(pages)} pages: trafilatura {theirs:.1f} ms, cleaning", end=" ")
    print(f"{ours:.1f} ms a page, ratio {ours / theirs:.2f}")


def timed(name: str, html: str, *, ours_first: bool) -> tuple[float, float]:
    """Give the CPU seconds of trafilatura and of cleaning."""
    raw = RawDocument(id=name, data=html.encode("utf-8", "surrogatepass"))
    if ours_first:
        ours = seconds(lambda: clean(raw))
        return seconds(lambda: bare_extraction(html)), ours
    return seconds(lambda: bare_extraction(html)), seconds(lambda: clean(raw))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
