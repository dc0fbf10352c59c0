"""What the command does about its standard streams."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = f"{sys.executable} -m copydesk_cli"
NOTE = "The bridge at Corran will close on Monday, the county said in a statement.\n"


def in_a_shell(command: str, place: Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command, shell=True, cwd=place, capture_output=True, timeout=60)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text(NOTE)
    return tmp_path


def test_with_standard_error_closed_standard_output_holds_results_alone(note: Path):
    ran = in_a_shell(f"{COMMAND} extract gone.txt 2>&-", note)
    assert ran.returncode == 3
    assert json.loads(ran.stdout)["id"] == "gone.txt"


def test_with_standard_error_closed_a_batch_does_its_work(note: Path):
    ran = in_a_shell(f"{COMMAND} batch note.txt -o out --only dates --jobs 1 2>&-", note)
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert json.loads((note / "out/note.txt.json").read_bytes())["text"] == NOTE.strip()


@pytest.mark.parametrize("command", ["extract", "batch -o out --jobs 1"])
@pytest.mark.parametrize("stream", ["2> >(exec true)", "2>/dev/full"], ids=["gone", "full"])
def test_where_standard_error_takes_nothing_the_work_goes_on(note: Path, command: str, stream: str):
    """A batch whose log is read by `head`, or whose terminal is gone, is not done half."""
    (note / "a.txt").write_text(" ")
    files = "a.txt gone.txt note.txt"
    shell = f"{COMMAND} {command} {files} --only dates {stream}"
    ran = subprocess.run(["bash", "-c", shell], cwd=note, capture_output=True, timeout=120)
    assert ran.returncode == 1
    texts = ran.stdout if command == "extract" else (note / "out/note.txt.json").read_bytes()
    assert NOTE.strip().encode() in texts


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("extract note.txt --only dates >&-", 3),
        ("extract --only dates <&-", 3),
        ("batch note.txt -o out --only dates --jobs 1 >&- <&-", 0),
    ],
    ids=["output", "input", "batch"],
)
def test_a_closed_stream_ends_in_an_exit_code_and_one_line(note: Path, command: str, code: int):
    ran = in_a_shell(f"{COMMAND} {command}", note)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", ["extract", "batch"])
def test_a_name_with_control_characters_stays_on_its_line(copydesk, note: Path, command: str):
    (note / "red\n\x1b[31m.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    out = ("-o", note / "out", "--jobs", "1") if command == "batch" else ()
    ran = copydesk(command, note, *out, "--only", "dates")
    assert ran.returncode == 1
    (line,) = (line for line in ran.stderr.splitlines() if b".jpg" in line)
    assert b"red\\n\\x1b[31m.jpg: not an article but a JPEG picture" in line
