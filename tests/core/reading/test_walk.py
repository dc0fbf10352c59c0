"""Which files a folder holds: rules for hidden names, links, patterns, and things that are none."""

import errno
import inspect
import os
import shutil
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from copydesk.article import Failure
from copydesk.reading import Found, ReadRules, WalkRules, documents_in_file, files_in, paths_hold
from copydesk.reading.walk import RESULTS


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return root


def names(root: Path, **rules) -> list[str]:
    return [found.name for found in files_in(root, WalkRules(**rules))]


def problems(root: Path, **rules) -> dict[str, str | None]:
    return {found.name: found.problem for found in files_in(root, WalkRules(**rules))}


def test_hidden_names_are_read_where_they_are_asked_for(tmp_path: Path):
    root = tree(tmp_path / "in", "a", ".b", ".c/d")
    assert names(root) == ["in/a"]
    assert names(root, hidden=True) == ["in/.b", "in/.c/d", "in/a"]


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (("*.html",), ["in/a.html", "in/b/c.html"]),
        (("b/*",), ["in/b/c.html", "in/b/d.txt"]),
        (("*.txt", "a.*"), ["in/a.html", "in/b/d.txt"]),
    ],
)
def test_a_pattern_is_for_the_name_or_for_the_path(tmp_path: Path, globs, expected):
    root = tree(tmp_path / "in", "a.html", "b/c.html", "b/d.txt")
    assert names(root, globs=globs) == expected


def test_links_are_followed_inside_the_folder_and_out_of_it_only_on_demand(tmp_path: Path):
    root = tree(tmp_path / "in", "a", "sub/b")
    outside = tree(tmp_path / "other", "c")
    (root / "inside").symlink_to("a")
    (root / "out").symlink_to(outside / "c")
    (root / "folder").symlink_to(outside)
    (root / "loop").symlink_to(root)
    assert problems(root) == {
        "in/a": None,
        "in/inside": None,
        "in/out": "a link out of the folder (--follow-links reads it)",
        "in/sub/b": None,
    }
    assert problems(root, follow=True) == {
        "in/a": None,
        "in/folder/c": None,
        "in/inside": None,
        "in/loop": "a link to a folder that it lies in",
        "in/out": None,
        "in/sub/b": None,
    }


def test_pipes_and_devices_in_a_folder_are_no_documents(tmp_path: Path):
    root = tree(tmp_path / "in", "a")
    os.mkfifo(root / "pipe")
    (root / "zero").symlink_to("/dev/zero")
    assert names(root) == ["in/a"]


@pytest.mark.parametrize("kind", ["fifo", "/dev/zero", "missing"])
def test_what_is_no_file_fails_at_once(tmp_path: Path, kind: str):
    path = Path(kind) if kind == "/dev/zero" else tmp_path / kind
    if kind == "fifo":
        os.mkfifo(path)
    (found,) = files_in(path, WalkRules())
    (failure,) = documents_in_file(found, ReadRules())
    assert isinstance(failure, Failure)


def test_links_that_lead_nowhere_are_failures_of_their_own_and_end_nothing(tmp_path: Path):
    root = tree(tmp_path / "in", "a")
    (root / "circle").symlink_to("circle")
    (root / "long").symlink_to("n" * 300)
    for follow in (False, True):
        found = files_in(root, WalkRules(follow=follow))
        assert [(f.name, failure_of(f)) for f in found] == [
            ("in/a", None),
            ("in/circle", "Too many levels of symbolic links"),
            ("in/long", "File name too long"),
        ]
    assert names(root, globs=("a",), follow=True) == ["in/a"]


def failure_of(found: Found) -> str | None:
    (item,) = documents_in_file(found, ReadRules())
    return item.error.message if isinstance(item, Failure) else None


@pytest.mark.parametrize("name", ["a", "n" * 300], ids=["closed", "overlong"])
def test_a_name_that_cannot_be_looked_up_is_a_failure(tmp_path: Path, request, name: str):
    path = tree(tmp_path / "in", "a") / name
    (tmp_path / "in").chmod(0o000 if name == "a" else 0o700)
    if name == "a":
        request.getfixturevalue("unprivileged")
    (found,) = files_in(path, WalkRules())
    (failure,) = paths_hold([path]).items
    reason = "Permission denied" if name == "a" else "File name too long"
    assert failure_of(found) == failure.error.message == reason


