"""`copydesk extract` as a process."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "copydesk_cli", "extract"]
NOTE = b"The bridge at Corran will close on Monday, the county said in a statement.\n"
PAGE = (
    b"<html><body><article><h1>Bridge closes</h1><p>"
    + NOTE.strip()
    + b"</p></article></body></html>"
)


def test_one_document_comes_out_as_one_indented_object(copydesk, tmp_path: Path):
    path = tmp_path / "note.txt"
    path.write_bytes(NOTE)
    ran = copydesk("extract", path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    record = json.loads(ran.stdout)
    assert (record["id"], record["text"]) == (str(path), NOTE.decode().strip())
    assert ran.stdout.startswith(b'{\n  "schema": 1,')


def test_html_is_told_by_content_not_by_name(copydesk, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(PAGE)
    (tmp_path / "b.html").write_bytes(NOTE)
    ran = copydesk("extract", tmp_path)
    first, second = map(json.loads, ran.stdout.splitlines())
    assert (first["source"]["format"], second["source"]["format"]) == ("html", "text")
    assert first["title"] == "Bridge closes"


def test_stdin_is_read_without_arguments_and_with_a_dash(copydesk):
    bare, dash = copydesk("extract", stdin=NOTE), copydesk("extract", "-", stdin=NOTE)
    assert bare.stdout == dash.stdout
    assert json.loads(bare.stdout)["id"] == "-"


def test_some_failures_exit_1_and_the_rest_is_written(copydesk, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(NOTE)
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    ran = copydesk("extract", tmp_path)
    good, bad = map(json.loads, ran.stdout.splitlines())
    assert ran.returncode == 1
    assert good["text"]
    assert bad["error"]["stage"] == "cleaning"
    assert b"b.jpg" in ran.stderr


def test_what_is_named_twice_comes_out_once(copydesk, tmp_path: Path):
    names = [tmp_path / name for name in ("a.txt", "b.txt")]
    for name in names:
        name.write_text(f"Rain fell on {name.stem}.")
    inputs = (tmp_path, names[1], f"{tmp_path}/./a.txt", "-", "-")
    ran = copydesk("extract", *inputs, "--only", "dates", stdin=b"Snow fell.")
    texts = [json.loads(line)["text"] for line in ran.stdout.splitlines()]
    assert texts == ["Rain fell on a.", "Rain fell on b.", "Snow fell."]
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_the_results_of_a_batch_are_passed_by(copydesk, tmp_path: Path, quiet):
    (tmp_path / "clean" / ".copydesk").mkdir(parents=True)
    (tmp_path / "clean" / "a.json").write_text("{}")
    (tmp_path / "a.txt").write_text("Rain fell.")
    ran = copydesk("extract", tmp_path, "--only", "dates", *quiet)
    assert (ran.returncode, ran.stdout.count(b"\n")) == (0, 1)
    said = f"copydesk: passed by: {tmp_path.name}/clean, which holds the results of a batch"
    assert ran.stderr.startswith(b"" if quiet else said.encode())
    assert bool(ran.stderr) != bool(quiet)


def test_a_missing_file_exits_3_and_says_so(copydesk):
    ran = copydesk("extract", "no-such-file")
    assert ran.returncode == 3
    assert ran.stderr == b"copydesk: no-such-file: No such file or directory\n"
    assert json.loads(ran.stdout)["id"] == "no-such-file"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--only", "names"),
        ("--to", "xml"),
        ("--published", "yesterday"),
        ("--from", "word"),
        ("--nonsense",),
        ("https://example.com/a.html",),
        ("",),
    ],
    ids=lambda a: a[0],
)
def test_wrong_usage_exits_2(copydesk, arguments):
    ran = copydesk("extract", *arguments, stdin=NOTE)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr


def test_an_unknown_model_ends_it_before_the_first_document(copydesk):
    ran = copydesk("extract", "--model", "nonsense", stdin=NOTE)
    assert (ran.returncode, ran.stdout) == (3, b"")
    assert ran.stderr.startswith(b"copydesk: unknown model 'nonsense'")
    assert ran.stderr.count(b"\n") == 1


def test_an_empty_folder_is_said_to_be_empty_and_no_failure(copydesk, tmp_path: Path):
    ran = copydesk("extract", tmp_path)
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert ran.stderr == b"copydesk: no documents in the input\n"


def test_for_a_missing_file_no_model_is_loaded(copydesk):
    ran = copydesk("extract", "no-such-file", "--model", "nonsense")
    assert ran.stderr == b"copydesk: no-such-file: No such file or directory\n"


@pytest.mark.parametrize(("held", "count"), [(PAGE, 1), (b'{"text": "Rain fell."}\n' * 3, 3)])
def test_a_named_pipe_is_read_as_a_stream(tmp_path: Path, held: bytes, count: int):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([*COMMAND, "--only", "dates", pipe], stdout=subprocess.PIPE) as ran:
        pipe.write_bytes(held)
        shown = ran.stdout.read()
        assert ran.wait(60) == 0
    records = [json.loads(shown)] if count == 1 else list(map(json.loads, shown.splitlines()))
    assert len(records) == count
    assert records[0]["id"] == str(pipe) + ("" if count == 1 else "#1")


def test_quiet_says_nothing(copydesk):
    ran = copydesk("extract", "--quiet", "no-such-file")
    assert (ran.returncode, ran.stderr) == (3, b"")


def test_markdown_is_for_reading(copydesk):
    ran = copydesk("extract", "--to", "md", stdin=PAGE)
    assert ran.stdout.decode().splitlines()[:5] == [
        "---",
        'title: "Bridge closes"',
        'language: "en"',
        "---",
        "",
    ]
    assert "# Bridge closes" in ran.stdout.decode()


def test_explain_lists_what_was_removed(copydesk):
    page = PAGE.replace(b"</article>", b"</article><footer>All rights reserved.</footer>")
    plain, explained = copydesk("extract", stdin=page), copydesk("extract", "--explain", stdin=page)
    assert "removed" not in json.loads(plain.stdout)
    removed = json.loads(explained.stdout)["removed"]
    assert any("All rights reserved" in r["text"] and r["reason"] for r in removed)


def test_a_full_disk_exits_3_with_one_line():
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(COMMAND, input=NOTE, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert (ran.returncode, ran.stderr) == (3, b"copydesk: No space left on device\n")


def test_a_closed_pipe_ends_quietly():
    records = b'{"text": "Rain fell in Oslo."}\n' * 300
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        ran.stdin.write(records)
        ran.stdin.close()
        assert json.loads(ran.stdout.readline())["text"] == "Rain fell in Oslo."
        ran.stdout.close()
        complaints = ran.stderr.read()
        assert (ran.wait(60), complaints) == (0, b"")


def test_json_lines_stream_without_waiting_for_the_end():
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as ran:
        for n in (1, 2):
            ran.stdin.write(json.dumps({"id": n, "text": "Rain fell in Oslo."}).encode() + b"\n")
            ran.stdin.flush()
            ready, _, _ = select.select([ran.stdout], [], [], 60)
            assert ready, "no record came out while the input was open"
            assert json.loads(ran.stdout.readline())["id"] == str(n)
        ran.stdin.close()
        assert ran.wait(60) == 0


def test_ctrl_c_exits_130():
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        ran.stdin.write(b'{"text": "Rain fell in Oslo."}\n')
        ran.stdin.flush()
        ran.stdout.readline()
        ran.send_signal(signal.SIGINT)
        assert ran.wait(60) == 130
        assert b"Traceback" not in ran.stderr.read()


def test_no_input_on_a_terminal_prints_usage_instead_of_waiting():
    ours, theirs = pty.openpty()
    ran = subprocess.run(COMMAND, stdin=theirs, capture_output=True, timeout=60)
    os.close(ours)
    os.close(theirs)
    assert ran.returncode == 2
    assert b"Usage: " in ran.stderr


def test_output_is_utf8_whatever_the_locale(copydesk):
    ran = copydesk(
        "extract", stdin="Zoë fuhr nach Köln.".encode(), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert json.loads(ran.stdout)["text"] == "Zoë fuhr nach Köln."


def test_the_same_input_gives_the_same_bytes(copydesk, samples: Path):
    """Whatever order Python's sets have in a process."""
    first, second = (copydesk("extract", samples, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout
