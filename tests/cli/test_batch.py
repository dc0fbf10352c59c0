"""`copydesk batch` as a process: exit codes, kill and resume, Ctrl-C, what is shown."""

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from batches import QUICK, alive, children, numbered, wait_for, written

COMMAND = [sys.executable, "-m", "copydesk_cli", "batch"]


def test_the_summary_and_the_report_count_every_document(copydesk, tmp_path: Path):
    folder = numbered(tmp_path / "in", 3)
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    out, report = tmp_path / "out", tmp_path / "report.json"
    ran = copydesk("batch", folder, "-o", out, *QUICK, "--report", report, "--profile")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert b"4 documents: 3 articles written, 0 left as they were, 1 failed" in ran.stderr
    counts = json.loads(report.read_bytes())
    assert (counts["documents"], counts["articles"], counts["failed"]) == (4, 3, 1)
    assert counts["causes"] == {"cleaning: NotAnArticleError": 1}
    assert b"1 x cleaning: NotAnArticleError: in/bad.jpg: " in ran.stderr
    assert counts["words"] == 3 * 20 * 6
    assert {"reading", "cleaning", "dates", "writing"} <= counts["seconds_per_stage"].keys()
    assert b"cleaning" in ran.stderr


def test_what_failed_before_is_counted_once_and_said_to_be_so(copydesk, tmp_path: Path):
    folder = numbered(tmp_path / "in", 2)
    (folder / "empty.txt").write_text("  ")
    command = ("batch", folder, "-o", tmp_path / "out", *QUICK)
    first = copydesk(*command)
    assert b"in/empty.txt: nothing in it but white space\n" in first.stderr
    assert b"earlier run" not in first.stderr
    again = copydesk(*command)
    assert again.returncode == 1
    assert b"3 documents: 0 articles written, 2 left as they were, 1 failed" in again.stderr
    assert b"  1 x failed in an earlier run: --retry-failed tries them again\n" in again.stderr


@pytest.mark.parametrize("name", ["nosuch://bucket/a", "nosuch://bucket/*.html"])
def test_an_unknown_file_system_ends_it_with_one_line(copydesk, tmp_path: Path, name: str):
    ran = copydesk("batch", name, "-o", tmp_path / "out", *QUICK)
    assert ran.returncode == 3
    assert ran.stderr.startswith(f"copydesk: {name}: ".encode())
    assert ran.stderr.count(b"\n") == 1


def test_all_failed_exits_3_and_nothing_to_do_exits_0(copydesk, tmp_path: Path):
    folder = numbered(tmp_path / "in", 0)
    assert copydesk("batch", folder, "-o", tmp_path / "out", "-q").returncode == 0
    (folder / "a.txt").write_text(" ")
    ran = copydesk("batch", folder, "-o", tmp_path / "out", *QUICK, "--quiet")
    assert (ran.returncode, ran.stderr) == (3, b"")


@pytest.mark.parametrize(
    ("dedup", "told"),
    [
        ((), b"3 articles written, 1 of them marked as duplicates, 0 left"),
        (("--dedup",), b"2 articles written, 1 left out as duplicates, 0 left"),
    ],
)
def test_the_summary_says_what_became_of_duplicates(copydesk, tmp_path: Path, dedup, told: bytes):
    folder = numbered(tmp_path / "in", 2)
    (folder / "again.txt").write_bytes((folder / "0001.txt").read_bytes())
    (folder / "0000.txt").write_text("Snow fell in Corran, and the council met. " * 9)
    assert told in copydesk("batch", folder, "-o", tmp_path / "out", *QUICK, *dedup).stderr


def test_a_report_that_cannot_be_written_takes_no_summary_away(copydesk, tmp_path: Path):
    folder = numbered(tmp_path / "in", 1)
    ran = copydesk("batch", folder, "-o", tmp_path / "out", *QUICK, "--report", "/dev/full")
    assert ran.returncode == 3
    summary, complaint = ran.stderr.splitlines()
    assert summary.startswith(b"copydesk: 1 document: 1 article written")
    assert complaint == b"copydesk: /dev/full: No space left on device"


