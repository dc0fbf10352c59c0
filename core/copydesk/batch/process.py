"""One worker process, seen from the parent."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import copydesk
from copydesk.article import ErrorInfo
from copydesk.batch import outcome as messages
from copydesk.batch.frames import read_frame, write_frame
from copydesk.batch.outcome import Outcome, WorkerSettings
from copydesk.errors import CopydeskError
from copydesk.reading import RawDocument

# One thread a worker: the workers share the cores. A fixed hash seed: no output may hang on the
# order of a set.
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
_COMMAND = [sys.executable, "-P", "-m", "copydesk.batch.worker"]


class Worker:
    """A running worker. Raises `CopydeskError` where it cannot get ready."""

    def __init__(self, settings: WorkerSettings) -> None:
        self._timeout = settings.timeout
        self._process = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the parent
        )
        self._requests = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)
        try:
            write_frame(self._requests, messages.encode(settings))
            answer = read_frame(self._replies)
        except BrokenPipeError:
            answer = None
        if answer:
            self.end()
            raise CopydeskError(answer.decode())
        if answer is None:
            raise CopydeskError(f"a worker did not start: {self.cause_of_death().message}")

    def send(self, raw: RawDocument) -> None:
        """Hand over a document. A dead worker shows when the answer is awaited."""
        try:
            write_frame(self._requests, messages.encode(raw))
        except BrokenPipeError:
            return

    def receive(self) -> Outcome | None:
        """The outcome of the oldest document handed over; None where the worker died over it."""
        payload = read_frame(self._replies)
        return None if payload is None else messages.decode_outcome(payload)

    def cause_of_death(self) -> ErrorInfo:
        """Why the worker ended; it is waited for."""
        self._close()
        code = self._process.wait()
        if code == -signal.SIGALRM:
            return _error("TimeoutError", f"took longer than {self._timeout:g} s")
        if code < 0:
            name = signal.Signals(-code).name
            return _error("WorkerDied", f"the process that worked on it was ended by {name}")
        return _error("WorkerDied", f"the process that worked on it ended with code {code}")

    def kill(self) -> None:
        """End the process at once; whoever waits for an answer gets None."""
        self._process.kill()

    def end(self) -> None:
        """Let an idle worker go."""
        self._close()
        self._process.wait()

    def _close(self) -> None:
        with suppress(BrokenPipeError):  # it held bytes that the worker did not live to read
            self._requests.close()
        self._replies.close()


def _error(kind: str, message: str) -> ErrorInfo:
    return ErrorInfo(stage="worker", type=kind, message=message)


def _environment() -> dict[str, str]:
    """The parent's environment, with copydesk found where the parent found it."""
    root = str(Path(copydesk.__file__).parent.parent)
    inherited = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([root, inherited]) if inherited else root
    return {**os.environ, **_ENVIRONMENT, "PYTHONPATH": path}
