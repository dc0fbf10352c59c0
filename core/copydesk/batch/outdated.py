"""Results that were replaced by others elsewhere."""

from pathlib import Path

from copydesk.batch.ledger import Ledger


def remove_outdated(out: Path, ledger: Ledger) -> None:
    """Remove the files below OUT that no document has an article in any more."""
    for path in ledger.outdated():
        if not ledger.in_file(path):
            (out / path).unlink(missing_ok=True)
        ledger.forget_outdated(path)
    ledger.commit()
