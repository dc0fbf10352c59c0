"""The vectors of the word pieces, which all shipped encoders share."""

from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np
from numpy.typing import NDArray


class Vectors:
    """A table of 8-bit rows, each with its own scale."""

    def __init__(self, rows: NDArray[np.int8], scales: NDArray[np.float32]) -> None:
        self._rows = rows
        self._scales = scales

    def __call__(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors of some pieces, pieces × width."""
        # A third faster than the product of what indexing finds.
        found: NDArray[np.float32] = self._rows.take(ids, axis=0).astype(np.float32)
        found *= self._scales.take(ids)[:, None]
        return found

    @classmethod
    def of(cls, table: NDArray[np.float32]) -> "Vectors":
        """Round a table of 32-bit rows."""
        scales = (np.abs(table).max(1) / 127).astype(np.float32)
        scales[scales == 0] = 1
        return cls(np.rint(table / scales[:, None]).astype(np.int8), scales)

    @classmethod
    def read(cls, stream: IO[bytes]) -> "Vectors":
        """Read what `write` wrote."""
        with np.load(stream) as stored:
            return cls(stored["rows"], stored["scales"])

    def write(self, stream: IO[bytes]) -> None:
        """Write as npz."""
        np.savez(stream, rows=self._rows, scales=self._scales)


@cache
def load_vectors() -> Vectors:
    """The vectors of the shipped encoders, loaded once a process."""
    path = files("copydesk.language") / "weights" / "vectors.npz"
    with path.open("rb") as stream:
        return Vectors.read(stream)
