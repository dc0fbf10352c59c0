"""Many documents: the plan, the workers, the ledger, the results."""

from copydesk.batch.engines import Engine, cores, dask_engine, local_engine
from copydesk.batch.outcome import DEFAULT_MEMORY, DEFAULT_TIMEOUT, WorkerSettings
from copydesk.batch.report import Report
from copydesk.batch.run import run_batch
from copydesk.batch.settings import BatchSettings
from copydesk.batch.stream import extract_in_workers
from copydesk.batch.workplace import check_apart

__all__ = [
    "DEFAULT_MEMORY",
    "DEFAULT_TIMEOUT",
    "BatchSettings",
    "Engine",
    "Report",
    "WorkerSettings",
    "check_apart",
    "cores",
    "dask_engine",
    "extract_in_workers",
    "local_engine",
    "run_batch",
]
