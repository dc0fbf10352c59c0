"""What is in a stream: one document, or a container of many, told by its first bytes."""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from copydesk.article import Failure
from copydesk.errors import DamagedError
from copydesk.reading import archives, compression
from copydesk.reading.document import Format, RawDocument
from copydesk.reading.json_files import json_documents, may_be_json
from copydesk.reading.jsonl import documents_in_lines, looks_like_json_lines
from copydesk.reading.mhtml import is_mhtml, mhtml_documents
from copydesk.reading.recoding import in_utf8, stream_in_utf8
from copydesk.reading.rules import InputFormat, ReadRules
from copydesk.reading.source import Source, lines, opened, unread, whole
from copydesk.reading.tables import csv_documents, parquet_documents
from copydesk.reading.warc import warc_documents

Records = Iterator[RawDocument | Failure]
Reader = Callable[[Source, ReadRules], Records]

# What stands before it is taken once and for all, (?>…), so that no page can make this take long.
_XML_ROOT = re.compile(
    rb"\s*+(?>(?:<\?.{0,500}?\?>|<!--.{0,2000}?-->"
    rb"|<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,3000}\]\s*)?>)\s*)*+"
    rb"<(?:\w+:)?(?P<root>\w+)",
    re.DOTALL,
)
_XML: dict[bytes, InputFormat] = {
    b"rss": "feed",
    b"feed": "feed",
    b"RDF": "feed",
    b"nitf": "newsml",
    b"newsItem": "newsml",
    b"newsMessage": "newsml",
}
_NAMED: dict[str, InputFormat] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_COMPRESSED = (".gz", ".bz2", ".xz", ".zst")


def looked_into(name: str, stream: BinaryIO, *, path: str | None = None) -> Source | Failure:
    """A source, after a look at its first bytes through any compression."""
    try:
        return compression.decompressed(opened(name, stream, path=path))
    except Exception as fault:
        return unread(name, fault)


def documents_in(source: Source, rules: ReadRules) -> Records:
    """The documents of a source, in order, as a stream; what cannot be read is a `Failure`.

    This is the border of the reading stage: whatever the parsers of a dozen formats make of broken
    bytes ends here.
    """
    try:
        source = compression.decompressed(source)
        if archives.is_zip(source.head):
            yield from _in_members(archives.zip_members(source, rules), rules)
        elif archives.is_tar(source.head):
            yield from _in_members(archives.tar_members(source, rules), rules)
        else:
            yield from _READERS[kind_of(source, rules)](source, rules)
    except DamagedError as fault:
        yield unread(source.name, fault.final())
    except Exception as fault:
        yield unread(source.name, fault)


def holds_one(source: Source, rules: ReadRules) -> bool:
    """Whether the source is one plain document, no container."""
    if archives.is_zip(source.head) or archives.is_tar(source.head):
        return False
    kind = kind_of(source, rules)
    if kind == "json":
        return in_utf8(source.head).lstrip()[:1] == b"{"
    return kind in ("auto", "html", "text", "mhtml")


def kind_of(source: Source, rules: ReadRules) -> InputFormat:
    """What the rules say that it is, or what its first bytes say; `auto` is any document."""
    if rules.input_format != "auto":
        return rules.input_format
    head = in_utf8(source.head)
    if looks_like_json_lines(head.partition(b"\n")[0], rules.columns):
        return "jsonl"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if is_mhtml(head):
        return "mhtml"
    if (match := _XML_ROOT.match(head)) and match["root"] in _XML:
        return _XML[match["root"]]
    name = _plain_name(source.name)
    if named := next((kind for ending, kind in _NAMED.items() if name.endswith(ending)), None):
        return named
    return "json" if may_be_json(head) else "auto"


def _in_members(members: Iterator[Source | Failure], rules: ReadRules) -> Records:
    for member in members:
        if isinstance(member, Failure):
            yield member
        elif not _is_index(member.name):
            yield from documents_in(member, rules)


def _is_index(name: str) -> bool:
    """Whether a member of a WACZ archive is none of its WARC files."""
    archive, _, member = name.rpartition("#")
    return archive.lower().endswith(".wacz") and not member.startswith("archive/")


def _plain_name(name: str) -> str:
    name = name.lower()
    return next((name.removesuffix(end) for end in _COMPRESSED if name.endswith(end)), name)


def _one_document(source: Source, rules: ReadRules) -> Records:
    yield RawDocument(
        id=source.name,
        data=whole(source, rules.largest),
        format=_BODY.get(rules.input_format, "auto"),
        path=source.path,
    )


def _json_lines(source: Source, rules: ReadRules) -> Records:
    stream = stream_in_utf8(source.stream, source.head)
    return documents_in_lines(lines(stream), source.name, rules.columns)


def _feed(source: Source, rules: ReadRules) -> Records:
    from copydesk.reading.feeds import feed_documents  # lxml takes its time

    return feed_documents(source, rules)


def _newsml(source: Source, rules: ReadRules) -> Records:
    from copydesk.reading.newsml import newsml_documents

    return newsml_documents(source, rules)


_BODY: dict[InputFormat, Format] = {"html": "html", "text": "text"}
_READERS: dict[InputFormat, Reader] = {
    "auto": _one_document,
    "html": _one_document,
    "text": _one_document,
    "json": json_documents,
    "jsonl": _json_lines,
    "csv": csv_documents,
    "parquet": parquet_documents,
    "warc": warc_documents,
    "mhtml": mhtml_documents,
    "feed": _feed,
    "newsml": _newsml,
}
