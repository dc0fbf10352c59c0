"""Many documents: the plan, the workers, the ledger, the results."""

from copydesk.batch.outcome import DEFAULT_MEMORY, DEFAULT_TIMEOUT, WorkerSettings
from copydesk.batch.report import Report
from copydesk.batch.run import cores, run_batch
from copydesk.batch.settings import BatchSettings
from copydesk.batch.stream import extract_in_workers
from copydesk.batch.workplace import check_apart

__all__ = [
    "DEFAULT_MEMORY",
    "DEFAULT_TIMEOUT",
    "BatchSettings",
    "Report",
    "WorkerSettings",
    "check_apart",
    "cores",
    "extract_in_workers",
    "run_batch",
]
