"""Many workers under supervision: documents in, outcomes out, in the same order.

One thread reads the input ahead, one thread looks after each worker, and the caller takes the
outcomes in order. A worker that dies costs the document that it was at; the next one in its hands
is given to its successor.
"""

import queue
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from typing import Generic, NamedTuple, TypeVar

from copydesk.article import ErrorInfo, Failure
from copydesk.batch.outcome import Outcome, WorkerSettings
from copydesk.batch.process import Worker
from copydesk.batch.room import Room
from copydesk.reading import RawDocument

Note = TypeVar("Note")

_AHEAD = 1000  # documents a worker that may wait, so that one slow document holds up no other
_AHEAD_BYTES = 128 * 2**20
_IN_HAND = 2  # documents a worker: one under work, one at hand when that is done
_PATIENCE = 0.2  # seconds between two looks at whether the run was stopped
_CRASHES = 2  # a document that a worker dies over is tried once more: it may have been bystander


class Task(NamedTuple, Generic[Note]):
    """A document to be worked on, or None; and what its owner wants to find beside the outcome."""

    raw: RawDocument | None
    note: Note


class _Slot(Generic[Note]):
    """A task's place in the order."""

    def __init__(self, task: Task[Note]) -> None:
        self.note = task.note
        self.raw = task.raw
        self.size = len(task.raw.data) if task.raw else 0
        self.crashes = 0
        self.result: Future[Outcome | None] = Future()


class Pool(Generic[Note]):
    """Runs tasks on `jobs` workers until they are done or `stop` is set."""

    def __init__(
        self,
        settings: WorkerSettings,
        *,
        jobs: int,
        stop: threading.Event,
        idle: list[Worker] | None = None,
    ) -> None:
        """`idle` are workers that may be used, and where they are left for the next pool."""
        self._settings = settings
        self._jobs = jobs
        self._stop = stop
        self._room = Room(documents=_AHEAD * jobs, size=_AHEAD_BYTES)
        self._order: queue.SimpleQueue[_Slot[Note] | BaseException | None] = queue.SimpleQueue()
        self._work: queue.SimpleQueue[_Slot[Note] | None] = queue.SimpleQueue()
        self._workers: dict[int, Worker] = {}
        self._idle = idle
        self._closed = False

    def outcomes(self, tasks: Iterable[Task[Note]]) -> Iterator[tuple[Note, Outcome | None]]:
        """Each task's note with its outcome, in order; None for a task without a document.

        After `stop` is set, what the workers have in hand still comes out, and nothing else.
        Raises `CopydeskError` where no worker can be started.
        """
        threads = [threading.Thread(target=self._feed, args=(tasks,), daemon=True)]
        threads += [
            threading.Thread(target=self._supervise, args=(number,), daemon=True)
            for number in range(self._jobs)
        ]
        for thread in threads:
            thread.start()
        try:
            while slot := self._next():
                try:
                    outcome = self._outcome(slot)
                except CancelledError:
                    return
                self._room.give(slot.size)
                yield slot.note, outcome
            if not self._over():  # all is done: the workers go their way, and are not ended
                self._join(threads[1:])
        finally:
            self._close()
            self._join(threads[1:])

    def _join(self, threads: Iterable[threading.Thread]) -> None:
        for thread in threads:
            thread.join()

    def _next(self) -> _Slot[Note] | None:
        while True:
            try:
                slot = self._order.get(timeout=_PATIENCE)
            except queue.Empty:
                if self._over():
                    return None
                continue
            if isinstance(slot, BaseException):
                raise slot
            return slot

    def _outcome(self, slot: _Slot[Note]) -> Outcome | None:
        while True:
            try:
                return slot.result.result(timeout=_PATIENCE)
            except TimeoutError:
                if self._over():
                    slot.result.cancel()

    def _feed(self, tasks: Iterable[Task[Note]]) -> None:
        try:
            for task in tasks:
                slot = _Slot(task)
                if not self._room.take(slot.size) or self._over():
                    return
                if slot.raw is None:
                    slot.result.set_result(None)
                else:
                    self._work.put(slot)
                self._order.put(slot)
        except BaseException as fault:
            self._order.put(fault)
        finally:
            if isinstance(tasks, Generator):
                tasks.close()
            self._order.put(None)
            self._dismiss()

    def _dismiss(self) -> None:
        for _ in range(self._jobs):
            self._work.put(None)

    def _supervise(self, number: int) -> None:
        """Keep one worker busy until there is no more work."""
        in_hand: deque[_Slot[Note]] = deque()
        try:
            while self._fill(number, in_hand) and not self._closed:
                self._settle(number, in_hand)
            if worker := self._workers.pop(number, None):
                self._release(worker)
        except BaseException as fault:
            for slot in in_hand:
                slot.result.set_exception(fault)

    def _fill(self, number: int, in_hand: deque[_Slot[Note]]) -> bool:
        """Hand over documents while the worker has room; False when all is done."""
        while len(in_hand) < _IN_HAND and not self._over():
            try:
                slot = self._work.get(block=not in_hand)
            except queue.Empty:
                break
            if slot is None:
                self._work.put(None)
                break
            if slot.result.set_running_or_notify_cancel() and slot.raw:
                in_hand.append(slot)
                self._worker(number).send(slot.raw)
        return bool(in_hand)

    def _settle(self, number: int, in_hand: deque[_Slot[Note]]) -> None:
        """Take the outcome of the oldest document in hand; replace the worker if it died."""
        worker = self._workers[number]
        if outcome := worker.receive():
            in_hand.popleft().result.set_result(outcome)
            return
        del self._workers[number]
        cause = worker.cause_of_death()
        slot = in_hand[0]
        slot.crashes += 1
        if self._closed:
            return
        if cause.type == "TimeoutError" or slot.crashes == _CRASHES:
            in_hand.popleft().result.set_result(_lost(slot, cause))
        for left in in_hand:
            if left.raw:
                self._worker(number).send(left.raw)

    def _worker(self, number: int) -> Worker:
        if number not in self._workers:
            self._workers[number] = self._idle.pop() if self._idle else Worker(self._settings)
        return self._workers[number]

    def _release(self, worker: Worker) -> None:
        if self._closed:
            worker.kill()
        elif self._idle is not None:
            self._idle.append(worker)
            return
        worker.end()

    def _over(self) -> bool:
        return self._closed or self._stop.is_set()

    def _close(self) -> None:
        self._closed = True
        self._room.close()
        self._dismiss()
        for worker in tuple(self._workers.values()):
            worker.kill()


def _lost(slot: "_Slot[Note]", cause: ErrorInfo) -> Outcome:
    name = slot.raw.id if slot.raw else "-"
    return Outcome(failure=Failure(id=name, error=cause))
