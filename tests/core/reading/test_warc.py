"""WARC and WACZ: which records are pages, and what they are called."""

import gzip
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from packed import LINES, PAGE, TARGET, Chain, Zeros, bodies, http, read, warc_record, zipped

from copydesk.article import Failure
from copydesk.reading import RawDocument, ReadRules, stream_holds


@pytest.mark.parametrize("packed", [False, True])
def test_warc_responses_that_are_pages_come_out(packed: bool, tmp_path: Path):
    shrunk = http(
        gzip.compress(PAGE), "text/html; charset=latin-1", more="Content-Encoding: gzip\r\n"
    )
    chunked = (
        b"5\r\n"
        + PAGE[:5]
        + b"\r\n"
        + f"{len(PAGE) - 5:x}".encode()
        + b"\r\n"
        + PAGE[5:]
        + b"\r\n0\r\n\r\n"
    )
    records = [
        warc_record("warcinfo", "", b"software: x\r\n"),
        warc_record("response", TARGET, http(PAGE)),
        warc_record("response", TARGET, http(b"\x89PNG", "image/png")),
        warc_record("response", TARGET, http(PAGE, status="404 Not Found")),
        warc_record("response", TARGET, shrunk),
        warc_record("response", TARGET, http(chunked, more="Transfer-Encoding: chunked\r\n")),
        warc_record("resource", "Content-Type: text/html\r\n", PAGE),
        warc_record("response", TARGET, b"nonsense"),
        warc_record("conversion", "Content-Type: text/plain\r\n", b"Rain fell."),
    ]
    data = b"".join(map(gzip.compress, records) if packed else records)
    found = read(data, "c.warc", tmp_path)
    url = "http://x/1"
    failures = [item for item in found if isinstance(item, Failure)]
    assert [(f.id, f.error.message) for f in failures] == [("c.warc#8", "not an HTTP response")]
    found = [item for item in found if isinstance(item, RawDocument)]
    assert [(d.id, d.data, d.format, d.encoding, d.url) for d in found] == [
        ("c.warc#2", PAGE, "html", None, url),
        ("c.warc#5", PAGE, "html", "latin-1", url),
        ("c.warc#6", PAGE, "html", None, url),
        ("c.warc#7", PAGE, "html", None, None),
        ("c.warc#9", b"Rain fell.", "text", "utf-8", None),
    ]


def test_a_broken_warc_gives_what_was_well_and_failures():
    well = warc_record("resource", "Content-Type: text/html\r\n", PAGE)
    endless = b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<p>Lost.</p>\r\n"
    found = bodies(read(well + b"garbage\nmore of it\n" + well + endless + well + b"garbage"))
    assert found == {
        "-#1": PAGE,
        "-#2": "not a WARC record where one should begin",
        "-#3": PAGE,
        "-#4": "a WARC record that does not say how long it is",
        "-#5": PAGE,
        "-#6": "not a WARC record where one should begin",
    }


def test_a_compressed_response_that_grows_too_large_is_a_failure():
    body = http(gzip.compress(bytes(2 * 2**20)), more="Content-Encoding: gzip\r\n")
    record = warc_record("response", "Content-Type: application/http\r\n", body)
    (failure,) = read(record, largest=2**20)
    assert failure.error.message == "larger than 1 MiB"


def test_a_large_record_is_never_held():
    """Of what is no page nothing is kept, and of a page no more than may be."""
    records = []
    for kind in ("request", "response"):
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{TARGET}Content-Length: {200 * 2**20}\r\n\r\n"
        records += [io.BytesIO(head.encode()), Zeros(200 * 2**20), io.BytesIO(b"\r\n\r\n")]
    records.append(io.BytesIO(warc_record("response", TARGET, http(PAGE))))
    tracemalloc.start()
    failure, page = stream_holds(io.BufferedReader(Chain(records)), ReadRules(largest=2**20)).items
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert failure.error.message == "larger than 1 MiB"
    assert (page.id, page.data) == ("-#3", PAGE)
    assert peak < 10 * 2**20


def test_of_a_wacz_archive_only_the_crawl_is_read(tmp_path: Path):
    crawl = gzip.compress(warc_record("response", TARGET, http(PAGE)))
    members = {"datapackage.json": b"{}", "pages/pages.jsonl": LINES, "archive/d.warc.gz": crawl}
    found = read(zipped(members, zipfile.ZIP_STORED), "c.wacz", tmp_path)
    assert bodies(found) == {"c.wacz#archive/d.warc.gz#1": PAGE}
