"""A run over a folder: what comes out, what a second run does, what stands in the way."""

import errno
import fcntl
import gzip
import json
import os
import sqlite3
import unicodedata
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from copydesk.batch import (
    BatchSettings,
    Engine,
    LocalEngine,
    Report,
    WorkerSettings,
    check_apart,
    run_batch,
    settings,
)
from copydesk.batch.ledger import Entry, Key, Ledger, Output
from copydesk.batch.outdated import remove_outdated
from copydesk.batch.workplace import workplace
from copydesk.errors import CopydeskError, WriteError
from copydesk.options import Options, Part
from copydesk.reading import ReadRules, WalkRules, files_in

QUICK = BatchSettings(
    worker=WorkerSettings(options=Options(only=frozenset({Part.DATES})), timeout=5.0)
)


PAGE = "<html><body><article><p>Rain fell in Oslo.</p></article></body></html>"


def tree(root: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.fixture
def run(shared_worker: Engine):
    def run_over(
        folder: Path,
        out: Path,
        settings: BatchSettings = QUICK,
        engine: Engine = shared_worker,
        **others,
    ) -> Report:
        files = files_in(folder, WalkRules(leave_out=out.resolve()))
        return run_batch(files, out, settings, engine=engine, **others)

    return run_over


def written(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file())
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in files
        if ".copydesk" not in path.parts
    }


def test_each_document_has_a_file_of_its_own(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_html=PAGE, a_txt="Rain fell in Rome.")
    lines = '{"text": "One."}', '{"id": "x", "text": "Two."}', '{"id": "x", "text": "Three."}'
    tree(folder, sub__lines_jsonl="\n".join(lines))
    report = run(folder, tmp_path / "out")
    found = written(tmp_path / "out")
    assert {name: json.loads(data)["text"] for name, data in found.items()} == {
        "in/a.html.json": "Rain fell in Oslo.",
        "in/a.txt.json": "Rain fell in Rome.",
        "in/sub/lines.jsonl/1.json": "One.",
        "in/sub/lines.jsonl/x.json": "Two.",
        "in/sub/lines.jsonl/x~2.json": "Three.",
    }
    assert (report.documents, report.articles, report.failed) == (5, 5, 0)


def test_files_of_the_same_name_in_two_inputs_do_not_overwrite_each_other(
    tmp_path: Path, shared_worker: Engine
):
    roots = [tree(tmp_path / side / "in", a_txt=f"On the {side}.") for side in ("left", "right")]
    out = tmp_path / "out"
    for _ in range(2):
        files = (found for root in roots for found in files_in(root, WalkRules()))
        report = run_batch(files, out, QUICK, engine=shared_worker)
        texts = {name: json.loads(data)["text"] for name, data in written(out).items()}
        assert texts == {"in/a.txt.json": "On the left.", "in/a.txt~2.json": "On the right."}
    assert report.skipped == 2


def test_names_that_some_system_takes_for_one_have_files_apart(run, tmp_path: Path):
    folder, out = tmp_path / "in", tmp_path / "out"
    names = ["A.txt", "a.TXT", "a.txt", "ä.txt", "a\u0308.txt", "b.txt"]
    tree(folder, **{"Sub__x_txt": "Rain fell."})
    for name in names:
        (folder / name).write_text(f"Rain fell on {name}.")
    (folder / "sub").mkdir()
    (folder / "sub" / "X.txt").write_text("Snow fell.")
    assert run(folder, out).articles == 8
    found = written(out)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in found}) == 8
    kept = {f"in/{name}.json" for name in ("A.txt", "a\u0308.txt", "b.txt", "Sub/x.txt")}
    assert kept < found.keys()
    assert run(folder, out).skipped == 8
    assert written(out) == found


def test_what_replaced_an_article_under_its_name_in_another_case_stays(tmp_path: Path):
    (tmp_path / "A.json").write_text("new, and called a.json too")
    (tmp_path / "a.json").hardlink_to(tmp_path / "A.json")
    (tmp_path / "B.json").write_text("old")
    (tmp_path / "b.json").write_text("new")
    with closing(Ledger(tmp_path / "ledger")) as ledger:
        for key, path in (("A", "A.json"), ("B", "B.json")):
            outputs = (Output(path, 3),)
            ledger.record(
                Entry(key=Key(key, key, 1), fingerprint=b"", settings="", outputs=outputs)
            )
            ledger.record(Entry(key=Key(key, key, 1), fingerprint=b"", settings=""))
            lower = (Output(path.lower(), 3),)
            ledger.record(
                Entry(key=Key(key, "new", 1), fingerprint=b"", settings="", outputs=lower)
            )
        remove_outdated(tmp_path, ledger)
        assert ledger.outdated() == []
    assert {path.name for path in tmp_path.glob("*.json")} == {"A.json", "a.json", "b.json"}


