"""Many documents: the plan, the workers, the ledger, the results."""

from copydesk.batch.outcome import WorkerSettings
from copydesk.batch.report import Report
from copydesk.batch.run import BatchSettings, run_batch
from copydesk.batch.workplace import check_apart

__all__ = ["BatchSettings", "Report", "WorkerSettings", "check_apart", "run_batch"]