@pytest.mark.parametrize("hidden", [False, True])
def test_a_folder_of_results_is_passed_by_and_said_to_be(tmp_path: Path, hidden: bool):
    root = tree(tmp_path / "in", "a", "clean/.copydesk/ledger.sqlite", "clean/in/a.json", "d")
    found = list(files_in(root, WalkRules(hidden=hidden)))
    assert [(f.name, f.passed_by) for f in found] == [
        ("in/a", False),
        ("in/clean", True),
        ("in/d", False),
    ]
    (named,) = files_in(root / "clean", WalkRules())
    assert failure_of(named) == RESULTS
    assert names(root, leave_out=root / "clean") == ["in/a", "in/d"]
    assert names(root / "clean" / "in") == ["in/a.json"]


def test_any_depth_is_walked(tmp_path: Path):
    deep = tree(tmp_path, "in/" + "d/" * 300 + "leaf") / "in"
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        assert names(deep) == ["in/" + "d/" * 300 + "leaf"]
    finally:
        sys.setrecursionlimit(limit)


def test_a_folder_that_goes_while_others_are_read_is_a_problem(tmp_path: Path):
    root = tree(tmp_path / "in", "a", "b/c", "d")
    found = files_in(root, WalkRules())
    assert next(found).name == "in/a"
    shutil.rmtree(root / "b")
    assert [(f.name, f.problem) for f in found] == [
        ("in/b", "No such file or directory"),
        ("in/d", None),
    ]


def test_a_file_that_goes_before_it_is_read_is_a_failure(tmp_path: Path):
    root = tree(tmp_path / "in", "a")
    (found,) = files_in(root, WalkRules())
    (root / "a").unlink()
    (failure,) = documents_in_file(found, ReadRules())
    assert isinstance(failure, Failure)
    assert failure.error.message == "No such file or directory"


def test_a_folder_that_cannot_be_read_is_a_failure_and_ends_nothing(tmp_path: Path, monkeypatch):
    root, scandir = tree(tmp_path / "in", "closed/a", "open/b"), os.scandir

    def guarded(path: Path):
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert problems(root) == {"in/closed": "Permission denied", "in/open/b": None}
    assert problems(root / "closed") == {str(root / "closed"): "Permission denied"}
    (found,) = files_in(root / "closed", WalkRules())
    (failure,) = documents_in_file(found, ReadRules())
    assert isinstance(failure, Failure)
    assert failure.error.message == "Permission denied"


# In a process of its own: there Python's table of names that paths share, which grows by doubling,
# is small.
WALKED = """
import sys, tracemalloc
from pathlib import Path
from copydesk.reading import WalkRules, files_in
tracemalloc.start()
print(sum(1 for _ in files_in(Path(sys.argv[1]), WalkRules())), tracemalloc.get_traced_memory()[1])
"""


def test_a_hundred_thousand_files_are_walked_in_little_memory(tmp_path: Path):
    for folder in range(100):
        tree(tmp_path / "in" / str(folder), "0")
        for number in range(1, 1000):
            os.link(tmp_path / f"in/{folder}/0", tmp_path / f"in/{folder}/{number}")
    command = [sys.executable, "-c", WALKED, tmp_path / "in"]
    said = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout
    count, peak = map(int, said.split())
    assert count == 100_000
    assert peak < 5 * 2**20


def test_a_file_of_two_gigabytes_is_a_failure_and_never_held(tmp_path: Path):
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(2 * 2**30)  # takes no room on disk
    (found,) = files_in(tmp_path / "huge", WalkRules())
    tracemalloc.start()
    (failure,) = documents_in_file(found, ReadRules(largest=2**20))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(failure, Failure)
    assert "larger than 1 MiB" in failure.error.message
    assert peak < 10 * 2**20
