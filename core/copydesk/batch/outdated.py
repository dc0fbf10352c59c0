"""Results that were replaced by others elsewhere."""

from pathlib import Path

from copydesk.batch.ledger import Ledger


def remove_outdated(out: Path, ledger: Ledger) -> None:
    """Remove the files below OUT that no document has an article in any more."""
    for path in ledger.outdated():
        if not any(_are_one(out / path, out / live) for live in ledger.alike(path)):
            (out / path).unlink(missing_ok=True)
        ledger.forget_outdated(path)
    ledger.commit()


def _are_one(path: Path, other: Path) -> bool:
    """Whether two paths that may differ in case lead to one file."""
    try:
        return path.samefile(other)
    except FileNotFoundError:
        return False
