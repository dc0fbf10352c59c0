"""Workers that the tests share: starting one takes most of a second."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from copydesk.batch import Engine, LocalEngine, WorkerSettings
from copydesk.batch.pool import Pool
from copydesk.batch.process import Worker


class OneWorker(LocalEngine):
    """One worker, which goes on to the next run with the same settings."""

    def __init__(self) -> None:
        super().__init__(1)
        self.idle: dict[WorkerSettings, list[Worker]] = {}

    def outcomes(self, tasks, settings: WorkerSettings, stop: threading.Event):
        with self.kept_workers(settings) as idle:
            yield from Pool(settings, jobs=1, stop=stop, idle=idle).outcomes(tasks)

    @contextmanager
    def kept_workers(self, settings: WorkerSettings):
        yield self.idle.setdefault(settings, [])


@pytest.fixture(scope="session")
def shared_worker() -> Iterator[Engine]:
    """An engine of one worker."""
    engine = OneWorker()
    yield engine
    for workers in engine.idle.values():
        for worker in workers:
            worker.end()
