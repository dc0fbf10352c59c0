"""How much may be under way at once."""

import threading


class Room:
    """Bounds the documents that are read but not yet written, by number and by bytes.

    One document always fits, however large.
    """

    def __init__(self, *, documents: int, size: int) -> None:
        self._most, self._largest = documents, size
        self._documents = self._size = 0
        self._closed = False
        self._changed = threading.Condition()

    def take(self, size: int) -> bool:
        """Wait for room for a document of that many bytes; False once the room is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._fits(size))
            if self._closed:
                return False
            self._documents += 1
            self._size += size
            return True

    def give(self, size: int) -> None:
        """Give back the room of one document."""
        with self._changed:
            self._documents -= 1
            self._size -= size
            self._changed.notify_all()

    def close(self) -> None:
        """Turn away all who wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _fits(self, size: int) -> bool:
        if not self._documents:
            return True
        return self._documents < self._most and self._size + size <= self._largest
