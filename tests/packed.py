"""Containers of every kind, packed for the tests, and what comes out of them."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from msgspec import structs

from copydesk.article import Failure
from copydesk.reading import ReadRules, paths_hold, stream_holds

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
    renamed = structs.replace(item, id=item.id.replace(path, name))
    return renamed if isinstance(item, Failure) else structs.replace(renamed, path=None)


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


def parquet_of(rows: list[dict]) -> bytes:
    parquet = pytest.importorskip("pyarrow.parquet")
    packed = io.BytesIO()
    parquet.write_table(pytest.importorskip("pyarrow").Table.from_pylist(rows), packed)
    return packed.getvalue()


class Zeros(io.RawIOBase):
    """A stream of so many zeros."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        count = min(len(buffer), self.left)
        buffer[:count] = bytes(count)
        self.left -= count
        return count


class Chain(io.RawIOBase):
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


TARGET = "WARC-Target-URI: http://x/1\r\nContent-Type: application/http; msgtype=response\r\n"


def warc_record(kind: str, headers: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def http(body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


SAVED = (
    b"From: <Saved by a browser>\r\nSnapshot-Content-Location: http://x/1\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n'
    b"\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Caf=E9</p>\r\n"
    b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
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
