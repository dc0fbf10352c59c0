"""Archives, crawls, tables and feeds: which documents come out, and under what ids."""

import bz2
import gzip
import io
import lzma
import random
import sys
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from msgspec import structs

from copydesk.article import Failure
from copydesk.reading import RawDocument, ReadRules, compression, paths_hold, stream_holds
from copydesk.reading.rules import InputFormat

PAGE = b"<html><body><p>Rain fell in Oslo.</p></body></html>"
LINES = b'{"text": "One."}\n{"id": "own", "text": "Two."}\n'


def read(data: bytes, name: str = "x", folder: Path | None = None, **rules) -> list:
    if folder is None:
        return list(stream_holds(io.BytesIO(data), ReadRules(**rules)).items)
    path = folder / name
    path.write_bytes(data)
    found = paths_hold([path], ReadRules(**rules)).items
    return [_renamed(item, str(path), name) for item in found]


def _renamed(item, path: str, name: str):
    if isinstance(item, Failure):
        message = item.error.message.replace(path, name)
        return Failure(
            id=item.id.replace(path, name), error=structs.replace(item.error, message=message)
        )
    return structs.replace(item, id=item.id.replace(path, name), path=None)


def bodies(items: list) -> dict[str, bytes | str]:
    return {
        item.id: item.error.message if isinstance(item, Failure) else item.data for item in items
    }


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_compression_is_seen_through(compress, tmp_path: Path):
    assert bodies(read(compress(PAGE), "a.html.z", tmp_path)) == {"a.html.z": PAGE}
    assert list(bodies(read(compress(LINES), "d.jsonl.z", tmp_path))) == ["d.jsonl.z#1", "own"]


def test_zstandard_is_seen_through():
    zstandard = pytest.importorskip("zstandard")
    assert bodies(read(zstandard.compress(PAGE) + zstandard.compress(b"!"))) == {"-": PAGE + b"!"}


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_members_of_archives_are_documents_or_containers_themselves(pack, tmp_path: Path):
    members = {"a/b.html": PAGE, "lines.jsonl.gz": gzip.compress(LINES), ".hidden": b"x"}
    members |= {"__MACOSX/._b.html": b"x", "in.zip": zipped({"c.txt": b"C"})}
    assert bodies(read(pack(members), "d.arc", tmp_path)) == {
        "d.arc#a/b.html": PAGE,
        "d.arc#lines.jsonl.gz#1": b"One.",
        "own": b"Two.",
        "d.arc#in.zip#c.txt": b"C",
    }


def test_links_and_devices_in_a_tar_file_are_passed_by():
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in {
            "a": tarfile.SYMTYPE,
            "b": tarfile.LNKTYPE,
            "c": tarfile.FIFOTYPE,
        }.items():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "../../etc/passwd"
            archive.addfile(member)
    assert read(packed.getvalue()) == []


def test_an_office_document_is_no_archive(tmp_path: Path):
    office = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert bodies(read(office, "a.docx", tmp_path)) == {"a.docx": office}


