"""What may befall a batch: killed with shards half written, a disk that is full, inputs that go."""

import gzip
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from batches import QUICK, alive, children, numbered, wait_for, written

COMMAND = [sys.executable, "-m", "copydesk_cli", "batch"]
NEEDS = {"jsonl.zst": "zstandard", "parquet": "pyarrow"}


def shards(out: Path) -> int:
    return sum(".copydesk" not in path.parts for path in out.rglob("part-*"))


def killed_and_run_again(command: list, out: str, place: Path) -> None:
    """Kill the run, and its workers with it, once it has written two shards; then let it finish."""
    with subprocess.Popen([*command, "-o", out], stderr=subprocess.DEVNULL) as ran:
        wait_for(lambda: shards(place) >= 2)
        workers = children(ran.pid)
        ran.kill()
    wait_for(lambda: not any(map(alive, workers)))
    assert shards(place) < 10
    subprocess.run([*command, "-o", out], check=True, timeout=120)


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz", "jsonl.zst", "parquet"])
def test_shards_of_a_killed_run_end_up_as_those_of_an_undisturbed_one(tmp_path: Path, form: str):
    pytest.importorskip(NEEDS.get(form, "json"))
    folder, plain, out = numbered(tmp_path / "in", 200), tmp_path / "plain", tmp_path / "out"
    command = [*COMMAND, folder, *QUICK, "--quiet", "--to", form, "--shard-size", "20"]
    subprocess.run([*command, "-o", plain], check=True, timeout=120)
    killed_and_run_again(command, str(out), out)
    assert written(out) == written(plain)
    assert shards(out) == 10
    assert not list((out / ".copydesk").glob("parts/*"))


def test_parts_under_a_url_of_a_killed_run_end_up_as_those_of_an_undisturbed_one(tmp_path: Path):
    pytest.importorskip("fsspec")
    lines = "".join(f'{{"text": "Page {n}: rain fell on Monday."}}\n' for n in range(200))
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    plain, out = tmp_path / "plain", tmp_path / "out"
    command = [*COMMAND, tmp_path / "in.jsonl.gz", *QUICK, "--quiet", "--to", "jsonl.gz"]
    command += ["--shard-size", "20"]
    subprocess.run([*command, "-o", f"file://{plain}"], check=True, timeout=120)
    killed_and_run_again(command, f"file://{out}", out)
    assert written(out) == written(plain)
    assert shards(out) == 10


@pytest.fixture
def small_disk(tmp_path: Path):
    """A file system of 256 KiB, and a way to make it larger."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", place]
    if os.geteuid() != 0 or subprocess.run(mount, stderr=subprocess.DEVNULL).returncode != 0:
        pytest.skip("only root may mount a small disk")

    def enlarge() -> None:
        subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)

    yield place, enlarge
    subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("form", ["json", "jsonl", "parts"])
def test_a_full_disk_ends_the_run_and_with_more_room_it_goes_on(
    tmp_path: Path, small_disk, form: str
):
    disk, enlarge = small_disk
    folder, prefix = numbered(tmp_path / "in", 200), "file://" if form == "parts" else ""
    to = "jsonl" if form == "parts" else form
    command = [*COMMAND, folder, *QUICK, "--to", to]
    command += [] if to == "json" else ["--shard-size", "50"]
    ran = subprocess.run([*command, "-o", f"{prefix}{disk}/out"], capture_output=True, timeout=120)
    assert ran.returncode == 3
    assert ran.stderr.count(b"\n") == 1
    assert b"No space left" in ran.stderr or b"disk is full" in ran.stderr
    for name, content in written(disk / "out").items():
        for line in content.splitlines() if to == "jsonl" else [content]:
            assert json.loads(line)["text"], name
    enlarge()
    subprocess.run([*command, "-o", f"{prefix}{disk}/out"], check=True, timeout=120)
    subprocess.run([*command, "-o", f"{prefix}{tmp_path}/plain"], check=True, timeout=120)
    assert written(disk / "out") == written(tmp_path / "plain")


def room_for(size: int):
    """What a process runs first that can write no file beyond that size."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_file_beyond_the_quota_ends_the_run_with_one_line_and_nothing_half_written(
    tmp_path: Path,
):
    folder, out = numbered(tmp_path / "in", 2), tmp_path / "out"
    (folder / "0001.txt").write_text("Rain fell on Monday. " * 10_000)
    command = [*COMMAND, folder, "-o", out, *QUICK]
    ran = subprocess.run(command, stderr=subprocess.PIPE, timeout=60, preexec_fn=room_for(200_000))
    assert ran.returncode == 3
    assert ran.stderr.count(b"\n") == 1
    assert b"0001.txt.json: File too large" in ran.stderr
    assert list(written(out)) == ["in/0000.txt.json"]
    assert subprocess.run(command, stderr=subprocess.DEVNULL, timeout=60).returncode == 0
    assert len(written(out)) == 2


