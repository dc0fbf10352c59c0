"""Files, folders and streams in."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.article import Failure
from copydesk.reading import Timed, paths_hold, stream_holds, timed


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"text of {name}")
    return root


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path):
    root = tree(tmp_path / "dumps", "b/2.txt", "a.txt", "b/1.txt", ".hidden", ".git/x")
    documents = paths_hold([root])
    assert not documents.single
    assert [d.id for d in documents.items] == ["dumps/a.txt", "dumps/b/1.txt", "dumps/b/2.txt"]


def test_ids_do_not_depend_on_where_the_folder_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root = tree(tmp_path / "dumps", "a.txt")
    monkeypatch.chdir(tmp_path)
    near, far = paths_hold([Path("dumps")]), paths_hold([root])
    assert [d.id for d in near.items] == [d.id for d in far.items]


def test_a_single_file_is_single(tmp_path: Path):
    path = tree(tmp_path, "a.txt") / "a.txt"
    documents = paths_hold([path])
    (raw,) = documents.items
    assert documents.single
    assert (raw.id, raw.path, raw.data, raw.format) == (
        str(path),
        str(path),
        b"text of a.txt",
        "auto",
    )


def test_json_lines_are_told_by_content(tmp_path: Path):
    path = tmp_path / "dump.txt"
    path.write_text('{"text": "a"}\n{"text": "b"}\n')
    documents = paths_hold([path])
    assert not documents.single
    assert [d.id for d in documents.items] == [f"{path}#1", f"{path}#2"]


@pytest.mark.parametrize("kind", ["missing", "dangling", "fifo"])
def test_what_cannot_be_read_is_a_failure(tmp_path: Path, kind: str):
    path = tmp_path / "x"
    if kind == "dangling":
        path.symlink_to(tmp_path / "gone")
    if kind == "fifo":
        os.mkfifo(path)
    (failure,) = paths_hold([path]).items
    assert isinstance(failure, Failure)
    assert failure.id == str(path)
    assert failure.error.stage == "reading"


def test_a_dangling_link_in_a_folder_is_not_passed_over(tmp_path: Path):
    root = tree(tmp_path / "dumps", "a.txt")
    (root / "b.txt").symlink_to("gone")
    first, second = paths_hold([root]).items
    assert first.id == "dumps/a.txt"
    assert isinstance(second, Failure)


def test_a_file_name_that_is_not_unicode_gives_a_valid_id(tmp_path: Path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (raw,) = paths_hold([tmp_path]).items
    assert raw.id == f"{tmp_path.name}/caf\\xe9.txt"


def test_a_stream_of_json_lines_is_read_as_it_comes():
    class Endless(io.RawIOBase):
        lines = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            self.lines += 1
            buffer[:14] = b'{"text": "a"}\n'
            return 14

    stream = Endless()
    documents = stream_holds(stream)
    assert next(documents.items).data == b"a"
    assert stream.lines == 1


def test_a_stream_that_is_no_json_lines_is_one_document():
    documents = stream_holds(io.BytesIO(b'{"a note": "in braces"}\nand more'))
    (raw,) = documents.items
    assert documents.single
    assert (raw.id, raw.data) == ("-", b'{"a note": "in braces"}\nand more')


def test_the_time_that_is_waited_for_items_is_counted(monkeypatch: pytest.MonkeyPatch):
    now = 0.0

    def slow():
        nonlocal now
        for item in "ab":
            now += 2.0
            yield item

    monkeypatch.setattr(timed, "time", SimpleNamespace(perf_counter=lambda: now))
    items = Timed(slow())
    for item in items:
        now += 100.0
        assert items.seconds == {"a": 2.0, "b": 4.0}[item]
    assert items.seconds == 4.0
