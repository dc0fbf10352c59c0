"""Shards, duplicates, and the forms in which articles are written."""

import contextlib
import gzip
import json
import shutil
from pathlib import Path

import msgspec
import pytest

from copydesk.article import Article
from copydesk.batch import BatchSettings, Engine, Report, WorkerSettings, run_batch
from copydesk.batch.shard_files import lines_in
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_in
from copydesk.writing.files import WholeFile

WORKER = WorkerSettings(options=Options(only=frozenset({Part.DATES})))
STORY = (
    "The council of Corran voted on Monday to close the old bridge over the river, after an"
    " engineer found cracks in two of its piers. Lorries have been sent by way of the northern"
    " ford since the spring, and the shops along the quay say that they have lost a third of"
    " their trade. The mayor told a full hall that work would begin once the floods were over and"
    " would take most of the year; the county has promised half of the money, the rest is to come"
    " from a toll."
)


def lines(path: Path, texts: list[str]) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    return path


@pytest.fixture
def run(shared_worker: Engine):
    def run_over(path: Path, out: Path, progress=lambda report: None, **settings) -> Report:
        files, chosen = files_in(path, WalkRules()), BatchSettings(worker=WORKER, **settings)
        return run_batch(files, out, chosen, engine=shared_worker, progress=progress)

    return run_over


def texts(path: Path) -> list[str]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".zst":
        zstandard = pytest.importorskip("zstandard")
        data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
    return [json.loads(line)["text"] for line in data.splitlines()]


def shards(out: Path) -> list[str]:
    return sorted(path.name for path in out.glob("part-*"))


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz", "jsonl.zst"])
def test_shards_hold_the_articles_in_order(run, tmp_path: Path, form):
    if form == "jsonl.zst":
        pytest.importorskip("zstandard")
    said = [f"Rain fell in town {n}." for n in range(5)]
    report = run(lines(tmp_path / "d.jsonl", said), tmp_path / "out", to=form, shard_size=2)
    assert shards(tmp_path / "out") == [f"part-0000{n}.{form}" for n in range(3)]
    found = [texts(tmp_path / "out" / name) for name in shards(tmp_path / "out")]
    assert found == [said[:2], said[2:4], said[4:]]
    assert report.articles == 5


def test_new_documents_go_to_new_shards_and_a_lost_shard_is_made_again(run, tmp_path: Path):
    said = [f"Rain fell in town {n}." for n in range(4)]
    path, out = lines(tmp_path / "d.jsonl", said[:3]), tmp_path / "out"
    run(path, out, to="jsonl", shard_size=2)
    lines(path, said)
    assert run(path, out, to="jsonl", shard_size=2).skipped == 3
    assert texts(out / "part-00002.jsonl") == said[3:]
    (out / "part-00000.jsonl").unlink()
    assert run(path, out, to="jsonl", shard_size=2).skipped == 2
    assert texts(out / "part-00003.jsonl") == said[:2]
    assert shards(out) == [f"part-0000{n}.jsonl" for n in (1, 2, 3)]


FORMS = ["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]


def all_texts(out: Path) -> list[str]:
    """The texts of all articles in the shards, in any order."""
    found = []
    for name in shards(out):
        with (out / name).open("rb") as stream:
            found += [json.loads(line)["text"] for line in lines_in(stream, name)]
    return sorted(found)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_done_again_stands_in_the_shards_once(run, tmp_path: Path, form):
    pytest.importorskip({"jsonl.zst": "zstandard", "parquet": "pyarrow"}.get(form, "json"))
    folder, out = tmp_path / "in", tmp_path / "out"
    said = {f"{n}.jsonl": [f"Rain fell in town {n}.", f"Snow fell in {n}."] for n in range(4)}
    for name, both in said.items():
        lines(folder / name, both)
    run(folder, out, to=form, shard_size=4)
    said["1.jsonl"] = ["Hail fell instead.", "Snow fell in 1."]
    lines(folder / "1.jsonl", said["1.jsonl"])
    said["3.jsonl"] = [*said["3.jsonl"][:1], "  "]
    lines(folder / "3.jsonl", said["3.jsonl"])
    assert run(folder, out, to=form, shard_size=4).articles == 1
    expected = sorted(text for both in said.values() for text in both if text.strip())
    assert all_texts(out) == expected
    assert run(folder, out, to=form, shard_size=4).skipped == 8
    run(folder, out, to=form, shard_size=3, force=True)
    assert all_texts(out) == expected
    assert run(folder, out, to=form, shard_size=4).skipped == 8


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("json", "jsonl"), {"part-00000.jsonl"}),
        (("jsonl", "json"), {"1.json", "2.json"}),
        (("jsonl.gz", "jsonl"), {"part-00001.jsonl"}),
    ],
)
def test_another_form_takes_the_place_of_the_first(run, tmp_path: Path, forms, expected: set[str]):
    path, out = lines(tmp_path / "in.jsonl", ["Rain fell.", "Snow fell."]), tmp_path / "out"
    for form in forms:
        run(path, out, to=form)
    files = [path for path in out.rglob("*") if path.is_file() and ".copydesk" not in path.parts]
    assert {path.name for path in files} == expected


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_articles_whose_input_is_gone_stay(run, tmp_path: Path, form: str):
    folder, out = tmp_path / "in", tmp_path / "out"
    lines(folder / "a.jsonl", ["Rain fell."])
    gone = lines(folder / "b.jsonl", ["Snow fell."])
    run(folder, out, to="jsonl")
    gone.unlink()
    run(folder, out, to=form, force=True)
    assert "Snow fell." in all_texts(out)