@pytest.fixture
def small_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little may unpack from next to nothing, so that a small bomb will do."""
    monkeypatch.setattr(compression, "_FREE", 2**20)


@pytest.mark.usefixtures("small_allowance")
def test_a_zip_bomb_ends_where_it_goes_off(tmp_path: Path):
    members = {"a.txt": b"A"} | {f"{n}.html": bytes(2**19) for n in range(9)}
    *first, last = read(zipped(members), "bomb.zip", tmp_path)
    assert first[0].data == b"A"
    assert len(first) < 9
    assert last.id == "bomb.zip"
    assert "bomb" in last.error.message


@pytest.mark.usefixtures("small_allowance")
def test_a_stream_that_unpacks_without_end_is_stopped():
    bomb = gzip.compress(b"\n" * (2 * 2**20), compresslevel=9)
    (failure,) = read(bomb, input_format="jsonl")
    assert "bomb" in failure.error.message


def test_archives_within_archives_end_somewhere(tmp_path: Path):
    inner = zipped({"a.txt": b"A"})
    for _ in range(10):
        inner = zipped({"x.zip": inner})
    (failure,) = read(inner, "deep.zip", tmp_path)
    assert "too deep" in failure.error.message


def test_a_document_beyond_the_limit_is_a_failure():
    (failure,) = read(b"x" * 2_000_000, largest=2**20)
    assert failure.error.message == "-: larger than 1 MiB"


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


def test_a_large_tar_file_is_never_held():
    class Zeros(io.RawIOBase):
        left = 200 * 2**20

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            count = min(len(buffer), self.left)
            buffer[:count] = bytes(count)
            self.left -= count
            return count

    member = tarfile.TarInfo("large.txt")
    member.size = Zeros.left
    header = member.tobuf()
    stream = io.BufferedReader(_Chain([io.BytesIO(header), Zeros(), io.BytesIO(bytes(1024))]))
    tracemalloc.start()
    (failure,) = stream_holds(stream, ReadRules(largest=2**20)).items
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than 1 MiB" in failure.error.message
    assert peak < 20 * 2**20


class _Chain(io.RawIOBase):
    """Streams one after the other."""

    def __init__(self, streams: list) -> None:
        self.streams = streams

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        while self.streams and not (part := self.streams[0].read(len(buffer))):
            self.streams.pop(0)
        if not self.streams:
            return 0
        buffer[: len(part)] = part
        return len(part)


def test_csv_rows_are_records(tmp_path: Path):
    table = b'doc;body;where;desk\n7;"Rain;\nfell.";http://x/;city\n;;;\n8;Snow.;;\n'
    columns = {"id": "doc", "text": "body", "url": "where"}
    first, second, third = read(table, "t.csv", tmp_path, columns=columns)
    assert (first.id, first.data, first.url) == ("7", b"Rain;\nfell.", "http://x/")
    assert first.extra == {"desk": "city"}
    assert isinstance(second, Failure)
    assert (third.id, third.data, third.url) == ("8", b"Snow.", None)


def parquet_of(rows: list[dict]) -> bytes:
    parquet = pytest.importorskip("pyarrow.parquet")
    packed = io.BytesIO()
    parquet.write_table(pytest.importorskip("pyarrow").Table.from_pylist(rows), packed)
    return packed.getvalue()


def test_parquet_rows_are_records(tmp_path: Path):
    rows = [{"id": "a", "page": PAGE, "n": 1}, {"id": None, "page": PAGE, "n": None}]
    found = read(parquet_of(rows), "t.parquet", tmp_path, columns={"html": "page"})
    assert [(d.id, d.data, d.format, d.extra) for d in found] == [
        ("a", PAGE, "html", {"n": 1}),
        ("t.parquet#2", PAGE, "html", None),
    ]


def test_news_please_records_are_known():
    line = b'{"maintext": "Rain fell.", "date_publish": "2020-03-04 10:00:00", "authors": ["A"]}\n'
    (raw,) = read(line)
    assert (raw.data, raw.published) == (b"Rain fell.", "2020-03-04 10:00:00")
    assert raw.extra == {"authors": ["A"]}


TARGET = "WARC-Target-URI: http://x/1\r\nContent-Type: application/http; msgtype=response\r\n"


def warc_record(kind: str, headers: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def http(body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


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
    assert [(f.id, f.error.message) for f in failures] == [
        ("c.warc#8", "c.warc#8: not an HTTP response")
    ]
    found = [item for item in found if isinstance(item, RawDocument)]
    assert [(d.id, d.data, d.format, d.encoding, d.url) for d in found] == [
        ("c.warc#2", PAGE, "html", None, url),
        ("c.warc#5", PAGE, "html", "latin-1", url),
        ("c.warc#6", PAGE, "html", None, url),
        ("c.warc#7", PAGE, "html", None, None),
        ("c.warc#9", b"Rain fell.", "text", "utf-8", None),
    ]


def test_a_broken_warc_gives_what_was_well_and_a_failure():
    well = warc_record("resource", "Content-Type: text/html\r\n", PAGE)
    first, last = read(well + b"garbage")
    assert (first.id, first.data) == ("-#1", PAGE)
    assert "not a WARC record" in last.error.message


def test_a_compressed_response_that_grows_too_large_is_a_failure():
    body = http(gzip.compress(bytes(2 * 2**20)), more="Content-Encoding: gzip\r\n")
    record = warc_record("response", "Content-Type: application/http\r\n", body)
    (failure,) = read(record, largest=2**20)
    assert failure.error.message == "-#1: larger than 1 MiB"


def test_of_a_wacz_archive_only_the_crawl_is_read(tmp_path: Path):
    crawl = gzip.compress(warc_record("response", TARGET, http(PAGE)))
    members = {"datapackage.json": b"{}", "pages/pages.jsonl": LINES, "archive/d.warc.gz": crawl}
    found = read(zipped(members, zipfile.ZIP_STORED), "c.wacz", tmp_path)
    assert bodies(found) == {"c.wacz#archive/d.warc.gz#1": PAGE}


SAVED = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: http://x/1\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n'
    b"\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Caf=E9</p>\r\n"
    b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
)


def test_mhtml_gives_its_page():
    (raw,) = read(SAVED)
    assert (raw.data.strip(), raw.encoding, raw.url, raw.format) == (
        b"<p>Caf\xe9</p>",
        "iso-8859-1",
        "http://x/1",
        "html",
    )


RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Desk</title>
<item><title>Rain &amp; snow</title><link>http://x/1</link>
<pubDate>Wed, 04 Mar 2020 10:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Rain fell in <b>Oslo</b>.</p>]]></content:encoded></item>
<item><title>Empty</title></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><title>Snow</title><link rel="self" href="http://x/self"/><link href="http://x/2"/>
<updated>2020-03-05T08:00:00Z</updated><author><name>Ann Lee</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Snow fell.</p></div></content>
</entry></feed>"""