def test_a_stream_as_input_is_wrong_usage(copydesk, tmp_path: Path):
    ran = copydesk("batch", "-", "-o", tmp_path / "out", stdin=b"Rain fell.")
    assert ran.returncode == 2
    assert b"--files-from -" in ran.stderr


@pytest.mark.parametrize("missing", ["input", "output"])
def test_a_missing_argument_is_wrong_usage(copydesk, tmp_path: Path, missing: str):
    arguments = ["-o", tmp_path / "out"] if missing == "input" else [tmp_path]
    assert copydesk("batch", *arguments).returncode == 2


@pytest.mark.parametrize(
    ("option", "needed"),
    [
        (("--scheduler", "tcp://x:1"), b"--engine dask"),
        (("--null",), b"--files-from"),
        (("--shard-size", "1000"), b"--to json"),
    ],
)
def test_an_option_that_would_do_nothing_is_wrong_usage(copydesk, tmp_path, option, needed: bytes):
    ran = copydesk("batch", tmp_path, "-o", tmp_path / "out", *option)
    assert (ran.returncode, needed in ran.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [("", "-o", "out"), (".", "-o", "")], ids=["in", "out"])
def test_an_empty_name_is_wrong_usage_and_not_this_folder(copydesk, arguments):
    ran = copydesk("batch", *arguments)
    assert (ran.returncode, b"an empty name" in ran.stderr) == (2, True)


def test_a_list_of_inputs_comes_on_standard_input(copydesk, tmp_path: Path):
    folder = numbered(tmp_path / "in", 2)
    odd = folder / "line\nbreak.txt"
    odd.write_text("Rain fell.")
    names = b"\0".join(os.fsencode(path) for path in (odd, folder / "0001.txt"))
    ran = copydesk("batch", "--files-from", "-", "-0", "-o", tmp_path / "out", *QUICK, stdin=names)
    assert ran.returncode == 0
    assert sorted(Path(name).name for name in written(tmp_path / "out")) == [
        "0001.txt.json",
        "line_break.txt.json",
    ]


def test_a_list_that_ends_its_names_in_nul_unasked_is_one_line(copydesk, tmp_path: Path):
    ran = copydesk("batch", "--files-from", "-", "-o", tmp_path / "out", *QUICK, stdin=b"a\0b\0")
    assert (ran.returncode, ran.stderr.count(b"\n")) == (3, 1)
    assert b"--null reads them" in ran.stderr


def test_killed_at_any_moment_and_run_again_equals_an_undisturbed_run(tmp_path: Path):
    folder = numbered(tmp_path / "in", 300)
    plain, out = tmp_path / "plain", tmp_path / "out"
    command = [*COMMAND, folder, "--only", "dates", "--jobs", "2", "--quiet", "-o"]
    assert subprocess.run([*command, plain], timeout=120).returncode == 0
    for least in (1, 40):
        with subprocess.Popen([*command, out]) as ran:
            wait_for(lambda least=least: len(written(out)) >= least)
            workers = children(ran.pid)
            ran.kill()
        wait_for(lambda workers=workers: not any(map(alive, workers)))
        assert len(written(out)) < 300
    assert subprocess.run([*command, out], timeout=120).returncode == 0
    assert written(out) == written(plain)
    assert not list((out / ".copydesk").glob("parts/*"))


