"""Any container: damage ends in failures, and a format that is said is believed."""

import gzip
import lzma
import random
import zipfile

import pytest
from packed import (
    ATOM,
    LINES,
    NEWSML,
    NITF,
    PAGE,
    RSS,
    SAVED,
    TARGET,
    http,
    parquet_of,
    read,
    tarred,
    warc_record,
    zipped,
)

from copydesk.article import Failure
from copydesk.reading import RawDocument
from copydesk.reading.rules import InputFormat


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, taken out, put in or told twice."""
    damage = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at, size = chance.randrange(len(damage) + 1), chance.randrange(1, 30)
        piece = chance.choice([b"", chance.randbytes(size), bytes(damage[max(at - size, 0) : at])])
        damage[at : at + chance.choice([0, size])] = piece
    return bytes(damage)


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(lambda: zipped({"a.txt": b"A" * 500, "b.html": PAGE}), id="zip"),
        pytest.param(lambda: zipped({"a": PAGE}, zipfile.ZIP_BZIP2), id="zip-bzip2"),
        pytest.param(lambda: tarred({"a.txt": b"A" * 500, "b.html": PAGE}), id="tar"),
        pytest.param(lambda: gzip.compress(LINES), id="gzip"),
        pytest.param(lambda: lzma.compress(LINES), id="xz"),
        pytest.param(lambda: pytest.importorskip("zstandard").compress(LINES), id="zstandard"),
        pytest.param(lambda: parquet_of([{"id": "a", "html": PAGE}]), id="parquet"),
        pytest.param(lambda: warc_record("response", TARGET, http(PAGE)), id="warc"),
        pytest.param(lambda: SAVED, id="mhtml"),
        pytest.param(lambda: RSS, id="rss"),
        pytest.param(lambda: ATOM, id="atom"),
        pytest.param(lambda: NITF, id="nitf"),
        pytest.param(lambda: NEWSML, id="newsml"),
    ],
)
def test_damage_of_any_kind_ends_in_failures_not_in_errors(whole):
    data, chance = whole(), random.Random(1)
    for _ in range(300):
        items = read(damaged(data, chance))
        assert all(isinstance(item, RawDocument | Failure) for item in items)


@pytest.mark.parametrize(
    ("container", "end"),
    [
        (b'{"text": "One."}\n{"text": 7}\n', "#2"),
        (b'[{"text": "One."}, {"text": 7}]', "#2"),
        (b'{"text":\n7}', ""),
    ],
    ids=["lines", "list", "object"],
)
def test_what_is_wrong_with_a_record_is_said_alike_in_every_container(container: bytes, end: str):
    failure = read(container)[-1]
    assert failure.id == f"-{end}"
    assert failure.error.message == "text: expected text, got int"


@pytest.mark.parametrize("input_format", ["html", "text"])
def test_a_format_that_is_said_is_believed(input_format: InputFormat):
    (raw,) = read(LINES, input_format=input_format)
    assert (raw.data, raw.format) == (LINES, input_format)
    (inside,) = read(tarred({"a.jsonl": LINES}), input_format=input_format)
    assert (inside.id, inside.data) == ("-#a.jsonl", LINES)
