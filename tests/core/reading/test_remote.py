"""Files under a URL: which there are, what they are called, and what stands in the way."""

import gzip
from pathlib import Path

import pytest

from copydesk.article import Failure
from copydesk.errors import CopydeskError
from copydesk.reading import ReadRules, RemoteFile, WalkRules, documents_in_file, files_at, state_of
from copydesk.reading.walk import RESULTS

fsspec = pytest.importorskip("fsspec")

FILES = {"a.txt": b"A", "sub/b.txt": b"B", "sub/.hidden": b"H", "sub/lines.jsonl.gz": b"L"}


@pytest.fixture
def bucket():
    """A URL under which there are files."""
    system = fsspec.filesystem("memory")
    for name, content in FILES.items():
        system.pipe(f"/bucket/in/{name}", content)
    yield "memory://bucket/in"
    system.rm("/bucket", recursive=True)


def names(url: str, **rules) -> list[str]:
    return [found.name for found in files_at(url, WalkRules(**rules))]


def test_a_folder_is_all_that_lies_below_it(bucket: str):
    assert names(bucket) == ["in/a.txt", "in/sub/b.txt", "in/sub/lines.jsonl.gz"]
    assert names(bucket, hidden=True)[1] == "in/sub/.hidden"
    assert names(bucket, globs=("*.txt",)) == ["in/a.txt", "in/sub/b.txt"]
    assert names(bucket, globs=("sub/*",)) == ["in/sub/b.txt", "in/sub/lines.jsonl.gz"]


def test_a_pattern_names_files_from_its_folder_on(bucket: str):
    assert names(f"{bucket}/*/*.txt") == ["in/sub/b.txt"]
    assert names(f"{bucket}/s*") == ["in/sub/b.txt", "in/sub/lines.jsonl.gz"]
    assert names(f"{bucket}/a.txt") == ["bucket/in/a.txt"]


def test_the_folder_of_the_results_is_passed_by(bucket: str):
    assert names(bucket, leave_out=f"{bucket}/sub/") == ["in/a.txt"]


def test_folders_of_results_are_passed_by_and_said_to_be(bucket: str):
    system = fsspec.filesystem("memory")
    for name in ("clean/.copydesk/notes/x.json", "clean/in/part-00000.jsonl"):
        system.pipe(f"/bucket/in/sub/{name}", b"{}")
    found = list(files_at(bucket, WalkRules(globs=("*.txt",), hidden=True)))
    assert [(f.name, f.passed_by) for f in found] == [
        ("in/a.txt", False),
        ("in/sub/b.txt", False),
        ("in/sub/clean", True),
    ]
    (named,) = files_at(f"{bucket}/sub/clean", WalkRules())
    assert named.problem == RESULTS
    assert names(f"{bucket}/sub/clean/in") == ["in/part-00000.jsonl"]
    assert names(bucket, globs=("*.txt",), leave_out=f"{bucket}/sub/clean")[1:] == ["in/sub/b.txt"]


@pytest.mark.parametrize("missing", ["/none.txt", "/*.none"])
def test_a_url_that_names_nothing_is_a_failure(bucket: str, missing: str):
    (found,) = files_at(bucket + missing, WalkRules())
    (failure,) = documents_in_file(found, ReadRules())
    assert isinstance(failure, Failure)
    assert failure.error.message == "nothing is there"


def test_a_url_that_cannot_be_listed_is_a_failure(bucket: str, monkeypatch: pytest.MonkeyPatch):
    def refused(self, path: str, **_: object):
        raise PermissionError("Access Denied")

    monkeypatch.setattr(fsspec.get_filesystem_class("memory"), "find", refused)
    (found,) = files_at(bucket, WalkRules())
    assert (found.name, found.problem) == (bucket, "Access Denied")


def test_an_unknown_kind_of_url_ends_the_run(bucket: str):
    with pytest.raises(CopydeskError, match="nowhere://x: Protocol not known"):
        names("nowhere://x")


def test_what_is_under_a_url_is_read_like_a_file(bucket: str):
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    fsspec.filesystem("memory").pipe("/bucket/in/sub/lines.jsonl.gz", gzip.compress(lines))
    (found,) = files_at(f"{bucket}/sub/*.gz", WalkRules())
    first, second = documents_in_file(found, ReadRules())
    assert (first.id, first.data) == ("sub/lines.jsonl.gz#1", b"One.")
    assert second.data == b"Two."


def test_a_page_says_under_which_url_it_was(bucket: str):
    (found,) = files_at(f"{bucket}/a.txt", WalkRules())
    (page,) = documents_in_file(found, ReadRules())
    assert page.path == "memory:///bucket/in/a.txt"


def test_a_file_that_went_after_it_was_found_is_a_failure(bucket: str):
    (found,) = files_at(f"{bucket}/a.txt", WalkRules())
    fsspec.filesystem("memory").rm("/bucket/in/a.txt")
    (failure,) = documents_in_file(found, ReadRules())
    assert isinstance(failure, Failure)
    assert failure.id == "bucket/in/a.txt"
    assert state_of(found.path) is None


def test_a_changed_file_shows_it(bucket: str):
    file = RemoteFile(f"{bucket}/a.txt")
    before = state_of(file)
    assert before == state_of(file)
    fsspec.filesystem("memory").pipe("/bucket/in/a.txt", b"Z")
    assert state_of(file) != before


def test_a_file_url_is_a_folder_of_this_machine(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("A")
    (tmp_path / "in" / "out").symlink_to("/etc/hostname")
    problems = [(f.name, bool(f.problem)) for f in files_at(f"file://{tmp_path}/in", WalkRules())]
    assert problems == [("in/a.txt", False), ("in/out", True)]
    (nothing,) = files_at(f"file://{tmp_path}/*.none", WalkRules())
    assert nothing.problem == "nothing is there"
