"""From the command's arguments to raw documents."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from copydesk.article import Failure
from copydesk.reading import Documents, RawDocument, ReadRules, paths_hold, stream_holds
from copydesk.reading.walk import printable

STDIN = "-"


def documents_of(inputs: Sequence[str], rules: ReadRules) -> Documents:
    """The documents of files and folders in the order given; '-' or nothing is standard input."""
    if len(inputs) <= 1:
        return _documents(inputs[0] if inputs else STDIN, rules)
    return Documents(_one_by_one(inputs, rules), single=False)


def standard_input() -> BinaryIO:
    """Standard input, apart from `sys.stdin`: Python cannot end while a thread waits in that."""
    return open(0, "rb", closefd=False)


def _documents(name: str, rules: ReadRules) -> Documents:
    if name == STDIN:
        return stream_holds(standard_input(), rules)
    path = Path(name)
    if path.is_fifo():  # as `extract <(curl …)` makes one
        return stream_holds(path.open("rb"), rules, name=printable(name))
    return paths_hold([path], rules)


def _one_by_one(inputs: Sequence[str], rules: ReadRules) -> Iterator[RawDocument | Failure]:
    return itertools.chain.from_iterable(_documents(name, rules).items for name in inputs)
