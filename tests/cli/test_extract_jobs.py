"""`copydesk extract` with workers: the same stream, safe from documents that hang."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from copydesk.extractor import Extractor
from copydesk.options import Options, Part
from copydesk.reading import paths_hold
from copydesk.writing import json_line

COMMAND = [sys.executable, "-m", "copydesk_cli", "extract", "--only", "dates", "--jobs", "2"]
LINE = b'{"text": "Rain fell in Oslo."}\n'
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_workers_give_what_this_process_gives(copydesk, samples: Path, jobs: str):
    ran = copydesk("extract", samples, "no-such-file", "--only", "dates", "--jobs", jobs)
    here = Extractor(Options(only=frozenset({Part.DATES})))
    paths = [samples, Path("no-such-file")]
    assert ran.stdout == b"".join(map(json_line, here.extract_many(paths_hold(paths).items)))
    assert ran.returncode == 1


def test_of_several_documents_one_that_hangs_costs_itself_alone(copydesk, tmp_path: Path, trouble):
    (tmp_path / "a.txt").write_text("HANG for good")
    (tmp_path / "b.txt").write_text("Rain fell.")
    ran = copydesk("extract", tmp_path, "--only", "dates", "--timeout", "3")
    hung, well = map(json.loads, ran.stdout.splitlines())
    assert (ran.returncode, hung["error"]["type"]) == (1, "TimeoutError")
    assert well["text"] == "Rain fell."


def test_each_record_comes_out_while_the_input_is_open():
    with subprocess.Popen(COMMAND, **PIPES) as ran:
        for n in range(3):
            ran.stdin.write(json.dumps({"id": str(n), "text": "Rain fell."}).encode() + b"\n")
            ran.stdin.flush()
            ready, _, _ = select.select([ran.stdout], [], [], 60)
            assert ready, "no record came out while the input was open"
            assert json.loads(ran.stdout.readline())["id"] == str(n)
        ran.stdin.close()
        assert ran.wait(60) == 0


def test_a_reader_that_stops_reading_slows_the_input_down():
    """Of an endless input only so much is taken as fits between the two ends."""
    with subprocess.Popen(COMMAND, **PIPES) as ran:
        os.set_blocking(ran.stdin.fileno(), False)
        taken = 0
        while select.select([], [ran.stdin], [], 5)[1]:
            taken += os.write(ran.stdin.fileno(), LINE * 10)
            assert taken < 5_000_000
        assert taken > 0
        ran.kill()


def test_a_closed_pipe_ends_quietly():
    with subprocess.Popen(COMMAND, **PIPES) as ran:
        feeder = threading.Thread(target=feed_until_it_breaks, args=(ran.stdin,))
        feeder.start()
        assert json.loads(ran.stdout.readline())["text"] == "Rain fell in Oslo."
        ran.stdout.close()
        assert ran.wait(60) == 0
        assert ran.stderr.read() == b""
        feeder.join()


@pytest.mark.parametrize("input_open", [True, False])
def test_ctrl_c_exits_130(input_open: bool, trouble):
    with subprocess.Popen(COMMAND, **PIPES) as ran:
        ran.stdin.write(LINE + b'{"text": "HANG for good"}\n')
        ran.stdin.flush()
        if not input_open:
            ran.stdin.close()
        ran.stdout.readline()
        ran.send_signal(signal.SIGINT)
        assert ran.wait(60) == 130
        assert ran.stderr.read() == b""


def feed_until_it_breaks(stream) -> None:
    with contextlib.suppress(BrokenPipeError), stream:
        while True:
            stream.write(LINE)
