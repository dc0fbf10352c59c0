"""JSON Lines in."""

import base64
import io
import json
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packed import read

from copydesk.article import Failure
from copydesk.reading import RawDocument, stream_holds
from copydesk.reading.jsonl import documents_in_lines


def documents(*records: object) -> list[RawDocument | Failure]:
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
    return list(documents_in_lines(lines, "dump.jsonl"))


def test_a_record_keeps_what_is_known_and_carries_the_rest_through():
    (raw,) = documents(
        {
            "id": "a",
            "text": "Hello.",
            "url": "u",
            "title": "t",
            "published": "2020-01-01",
            "language": "en",
            "desk": "world",
            "tags": [1],
        }
    )
    assert raw == RawDocument(
        id="a",
        data=b"Hello.",
        format="text",
        encoding="utf-8",
        url="u",
        title="t",
        published="2020-01-01",
        language="en",
        extra={"desk": "world", "tags": [1]},
    )


def test_a_page_in_base64_keeps_its_bytes():
    page = "<p>caf\xe9</p>".encode("latin-1")
    (raw,) = documents({"id": 7, "html_b64": base64.b64encode(page).decode()})
    assert (raw.id, raw.data, raw.format, raw.encoding) == ("7", page, "html", None)


def test_a_record_without_an_id_is_called_by_its_line():
    first, second = documents({"text": "a"}, {"text": "b", "id": None})
    assert (first.id, second.id) == ("dump.jsonl#1", "dump.jsonl#2")


def test_a_first_line_of_any_length_shows_what_the_file_is():
    records = [{"text": "Rain fell. " * 1000}, {"text": "Snow fell."}]
    stream = io.BytesIO(b"".join(json.dumps(record).encode() + b"\n" for record in records))
    found = stream_holds(stream)
    assert not found.single
    assert [item.id for item in found.items] == ["-#1", "-#2"]


def test_blank_lines_are_no_records_but_count_as_lines():
    (raw,) = documents(b"\n", {"text": "a"})
    assert raw.id == "dump.jsonl#2"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{not json", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[1, 2]", "expected a JSON object, got list"),
        (b'{"id": "x"}', "expected one of text, html, html_b64; found none"),
        (b'{"text": "a", "html": "b"}', "found text and html"),
        (b'{"text": 3}', "text: expected text, got int"),
        (b'{"text": "a", "url": []}', "url: expected text, got list"),
        (b'{"html_b64": "%%%"}', "html_b64: not base64"),
    ],
    ids=["syntax", "encoding", "list", "no-body", "two-bodies", "number", "bad-url", "base64"],
)
def test_a_bad_line_is_a_failure_in_its_place(line: bytes, message: str):
    failure, good = documents(line, {"text": "a"})
    assert isinstance(failure, Failure)
    assert message in failure.error.message
    assert failure.error.stage == "reading"
    assert good.data == b"a"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (b"123456789012345678901234567890", "123456789012345678901234567890"),
        (b"-9223372036854775808", -(2**63)),
        (b'["\\ud83d", {"\\ud800": 1}]', ["\ufffd", {"\ufffd": 1}]),
        (b"[1e400, true, null]", [float("inf"), True, None]),
    ],
    ids=["large", "64-bits", "half-an-emoji", "infinite"],
)
def test_whatever_a_record_carries_can_be_sent_to_a_worker_and_written(value: bytes, kept):
    (raw,) = documents(b'{"text": "Rain \\ud800 fell.", "x": ' + value + b"}")
    assert (raw.data.decode(), raw.extra) == ("Rain \ufffd fell.", {"x": kept})
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(raw), type=RawDocument) == raw
    msgspec.json.encode(raw.extra)


_TEXT = st.text(st.characters(exclude_categories=()), max_size=5)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=8,
)
_KEYS = st.sampled_from(["id", "url", "title", "published", "language", "x"]) | _TEXT


@given(st.dictionaries(_KEYS, _JSON, max_size=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_any_record_is_a_document_that_can_be_sent_or_a_failure(record: dict, plain: bool):
    line = json.dumps({"text": "Rain fell.", **record}, ensure_ascii=not plain)
    (item,) = documents(line.encode("utf-8", "surrogatepass"))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(item), type=type(item)).id == item.id
    msgspec.json.encode(item)
    item.id.encode()


@pytest.mark.parametrize("depth", [200, 100_000])
def test_a_record_nested_too_deep_costs_itself_alone(depth: int):
    deep = b'{"text": "a", "x": ' + b"[" * depth + b"]" * depth + b"}"
    failure, good = documents(deep, {"text": "b"})
    assert failure.error.message == "JSON nested too deep"
    assert good.data == b"b"


@pytest.mark.parametrize("name", ["d.jsonl", "d.NDJSON"])
def test_a_file_by_the_name_of_json_lines_may_begin_with_a_bad_line(tmp_path: Path, name: str):
    failure, good = read(b'[oops\n{"text": "Rain fell."}\n', name, tmp_path)
    assert "not JSON" in failure.error.message
    assert (good.id, good.data) == (f"{name}#2", b"Rain fell.")
    assert read(b"", name, tmp_path) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("padding", [0, 5000])
def test_a_byte_order_mark_is_seen_through(tmp_path: Path, encoding: str, padding: int):
    lines = '{"text": "Zürich."}\n{"text": "Köln.", "x": "y"}\n'
    lines = lines.replace("y", "é" * padding)
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    first, second = read(mark + lines.encode(encoding), "d.jsonl", tmp_path)
    assert (first.data.decode(), second.data.decode()) == ("Zürich.", "Köln.")
    first, second = read(mark + lines.encode(encoding))
    assert second.extra == {"x": "é" * padding}


def test_a_stream_with_a_byte_order_mark_is_read_as_it_comes():
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as stream:
        os.write(theirs, b'\xef\xbb\xbf{"text": "Rain fell."}\n')
        first = next(stream_holds(stream).items)
        os.close(theirs)
    assert first.data == b"Rain fell."


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_of_one_record_or_of_a_list_of_them_is_read_over_its_lines(indent, encoding: str):
    records = [{"id": "own", "text": "Rain fell."}, {"text": "Snow fell."}, {"x": 1}]
    first, second, third = read(json.dumps(records, indent=indent).encode(encoding))
    assert [(d.id, d.data) for d in (first, second)] == [
        ("own", b"Rain fell."),
        ("-#2", b"Snow fell."),
    ]
    assert third.error.message.startswith("expected one of text")
    one = json.dumps(records[1], indent=indent).encode(encoding)
    documents = stream_holds(io.BytesIO(one))
    assert documents.single == (indent is not None)
    assert [d.data for d in documents.items] == [b"Snow fell."]


@pytest.mark.parametrize("text", ['{"a note": "in braces"}\nand more', '{\n"a": 1}', '[{"a": 1}]'])
def test_a_text_that_only_begins_like_json_is_a_document_unless_it_is_said_to_be(text: str):
    (raw,) = read(text.encode())
    assert (raw.id, raw.data, raw.format) == ("-", text.encode(), "auto")
    (failure,) = read(text.encode(), input_format="json")
    assert isinstance(failure, Failure)


def test_news_please_records_are_known():
    record = {"maintext": "Rain fell.", "date_publish": "2020-03-04 10:00:00", "authors": ["A"]}
    (raw,) = documents(record)
    assert (raw.data, raw.published) == (b"Rain fell.", "2020-03-04 10:00:00")
    assert raw.extra == {"authors": ["A"]}
