"""Files that are there whole, or not at all."""

from pathlib import Path

import pytest

from copydesk.errors import WriteError
from copydesk.writing.files import WholeFile, write_whole


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    folder = tmp_path / "parts"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("before", [None, b"old"], ids=["new", "replaced"])
def test_a_file_that_is_half_written_is_not_in_its_place(tmp_path: Path, parts: Path, before):
    path = tmp_path / "folder" / "a.json"
    if before:
        path.parent.mkdir()
        path.write_bytes(before)
    file = WholeFile(path, parts=parts)
    file.stream.write(b"half")
    file.stream.flush()
    assert (path.read_bytes() if path.exists() else None) == before
    file.stream.write(b" and half")
    assert file.keep() == 13
    assert path.read_bytes() == b"half and half"
    assert not list(parts.iterdir())


def test_a_file_that_is_discarded_leaves_what_was_there(tmp_path: Path, parts: Path):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    file = WholeFile(path, parts=parts)
    file.stream.write(b"new")
    file.discard()
    assert path.read_bytes() == b"old"
    assert not list(parts.iterdir())


def test_what_breaks_off_within_a_file_leaves_nothing(tmp_path: Path, parts: Path):
    def pieces():
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.json", pieces(), parts=parts)
    assert [path.name for path in tmp_path.rglob("*")] == ["parts"]


def test_a_file_in_the_way_of_a_folder_is_an_error_that_names_the_result(
    tmp_path: Path, parts: Path
):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(WriteError, match=r"folder/a\.json: "):
        write_whole(tmp_path / "folder" / "a.json", [b"x"], parts=parts)
    assert not list(parts.iterdir())
