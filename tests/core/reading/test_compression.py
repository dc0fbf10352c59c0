"""Compression around anything, and how far it may grow."""

import bz2
import gzip
import lzma
from pathlib import Path

import pytest
from packed import LINES, PAGE, bodies, read


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_compression_is_seen_through(compress, tmp_path: Path):
    assert bodies(read(compress(PAGE), "a.html.z", tmp_path)) == {"a.html.z": PAGE}
    assert list(bodies(read(compress(LINES), "d.jsonl.z", tmp_path))) == ["d.jsonl.z#1", "own"]


def test_zstandard_is_seen_through():
    zstandard = pytest.importorskip("zstandard")
    assert bodies(read(zstandard.compress(PAGE) + zstandard.compress(b"!"))) == {"-": PAGE + b"!"}


@pytest.mark.usefixtures("small_allowance")
def test_a_stream_that_unpacks_without_end_is_stopped():
    bomb = gzip.compress(b"\n" * (2 * 2**20), compresslevel=9)
    (failure,) = read(bomb, input_format="jsonl")
    assert "bomb" in failure.error.message


def test_a_document_beyond_the_limit_is_a_failure():
    (failure,) = read(b"x" * 2_000_000, largest=2**20)
    assert failure.error.message == "larger than 1 MiB"
