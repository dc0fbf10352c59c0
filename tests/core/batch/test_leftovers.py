"""Under a URL: what a later run has put others in the place of goes, and nothing else."""

import json
import threading
from pathlib import Path

import pytest

from copydesk.batch import BatchSettings, Engine, Report, WorkerSettings, run_parts, sharding
from copydesk.batch.leftovers import Leftovers
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_in
from copydesk.writing.remote import RemoteFolder

pytest.importorskip("fsspec")

WORKER = WorkerSettings(options=Options(only=frozenset({Part.DATES})))


@pytest.fixture
def run(shared_worker: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A run into the folder `out`, in shards that begin with the files whose name ends in 0."""
    monkeypatch.setattr(sharding, "_opens_a_shard", lambda name: name.endswith("0.txt"))

    def run_over(*inputs: Path, globs=(), stop=None, **settings) -> Report:
        chosen = BatchSettings(**{"worker": WORKER, "to": "jsonl", "shard_size": 3, **settings})
        files = (found for path in inputs for found in files_in(path, WalkRules(globs=globs)))
        url = f"file://{tmp_path}/out"
        return run_parts(files, url, chosen, engine=shared_worker, stop=stop)

    return run_over


def pages(folder: Path, *numbers: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:02}.txt").write_text(f"Rain fell in town {number}.")
    return folder


def results(out: Path) -> dict[str, list[str]]:
    """The parts with the ids in them; each has its note, and there is no other."""
    parts = sorted(out.rglob("part-*.jsonl*"))
    found = {path.relative_to(out): path for path in parts if ".copydesk" not in path.parts}
    notes = (out / ".copydesk" / "notes").rglob("*.json")
    noted = {Path(str(path.relative_to(out / ".copydesk" / "notes"))[:-5]) for path in notes}
    assert noted == found.keys()
    lines = {str(name): path.read_bytes().splitlines() for name, path in found.items()}
    return {name: [json.loads(line)["id"] for line in these] for name, these in lines.items()}


def test_a_shard_whose_first_file_is_gone_gives_its_others_to_the_one_before(run, tmp_path: Path):
    folder, out = pages(tmp_path / "in", 8, 9, 10, 11, 12, 13), tmp_path / "out"
    run(folder)
    assert results(out) == {
        "in/10.txt/part-00000.jsonl": ["in/10.txt", "in/11.txt", "in/12.txt"],
        "in/10.txt/part-00001.jsonl": ["in/13.txt"],
        "in/part-00000.jsonl": ["in/08.txt", "in/09.txt"],
    }
    (folder / "10.txt").unlink()
    run(folder)
    assert results(out) == {
        "in/part-00000.jsonl": ["in/08.txt", "in/09.txt", "in/11.txt"],
        "in/part-00001.jsonl": ["in/12.txt", "in/13.txt"],
    }


def test_a_file_that_is_large_no_more_stands_in_one_shard(run, tmp_path: Path, monkeypatch):
    folder, out = pages(tmp_path / "in", 1, 2, 3), tmp_path / "out"
    monkeypatch.setattr(sharding, "LARGE", 30)
    (folder / "02.txt").write_text("Rain fell in a large town. " * 2)
    run(folder)
    assert "in/02.txt/part-00000.jsonl" in results(out)
    pages(folder, 2)
    run(folder)
    assert results(out) == {"in/part-00000.jsonl": ["in/01.txt", "in/02.txt", "in/03.txt"]}


def test_another_form_or_size_takes_the_place_of_the_first(run, tmp_path: Path):
    folder, out = pages(tmp_path / "in", 1, 2, 3, 4), tmp_path / "out"
    run(folder, to="jsonl.gz", shard_size=1)
    assert len(list(out.rglob("part-*.jsonl.gz"))) == 4
    run(folder, shard_size=2)
    assert results(out).keys() == {"in/part-00000.jsonl", "in/part-00001.jsonl"}
    run(folder, shard_size=9)
    assert results(out).keys() == {"in/part-00000.jsonl"}


def test_what_comes_from_other_inputs_stays(run, tmp_path: Path):
    folder, out = pages(tmp_path / "in", 9, 10, 11), tmp_path / "out"
    below, namesake = pages(folder / "sub", 1), pages(tmp_path / "x" / "in", 9, 10)
    run(folder, below, pages(tmp_path / "y", 1), namesake)
    before = results(out)
    assert len(before) == 5
    run(tmp_path / "y")
    run(below)
    assert results(out) == {**before, "sub/part-00000.jsonl": ["sub/01.txt"]}
    run(folder)
    assert results(out) == {**before, "sub/part-00000.jsonl": ["sub/01.txt"]}


def test_a_run_that_was_stopped_removes_nothing(run, tmp_path: Path):
    folder, out = pages(tmp_path / "in", 9, 10, 11), tmp_path / "out"
    run(folder)
    before = results(out)
    (folder / "10.txt").unlink()
    stop = threading.Event()
    stop.set()
    assert run(folder, stop=stop).interrupted
    assert results(out) == before


def test_a_removal_that_was_broken_off_is_done_by_the_next_run(run, tmp_path: Path, monkeypatch):
    folder, out = pages(tmp_path / "in", 9, *range(10, 17)), tmp_path / "out"
    run(folder, shard_size=2)
    (folder / "10.txt").unlink()
    calls, removed = 0, RemoteFolder.remove

    def killed_after(self, path: str) -> None:
        nonlocal calls
        calls -= "/parts/" not in path  # what is half written is no leftover
        if calls < 0:
            raise KeyboardInterrupt
        removed(self, path)

    monkeypatch.setattr(RemoteFolder, "remove", killed_after)
    for left in (1, 2, 3):
        calls = left
        with pytest.raises(KeyboardInterrupt):
            run(folder, shard_size=2)
    calls = 1000
    run(folder, shard_size=2)
    assert [len(ids) for ids in results(out).values()] == [2, 2, 2, 1]


def test_notes_that_are_none_of_ours_stay(tmp_path: Path):
    odd = tmp_path / ".copydesk" / "notes" / "in" / "note.json"
    odd.parent.mkdir(parents=True)
    odd.write_text("{}")
    folder = RemoteFolder(f"file://{tmp_path}", parts=".copydesk/parts")
    Leftovers().remove(folder)
    assert odd.exists()
