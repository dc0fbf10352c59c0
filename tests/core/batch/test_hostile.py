"""Hostile inputs: whatever they are called and hold, nothing is written outside OUT."""

import io
import os
import tarfile
import zipfile
from pathlib import Path

from copydesk.batch import BatchSettings, Engine, WorkerSettings, run_batch
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_in

TEXT = b"Rain fell in Oslo.\n"
QUICK = BatchSettings(worker=WorkerSettings(options=Options(only=frozenset({Part.DATES}))))
MEMBERS = ("../../up.txt", "/absolute.txt", "a/./b/../c.txt", "same.txt", "same.txt", "x" * 255)
NAMES = (
    b"line\nbreak",
    b"quote'\"`$(x)",
    b"\xff\xfe",
    b"n" * 255,
    b" ",
    b"-rf",
    b"a.json",
    b"A.JSON",
)


def hostile(root: Path) -> Path:
    root.mkdir()
    for name in NAMES:
        (root / os.fsdecode(name)).write_bytes(TEXT)
    (root / "b.json").mkdir()
    (root / "b.json" / "inside").write_bytes(TEXT)
    (root / "b").write_bytes(TEXT)
    with tarfile.open(root / "t.tar", "w") as archive:
        for name in MEMBERS:
            member = tarfile.TarInfo(name)
            member.size = len(TEXT)
            archive.addfile(member, io.BytesIO(TEXT))
    with zipfile.ZipFile(root / "z.zip", "w") as archive:
        for name in MEMBERS[:3]:
            archive.writestr(name, TEXT)
    ids = (
        "../up",
        "same",
        "same",
        "b.json/x",
        ".copydesk/ledger.sqlite",
        "",
        "a\\u0000b",
        "é" * 300,
    )
    lines = "".join(f'{{"id": "{name}", "text": "Rain fell."}}\n' for name in ids)
    (root / "l.jsonl").write_text(lines)
    return root


def test_every_document_has_a_file_and_no_file_lies_elsewhere(
    tmp_path: Path, shared_worker: Engine
):
    folder = hostile(tmp_path / "in")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    out = tmp_path / "nest" / "out"
    report = run_batch(files_in(folder, WalkRules()), out, QUICK, engine=shared_worker)
    after = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    results = {path for path in after if ".copydesk" not in path.relative_to(out).parts[:1]}
    count = len(NAMES) + 2 + len(MEMBERS) + 3 + 8
    assert (report.documents, report.failed) == (count, 0)
    assert len({str(path).casefold() for path in results}) == count
    assert all(path.is_relative_to(out) for path in after)
    assert (
        run_batch(files_in(folder, WalkRules()), out, QUICK, engine=shared_worker).skipped == count
    )
