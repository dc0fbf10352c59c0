"""The workers of a Dask cluster."""

import logging
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TypeVar

from copydesk.batch.engines import Outcomes, cores, worked_on_here
from copydesk.batch.outcome import Outcome, WorkerSettings
from copydesk.batch.parts import Made, PartSettings, make_parts
from copydesk.batch.plan import Step
from copydesk.batch.pool import Pool, Task
from copydesk.batch.process import Worker
from copydesk.batch.sharding import Shard
from copydesk.errors import CopydeskError, MissingExtraError
from copydesk.reading import RawDocument

if TYPE_CHECKING:
    from distributed import Client, Future

Note = TypeVar("Note")
Result = TypeVar("Result")

_CHUNK = 64  # documents that travel together: two seconds of work
_CHUNK_BYTES = 8 * 2**20
_AHEAD = 3  # tasks for each thread of the cluster
_PATIENCE = 0.5  # seconds between two looks at whether the run was stopped
_RETRIES = 3  # of a task whose machine went away
_IDLE: dict[WorkerSettings, list[Worker]] = {}
"""On a machine of the cluster: our workers between two tasks, by their settings."""


class DaskEngine:
    """The workers of a Dask cluster; without an address, a cluster of `jobs` on this machine.

    On each of them a process of its own does the work, under the same limits as elsewhere.
    """

    def __init__(self, scheduler: str | None = None, jobs: int = 0) -> None:
        self._scheduler = scheduler
        self._jobs = jobs or cores()

    def outcomes(
        self, tasks: Iterable[Task[Step]], settings: WorkerSettings, stop: threading.Event
    ) -> Outcomes:
        """Documents travel to the cluster and articles back: it needs nothing of our files."""
        calls = ((chunk, ([task.raw for task in chunk], settings)) for chunk in _chunks(tasks))
        with self._client() as client:
            for chunk, outcomes in _called(client, chunk_outcomes, calls, stop):
                yield from zip((task.note for task in chunk), outcomes, strict=True)

    def parts(
        self, shards: Iterable[Shard], settings: PartSettings, stop: threading.Event
    ) -> Iterator[Made]:
        """Each shard is a task, which reads its inputs and writes its parts where it is done."""
        calls = ((shard, (shard, settings)) for shard in shards)
        with self._client() as client:
            for _, made in _called(client, shard_parts, calls, stop):
                yield from made

    @contextmanager
    def _client(self) -> "Iterator[Client]":
        try:
            from distributed import Client, KilledWorker, LocalCluster
        except ImportError:
            raise MissingExtraError("Dask", "dask") from None
        with ExitStack() as stack:
            address = self._scheduler or stack.enter_context(
                LocalCluster(
                    n_workers=self._jobs,
                    threads_per_worker=1,
                    dashboard_address=None,
                    preload=[__name__],
                    silence_logs=logging.ERROR,  # it warns of each task that a stop breaks off
                )
            )
            try:
                yield stack.enter_context(Client(address, set_as_default=False))
            except KilledWorker as fault:
                raise CopydeskError(f"the cluster lost worker after worker: {fault}") from fault


def dask_setup(worker: object) -> None:
    """In a worker that was started here: leave Ctrl-C, which all in the terminal get, to us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def chunk_outcomes(
    chunk: list[RawDocument | None], settings: WorkerSettings
) -> list[Outcome | None]:
    """On a machine of the cluster: the outcomes of some documents."""
    stop, idle = threading.Event(), _IDLE.setdefault(settings, [])
    pool: Pool[None] = Pool(settings, jobs=1, stop=stop, idle=idle)
    return [outcome for _, outcome in pool.outcomes(Task(raw, None) for raw in chunk)]


def shard_parts(shard: Shard, settings: PartSettings) -> list[Made]:
    """On a machine of the cluster: the parts of a shard, made and written."""
    stop, idle = threading.Event(), _IDLE.setdefault(settings.worker, [])
    work = worked_on_here(settings.worker, 1, stop, idle)
    return list(make_parts(shard, settings, work, stop))


def _called(
    client: "Client",
    function: Callable[..., Result],
    calls: Iterable[tuple[Note, tuple[object, ...]]],
    stop: threading.Event,
) -> Iterator[tuple[Note, Result]]:
    """What the function gives for each call, in order, with only so many under way."""
    most = _AHEAD * max(sum(client.ncores().values()), 1)
    under_way: deque[tuple[Note, Future]] = deque()
    for note, arguments in calls:
        future = client.submit(function, *arguments, pure=False, retries=_RETRIES)
        under_way.append((note, future))
        if len(under_way) > most:
            yield from _first(under_way, stop)
        if stop.is_set():
            break
    while under_way:
        yield from _first(under_way, stop)


def _first(
    under_way: "deque[tuple[Note, Future]]", stop: threading.Event
) -> Iterator[tuple[Note, Result]]:
    """The first call with its result; none where the run is stopped before that is there."""
    note, future = under_way.popleft()
    ready = threading.Event()
    future.add_done_callback(lambda _: ready.set())
    while not ready.wait(_PATIENCE):
        if stop.is_set():
            under_way.clear()
            return
    yield note, future.result()


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
