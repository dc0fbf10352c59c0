"""Word lists that lie beside the code as data."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=16)
def entries(name: str) -> tuple[tuple[str, str], ...]:
    """Give the lines `key: value` of a file in `data/`, in order; `#` opens a comment."""
    listing = files("copydesk.cleaning").joinpath("data", name).read_text("utf-8")
    lines = (line.partition(": ") for line in listing.splitlines())
    return tuple((key, value) for key, _, value in lines if value and not key.startswith("#"))


def words(name: str, key: str) -> frozenset[str]:
    """Give the words under a key of a file in `data/`."""
    return frozenset(ordered(name, key))


def ordered(name: str, key: str) -> tuple[str, ...]:
    """Give the words under a key of a file in `data/`, in order."""
    return tuple(word for found, value in entries(name) if found == key for word in value.split())
