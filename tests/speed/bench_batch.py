"""Documents a CPU-second of `copydesk batch`, and how its memory goes over a long run.

Usage: python tests/speed/bench_batch.py FOLDER [--documents N] [--jobs N] [BATCH OPTIONS]

FOLDER holds pages or texts; with --documents it is multiplied to that number by copies that differ
in their numbers and some words, so that no cache meets the same document twice.
"""

import argparse
import itertools
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_WORD = re.compile(rb"(?<=[ >])[a-z]{4,9}(?=[ ,.])")
_NUMBER = re.compile(rb"(?<=[ >])\d{1,4}(?=[ ,.])")


def varied(page: bytes, chance: random.Random) -> bytes:
    """The page with other numbers, and one word in ten replaced by one that it never saw."""
    page = _NUMBER.sub(lambda m: str(chance.randrange(10 ** len(m[0]))).encode(), page)
    letters = b"abcdefghijklmnoprstuvwz"

    def other(match: re.Match[bytes]) -> bytes:
        if chance.random() < 0.9:
            return match[0]
        return bytes(chance.choice(letters) for _ in match[0])

    return _WORD.sub(other, page)


def multiply(folder: Path, count: int, target: Path) -> None:
    """Write that many varied copies of the folder's files."""
    pages = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for number, path in zip(range(count), itertools.cycle(pages), strict=False):
        place = target / f"{number // 1000:03}" / f"{number:06}{path.suffix}"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(varied(path.read_bytes(), random.Random(number)))


def resident(pid: int) -> float:
    """MiB of memory that a process has in use; 0 where it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return pages * resource.getpagesize() / 2**20


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    try:
        listed = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except FileNotFoundError:
        return []
    return [int(child) for text in listed for child in text.split()]


def watched(command: list[str], every: float) -> list[tuple[float, float]]:
    """Run the command; the memory of its own process and of its largest worker, over time."""
    seen = []
    with subprocess.Popen(command) as run:
        while run.poll() is None:
            workers = [resident(pid) for pid in children(run.pid)]
            seen.append((resident(run.pid), max(workers, default=0.0)))
            time.sleep(every)
    return seen


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--every", type=float, default=0.5, help="seconds between two looks")
    chosen, options = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as work:
        folder = chosen.folder
        if chosen.documents:
            folder = Path(work) / "in"
            folder.mkdir()
            multiply(chosen.folder, chosen.documents, folder)
        report = Path(work) / "report.json"
        command = [sys.executable, "-m", "copydesk_cli", "batch", str(folder)]
        command += ["-o", f"{work}/out", "--jobs", str(chosen.jobs), "--report", str(report)]
        begin = time.monotonic()
        seen = watched([*command, *options], chosen.every)
        wall = time.monotonic() - begin
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        counts = json.loads(report.read_bytes())
    cpu = used.ru_utime + used.ru_stime
    done = counts["documents"]
    print(f"{done} documents ({counts['failed']} failed), {counts['words']} words")
    print(f"{done / cpu:.1f} documents and {counts['words'] / cpu:.0f} words a CPU-second")
    print(f"{wall:.1f} s wall, {cpu:.1f} s CPU, {chosen.jobs} jobs")
    print("seconds by stage:", json.dumps(counts["seconds_per_stage"]))
    for name, figures in zip(("parent", "largest worker"), zip(*seen, strict=True), strict=True):
        size = max(len(figures) // 5, 1)
        fifths = [statistics.median(figures[i : i + size]) for i in range(0, len(figures), size)]
        shown = ", ".join(f"{figure:.0f}" for figure in fifths[:5])
        print(f"{name}: MiB by fifths of the run {shown}; at most {max(figures):.0f}")


if __name__ == "__main__":
    main()