def test_a_quota_too_small_for_the_ledger_is_one_line(tmp_path: Path):
    command = [*COMMAND, numbered(tmp_path / "in", 1), "-o", tmp_path / "out", *QUICK]
    ran = subprocess.run(command, stderr=subprocess.PIPE, timeout=60, preexec_fn=room_for(8_000))
    assert (ran.returncode, ran.stderr.count(b"\n")) == (3, 1)
    assert b"ledger.sqlite: " in ran.stderr


def test_a_listed_input_that_is_gone_is_a_failure_and_the_rest_is_done(copydesk, tmp_path: Path):
    folder = numbered(tmp_path / "in", 2)
    names = f"{folder}/0000.txt\n{folder}/gone.txt\n{folder}/0001.txt\n"
    ran = copydesk(
        "batch", "--files-from", "-", "-o", tmp_path / "out", *QUICK, stdin=names.encode()
    )
    assert ran.returncode == 1
    assert b"3 documents: 2 articles written" in ran.stderr
    (failure,) = (tmp_path / "out" / "failures.jsonl").read_bytes().splitlines()
    assert json.loads(failure)["error"]["message"] == "No such file or directory"
    assert b"gone.txt: No such file or directory" in ran.stderr


def test_a_clock_that_jumps_cuts_no_document_short_and_lets_none_hang(
    copydesk, tmp_path: Path, jumping_clock
):
    folder, report = numbered(tmp_path / "in", 3), tmp_path / "report.json"
    (folder / "0001.txt").write_text("HANG for good")
    limits = ("--timeout", "4", "--report", report)
    ran = copydesk("batch", folder, "-o", tmp_path / "out", *QUICK, *limits)
    assert b"2 articles written, 0 left as they were, 1 failed" in ran.stderr
    assert b"TimeoutError" in ran.stderr
    counts = json.loads(report.read_bytes())
    assert 4 < counts["seconds"] < 3600
    assert all(0 <= seconds < 3600 for seconds in counts["seconds_per_stage"].values())
    assert ran.stderr.count(b" documents, ") <= counts["seconds"] / 30  # a line every 30 s


def test_names_that_cannot_be_looked_up_end_nothing_and_results_are_passed_by(
    copydesk, tmp_path: Path
):
    folder = numbered(tmp_path / "in", 1)
    (folder / "old" / ".copydesk").mkdir(parents=True)
    (folder / "old" / "part-00000.jsonl").write_text('{"text": "Rain fell."}\n')
    (folder / "circle").symlink_to("circle")
    ran = copydesk("batch", folder, "n" * 300, "-o", tmp_path / "out", *QUICK)
    assert ran.returncode == 1
    assert b"3 documents: 1 article written, 0 left as they were, 2 failed" in ran.stderr
    assert b"  passed by: in/old, which holds the results of a batch" in ran.stderr


@pytest.mark.parametrize("to", ["json", "jsonl"])
def test_a_file_that_is_named_twice_is_read_once(copydesk, tmp_path: Path, to: str):
    folder, out = numbered(tmp_path / "in", 2), tmp_path / "out"
    names = f"{folder}/0000.txt\n{folder}/./0001.txt\n"
    command = ["batch", folder, "--files-from", "-", "-o", out, *QUICK, "--to", to]
    ran = copydesk(*command, stdin=names.encode())
    assert (ran.returncode, b"2 documents: 2 articles written" in ran.stderr) == (0, True)
    assert len(written(out)) == (2 if to == "json" else 1)


@pytest.mark.parametrize(
    ("report", "complaint"),
    [("gone/report.json", b"gone: No such file"), (".", b"Is a directory")],
    ids=["no-folder", "a-folder"],
)
def test_a_report_that_cannot_be_written_is_refused_before_the_work(
    copydesk, tmp_path: Path, report: str, complaint: bytes
):
    folder, out = numbered(tmp_path / "in", 1), tmp_path / "out"
    ran = copydesk("batch", folder, "-o", out, *QUICK, "--report", tmp_path / report)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (3, 1)
    assert complaint in ran.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("-o", "file:///nowhere/x"), b"takes shards"),
        (("-o", "nowhere://x", "--to", "jsonl"), b"Protocol not known"),
        (("-o", "file:///nowhere/x", "--to", "jsonl", "--dedup"), b"--dedup"),
    ],
    ids=["tree", "protocol", "dedup"],
)
def test_what_a_url_cannot_do_is_one_line(copydesk, tmp_path: Path, arguments, complaint: bytes):
    pytest.importorskip("fsspec")
    ran = copydesk("batch", numbered(tmp_path / "in", 1), *arguments)
    assert (ran.returncode, ran.stderr.count(b"\n")) == (3, 1)
    assert complaint in ran.stderr
