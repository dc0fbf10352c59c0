"""Shards in an object store: no folders, no renaming, and a listing that lags behind."""

import io
import json
import sys
import threading
from collections.abc import Iterable, Iterator
from typing import ClassVar

import pytest

from copydesk.batch import BatchSettings, Report, WorkerSettings, run_parts
from copydesk.batch.engines import Outcomes
from copydesk.batch.parts import make_parts
from copydesk.batch.worker import outcome_of
from copydesk.errors import CopydeskError
from copydesk.extractor import Extractor
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_at

fsspec = pytest.importorskip("fsspec")

OPTIONS = Options(only=frozenset({Part.DATES}))
SETTINGS = BatchSettings(worker=WorkerSettings(options=OPTIONS), to="jsonl", shard_size=3)
INPUT, OUT = "store://bucket/in", "store://bucket/out"


class Killed(BaseException):
    """What happens to the process."""


class Store(fsspec.AbstractFileSystem):
    """Objects by their key. A rename is a copy, then a removal, as s3fs and gcsfs do it."""

    protocol = "store"
    cachable = False
    objects: ClassVar[dict[str, bytes]] = {}
    listed: ClassVar[set[str]] = set()
    """The keys that a listing shows."""
    changes_left = -1
    """Changes until the process that makes them is killed; none is where it is negative."""

    def changing(self) -> None:
        if Store.changes_left == 0:
            raise Killed
        Store.changes_left -= 1

    def ls(self, path: str, detail: bool = True, **_: object) -> list:
        path = self._strip_protocol(path).rstrip("/")
        if path in self.listed:
            return [self.info(path) if detail else path]
        below = {key for key in self.listed if key.startswith(f"{path}/")}
        names = {"/".join(key.split("/")[: path.count("/") + 2]) for key in below}
        if not names:
            raise FileNotFoundError(path)
        return [self.info(name) if detail else name for name in sorted(names)]

    def info(self, path: str, **_: object) -> dict[str, object]:
        path = self._strip_protocol(path).rstrip("/")
        if path in self.objects:
            content = self.objects[path]
            return {"name": path, "size": len(content), "type": "file", "ETag": hash(content)}
        if any(key.startswith(f"{path}/") for key in self.listed):
            return {"name": path, "size": 0, "type": "directory"}
        raise FileNotFoundError(path)

    def _open(self, path: str, mode: str = "rb", **_: object) -> io.BytesIO:
        if mode == "wb":
            return Upload(path)
        self.info(path)
        return io.BytesIO(self.objects[path])

    def cp_file(self, path1: str, path2: str, **_: object) -> None:
        self.changing()
        self.objects[self._strip_protocol(path2)] = self.objects[self._strip_protocol(path1)]

    def _rm(self, path: str) -> None:
        self.info(path)
        self.changing()
        del self.objects[self._strip_protocol(path)]

    rm_file = _rm


class Upload(io.BytesIO):
    """An object that is there once it is closed, unless the process is gone."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def close(self) -> None:
        if not self.closed:
            content = self.getvalue()
            super().close()
            Store().changing()
            Store.objects[self.path] = content


class Here:
    """An engine that works in this process."""

    def outcomes(
        self, tasks: Iterable, settings: WorkerSettings, stop: threading.Event
    ) -> Outcomes:
        extractor = Extractor(settings.options)
        for raw, note in tasks:
            yield note, outcome_of(raw, extractor, settings) if raw else None

    def parts(self, shards: Iterable, settings, stop: threading.Event) -> Iterator:
        for shard in shards:
            yield from make_parts(
                shard, settings, lambda tasks: self.outcomes(tasks, settings.worker, stop), stop
            )


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> type[Store]:
    """A bucket with seven documents in it."""
    fsspec.register_implementation("store", Store, clobber=True)
    lines = "".join(json.dumps({"text": f"Rain fell in town {n}."}) + "\n" for n in range(6))
    objects = {"bucket/in/d.jsonl": lines.encode(), "bucket/in/e.txt": b"  "}
    monkeypatch.setattr(Store, "objects", objects)
    monkeypatch.setattr(Store, "listed", set(objects))
    monkeypatch.setattr(Store, "changes_left", -1)
    return Store


def run(out: str = OUT) -> Report:
    files = files_at(INPUT, WalkRules(leave_out=out))
    return run_parts(files, out, SETTINGS, engine=Here())


def results(store: type[Store], out: str = OUT) -> dict[str, bytes]:
    prefix = f"{out.removeprefix('store://')}/"
    below = {k.removeprefix(prefix): v for k, v in store.objects.items() if k.startswith(prefix)}
    return {key: below[key] for key in sorted(below) if not key.startswith(".copydesk/parts/")}


def test_the_parts_their_notes_and_the_failures_are_there_and_nothing_else(store: type[Store]):
    report = run()
    assert (report.documents, report.articles, report.failed) == (7, 6, 1)
    assert list(results(store)) == [
        ".copydesk/notes/in/part-00000.jsonl.json",
        ".copydesk/notes/in/part-00001.jsonl.json",
        ".copydesk/notes/in/part-00002.jsonl.json",
        "failures.jsonl",
        "in/part-00000.jsonl",
        "in/part-00001.jsonl",
        "in/part-00002.jsonl",
    ]
    assert not any("/parts/" in key for key in store.objects)


def test_killed_before_any_change_and_run_again_equals_an_undisturbed_run(store: type[Store]):
    run("store://bucket/plain")
    plain = results(store, "store://bucket/plain")
    changes = 0
    while True:
        out = f"store://bucket/killed{changes}"
        store.changes_left = changes
        try:
            run(out)
            break
        except Killed:
            store.changes_left = -1
        run(out)
        assert results(store, out) == plain
        changes += 1
    assert changes > 20  # a part and a note are an upload, a copy and a removal each


def test_what_is_done_is_known_without_a_listing(store: type[Store]):
    run()
    assert not any(key.startswith("bucket/out/") for key in store.listed)
    again = run()
    assert (again.skipped, again.failed) == (7, 1)


def test_an_object_that_the_listing_showed_late_is_read_by_the_next_run(store: type[Store]):
    store.objects["bucket/in/f.txt"] = b"Snow fell."
    assert run().documents == 7
    store.listed.add("bucket/in/f.txt")
    assert run().documents == 8
    assert b"Snow fell." in results(store)["in/part-00002.jsonl"]


def test_a_file_system_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(CopydeskError, match=r"^s3://bucket/in: Install s3fs"):
        list(files_at("s3://bucket/in", WalkRules()))