def test_feed_items_come_out_with_their_full_text():
    rain, empty = read(RSS)
    assert (rain.id, rain.url, rain.title) == ("-#1", "http://x/1", "Rain & snow")
    assert rain.published == "2020-03-04T10:00:00+01:00"
    assert b"<p>Rain fell in <b>Oslo</b>.</p>" in rain.data
    assert b"Short." not in rain.data
    assert empty.error.message == "-#2: an item without a text"
    (snow,) = read(ATOM)
    assert (snow.url, snow.published) == ("http://x/2", "2020-03-05T08:00:00Z")
    assert b"<p>Snow fell.</p>" in snow.data
    assert b'content="Ann Lee"' in snow.data


NITF = b"""<?xml version="1.0"?>
<nitf><head><docdata><date.issue norm="20200304T100000Z"/></docdata></head>
<body><body.head><hedline><hl1>Rain over Oslo</hl1></hedline><byline>By <person>Ann Lee</person>
</byline></body.head><body.content><p>Rain fell.</p><media><caption><p>A cloud</p></caption></media>
<hl2>Later</hl2><p>It &lt;stopped&gt;.</p></body.content></body></nitf>"""

NEWSML = b"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem><itemMeta><versionCreated>2020-03-05T08:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Snow</headline><by>Ann Lee</by></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Snow fell.</p></body>
</html></inlineXML></contentSet></newsItem>
<newsItem><contentMeta><headline>Hail</headline></contentMeta>
<contentSet><inlineData>Hail fell.

And more.</inlineData></contentSet></newsItem></itemSet></newsMessage>"""


def test_agency_xml_gives_its_stories():
    (rain,) = read(NITF)
    assert (rain.id, rain.title, rain.published) == ("-", "Rain over Oslo", "2020-03-04")
    assert b"<p>Rain fell.</p><h2>Later</h2><p>It &lt;stopped&gt;.</p>" in rain.data
    assert b"cloud" not in rain.data
    assert b'content="Ann Lee"' in rain.data
    snow, hail = read(NEWSML)
    assert (snow.id, snow.title, snow.published) == ("-#1", "Snow", "2020-03-05T08:00:00Z")
    assert b"<p>Snow fell.</p>" in snow.data
    assert b"<p>Hail fell.</p><p>And more.</p>" in hail.data


def test_xml_entities_are_not_expanded(tmp_path: Path):
    (tmp_path / "secret").write_text("SECRET")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret"><!ENTITY y "LAUGH">]>'
    feed = RSS.replace(b"<rss ", entity.encode() + b"<rss ", 1).replace(b"Short.", b"&x;&y;&y;")
    feed = feed.replace(b"<p>Rain fell in <b>Oslo</b>.</p>", b"")
    texts = [getattr(item, "data", b"") for item in read(feed, input_format="feed")]
    assert not any(b"SECRET" in text or b"LAUGH" in text for text in texts)


def test_broken_xml_is_a_failure_after_what_was_well():
    first, last = read(RSS[: RSS.index(b"<item><title>Empty")] + b"<item><oops></item>")
    assert first.title == "Rain & snow"
    assert "not well-formed" in last.error.message


@pytest.mark.parametrize("input_format", ["html", "text"])
def test_a_format_that_is_said_is_believed(input_format: InputFormat):
    (raw,) = read(LINES, input_format=input_format)
    assert (raw.data, raw.format) == (LINES, input_format)
    (inside,) = read(tarred({"a.jsonl": LINES}), input_format=input_format)
    assert (inside.id, inside.data) == ("-#a.jsonl", LINES)


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (failure,) = read(b"PAR1")
    assert "pip install 'copydesk[parquet]'" in failure.error.message
