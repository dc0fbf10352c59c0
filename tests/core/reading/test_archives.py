"""zip and tar: which members are documents, and which archives are traps."""

import gzip
import io
import tarfile
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from packed import LINES, PAGE, Chain, Zeros, bodies, read, tarred, zipped

from copydesk.reading import ReadRules, stream_holds


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


def test_an_archive_that_is_a_file_is_read_in_its_place(tmp_path: Path, monkeypatch):
    """A copy of it might fill the disk, or the memory, where temporary files lie there."""

    def refused() -> None:
        raise OSError("no room for a copy")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    archive = zipped({"a.txt": b"A" * 5000, "b.html": PAGE})
    assert bodies(read(archive, "d.zip", tmp_path)) == {
        "d.zip#a.txt": b"A" * 5000,
        "d.zip#b.html": PAGE,
    }
    packed = bodies(read(gzip.compress(archive), "d.zip.gz", tmp_path))
    assert packed == {"d.zip.gz": "no room for a copy"}


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


def test_a_member_with_a_password_is_a_failure_of_its_own():
    content = bytearray(zipped({"a.txt": b"Rain.", "b.txt": b"Snow."}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + flags] |= 1
    failure, snow = read(bytes(content))
    assert failure.error.message == "it has a password"
    assert snow.data == b"Snow."


def test_an_office_document_is_no_archive(tmp_path: Path):
    office = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert bodies(read(office, "a.docx", tmp_path)) == {"a.docx": office}


@pytest.mark.usefixtures("small_allowance")
def test_a_zip_bomb_ends_where_it_goes_off(tmp_path: Path):
    members = {"a.txt": b"A"} | {f"{n}.html": bytes(2**19) for n in range(9)}
    *first, last = read(zipped(members), "bomb.zip", tmp_path)
    assert first[0].data == b"A"
    assert len(first) < 9
    assert last.id == "bomb.zip"
    assert "bomb" in last.error.message


def test_archives_within_archives_end_somewhere(tmp_path: Path):
    inner = zipped({"a.txt": b"A"})
    for _ in range(10):
        inner = zipped({"x.zip": inner})
    (failure,) = read(inner, "deep.zip", tmp_path)
    assert "too deep" in failure.error.message


def test_a_large_tar_file_is_never_held():
    member = tarfile.TarInfo("large.txt")
    member.size = 200 * 2**20
    header = member.tobuf()
    stream = io.BufferedReader(
        Chain([io.BytesIO(header), Zeros(member.size), io.BytesIO(bytes(1024))])
    )
    tracemalloc.start()
    (failure,) = stream_holds(stream, ReadRules(largest=2**20)).items
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than 1 MiB" in failure.error.message
    assert peak < 20 * 2**20
