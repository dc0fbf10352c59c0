"""Measure what cleaning costs beside trafilatura alone, page by page in turn.

    python tests/speed/bench_html.py PAGES.jsonl.gz [--every 4]

A line of PAGES holds `id` and `html`. Prints CPU milliseconds a page and the ratio.
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
    ours = theirs = 0.0
    for record in records:
        html = record.get("html", "")
        raw = RawDocument(id=record["id"], data=html.encode("utf-8", "surrogatepass"))
        if html.strip():
            theirs += seconds(lambda html=html: bare_extraction(html))
            ours += seconds(lambda raw=raw: clean(raw))
    count = len(records)
    print(f"{count} pages: trafilatura {1000 * theirs / count:.1f} ms, cleaning", end=" ")
    print(f"{1000 * ours / count:.1f} ms a page, ratio {ours / theirs:.2f}")


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
