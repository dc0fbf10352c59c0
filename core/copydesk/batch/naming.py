"""Where a document's article goes: a file's name from the document's id, always inside OUT."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator

from copydesk.reading import STATE_FOLDER

FAILURES = "failures.jsonl"

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_NAME = 200  # bytes of 255, so that a suffix and a number still fit
_LONGEST_PATH = 2000  # bytes of 4096: OUT itself takes its share
_MARK = 12  # hexadecimal digits of the hash that stands for what was cut


def output_path(file: str, document_id: str, suffix: str) -> str:
    """The path below OUT of an article that came from that input file.

    It is the file's own path with the suffix after it; a file that holds several documents
    becomes a folder of them. Steps up and empty parts fall away, control characters are replaced,
    overlong names are cut and end in a hash of the whole. A folder never looks like an article's
    file, nor like the list of failures or the folder in which the run keeps its state.

    >>> output_path("dumps/a.html", "dumps/a.html", ".json")
    'dumps/a.html.json'
    >>> output_path("dumps/b.jsonl", "dumps/b.jsonl#42", ".json")
    'dumps/b.jsonl/42.json'
    >>> output_path("dumps/b.jsonl", "../../etc/passwd", ".json")
    'dumps/b.jsonl/etc/passwd.json'
    """
    named = file if document_id == file else f"{file}/{document_id.removeprefix(f'{file}#')}"
    parts = [part for part in named.split("/") if part not in ("", ".", "..")]
    *folders, name = [_short(_CONTROL.sub("_", part)) for part in parts] or ["_"]
    folders = [f"{f}~" if _means_more(f, n, suffix) else f for n, f in enumerate(folders)]
    path = "/".join([*folders, name + suffix])
    if len(os.fsencode(path)) > _LONGEST_PATH:
        return f"long-paths/{_digest(named)}{suffix}"
    return path


def folded(path: str) -> str:
    """What two paths have in common that are one where the system does not tell them apart.

    On macOS and Windows "Ä.html" and "ä.html" are the same file, however the umlaut is composed.

    >>> folded("in/STRASSE.html") == folded("In/straße.HTML")
    True
    """
    if path.isascii():
        return path.lower()
    decomposed = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFD", decomposed)


def alternatives(path: str, suffix: str) -> Iterator[str]:
    """The path, then what it is called instead where another document has it already."""
    yield path
    stem = path.removesuffix(suffix)
    number = 2
    while True:
        yield f"{stem}~{number}{suffix}"
        number += 1


def _means_more(folder: str, depth: int, suffix: str) -> bool:
    """Whether a folder would be taken for something else."""
    name = folded(folder)
    return name.endswith(suffix) or name == STATE_FOLDER or (name, depth) == (FAILURES, 0)


def _short(name: str) -> str:
    coded = name.encode("utf-8", "backslashreplace")
    if len(coded) <= _LONGEST_NAME:
        return coded.decode()
    kept = coded[: _LONGEST_NAME - _MARK - 1].decode("utf-8", "ignore")
    return f"{kept}~{_digest(name)}"


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:_MARK]
