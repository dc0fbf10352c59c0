"""CSV and Parquet: each row a record."""

import sys
from pathlib import Path

import pytest
from packed import PAGE, parquet_of, read

from copydesk.article import Failure


def test_csv_rows_are_records(tmp_path: Path):
    table = b'doc;body;where;desk\n7;"Rain;\nfell.";http://x/;city\n;;;\n8;Snow.;;\n'
    columns = {"id": "doc", "text": "body", "url": "where"}
    first, second, third = read(table, "t.csv", tmp_path, columns=columns)
    assert (first.id, first.data, first.url) == ("7", b"Rain;\nfell.", "http://x/")
    assert first.extra == {"desk": "city"}
    assert isinstance(second, Failure)
    assert (third.id, third.data, third.url) == ("8", b"Snow.", None)


def test_parquet_rows_are_records(tmp_path: Path):
    rows = [{"id": "a", "page": PAGE, "n": 1}, {"id": None, "page": PAGE, "n": None}]
    found = read(parquet_of(rows), "t.parquet", tmp_path, columns={"html": "page"})
    assert [(d.id, d.data, d.format, d.extra) for d in found] == [
        ("a", PAGE, "html", {"n": 1}),
        ("t.parquet#2", PAGE, "html", None),
    ]


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (failure,) = read(b"PAR1")
    assert "pip install 'copydesk[parquet]'" in failure.error.message
