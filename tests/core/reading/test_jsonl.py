"""JSON Lines in."""

import base64
import json

import pytest

from copydesk.article import Failure
from copydesk.reading import RawDocument
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


def test_news_please_records_are_known():
    record = {"maintext": "Rain fell.", "date_publish": "2020-03-04 10:00:00", "authors": ["A"]}
    (raw,) = documents(record)
    assert (raw.data, raw.published) == (b"Rain fell.", "2020-03-04 10:00:00")
    assert raw.extra == {"authors": ["A"]}
