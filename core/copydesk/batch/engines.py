"""Where the work is done: on this machine, or on those of a Dask cluster.

An engine takes tasks and gives their outcomes in the same order; reading, the ledger and writing
stay with the run, so that results and resuming are the same for all.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from copydesk.batch import outcome as messages
from copydesk.batch.outcome import Outcome, WorkerSettings
from copydesk.batch.plan import Step
from copydesk.batch.pool import Pool, Task
from copydesk.batch.process import Worker
from copydesk.errors import MissingExtraError
from copydesk.reading import RawDocument

if TYPE_CHECKING:
    from distributed import Client, Future

Outcomes: TypeAlias = Iterator[tuple[Step, Outcome | None]]
Engine: TypeAlias = Callable[[Iterable[Task[Step]], WorkerSettings, threading.Event], Outcomes]

_CHUNK = 64  # documents that travel together: two seconds of work
_CHUNK_BYTES = 16 * 2**20
_AHEAD = 3  # chunks for each thread of the cluster
_RETRIES = 3  # of a chunk whose machine went away
_IDLE: dict[bytes, list[Worker]] = {}
"""On a machine of the cluster: our workers between two chunks, by their settings."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def local_engine(jobs: int = 0) -> Engine:
    """Workers on this machine; 0 is one for each core that this process may use."""

    def outcomes(
        tasks: Iterable[Task[Step]], settings: WorkerSettings, stop: threading.Event
    ) -> Outcomes:
        return Pool[Step](settings, jobs=jobs or cores(), stop=stop).outcomes(tasks)

    return outcomes


def dask_engine(scheduler: str | None = None, jobs: int = 0) -> Engine:
    """The workers of a Dask cluster; without an address, a cluster of `jobs` on this machine.

    Documents travel to the workers and articles back, so the workers need nothing of our files.
    On each of them a process of its own does the work, under the same limits as elsewhere.
    """

    def outcomes(
        tasks: Iterable[Task[Step]], settings: WorkerSettings, stop: threading.Event
    ) -> Outcomes:
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise MissingExtraError("Dask", "dask") from None
        with ExitStack() as stack:
            address = scheduler or stack.enter_context(
                LocalCluster(
                    n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=None
                )
            )
            client = stack.enter_context(Client(address, set_as_default=False))
            yield from _through(client, tasks, settings, stop)

    return outcomes


def _through(
    client: "Client", tasks: Iterable[Task[Step]], settings: WorkerSettings, stop: threading.Event
) -> Outcomes:
    told = messages.encode(settings)
    most = _AHEAD * max(sum(client.ncores().values()), 1)
    under_way: deque[tuple[list[Task[Step]], Future]] = deque()
    for chunk in _chunks(tasks):
        packed = messages.encode([task.raw for task in chunk if task.raw])
        result = client.submit(run_chunk, told, packed, pure=False, retries=_RETRIES)
        under_way.append((chunk, result))
        if len(under_way) > most:
            yield from _unpacked(*under_way.popleft())
        if stop.is_set():
            break
    while under_way and (under_way[0][1].done() or not stop.is_set()):
        yield from _unpacked(*under_way.popleft())


def run_chunk(told: bytes, packed: bytes) -> bytes:
    """On a machine of the cluster: the outcomes of some documents, all as MessagePack."""
    settings = messages.decode_settings(told)
    raws = msgspec.msgpack.decode(packed, type=list[RawDocument])
    pool: Pool[None] = Pool(
        settings, jobs=1, stop=threading.Event(), idle=_IDLE.setdefault(told, [])
    )
    found = pool.outcomes(Task(raw, None) for raw in raws)
    return messages.encode([outcome for _, outcome in found])


def _unpacked(chunk: list[Task[Step]], result: "Future") -> Outcomes:
    found = iter(msgspec.msgpack.decode(result.result(), type=list[Outcome]))
    for task in chunk:
        yield task.note, next(found) if task.raw else None


def _chunks(tasks: Iterable[Task[Step]]) -> Iterator[list[Task[Step]]]:
    chunk: list[Task[Step]] = []
    documents = size = 0
    for task in tasks:
        chunk.append(task)
        if task.raw:
            documents += 1
            size += len(task.raw.data)
        if documents >= _CHUNK or size >= _CHUNK_BYTES or len(chunk) >= 10 * _CHUNK:
            yield chunk
            chunk = []
            documents = size = 0
    if chunk:
        yield chunk
