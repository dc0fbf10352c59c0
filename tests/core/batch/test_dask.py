"""The same results from a Dask cluster, also when one of its workers goes away."""

import os
import signal
import sys
from pathlib import Path

import pytest

from copydesk.batch import (
    BatchSettings,
    DaskEngine,
    Engine,
    Report,
    WorkerSettings,
    run_batch,
    run_parts,
)
from copydesk.errors import CopydeskError
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_in

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")

WORKER = WorkerSettings(options=Options(only=frozenset({Part.DATES})))
SHARDS = BatchSettings(worker=WORKER, to="jsonl", shard_size=40)
PARTS = BatchSettings(worker=WORKER, to="jsonl.gz", shard_size=10)


class Killer:
    """Kills a worker of a cluster of two at the first sign of progress."""

    def __init__(self, cluster) -> None:
        self.engine = DaskEngine(cluster.scheduler_address)
        self.victim = next(iter(cluster.workers.values())).process.pid

    def __call__(self, report: Report) -> None:
        if self.victim:
            os.kill(self.victim, signal.SIGKILL)
            self.victim = 0


@pytest.fixture
def killer():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        yield Killer(cluster)


def folders(root: Path, count: int, pages: int) -> list[Path]:
    found = [root / f"in{number}" for number in range(count)]
    for folder in found:
        folder.mkdir()
        for number in range(pages):
            text = f"Page {number} of {folder.name}: rain fell on Monday."
            (folder / f"{number:03}.txt").write_text(text)
    return found


def files(paths: list[Path]):
    return (found for path in paths for found in files_in(path, WalkRules()))


def results(out: Path) -> dict[str, bytes]:
    paths = (path for path in out.rglob("*") if path.is_file())
    found = {str(path.relative_to(out)): path.read_bytes() for path in paths}
    return {name: content for name, content in found.items() if ".copydesk" not in name}


def test_without_dask_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CopydeskError, match=r"pip install 'copydesk\[dask\]'"):
        run_batch(files(folders(tmp_path, 1, 1)), tmp_path / "out", SHARDS, engine=DaskEngine())


def test_documents_that_travel_come_back_although_a_worker_is_lost(
    tmp_path: Path, shared_worker: Engine, killer: Killer
):
    inputs = folders(tmp_path, 1, 300)
    out = tmp_path / "dask"
    report = run_batch(files(inputs), out, SHARDS, engine=killer.engine, progress=killer)
    run_batch(files(inputs), tmp_path / "local", SHARDS, engine=shared_worker)
    assert killer.victim == 0
    assert (report.documents, report.failed) == (300, 0)
    assert results(out) == results(tmp_path / "local")


def test_shards_are_made_in_their_place_although_a_worker_is_lost(
    tmp_path: Path, shared_worker: Engine, killer: Killer
):
    inputs = folders(tmp_path, 12, 25)
    out = f"file://{tmp_path}/dask"
    report = run_parts(files(inputs), out, PARTS, engine=killer.engine, progress=killer)
    run_parts(files(inputs), f"file://{tmp_path}/local", PARTS, engine=shared_worker)
    assert killer.victim == 0
    assert (report.documents, report.failed) == (300, 0)
    assert results(tmp_path / "dask") == results(tmp_path / "local")
    assert len(results(tmp_path / "dask")) >= 12 * 3
    again = run_parts(files(inputs), out, PARTS, engine=shared_worker)
    assert again.skipped == 300
