"""zip and tar: each member a source of its own, read in its place and never put on disk."""

import tarfile
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Self, cast

from copydesk.article import Failure
from copydesk.errors import ReadError
from copydesk.reading.compression import LAYERS, Allowance
from copydesk.reading.rules import ReadRules
from copydesk.reading.source import Source, opened, seekable, unread
from copydesk.reading.walk import printable

_BROKEN = (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError)
"""What a member raises that is broken, or is packed in an unknown way."""
_BROKEN_HEADER: tuple[type[Exception], ...] = (
    tarfile.InvalidHeaderError,  # type: ignore[attr-defined]  # typeshed knows only their parent
    tarfile.TruncatedHeaderError,  # type: ignore[attr-defined]
)
_ENCRYPTED = 0x1

# Office documents and programs are zip files too; their first member gives them away.
_NOT_ARCHIVES = ("[Content_Types].xml", "mimetype", "META-INF/", "AndroidManifest.xml")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_TAR = slice(257, 262)
_NAME = slice(30, 60)


def is_zip(head: bytes) -> bool:
    """Whether the first bytes are those of a zip file that is a mere archive."""
    names = head[_NAME].decode("ascii", "replace")
    return head.startswith(_ZIP) and not names.startswith(_NOT_ARCHIVES)


def is_tar(head: bytes) -> bool:
    """Whether the first bytes are those of a tar file."""
    return head[_TAR] == b"ustar"


def zip_members(source: Source, rules: ReadRules) -> Iterator[Source | Failure]:
    """The files in a zip file; each is to be read before the next one is asked for."""
    _check_depth(source)
    with seekable(source) as whole, zipfile.ZipFile(whole) as archive:
        allowance = Allowance()
        packed = whole.seek(0, 2)
        for member in archive.infolist():
            if member.filename[-1:] in ("", "/") or _passed_by(member.filename, rules):
                continue
            name = f"{source.name}#{printable(member.filename)}"
            if member.flag_bits & _ENCRYPTED:
                yield unread(name, ReadError("it has a password"))
                continue
            try:
                with archive.open(member) as stream:
                    allowance.spend(min(member.file_size, rules.largest), packed=packed)
                    yield _member(source, name, cast("BinaryIO", stream))
            except _BROKEN as fault:
                yield unread(name, fault)


def tar_members(source: Source, rules: ReadRules) -> Iterator[Source | Failure]:
    """The files in a tar file; each is to be read before the next one is asked for.

    Links are passed by: what they lead to is read under its own name, or lies outside.
    """
    _check_depth(source)
    with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Member) as archive:
        for member in archive:
            archive.members = []  # type: ignore[attr-defined]  # else it remembers every one
            stream = archive.extractfile(member) if member.isreg() else None
            if stream is None or _passed_by(member.name, rules):
                continue
            name = f"{source.name}#{printable(member.name)}"
            yield _member(source, name, cast("BinaryIO", stream))


class _Member(tarfile.TarInfo):
    """A member; one whose header is damaged is no end of the archive, as it is for tarfile."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(archive)
        except _BROKEN_HEADER as fault:
            if not archive.offset:
                raise
            raise ReadError(f"damaged ({fault}): read up to byte {archive.offset:,}") from fault


def _member(source: Source, name: str, stream: BinaryIO) -> Source:
    return opened(name, stream, path=source.path, depth=source.depth + 1)


def _check_depth(source: Source) -> None:
    if source.depth >= LAYERS:
        raise ReadError("archives within archives, too deep")


def _passed_by(name: str, rules: ReadRules) -> bool:
    parts = [part for part in name.split("/") if part not in (".", "..")]
    return not rules.hidden and any(part.startswith((".", "__MACOSX")) for part in parts)
