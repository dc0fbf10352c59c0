"""CSV and Parquet: each row a record."""

import datetime as dt
import decimal
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


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("id|text\n1|Zürich, rain; fell.\n".encode(), "Zürich, rain; fell."),
        ("sep=;\r\nid;text\r\n1;Zürich, rain.\r\n".encode(), "Zürich, rain."),
        ("id,text\n1,Zürich.\n".encode("cp1252"), "Zürich."),
        ("id\ttext\n1\tZürich.\n".encode("utf-16"), "Zürich."),
        ("id;text\n1;Zürich.\n".encode("utf-8-sig"), "Zürich."),
        ("id,text\r1,Zürich.\r".encode(), "Zürich."),
    ],
    ids=["bars", "said", "windows", "utf-16", "mark", "carriage-returns"],
)
def test_tables_come_in_many_dialects(tmp_path: Path, table: bytes, text: str):
    (row,) = read(table, "t.csv", tmp_path)
    assert (row.id, row.data.decode()) == ("1", text)


@pytest.mark.parametrize("row", [b"," * 10_000, b'"a\n",' * 2_000], ids=["cells", "lines"])
def test_a_row_without_end_is_a_failure_and_never_held(row: bytes):
    table = b"id,text\n1,Rain fell.\n" + row + b"\n3,Snow fell.\n"
    well, failure = read(table, input_format="csv", largest=5_000)
    assert well.data == b"Rain fell."
    assert (failure.id, failure.error.message) == ("-", "a row larger than 0.00476837 MiB")
    rows = b"id,text\n" + b'1,"Rain\nfell."\n' * 1_000
    assert len(read(rows, input_format="csv", largest=5_000)) == 1_000


def test_parquet_columns_of_any_type_are_carried_through(tmp_path: Path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    day = dt.datetime(2020, 3, 4, 5, 6, tzinfo=dt.UTC)
    columns = {
        "text": pyarrow.array(["Rain fell."]).dictionary_encode(),
        "published": pyarrow.array([day], pyarrow.timestamp("us", "Europe/Berlin")),
        "price": pyarrow.array([decimal.Decimal("1.50")]),
        "raw": pyarrow.array([{"bytes": b"\xff"}]),
        "pairs": pyarrow.array([[("k", 2**63)]], pyarrow.map_(pyarrow.string(), pyarrow.uint64())),
        "none": pyarrow.nulls(1),
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "t.parquet")
    (row,) = read((tmp_path / "t.parquet").read_bytes(), "t.parquet", tmp_path)
    assert (row.data, row.published) == (b"Rain fell.", "2020-03-04T06:06:00+01:00")
    assert row.extra == {"price": "1.50", "raw": {"bytes": "/w=="}, "pairs": [("k", 2**63)]}


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
