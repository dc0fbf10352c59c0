"""What every test may use."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples" / "dumps"

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_is_heard() -> None:
    """Let what the tests start hear Ctrl-C, which the children of a background job ignore."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the raw samples."""
    return SAMPLES


@pytest.fixture
def copydesk() -> Run:
    """Run the command as a process: `copydesk("extract", path, stdin=b"…")`."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", **environment: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "copydesk_cli", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=120,
            env={**os.environ, **environment},
        )

    return run


@pytest.fixture
def unprivileged(tmp_path: Path) -> Iterator[None]:
    """Let this process write nothing in the temporary folder, and not go everywhere as root may."""
    root = os.geteuid() == 0
    tmp_path.chmod(0o500)
    if root:
        os.seteuid(65_534)
    yield
    if root:
        os.seteuid(0)
    tmp_path.chmod(0o700)


# Python runs this first in every worker: a document that holds one of these words hangs in C,
# crashes, or eats memory, as a broken page does to a broken library.
_TROUBLE = """
import ctypes, os, re
import copydesk.extractor
well = copydesk.extractor.clean
def clean(raw, options):
    if b"HANG" in raw.data:
        re.match(r"(a+)+$", "a" * 64 + "b")
    if b"CRASH" in raw.data:
        ctypes.string_at(0)
    if b"HUNGRY" in raw.data:
        bytearray(8 << 30)
    if b"ONCE" in raw.data and not os.path.exists(raw.title):
        open(raw.title, "w").close()
        os.abort()
    return well(raw, options)
copydesk.extractor.clean = clean
"""


# The wall clock, set forth and back by a day at every look at it.
_CLOCK = """
import itertools, time
wall, days = time.time, itertools.cycle([86_400, -86_400])
time.time = lambda: wall() + next(days)
time.time_ns = lambda: int(time.time() * 1e9)
"""


@pytest.fixture
def jumping_clock(trouble: None) -> None:
    """Make the wall clock jump, besides the trouble."""
    folder = Path(os.environ["PYTHONPATH"].split(os.pathsep)[0])
    with (folder / "sitecustomize.py").open("a") as file:
        file.write(_CLOCK)


@pytest.fixture
def trouble(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make HANG, CRASH, HUNGRY and ONCE in a document mean what they say."""
    folder: Path = tmp_path_factory.mktemp("trouble")
    (folder / "sitecustomize.py").write_text(_TROUBLE)
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=":")
