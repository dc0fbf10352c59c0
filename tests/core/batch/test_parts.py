"""Shards under a URL: parts with notes, that a later run leaves as they are."""

import json
from pathlib import Path

import pytest

from copydesk.batch import BatchSettings, Engine, Report, WorkerSettings, run_parts
from copydesk.errors import CopydeskError, WriteError
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_at, files_in

fsspec = pytest.importorskip("fsspec")

WORKER = WorkerSettings(options=Options(only=frozenset({Part.DATES})))


@pytest.fixture
def out():
    """The URL of a folder that is not there yet."""
    yield "memory://results"
    system = fsspec.filesystem("memory")
    if system.exists("/results"):
        system.rm("/results", recursive=True)


@pytest.fixture
def run(shared_worker: Engine, out: str):
    def run_over(path: Path, url: str = out, progress=lambda report: None, **settings) -> Report:
        chosen = BatchSettings(**{"worker": WORKER, "to": "jsonl", "shard_size": 3, **settings})
        files = files_in(path, WalkRules())
        return run_parts(files, url, chosen, engine=shared_worker, progress=progress)

    return run_over


def lines(path: Path, count: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps({"text": f"Rain fell in town {n}."}) + "\n" for n in range(count))
    path.write_text(text)
    return path.parent


def results(url: str) -> dict[str, bytes]:
    system, top = fsspec.core.url_to_fs(url)
    paths = [path for path in system.find(top) if "/.copydesk/notes/" not in path]
    return {path.removeprefix(f"{top}/"): system.cat_file(path) for path in paths}


def texts(content: bytes) -> list[str]:
    return [json.loads(line)["text"] for line in content.splitlines()]


def test_the_parts_of_a_shard_hold_its_articles_in_order(run, out: str, tmp_path: Path):
    report = run(lines(tmp_path / "in" / "d.jsonl", 7))
    found = results(out)
    assert list(found) == [f"in/part-0000{n}.jsonl" for n in range(3)]
    said = [text for content in found.values() for text in texts(content)]
    assert said == [f"Rain fell in town {n}." for n in range(7)]
    assert (report.documents, report.articles, report.files, report.failed) == (7, 7, 1, 0)
    assert {"reading", "cleaning", "dates"} <= report.stages.keys()


def test_a_second_run_does_only_what_is_new_or_changed(run, out: str, tmp_path: Path):
    folder = lines(tmp_path / "in" / "d.jsonl", 7)
    run(folder)
    assert run(folder).skipped == 7
    lines(tmp_path / "in" / "d.jsonl", 2)
    report = run(folder)
    assert (report.skipped, report.documents) == (0, 2)
    assert list(results(out)) == ["in/part-00000.jsonl"]
    assert run(folder, force=True).skipped == 0
    assert run(folder, shard_size=4).skipped == 0


def test_a_run_that_broke_off_goes_on_from_the_last_whole_part(run, out: str, tmp_path: Path):
    folder = lines(tmp_path / "in" / "d.jsonl", 10)
    run(folder, "memory://results/plain")

    def break_off(report: Report) -> None:
        if report.documents == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(folder, "memory://results/broken", break_off)
    assert len(results("memory://results/broken")) == 2
    report = run(folder, "memory://results/broken")
    assert (report.skipped, report.documents) == (6, 10)
    assert results("memory://results/broken") == results("memory://results/plain")


def test_a_part_that_was_lost_or_whose_note_is_damaged_is_made_again(run, out: str, tmp_path: Path):
    folder = lines(tmp_path / "in" / "d.jsonl", 9)
    run(folder)
    plain, system = results(out), fsspec.filesystem("memory")
    system.rm_file("/results/in/part-00000.jsonl")
    system.pipe("/results/.copydesk/notes/in/part-00001.jsonl.json", b"{")
    assert run(folder).skipped == 3
    assert results(out) == plain


def test_failures_are_listed_until_they_are_tried_again(run, out: str, tmp_path: Path):
    folder = lines(tmp_path / "in" / "d.jsonl", 2)
    (folder / "e.txt").write_text("  ")
    (folder / "f.txt").symlink_to("gone")
    for _ in range(2):
        assert run(folder, shard_size=2).failed == 2
    listed = [json.loads(line)["id"] for line in results(out)["failures.jsonl"].splitlines()]
    assert listed == ["in/e.txt", "in/f.txt"]
    assert run(folder, shard_size=2, retry_failed=True).skipped == 2
    (folder / "f.txt").unlink()
    (folder / "e.txt").write_text("Mended.")
    assert run(folder).failed == 0
    assert "failures.jsonl" not in results(out)


def test_inputs_lie_under_a_url_too(shared_worker: Engine, out: str, tmp_path: Path):
    fsspec.filesystem("memory").pipe("/results/in/a.txt", b"Rain fell.")
    files = files_at("memory://results/in", WalkRules())
    settings = BatchSettings(worker=WORKER, to="jsonl")
    run_parts(files, "memory://results/clean", settings, engine=shared_worker)
    ((name, content),) = results("memory://results/clean").items()
    assert (name, texts(content)) == ("in/part-00000.jsonl", ["Rain fell."])


def test_the_parts_of_another_run_are_no_input(run, tmp_path: Path):
    folder = lines(tmp_path / "in" / "d.jsonl", 2)
    run(folder, f"file://{folder}/clean")
    report = run(folder)
    assert (report.documents, report.passed_by) == (2, ["in/clean"])


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_parts_take_every_form_of_a_shard(run, out: str, tmp_path: Path, form):
    pytest.importorskip({"jsonl.zst": "zstandard", "parquet": "pyarrow"}.get(form, "gzip"))
    folder = lines(tmp_path / "in" / "d.jsonl", 4)
    run(folder, to=form)
    first = results(out)
    assert list(first) == [f"in/part-0000{n}.{form}" for n in range(2)]
    run(folder, to=form, force=True)
    assert results(out) == first


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [({"to": "json"}, "takes shards"), ({"dedup": True}, "--dedup"), ({}, "Protocol not known")],
    ids=["tree", "dedup", "protocol"],
)
def test_what_parts_cannot_do_is_said_at_once(run, tmp_path: Path, settings, complaint: str):
    url = "memory://results" if settings else "nowhere://results"
    with pytest.raises(CopydeskError, match=complaint):
        run(lines(tmp_path / "in" / "d.jsonl", 1), url, **settings)


def test_a_folder_that_takes_nothing_is_an_error_and_nothing_is_left(run, tmp_path: Path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(WriteError, match="Not a directory"):
        run(lines(tmp_path / "in" / "d.jsonl", 1), f"file://{tmp_path}/out")
