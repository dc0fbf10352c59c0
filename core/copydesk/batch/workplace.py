"""OUT, for one run alone."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from copydesk.errors import CopydeskError, WriteError
from copydesk.reading import STATE_FOLDER
from copydesk.remote import local_path


@contextmanager
def workplace(out: Path) -> Iterator[Path]:
    """The folder for what is half written, on OUT's file system, swept at the start and the end.

    Raises `WriteError`, also where another run is at work in OUT.
    """
    state = out / STATE_FOLDER
    parts = state / "parts"
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = (state / "lock").open("wb")
    except OSError as fault:
        raise WriteError(f"{out}: {fault.strerror or fault}") from fault
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WriteError(f"{out}: another run is writing there") from None
        except OSError as fault:  # a network share without locks, which the ledger needs too
            raise WriteError(
                f"{out}: no file can be locked there ({fault.strerror}); take a folder on a disk of"
                " this machine, or a URL (file://…) with --to jsonl"
            ) from fault
        shutil.rmtree(parts, ignore_errors=True)
        try:
            parts.mkdir()
        except OSError as fault:
            raise WriteError(f"{parts}: {fault.strerror or fault}") from fault
        try:
            yield parts
        finally:
            shutil.rmtree(parts, ignore_errors=True)


def check_apart(inputs: Sequence[str], out: str) -> None:
    """Refuse to write results among the inputs, where the next run would read them.

    Both are paths or URLs. Raises `CopydeskError`.
    """
    place = local_path(out)
    for name in inputs:
        path = local_path(name)
        if path and place and os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises
            real = os.path.realpath(path)
            among = real in map(os.path.realpath, (place, place / Path(real).name))
        else:
            among = name.rstrip("/") == out.rstrip("/")
        if among:
            raise CopydeskError(f"{out}: the results would lie among the inputs, in {name}")
