"""Many documents: the plan, the workers, the ledger, the results."""

from typing import TYPE_CHECKING

from copydesk._lazy import lazy_names

if TYPE_CHECKING:
    from copydesk.batch.dask import DaskEngine
    from copydesk.batch.engines import Engine, LocalEngine, cores
    from copydesk.batch.outcome import DEFAULT_MEMORY, DEFAULT_TIMEOUT, WorkerSettings
    from copydesk.batch.part_run import run_parts
    from copydesk.batch.report import Report
    from copydesk.batch.run import run_batch
    from copydesk.batch.settings import DEFAULT_SHARD_SIZE, BatchSettings
    from copydesk.batch.stream import extract_in_workers
    from copydesk.batch.workplace import check_apart

_HOMES = {
    "copydesk.batch.dask": ("DaskEngine",),
    "copydesk.batch.engines": ("Engine", "LocalEngine", "cores"),
    "copydesk.batch.outcome": ("DEFAULT_MEMORY", "DEFAULT_TIMEOUT", "WorkerSettings"),
    "copydesk.batch.part_run": ("run_parts",),
    "copydesk.batch.report": ("Report",),
    "copydesk.batch.run": ("run_batch",),
    "copydesk.batch.settings": ("DEFAULT_SHARD_SIZE", "BatchSettings"),
    "copydesk.batch.stream": ("extract_in_workers",),
    "copydesk.batch.workplace": ("check_apart",),
}

__all__ = [
    "DEFAULT_MEMORY",
    "DEFAULT_SHARD_SIZE",
    "DEFAULT_TIMEOUT",
    "BatchSettings",
    "DaskEngine",
    "Engine",
    "LocalEngine",
    "Report",
    "WorkerSettings",
    "check_apart",
    "cores",
    "extract_in_workers",
    "run_batch",
    "run_parts",
]

__getattr__ = lazy_names(__name__, _HOMES)
