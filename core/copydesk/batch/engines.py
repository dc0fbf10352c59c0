"""Where the work is done: by workers on this machine, or by those of a Dask cluster.

Each engine can do two things. It makes outcomes of documents for a run that reads and writes
itself; and it has whole shards made in their place. What comes out is the same for all engines.
"""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeAlias

from copydesk.article import Failure
from copydesk.batch.outcome import Outcome, WorkerSettings
from copydesk.batch.parts import Made, PartSettings, Workforce, WorkOutcomes, make_parts
from copydesk.batch.plan import Step
from copydesk.batch.pool import Pool, Task
from copydesk.batch.process import Worker
from copydesk.batch.sharding import Shard

Outcomes: TypeAlias = Iterator[tuple[Step, Outcome | None]]


class Engine(Protocol):
    """Does work until it is done or `stop` is set. Raises `CopydeskError`."""

    def outcomes(
        self, tasks: Iterable[Task[Step]], settings: WorkerSettings, stop: threading.Event
    ) -> Outcomes:
        """The outcome of each document, in order, beside its step."""

    def parts(
        self, shards: Iterable[Shard], settings: PartSettings, stop: threading.Event
    ) -> Iterator[Made]:
        """The parts of each shard, in order."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalEngine:
    """Workers on this machine, by default one for each core that this process may use."""

    def __init__(self, jobs: int = 0) -> None:
        self._jobs = jobs or cores()

    def outcomes(
        self, tasks: Iterable[Task[Step]], settings: WorkerSettings, stop: threading.Event
    ) -> Outcomes:
        """Each worker has a few documents in hand."""
        return Pool[Step](settings, jobs=self._jobs, stop=stop).outcomes(tasks)

    def parts(
        self, shards: Iterable[Shard], settings: PartSettings, stop: threading.Event
    ) -> Iterator[Made]:
        """One part after the other, all workers at the same."""
        with self.kept_workers(settings.worker) as idle:
            work = worked_on_here(settings.worker, self._jobs, stop, idle)
            for shard in shards:
                yield from make_parts(shard, settings, work, stop)
                if stop.is_set():
                    return

    @contextmanager
    def kept_workers(self, settings: WorkerSettings) -> Iterator[list[Worker]]:
        """Workers that go on from one part to the next."""
        idle: list[Worker] = []
        try:
            yield idle
        finally:
            for worker in idle:
                worker.end()


def worked_on_here(
    settings: WorkerSettings, jobs: int, stop: threading.Event, idle: list[Worker]
) -> Workforce:
    """How a shard has its documents worked on: by those workers, and as many more as it takes."""

    def work(tasks: Iterable[Task[Failure | None]]) -> WorkOutcomes:
        return Pool[Failure | None](settings, jobs=jobs, stop=stop, idle=idle).outcomes(tasks)

    return work