def test_a_killed_run_leaves_the_file_of_one_document_at_most_to_a_run_in_another_form(
    tmp_path: Path,
):
    folder, out = numbered(tmp_path / "in", 300), tmp_path / "out"
    command = [*COMMAND, folder, "-o", out, *QUICK, "--quiet"]
    with subprocess.Popen(command) as ran:
        wait_for(lambda: len(written(out)) >= 40)
        ran.kill()
    assert subprocess.run([*command, "--to", "md"], timeout=120).returncode == 0
    names = list(written(out))
    assert sum(name.endswith(".txt.md") for name in names) == 300
    assert len(names) <= 301


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "sigterm"]
)
def test_a_signal_lets_what_is_under_work_finish_and_says_how_to_go_on(
    tmp_path: Path, number: signal.Signals, code: int
):
    """A service manager sends SIGTERM to the workers too."""
    folder, out = numbered(tmp_path / "in", 400), tmp_path / "out"
    command = [*COMMAND, folder, "-o", out, *QUICK]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as ran:
        wait_for(lambda: len(written(out)) >= 5)
        for pid in (*children(ran.pid), ran.pid) if number is signal.SIGTERM else (ran.pid,):
            os.kill(pid, number)
        said = ran.stderr.read()
        assert ran.wait(60) == code
    done = len(written(out))
    assert done < 400
    assert b"0 failed" in said
    assert b"the same command goes on from here" in said
    again = subprocess.run(command, stderr=subprocess.PIPE, timeout=120)
    assert again.returncode == 0
    assert f"{done} left as they were".encode() in again.stderr
    assert len(written(out)) == 400


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_ctrl_c_in_a_terminal_is_for_the_run_and_its_workers_say_nothing(
    tmp_path: Path, engine: str
):
    """A terminal sends it to all that run in it."""
    pytest.importorskip("distributed" if engine == "dask" else "json")
    folder, out = numbered(tmp_path / "in", 500), tmp_path / "out"
    command = [*COMMAND, folder, "-o", out, *QUICK, "--engine", engine]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as ran:
        wait_for(lambda: len(written(out)) >= 5)
        os.killpg(ran.pid, signal.SIGINT)
        said = ran.stderr.read()
        assert ran.wait(60) == 130
    assert len(written(out)) < 500
    lines = [line for line in said.splitlines() if line.strip()]
    assert all(line.startswith((b"copydesk: ", b"  stopped early")) for line in lines)


def test_a_background_job_does_not_hear_ctrl_c(tmp_path: Path):
    folder, out = numbered(tmp_path / "in", 40), tmp_path / "out"
    command = [*COMMAND, folder, "-o", out, *QUICK, "--quiet"]
    with subprocess.Popen(command, preexec_fn=ignore_ctrl_c) as ran:
        wait_for(lambda: len(written(out)) >= 1)
        ran.send_signal(signal.SIGINT)
        assert ran.wait(120) == 0
    assert len(written(out)) == 40


def ignore_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def test_a_second_ctrl_c_stops_at_once(tmp_path: Path, trouble):
    folder, out = numbered(tmp_path / "in", 2), tmp_path / "out"
    (folder / "0001.txt").write_text("HANG for good")
    command = [*COMMAND, folder, "-o", out, *QUICK]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as ran:
        wait_for(lambda: len(written(out)) == 1)
        ran.send_signal(signal.SIGINT)
        assert b"finishing" in ran.stderr.readline() + ran.stderr.readline()
        ran.send_signal(signal.SIGINT)
        assert ran.wait(40) == 130  # the document would hang for 60
        assert b"Traceback" not in ran.stderr.read()


def test_on_a_terminal_there_is_a_bar(tmp_path: Path):
    ours, theirs = pty.openpty()
    command = [*COMMAND, numbered(tmp_path / "in", 30), "-o", tmp_path / "out", *QUICK]
    with subprocess.Popen(command, stderr=theirs, env={**os.environ, "TERM": "xterm"}) as ran:
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # the other end is closed
            while part := os.read(ours, 65_536):
                shown += part
        os.close(ours)
        assert ran.wait(60) == 0
    assert b"\xe2\x94\x81" in shown  # the bar
    assert b"0 failed" in shown
    assert b"30 articles written" in shown
