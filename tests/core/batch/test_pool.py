"""Workers under supervision: what a bad document costs, order, bounds, stopping."""

import os
import threading
import time
from pathlib import Path

import pytest

from copydesk.batch.outcome import WorkerSettings
from copydesk.batch.pool import _AHEAD, Pool, Task
from copydesk.errors import CopydeskError
from copydesk.options import Options, Part
from copydesk.reading import RawDocument, raw_document

QUICK = WorkerSettings(
    options=Options(only=frozenset({Part.DATES})), form="md", timeout=4.0, memory=512
)


def tasks(*texts: str) -> list[Task[str]]:
    return [Task(raw_document(text, id=text.split()[0]), text) for text in texts]


def results(texts: list[str], jobs: int) -> list[tuple[str, str]]:
    pool: Pool[str] = Pool(QUICK, jobs=jobs, stop=threading.Event())
    found = []
    for note, outcome in pool.outcomes(tasks(*texts)):
        assert outcome
        what = outcome.failure.error.type if outcome.failure else outcome.articles[0].data.decode()
        found.append((note, what.strip()))
    return found


@pytest.mark.usefixtures("trouble")
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_bad_document_costs_itself_alone(jobs: int):
    texts = ["one is fine", "HANG for good", "two is fine", "CRASH hard", "three is fine"]
    texts += ["HUNGRY for memory", "four is fine"]
    found = results(texts, jobs)
    assert [note for note, _ in found] == texts
    assert [what for _, what in found[1::2]] == ["TimeoutError", "WorkerDied", "MemoryError"]
    assert all("is fine" in what for _, what in found[::2])


@pytest.mark.usefixtures("trouble")
def test_a_document_whose_worker_was_killed_by_chance_is_tried_again(tmp_path: Path):
    unlucky = RawDocument(id="x", data=b"Killed ONCE only.", title=str(tmp_path / "mark"))
    pool: Pool[None] = Pool(QUICK, jobs=1, stop=threading.Event())
    ((_, outcome),) = pool.outcomes([Task(unlucky, None)])
    assert outcome
    assert outcome.failure is None


def test_a_task_without_a_document_keeps_its_place():
    mixed = [Task(None, 0), Task(raw_document("Rain fell."), 1), Task(None, 2)]
    pool: Pool[int] = Pool(QUICK, jobs=1, stop=threading.Event())
    found = list(pool.outcomes(mixed))
    assert [note for note, _ in found] == [0, 1, 2]
    assert [outcome is None for _, outcome in found] == [True, False, True]


def test_the_input_is_not_read_far_ahead_of_a_slow_reader():
    read = 0

    def endless():
        nonlocal read
        while True:
            read += 1
            yield Task(raw_document("Rain fell."), read)

    pool: Pool[int] = Pool(QUICK, jobs=1, stop=threading.Event())
    outcomes = pool.outcomes(endless())
    next(outcomes)
    deadline = time.monotonic() + 30
    while read < _AHEAD and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.1)
    assert _AHEAD <= read <= _AHEAD + 4
    outcomes.close()


def test_a_stop_lets_the_work_in_hand_finish_and_nothing_more():
    stop = threading.Event()
    pool: Pool[str] = Pool(QUICK, jobs=1, stop=stop)
    outcomes = pool.outcomes(tasks(*(f"{n} is the number" for n in range(200))))
    first = next(outcomes)
    stop.set()
    rest = list(outcomes)
    assert first[0] == "0 is the number"
    assert all(outcome for _, outcome in rest)
    assert len(rest) < 200


def test_a_reader_that_leaves_takes_the_workers_along():
    pool: Pool[str] = Pool(QUICK, jobs=1, stop=threading.Event())
    outcomes = pool.outcomes(tasks(*(f"{n} is the number" for n in range(200))))
    next(outcomes)
    (process,) = [worker._process for worker in pool._workers.values()]
    outcomes.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_a_model_that_is_not_there_is_said_once():
    settings = WorkerSettings(options=Options(model="no-such-model"))
    pool: Pool[str] = Pool(settings, jobs=2, stop=threading.Event())
    with pytest.raises(CopydeskError, match="no-such-model"):
        list(pool.outcomes(tasks("a", "b", "c")))


def test_an_error_of_the_input_reaches_the_caller():
    def broken():
        yield Task(raw_document("Rain fell."), 1)
        raise OSError("the disk fell out")

    pool: Pool[int] = Pool(QUICK, jobs=1, stop=threading.Event())
    with pytest.raises(OSError, match="fell out"):
        list(pool.outcomes(broken()))
