"""Where articles go: inside OUT, whatever the id."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.batch.naming import alternatives, folded, output_path


@pytest.mark.parametrize(
    ("file", "document_id", "expected"),
    [
        ("d/a.html", "d/a.html", "d/a.html.json"),
        ("d/a.txt", "d/a.txt", "d/a.txt.json"),
        ("d/x.jsonl", "d/x.jsonl#7", "d/x.jsonl/7.json"),
        ("d/x.jsonl", "own-id", "d/x.jsonl/own-id.json"),
        ("d/x.zip", "d/x.zip#a/../../b.html", "d/x.zip/a/b.html.json"),
        ("/etc/motd", "/etc/motd", "etc/motd.json"),
        ("../../a", "../../a", "a.json"),
        ("x", "/", "x.json"),
        ("x", "a\nb\0c", "x/a_b_c.json"),
        ("x.json", "y", "x.json~/y.json"),
        ("X.JSON", "y", "X.JSON~/y.json"),
        (".copydesk", "y", ".copydesk~/y.json"),
        ("d/.Copydesk", "y", "d/.Copydesk~/y.json"),
        ("failures.jsonl", "failures.jsonl#1", "failures.jsonl~/1.json"),
        ("d/failures.jsonl", "d/failures.jsonl#1", "d/failures.jsonl/1.json"),
    ],
)
def test_an_id_becomes_a_path(file: str, document_id: str, expected: str):
    assert output_path(file, document_id, ".json") == expected


def test_what_is_cut_stays_distinct():
    first, second = (output_path("x", "é" * 300 + end, ".json") for end in "ab")
    assert first != second
    assert max(len(os.fsencode(part)) for part in first.split("/")) <= 255
    assert len(os.fsencode(output_path("x", "y/" * 5000, ".json"))) < 300


@settings(max_examples=50, deadline=None)
@given(st.text(), st.text())
def test_no_id_leads_out_of_the_folder(file: str, document_id: str):
    path = Path(output_path(file, document_id, ".json"))
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert all(0 < len(os.fsencode(part)) <= 255 for part in path.parts)
    assert path.parts[0] != ".copydesk"
    assert not any(part.endswith(".json") for part in path.parts[:-1])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("in/Rain.html", "IN/rain.HTML", True),
        ("in/Ärger.html", "in/a\u0308rger.html", True),
        ("in/ΣΊΣΥΦΟΣ", "in/Σίσυφος", True),
        ("in/\u1e9e", "in/ss", True),
        ("in/a.html", "in/a.htm", False),
        ("in/é", "in/e", False),
    ],
)
def test_names_are_alike_that_some_system_takes_for_one(one: str, other: str, alike: bool):
    assert (folded(one) == folded(other)) is alike


def test_the_next_names_are_numbered():
    assert list(itertools.islice(alternatives("a.json", ".json"), 3)) == [
        "a.json",
        "a~2.json",
        "a~3.json",
    ]
