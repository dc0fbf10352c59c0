"""What the tests of the batch command share: inputs, results, processes."""

import os
import time
from collections.abc import Callable
from pathlib import Path

QUICK = ("--only", "dates", "--jobs", "1")


def numbered(folder: Path, count: int) -> Path:
    """A folder of that many small texts."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(f"Page {number}: rain fell on Monday. " * 20)
    return folder


def written(out: Path) -> dict[str, bytes]:
    """The results in a folder, also while a run is at work in it."""
    found = {}
    for folder, folders, names in os.walk(out):
        folders[:] = [name for name in folders if name != ".copydesk"]
        for path in (Path(folder, name) for name in names):
            found[str(path.relative_to(out))] = path.read_bytes()
    return found


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until it is so, two minutes at most: the machine may be busy."""
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.005)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    listed = Path(f"/proc/{pid}/task").glob("*/children") if Path("/proc").exists() else ()
    return [int(child) for path in listed for child in path.read_text().split()]


def alive(pid: int) -> bool:
    """Whether a process still runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
