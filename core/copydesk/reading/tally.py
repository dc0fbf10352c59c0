"""How often each name has come up, for any number of names."""

import os
import sqlite3
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path

from copydesk.reading.walk import Found


class Tally:
    """Counts names in a temporary database that SQLite moves to disk when it grows."""

    def __init__(self) -> None:
        # The thread that closes it may be another than the one that counted.
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("CREATE TABLE seen (name TEXT PRIMARY KEY, times INT) WITHOUT ROWID")
        self._rows.execute("BEGIN")

    def times(self, name: str | bytes) -> int:
        """Count the name once more; how often it came up by now."""
        query = (
            "INSERT INTO seen VALUES (?, 1) ON CONFLICT DO UPDATE SET times = times + 1"
            " RETURNING times"
        )
        (times,) = self._rows.execute(query, (name,)).fetchone()
        return int(times)

    def count(self, name: str | bytes) -> int:
        """How often the name has come up."""
        row = self._rows.execute("SELECT times FROM seen WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def __contains__(self, name: str | bytes) -> bool:
        return self.count(name) > 0

    def close(self) -> None:
        """Give the database back."""
        self._rows.close()

    def clear(self) -> None:
        """Start over."""
        self._rows.execute("DELETE FROM seen")


def once(files: Iterable[Found]) -> Generator[Found, None, None]:
    """The files less those that came before: a file is read once, however often it is named."""
    with closing(Tally()) as places:
        for found in files:
            if places.times(place_of(found)) == 1:
                yield found


def place_of(found: Found) -> str | bytes:
    """Where a file lies, whatever it is called by: its absolute path or its URL."""
    path = found.path
    return os.fsencode(path.absolute()) if isinstance(path, Path) else path.url
