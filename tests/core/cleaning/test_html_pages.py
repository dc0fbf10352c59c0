"""Whole pages, each beside what must come out: a new bug is a new pair of files."""

import json
from pathlib import Path

import msgspec
import pytest

from copydesk.cleaning import CleanOptions, clean
from copydesk.reading.document import RawDocument

PAGES = Path(__file__).parents[2] / "data" / "pages"
CASES = sorted(path.stem for path in PAGES.glob("*.json"))


def cleaned(case, **options):
    raw = RawDocument(id=case, data=(PAGES / f"{case}.html").read_bytes())
    (draft,) = clean(raw, CleanOptions(**options))
    return draft


@pytest.mark.parametrize("case", CASES)
def test_page_comes_out_as_expected(case):
    expected = json.loads((PAGES / f"{case}.json").read_text("utf-8"))
    article = json.loads(msgspec.json.encode(cleaned(case).article))
    found = expected.pop("in_text", []), expected.pop("not_in_text", [])
    for key, value in expected.items():
        got = article[key]
        if isinstance(value, dict):
            got = {name: got[name] for name in value}
        assert got == value, key
    assert [words for words in found[0] if words not in article["text"]] == []
    assert [words for words in found[1] if words in article["text"]] == []


@pytest.mark.parametrize("case", CASES)
def test_blocks_tile_the_text(case):
    article = cleaned(case).article
    at = 0
    for block in article.blocks:
        assert article.text[at : block.start].strip() == ""
        assert article.text[block.start : block.end].strip()
        at = block.end
    assert article.text[at:].strip() == ""


def test_structure_survives_as_kinds_of_block():
    article = cleaned("harbour").article
    kinds = {article.text[b.start : b.end][:20]: str(b.kind) for b in article.blocks}
    assert kinds["Ferries every ten mi"] == "heading"
    assert kinds["the tunnel at Osterb"] == "list_item"
    assert kinds["The bridge has carri"] == "blockquote"


def test_everything_dropped_is_told_with_its_reason():
    removed = {r.text: r.reason for r in cleaned("harbour", explain=True).article.removed}
    assert removed["Read also: Ferry fares to rise again in the summer"] == "read-also"
    assert removed["Harbour bridge to close for two years"] == "headline"
    assert removed["Share"] == "share"
    assert removed["© 2024 The Velden Post. All rights reserved."] == "copyright"


def test_nothing_is_told_unless_asked():
    assert cleaned("harbour").article.removed is msgspec.UNSET


def test_cleaning_twice_gives_the_same():
    assert cleaned("harbour") == cleaned("harbour")


def test_a_page_dated_by_its_byline_alone_is_dated():
    draft = cleaned("hafen")
    assert draft.article.published.value == "2024-03-05"
    assert draft.article.published.origin == "byline"


def test_what_the_caller_knows_is_believed():
    data = (PAGES / "harbour.html").read_bytes()
    raw = RawDocument(id="x", data=data, url="https://a.example/b", title="T", language="fr")
    article = clean(raw)[0].article
    assert (article.url, article.title, article.language) == ("https://a.example/b", "T", "fr")
