"""The worker: a process that makes articles of the raw documents that come in on its pipe.

It guards itself. The kernel's alarm clock ends it when a document takes too long, even where C
code never gives way, and a resource limit refuses it memory. It ends when its pipe does, so no
worker outlives the run that started it.
"""

import gc
import logging
import os
import queue
import resource
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from copydesk.article import Article
from copydesk.batch import outcome as messages
from copydesk.batch.frames import read_frame, write_frame
from copydesk.batch.minhash import signature
from copydesk.batch.outcome import Outcome, Rendered, WorkerSettings
from copydesk.batch.rendering import render
from copydesk.errors import ExtractionError
from copydesk.reading import RawDocument

if TYPE_CHECKING:
    from copydesk.extractor import Extractor

_GARBAGE_AFTER = 50_000
"""New objects after which Python looks for cycles among them, of which documents make few.

With its own 700 it would take 3 % of the worker's time, and 8 % of its start.
"""

READY = b""
"""The first frame of a worker that can work; any other is the reason why it cannot."""


def main() -> None:
    """Serve the parent on standard input and output until it closes the pipe."""
    gc.set_threshold(_GARBAGE_AFTER)
    requests, replies = _private_pipes()
    first = read_frame(requests)
    if first is None:
        return
    settings = messages.decode_settings(first)
    try:
        from copydesk.extractor import Extractor  # makes more objects than many documents

        extractor = Extractor(settings.options)
        extractor.prepare()
    except Exception as fault:
        write_frame(replies, (str(fault) or type(fault).__name__).encode())
        return
    gc.freeze()  # the model and the word lists stay: no need to look through them
    _limit_memory(settings.memory)
    write_frame(replies, READY)
    waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(requests, waiting), daemon=True).start()
    while (payload := waiting.get()) is not None:
        result = outcome_of(messages.decode_raw(payload), extractor, settings)
        write_frame(replies, messages.encode(result))
        if result.failure and result.failure.error.type == "MemoryError":
            return  # what is left of this process cannot be trusted


def outcome_of(raw: RawDocument, extractor: "Extractor", settings: WorkerSettings) -> Outcome:
    """The articles of a document, rendered; or its failure. The alarm clock runs meanwhile."""
    begin = time.perf_counter()
    extractor.seconds.clear()
    signal.setitimer(signal.ITIMER_REAL, settings.timeout)
    try:
        articles = extractor.extract(raw)
        result = Outcome(articles=tuple(_rendered(article, settings) for article in articles))
    except ExtractionError as fault:
        result = Outcome(failure=fault.failure(raw.id))
    except Exception as fault:
        message = str(fault) or type(fault).__name__
        result = messages.failed(raw.id, "writing", type(fault).__name__, message)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    seconds = time.perf_counter() - begin
    return msgspec.structs.replace(result, seconds=seconds, stages=dict(extractor.seconds))


def _rendered(article: Article, settings: WorkerSettings) -> Rendered:
    """The article as bytes, with what the run needs to know of it."""
    return Rendered(
        id=article.id,
        data=render(article, settings.form),
        words=len(article.text.split()),
        signature=signature(article.text) if settings.signed else b"",
        record=msgspec.msgpack.encode(article) if settings.signed else b"",
    )


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The parent's pipes, out of the way of any code that prints."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    for number in (signal.SIGINT, signal.SIGTERM):  # a service manager signals all processes
        signal.signal(number, signal.SIG_IGN)  # the parent decides what it means
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    logging.disable(logging.CRITICAL)
    return requests, replies


def _receive(requests: BinaryIO, waiting: "queue.SimpleQueue[bytes | None]") -> None:
    """Take in the next document while one is worked on."""
    while (payload := read_frame(requests)) is not None:
        waiting.put(payload)
    waiting.put(None)


def _limit_memory(mebibytes: int) -> None:
    """Allow that much more private memory than is held now; where the system can tell."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    held = int(statm.read_text().split()[5]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (held + mebibytes * 2**20, hard))


if __name__ == "__main__":
    main()
    os._exit(0)  # all replies are out, and clearing up takes as long as a document
