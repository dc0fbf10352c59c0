"""What every test may use."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the samples."""
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
