"""How many words a CPU-second the dates stage reads.

    python tests/speed/bench_dates.py [TEXTS.jsonl[.gz]]…

The files hold one JSON object a line with `text`, and if known `dct` or `published` (the
document's date) and `lang`. Without a file the samples of the project are read.
"""

import datetime as dt
import gzip
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from copydesk.dates import find_dates

_SAMPLES = Path(__file__).parents[2] / "samples" / "dumps"
_ROUNDS = 5


def documents(path: Path) -> Iterator[tuple[str, dt.date | None, str]]:
    """Each text of a file, with its date and language."""
    if path.suffix == ".txt":
        yield path.read_text(encoding="utf-8"), None, "en"
        return
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = row.get("dct") or row.get("published")
            yield row["text"], day and dt.date.fromisoformat(day[:10]), row.get("lang", "en")


def main() -> None:
    """Print the figure for each file: the best of several rounds."""
    paths = [Path(p) for p in sys.argv[1:]] or sorted(_SAMPLES.rglob("*.txt"))
    for path in paths:
        texts = list(documents(path))
        words = sum(len(text.split()) for text, _, _ in texts)
        find_dates("warm up", anchor=None, language=texts[0][2])
        best = min(_seconds(texts) for _ in range(_ROUNDS))
        print(f"{path.name}: {words} words, {words / best:,.0f} words per CPU-second")


def _seconds(texts: list[tuple[str, dt.date | None, str]]) -> float:
    start = time.process_time()
    for text, anchor, language in texts:
        find_dates(text, anchor=anchor, language=language)
    return time.process_time() - start


if __name__ == "__main__":
    main()
