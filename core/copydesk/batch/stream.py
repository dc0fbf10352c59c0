"""A stream of documents through workers: the same articles as without, in the same order."""

import threading
from collections.abc import Generator, Iterable

import msgspec

from copydesk.article import Article, Failure
from copydesk.batch.outcome import WorkerSettings
from copydesk.batch.pool import Pool, Task
from copydesk.reading import RawDocument

_decoded = msgspec.msgpack.Decoder(Article).decode


def extract_in_workers(
    documents: Iterable[RawDocument | Failure], settings: WorkerSettings, *, jobs: int
) -> Generator[Article | Failure, None, None]:
    """Articles in input order, with a `Failure` in the place of each document that has none.

    The input is read no further ahead than the workers can use, however slowly the articles are
    taken. Whoever takes only some of them closes the generator, which ends the workers.
    Raises `CopydeskError` where no worker can be started.
    """
    pool: Pool[Failure | None] = Pool(settings, jobs=jobs, stop=threading.Event())
    for unread, outcome in pool.outcomes(map(task_of, documents)):
        failure = outcome.failure if outcome else unread
        if failure:
            yield failure
        elif outcome:
            yield from (_decoded(article.data) for article in outcome.articles)


def task_of(document: RawDocument | Failure) -> Task[Failure | None]:
    """A document as a task; one that could not be read keeps its place."""
    return Task(None, document) if isinstance(document, Failure) else Task(document, None)
