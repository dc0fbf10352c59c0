"""The same results from a Dask cluster, also when one of its workers goes away."""

import os
import signal
from pathlib import Path

import pytest

from copydesk.batch import BatchSettings, Engine, Report, WorkerSettings, dask_engine, run_batch
from copydesk.options import Options, Part
from copydesk.reading import WalkRules, files_in

distributed = pytest.importorskip("distributed")

SETTINGS = BatchSettings(worker=WorkerSettings(options=Options(only=frozenset({Part.DATES}))))


def results(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*.json")}


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_gives_what_this_machine_gives(
    tmp_path: Path, shared_worker: Engine
):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"Page {number}: rain fell on Monday.")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        victim = next(iter(cluster.workers.values())).process.pid

        def kill_one(report: Report) -> None:
            nonlocal victim
            if victim:
                os.kill(victim, signal.SIGKILL)
                victim = 0

        files = files_in(folder, WalkRules())
        engine = dask_engine(cluster.scheduler_address)
        report = run_batch(files, tmp_path / "dask", SETTINGS, engine=engine, progress=kill_one)
    files = files_in(folder, WalkRules())
    run_batch(files, tmp_path / "local", SETTINGS, engine=shared_worker)
    assert victim == 0
    assert (report.documents, report.failed) == (300, 0)
    assert results(tmp_path / "dask") == results(tmp_path / "local")