def test_moving_articles_out_of_an_outdated_shard_survives_being_killed(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    said = [f"Rain fell in town {n}." for n in range(9)]
    path, plain = lines(tmp_path / "d.jsonl", said), tmp_path / "plain"
    run(path, plain, to="jsonl", shard_size=4)
    killed = [tmp_path / f"killed{n}" for n in range(20)]
    for out in killed:
        shutil.copytree(plain, out)
    said[1] = said[5] = "Hail fell."
    lines(path, said)
    run(path, plain, to="jsonl", shard_size=4)
    assert all_texts(plain) == sorted(said)
    for moment, out in enumerate(killed):
        countdown = iter(range(moment))

        def kept(self, countdown=countdown, whole=WholeFile.keep) -> int:
            if next(countdown, None) is None:
                raise KeyboardInterrupt
            return whole(self)

        monkeypatch.setattr(WholeFile, "keep", kept)
        with contextlib.suppress(KeyboardInterrupt):
            run(path, out, to="jsonl", shard_size=4)
        monkeypatch.undo()
        run(path, out, to="jsonl", shard_size=4)
        assert {n: texts(out / n) for n in shards(out)} == {
            n: texts(plain / n) for n in shards(plain)
        }


def test_shards_of_a_run_that_broke_off_are_those_of_an_undisturbed_one(run, tmp_path: Path):
    said = [f"Rain fell in town {n}." for n in range(9)] + [STORY, STORY]
    path = lines(tmp_path / "d.jsonl", said)
    plain, out = tmp_path / "plain", tmp_path / "out"
    run(path, plain, to="jsonl", shard_size=2)

    def break_off(report: Report) -> None:
        if report.documents == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(path, out, break_off, to="jsonl", shard_size=4)
    assert len(shards(out)) == 1
    run(path, out, to="jsonl", shard_size=4)
    merged = [text for name in shards(out) for text in texts(out / name)]
    assert merged == [text for name in shards(plain) for text in texts(plain / name)]
    assert [len(texts(out / name)) for name in shards(out)] == [4, 4, 3]


def test_parquet_holds_what_json_holds(run, tmp_path: Path, samples: Path):
    parquet = pytest.importorskip("pyarrow.parquet")
    for form in ("parquet", "jsonl"):
        run(samples, tmp_path / form, to=form)
    table = parquet.read_table(tmp_path / "parquet" / "part-00000.parquet")
    rows = [{k: v for k, v in row.items() if v is not None} for row in table.to_pylist()]
    for row in rows:
        if "extra" in row:
            row["extra"] = json.loads(row["extra"])
    lines = (tmp_path / "jsonl" / "part-00000.jsonl").read_bytes().splitlines()
    assert [msgspec.convert(row, Article) for row in rows] == [
        msgspec.json.decode(line, type=Article) for line in lines
    ]


def test_the_same_story_again_says_whose_it_is_across_runs(run, tmp_path: Path):
    again = STORY.replace("Monday", "monday,") + " Read more."
    path, out = lines(tmp_path / "in" / "a.jsonl", [STORY, "Rain fell.", again]), tmp_path / "out"
    assert run(tmp_path / "in", out).duplicates == 1
    lines(tmp_path / "in" / "b.jsonl", [again, "Snow fell."])
    assert run(tmp_path / "in", out).duplicates == 1
    marks = {
        str(found.relative_to(out)): json.loads(found.read_bytes()).get("duplicate_of")
        for found in out.rglob("*.json")
    }
    assert marks == {
        "in/a.jsonl/1.json": None,
        "in/a.jsonl/2.json": None,
        "in/a.jsonl/3.json": "in/a.jsonl#1",
        "in/b.jsonl/1.json": "in/a.jsonl#1",
        "in/b.jsonl/2.json": None,
    }
    assert path.exists()


def test_dedup_leaves_the_repetition_out_for_good(run, tmp_path: Path):
    path, out = lines(tmp_path / "a.jsonl", [STORY, STORY, "Rain fell."]), tmp_path / "out"
    report = run(path, out, to="jsonl", dedup=True)
    assert (report.documents, report.articles, report.duplicates) == (3, 2, 1)
    assert len(texts(out / "part-00000.jsonl")) == 2
    assert run(path, out, to="jsonl", dedup=True).skipped == 3


def test_dedup_knows_the_stories_of_earlier_runs(run, tmp_path: Path):
    out = tmp_path / "out"
    lines(tmp_path / "in" / "a.jsonl", [STORY])
    run(tmp_path / "in", out, to="jsonl", dedup=True)
    lines(tmp_path / "in" / "b.jsonl", [STORY, "Rain fell."])
    report = run(tmp_path / "in", out, to="jsonl", dedup=True)
    assert (report.skipped, report.articles, report.duplicates) == (1, 1, 1)
    assert all_texts(out) == sorted([STORY, "Rain fell."])


def test_a_document_done_again_is_no_duplicate_of_itself(run, tmp_path: Path):
    path, out = lines(tmp_path / "a.jsonl", [STORY]), tmp_path / "out"
    for _ in range(2):
        assert run(path, out, force=True).duplicates == 0


@pytest.mark.parametrize(("form", "mark"), [("md", b'duplicate_of: "'), ("html", b"duplicate of ")])
def test_forms_for_reading_name_the_duplicate_too(run, tmp_path: Path, form, mark: bytes):
    path, out = lines(tmp_path / "a.jsonl", [STORY, STORY]), tmp_path / "out"
    run(path, out, to=form)
    first, second = sorted(out.rglob(f"*.{form}"))
    assert mark not in first.read_bytes()
    assert mark in second.read_bytes()
