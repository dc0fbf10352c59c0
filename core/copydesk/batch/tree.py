"""Results as a tree: one file an article, where its id says."""

from pathlib import Path

from msgspec.structs import replace

from copydesk.batch.ledger import Entry, Key, Ledger, Output
from copydesk.batch.naming import alternatives, folded, output_path
from copydesk.batch.outcome import Rendered
from copydesk.batch.outdated import remove_outdated
from copydesk.reading import FileState
from copydesk.writing.files import write_whole


class Tree:
    """Writes articles below OUT and notes each in the ledger. Raises `WriteError`."""

    def __init__(self, out: Path, *, suffix: str, parts: Path, ledger: Ledger) -> None:
        self._out = out
        self._suffix = suffix
        self._parts = parts
        self._ledger = ledger

    def add(self, entry: Entry, articles: tuple[Rendered, ...]) -> None:
        """Write a document's articles; what it left elsewhere in an earlier run goes in the end."""
        outputs: dict[str, Output] = {}
        for article in articles:
            path = self._free_path(article.id, entry.key, outputs)
            write_whole(self._out / path, [article.data], parts=self._parts)
            outputs[folded(path)] = Output(path, len(article.data))
        self._ledger.record(replace(entry, outputs=tuple(outputs.values())))
        self._ledger.commit()

    def file_done(self, key: str, state: FileState, settings: str) -> None:
        """Note that all documents of a file are dealt with."""
        self._ledger.record_file(key, state, settings)

    def close(self, *, complete: bool) -> None:
        """Remove what is outdated; all else is in its place already."""
        self._ledger.commit()
        remove_outdated(self._out, self._ledger)

    def _free_path(self, article_id: str, key: Key, taken: dict[str, Output]) -> str:
        first = output_path(key.file_name, article_id, self._suffix)
        return next(
            path
            for path in alternatives(first, self._suffix)
            if folded(path) not in taken and self._ledger.owner(path) in (None, key)
        )