def test_a_second_run_does_only_what_is_new_or_changed(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.", b_txt="Snow fell.", c_txt="Hail fell.")
    tree(folder, d_jsonl='{"text": "One."}\n')
    out = tmp_path / "out"
    run(folder, out)
    tree(folder, b_txt="Sleet fell.", d_jsonl='{"text": "One."}\n{"text": "Two."}\n', e_txt="New.")
    os.utime(folder / "c.txt")
    (out / "in/a.txt.json").unlink()
    report = run(folder, out)
    assert (report.documents, report.skipped, report.articles) == (6, 2, 4)
    assert json.loads((out / "in/b.txt.json").read_bytes())["text"] == "Sleet fell."
    assert run(folder, out).skipped == 6


def test_failures_are_on_record_until_they_are_tried_again(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.", b_txt="   ", c_jsonl="{]\n")
    (folder / "d.txt").symlink_to("gone")
    out = tmp_path / "out"
    report = run(
        folder,
        out,
        BatchSettings(worker=QUICK.worker, reading=ReadRules(input_format="auto")),
    )
    failures = [json.loads(line) for line in (out / "failures.jsonl").read_bytes().splitlines()]
    assert [(f["id"], f["error"]["stage"]) for f in failures] == [
        ("in/b.txt", "cleaning"),
        ("in/c.jsonl#1", "reading"),
        ("in/d.txt", "reading"),
    ]
    assert (report.failed, report.done, sum(report.causes.values())) == (3, 1, 3)
    again = run(folder, out)
    assert (again.skipped, again.failed) == (3, 3)
    tree(folder, d_txt="Here now.", b_txt="Mended.", c_jsonl='{"text": "Mended too."}')
    assert run(folder, out).failed == 0
    assert not (out / "failures.jsonl").exists()


@pytest.mark.parametrize("to", ["json", "jsonl"])
def test_a_failure_goes_with_its_document(run, tmp_path: Path, to: str):
    folder, out = tree(tmp_path / "in", b_txt="  "), tmp_path / "out"
    chosen = BatchSettings(worker=QUICK.worker, to=to)
    whole = gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n' * 9)
    (folder / "a.zip").write_bytes(b"PK\x03\x04 and no end")
    tree(folder, c_jsonl='{"text": "One."}\n{"text": 1}\n{"id": "x"}\n{"id": "x"}\n')
    (folder / "d.jsonl.gz").write_bytes(whole[:-20])
    run(folder, out, chosen)
    assert failures(out) == [
        "in/a.zip",
        "in/b.txt",
        "in/c.jsonl#2",
        "in/c.jsonl#3",
        "in/c.jsonl#4",
        "in/d.jsonl.gz#2",
    ]
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("a.txt", "Rain fell.")
    tree(folder, c_jsonl='{"text": "One."}\n\n{"id": "x"}\n')
    (folder / "d.jsonl.gz").write_bytes(whole)
    assert run(folder, out, chosen).failed == 2
    assert failures(out) == ["in/b.txt", "in/c.jsonl#3"]
    again = run(folder, out, chosen)
    assert (again.failed, again.skipped) == (2, again.documents)


def failures(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in (out / "failures.jsonl").read_bytes().splitlines()]


def test_retry_failed_tries_failures_alone_and_force_everything(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.", b_txt="   ")
    out = tmp_path / "out"
    run(folder, out)
    retry = BatchSettings(worker=QUICK.worker, retry_failed=True)
    assert run(folder, out, retry).skipped == 1
    force = BatchSettings(worker=QUICK.worker, force=True)
    assert run(folder, out, force).skipped == 0


def test_other_options_redo_and_replace_what_is_there(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.")
    out = tmp_path / "out"
    run(folder, out)
    report = run(folder, out, BatchSettings(worker=QUICK.worker, to="md"))
    assert report.skipped == 0
    assert list(written(out)) == ["in/a.txt.md"]


def test_the_default_model_by_its_own_name_is_no_other_option():
    hashes = [
        BatchSettings(worker=WorkerSettings(options=Options(model=model))).hash()
        for model in ("default", "accurate", "fast")
    ]
    assert hashes[0] == hashes[1] != hashes[2]


@pytest.mark.parametrize("what", ["__version__", "model_version"])
def test_another_copydesk_or_model_does_everything_again(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
):
    folder, out = tree(tmp_path / "in", a_txt="Rain fell."), tmp_path / "out"
    run(folder, out)
    assert run(folder, out).skipped == 1
    monkeypatch.setattr(settings, what, {"__version__": "0"}.get(what, lambda model: "0"))
    assert run(folder, out).skipped == 0


def test_other_weights_are_another_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    weights = tmp_path / "language" / "weights"
    weights.mkdir(parents=True)
    monkeypatch.setattr(settings, "files", lambda package: tmp_path)
    versions = []
    for content in ("one", "other"):
        (weights / "fast.onnx").write_text(content)
        settings.model_version.cache_clear()
        versions.append(settings.model_version("fast"))
    assert versions[0] != versions[1]
    (weights / "accurate.onnx").write_text("a model that is not asked for")
    settings.model_version.cache_clear()
    assert settings.model_version("fast") == versions[1]
    (weights / "vectors.npz").write_text("what all models read")
    settings.model_version.cache_clear()
    assert settings.model_version("fast") != versions[1]
    settings.model_version.cache_clear()


def test_a_document_that_fails_now_leaves_no_stale_article(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.")
    out = tmp_path / "out"
    run(folder, out)
    tree(folder, a_txt="  ")
    assert run(folder, out).failed == 1
    assert list(written(out)) == ["failures.jsonl"]


def test_results_do_not_depend_on_the_number_of_workers(run, tmp_path: Path, samples: Path):
    one, three = tmp_path / "one", tmp_path / "three"
    run(samples, one)
    run(samples, three, engine=LocalEngine(3))
    assert written(one) == written(three)
    assert written(one)


def test_a_folder_of_results_inside_the_input_is_left_out(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.")
    out = folder / "clean"
    run(folder, out)
    assert run(folder, out).documents == 1


def test_the_results_of_another_run_are_no_input_and_the_report_says_so(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.", b_txt="Snow fell.")
    run(folder, folder / "clean")
    run(folder, folder / "pages", BatchSettings(worker=QUICK.worker, to="html"))
    report = run(folder, tmp_path / "out")
    assert (report.documents, report.passed_by) == (2, ["in/clean", "in/pages"])
    assert json.loads(report.json())["passed_by"] == report.passed_by


@pytest.mark.parametrize("scheme", ["", "file://"])
@pytest.mark.parametrize("out", [".", "in"], ids=["around", "inside"])
def test_results_among_the_inputs_are_refused(tmp_path: Path, scheme: str, out: str):
    folder = tree(tmp_path / "in", a_txt="Rain fell.")
    with pytest.raises(CopydeskError, match="among the inputs"):
        check_apart([str(folder)], f"{scheme}{tmp_path / out}")


def test_a_name_that_cannot_be_looked_up_is_not_among_anything():
    check_apart(["n" * 300], "out")


def test_a_url_is_no_place_for_the_results_of_itself():
    with pytest.raises(CopydeskError, match="among the inputs"):
        check_apart(["memory://in"], "memory://in/")
    check_apart(["memory://in"], "memory://in/out")


def test_a_file_in_the_place_of_the_results_is_an_error(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.")
    (tmp_path / "out").write_text("a file")
    with pytest.raises(WriteError, match="out"):
        run(folder, tmp_path / "out")


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path):
    with pytest.raises(WriteError, match="out: Permission denied"), workplace(tmp_path / "out"):
        pass


def test_two_runs_at_once_are_refused(run, tmp_path: Path):
    folder = tree(tmp_path / "in", a_txt="Rain fell.")
    out = tmp_path / "out"

    def second(report: Report) -> None:
        with pytest.raises(WriteError, match="another run"):
            run(folder, out)

    run(folder, out, progress=second)


@pytest.mark.parametrize("reason", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_share_without_locks_is_an_error_that_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
):
    def refused(file, how: int) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(fcntl, "flock", refused)
    with (
        pytest.raises(WriteError, match=r"no file can be locked there \(.*file://"),
        workplace(tmp_path / "out"),
    ):
        pass


@pytest.mark.parametrize("damage", ["garbage", "other"])
def test_a_ledger_that_cannot_be_used_is_an_error(run, tmp_path: Path, damage: str):
    folder, out = tree(tmp_path / "in", a_txt="Rain fell."), tmp_path / "out"
    (out / ".copydesk").mkdir(parents=True)
    ledger = out / ".copydesk" / "ledger.sqlite"
    if damage == "garbage":
        ledger.write_bytes(b"garbage " * 1000)
    else:
        with closing(sqlite3.connect(ledger)) as rows:
            rows.execute("PRAGMA user_version = 99")
    with pytest.raises(WriteError, match=r"ledger\.sqlite: (file is not a database|made by)"):
        run(folder, out)
