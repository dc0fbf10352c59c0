"""The same story again: found by the texts' signatures, which the ledger's file keeps."""

import hashlib
import sqlite3
from collections.abc import Iterator
from operator import eq

from copydesk.batch.ledger import Key, Ledger

ALIKE = 0.8
"""Texts at least as alike (Jaccard, of word 5-grams) are the same story."""

# Locality-sensitive hashing: texts are compared where one of 16 runs of 4 places agrees. At a
# likeness of 0.8 that finds 99.98%, at 0.5 still 64%, which the comparison then turns down. The
# whole signature is a run too, so that an exact repetition is always found.
_RUN = 4
_MOST = 8
"""Texts remembered for a run: what more texts share is the furniture of a site."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS firsts (
    number INTEGER PRIMARY KEY, file TEXT, id TEXT, copy INTEGER, article TEXT, signature BLOB
);
CREATE INDEX IF NOT EXISTS firsts_of ON firsts (file, id, copy);
CREATE TABLE IF NOT EXISTS runs (
    hash INTEGER, number INTEGER, PRIMARY KEY (hash, number)
) WITHOUT ROWID;
"""


class Duplicates:
    """Remembers the first article of each story, across runs."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        with ledger.writing() as rows:
            for statement in _SCHEMA.split(";"):
                rows.execute(statement)
        ledger.commit()

    def forget(self, key: Key) -> None:
        """Forget the articles of a document that is being done again."""
        with self._ledger.writing() as rows:
            query = "SELECT number, signature FROM firsts WHERE file = ? AND id = ? AND copy = ?"
            for number, signature in rows.execute(query, key).fetchall():
                rows.executemany(
                    "DELETE FROM runs WHERE hash = ? AND number = ?",
                    [(run, number) for run in _runs(signature)],
                )
                rows.execute("DELETE FROM firsts WHERE number = ?", (number,))

    def first_of(self, article: str, signature: bytes, key: Key) -> str | None:
        """The id of the first article with the same story; None where this is the first."""
        if not signature:
            return None
        with self._ledger.writing() as rows:
            known = _sharing(rows, list(_runs(signature)))
            for number in sorted(set().union(*known.values())):
                query = "SELECT article, signature FROM firsts WHERE number = ?"
                first, other = rows.execute(query, (number,)).fetchone()
                if likeness(signature, other) >= ALIKE:
                    return str(first)
            added = rows.execute(
                "INSERT INTO firsts (file, id, copy, article, signature) VALUES (?, ?, ?, ?, ?)",
                (*key, article, signature),
            )
            free = [(run, added.lastrowid) for run, them in known.items() if len(them) < _MOST]
            rows.executemany("INSERT INTO runs VALUES (?, ?)", free)
        return None


def _sharing(rows: sqlite3.Connection, runs: list[int]) -> dict[int, list[int]]:
    """For each run, the numbers of the texts remembered for it."""
    marks = ", ".join("?" * len(runs))
    sharing: dict[int, list[int]] = {run: [] for run in runs}
    for run, number in rows.execute(f"SELECT hash, number FROM runs WHERE hash IN ({marks})", runs):
        sharing[run].append(number)
    return sharing


def _runs(signature: bytes) -> Iterator[int]:
    """A 48-bit hash of each run of places, and of which run it is."""
    size = 4 * _RUN
    pieces = [signature[at : at + size] for at in range(0, len(signature), size)]
    for number, run in enumerate([*pieces, signature]):
        yield int.from_bytes(hashlib.blake2b(run, digest_size=6, salt=bytes([number])).digest())


def likeness(one: bytes, other: bytes) -> float:
    """The estimated Jaccard similarity of two texts, 0 to 1: the share of places that agree."""
    places, others = memoryview(one).cast("I"), memoryview(other).cast("I")
    return int(sum(map(eq, places, others))) / len(places)
