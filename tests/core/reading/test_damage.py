"""Damaged containers: what is well comes out, and what is not is told, with how far it was read."""

import bz2
import gzip
import io
import lzma
import random
import tracemalloc

import pytest
from packed import PAGE, TARGET, Chain, bodies, http, read, tarred, warc_record

from copydesk.article import Failure
from copydesk.errors import DamagedError
from copydesk.reading import stream_holds
from copydesk.reading.gzip_members import GzipMembers

PAGES = [PAGE.replace(b"Oslo", b"town %d" % n) for n in range(1, 6)]
RECORDS = [warc_record("response", TARGET, http(page)) for page in PAGES]
TEXT = "".join(f'{{"text": "Rain fell in town {n}."}}\n' for n in range(1, 2001)).encode()


def members(parts: list[bytes], **changed: bytes) -> bytes:
    """A gzip file of a member a part; `m2=b"..."` stands in the place of the third."""
    packed = [gzip.compress(part, mtime=0) for part in parts]
    return b"".join(changed.get(f"m{n}", member) for n, member in enumerate(packed))


def garbled(part: bytes) -> bytes:
    """A member whose data are no deflate stream after the header."""
    return gzip.compress(part, mtime=0)[:10] + b"\xff" * 60


def test_the_records_behind_a_damaged_member_are_read():
    data = members(RECORDS, m2=garbled(RECORDS[2]))
    found = read(data)
    assert [item.id for item in found] == [f"-#{n}" for n in range(1, 6)]
    (failure,) = (item for item in found if isinstance(item, Failure))
    before = len(members(RECORDS[:2]))
    assert failure.id == "-#3"
    assert f"read up to byte {before:,} of what is compressed" in failure.error.message
    assert f"and on from byte {before + 70:,}" in failure.error.message
    assert [b"town 4" in found[3].data, b"town 5" in found[4].data] == [True, True]


def test_a_record_whose_checksum_is_wrong_is_told_and_the_rest_is_read():
    member = bytearray(gzip.compress(RECORDS[1], mtime=0))
    member[-8] ^= 1
    found = read(members(RECORDS, m1=bytes(member)))
    assert [isinstance(item, Failure) for item in found] == [False, True, False, False, False]
    failure = found[1]
    assert "incorrect data check" in failure.error.message


def test_a_damaged_first_member_is_told_and_the_rest_is_read():
    first, *rest = read(members(RECORDS, m0=garbled(RECORDS[0])))
    assert isinstance(first, Failure)
    assert [item.id for item in rest] == [f"-#{n}" for n in range(2, 6)]


def test_what_follows_much_damage_is_found_in_little_memory():
    noise = random.Random(1).randbytes(2**20)
    pieces = [members(RECORDS[:1]), *[noise] * 30, members(RECORDS[1:2])]
    stream = io.BufferedReader(Chain([io.BytesIO(piece) for piece in pieces]))
    tracemalloc.start()
    first, lost, last = stream_holds(stream).items
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [b"town 1" in first.data, b"town 2" in last.data] == [True, True]
    following = len(pieces[0]) + 30 * 2**20
    assert f"and on from byte {following:,}" in lost.error.message
    assert peak < 5 * 2**20


def test_the_lines_behind_a_damaged_member_are_read():
    parts = [b'{"text": "One."}\n{"text": "Two."}\n', TEXT, b'{"text": "Three."}\n']
    *well, lost, last = read(members(parts, m1=garbled(TEXT)))
    assert [item.data for item in (*well, last)] == [b"One.", b"Two.", b"Three."]
    assert (lost.id, last.id) == ("-#3", "-#4")
    assert "read up to byte" in lost.error.message
    assert "and on from byte" in lost.error.message


def test_garbage_after_the_last_member_is_told_and_zeros_are_none():
    *well, last = read(members(RECORDS) + b"garbage")
    assert len(well) == 5
    assert "incorrect header check" in last.error.message
    assert "on from" not in last.error.message
    assert len(read(members(RECORDS) + bytes(1000))) == 5


def packed_by(name: str):
    if name == "zstd":
        return pytest.importorskip("zstandard").ZstdCompressor(write_checksum=True).compress
    return {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress}[name]


@pytest.mark.parametrize("damage", ["cut", "garbled"])
@pytest.mark.parametrize("kind", ["gzip", "bzip2", "xz", "zstd"])
def test_a_damaged_stream_of_any_kind_is_told_after_what_was_well(kind: str, damage: str):
    rng = random.Random(1)
    lines = "".join(f'{{"text": "{rng.randbytes(40).hex()}"}}\n' for _ in range(20_000))
    data = packed_by(kind)(lines.encode())
    half = len(data) // 2
    found = read(data[:half] if damage == "cut" else data[:half] + bytes(500) + data[half + 500 :])
    failures = [item for item in found if isinstance(item, Failure)]
    assert any("damaged (" in failure.error.message for failure in failures)
    assert len(found) - len(failures) > (0 if kind == "bzip2" else 5_000)


def test_a_tar_file_cut_or_damaged_between_its_members_is_told_and_where():
    whole = tarred({"a.txt": b"Rain.", "b.txt": b"Snow.", "c.txt": b"Hail."})
    for broken in (whole[:1024] + b"x" * 512 + whole[1536:], whole[:1500]):
        found = bodies(read(broken))
        assert found.pop("-#a.txt") == b"Rain."
        assert list(found) == ["-"]
        assert "read up to byte 1,024" in found["-"]


def test_a_tar_file_in_a_damaged_gzip_file_is_told_and_where():
    rng = random.Random(1)
    pages = {f"{n}.txt": rng.randbytes(3000).hex().encode() for n in range(100)}
    data = gzip.compress(tarred(pages), mtime=0)
    found = read(data[: len(data) // 2])
    failures = {f.id: f.error.message for f in found if isinstance(f, Failure)}
    well = len(found) - len(failures)
    assert 40 < well < 60
    assert list(failures) == [f"-#{well}.txt", "-"]
    told = f"read up to byte {len(data) // 2:,} of what is compressed"
    assert told in failures[f"-#{well}.txt"]


def test_a_record_cut_short_is_a_failure_and_no_half_page():
    found = bodies(read(b"".join(RECORDS)[:-20]))
    assert found["-#4"].count(b"town 4") == 1
    assert found["-#5"].startswith("cut short: ")


def test_whatever_the_damage_reading_ends_and_members_elsewhere_are_whole():
    rng = random.Random(1)
    parts = [rng.randbytes(rng.randrange(1, 900)).hex().encode() for _ in range(60)]
    whole = members(parts)
    for _ in range(200):
        at = rng.randrange(len(whole))
        data = whole[:at] + rng.randbytes(rng.randrange(1, 300)) + whole[at + rng.randrange(300) :]
        content = unpacked(data)
        sound = [part for part in parts if len(part) > 40 and part in content]
        assert len(sound) >= sum(len(part) > 40 for part in parts) - 4


def unpacked(data: bytes) -> bytes:
    stream, content = GzipMembers(io.BytesIO(data)), b""
    while True:
        try:
            part = stream.read(1000)
        except DamagedError as fault:
            assert 0 <= fault.at <= len(data)
            continue
        if not part:
            return content
        content += part
