"""Workers that the tests share: starting one takes most of a second."""

import threading
from collections.abc import Iterator

import pytest

from copydesk.batch import Engine, WorkerSettings
from copydesk.batch.pool import Pool
from copydesk.batch.process import Worker


@pytest.fixture(scope="session")
def shared_worker() -> Iterator[Engine]:
    """An engine of one worker, which goes on to the next run with the same settings."""
    idle: dict[WorkerSettings, list[Worker]] = {}

    def outcomes(tasks, settings: WorkerSettings, stop: threading.Event):
        left = idle.setdefault(settings, [])
        return Pool(settings, jobs=1, stop=stop, idle=left).outcomes(tasks)

    yield outcomes
    for workers in idle.values():
        for worker in workers:
            worker.end()
