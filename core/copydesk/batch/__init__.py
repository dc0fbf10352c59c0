"""Many documents: the plan, the workers, the ledger, the results."""

from copydesk.batch.dask import DaskEngine
from copydesk.batch.engines import Engine, LocalEngine, cores
from copydesk.batch.outcome import DEFAULT_MEMORY, DEFAULT_TIMEOUT, WorkerSettings
from copydesk.batch.part_run import run_parts
from copydesk.batch.report import Report
from copydesk.batch.run import run_batch
from copydesk.batch.settings import DEFAULT_SHARD_SIZE, BatchSettings
from copydesk.batch.stream import extract_in_workers
from copydesk.batch.workplace import check_apart

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
