"""No page hangs or crashes cleaning, whatever is on it; nothing comes out that was not in it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cleaning import clean
from copydesk.cleaning.captions import split_credit
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.authors import clean_names
from copydesk.cleaning.metadata.moments import day_in, day_in_path, moment_of
from copydesk.cleaning.metadata.title import without_site
from copydesk.errors import CopydeskError
from copydesk.reading.document import RawDocument

PROSE = (
    "<p>The council voted on Tuesday to close the old bridge, the mayor said in the evening.</p>"
)


DATA = '<script type="application/json">%s</script>'


def article_of(markup):
    return clean(RawDocument(id="x", data=markup.encode(), format="html"))[0].article


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 10_000 + PROSE * 3, id="10,000 nested boxes"),
        pytest.param(
            "<table>" + "<tr><td>1<td>2<td>3" * 20_000 + "</table>" + PROSE * 3, id="20,000 rows"
        ),
        pytest.param(f"<p class='{'x ' * 200_000}'>Words.</p>" + PROSE * 3, id="a long attribute"),
        pytest.param("<p>" + "word " * 100_000 + "</p>", id="half a megabyte in one paragraph"),
        pytest.param("<a href=x>word</a>" * 20_000 + PROSE, id="20,000 links"),
        pytest.param(PROSE + "<script>" + "x" * 1_000_000 + "</script>", id="a megabyte of script"),
        pytest.param("<!--" * 10_000 + PROSE, id="unclosed comments"),
        pytest.param(DATA % ("[" * 20 + '["x<br>y"],' * 100_000), id="a megabyte of cut data"),
        pytest.param(DATA % ("[" * 20 + '["x<br>y"],' * 80_000 + "1" + "]" * 20), id="of data"),
        pytest.param(
            DATA % ('[{"text":' * 20 + '["x<br>y"' + ',"x<br>y"' * 80_000 + "]" + "}]" * 20),
            id="of nested data",
        ),
        pytest.param(DATA % ('"' + "<" * 1_000_000 + '"'), id="of brackets in data"),
    ],
)
def test_hostile_pages_are_cleaned_in_good_time(markup):
    start = time.process_time()
    article_of(f"<html><body>{markup}</body></html>")
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    "piece", ["1", " ", "“", "(", "Photo: ", "/", "by ", "-", " | ", "© ", "2024-"]
)
@pytest.mark.parametrize(
    "read",
    [
        split_credit,
        furniture_reason,
        moment_of,
        day_in,
        day_in_path,
        lambda s: clean_names([s]),
        lambda s: without_site(s, {"the daily drop"}),
    ],
)
def test_patterns_are_linear(read, piece):
    start = time.process_time()
    read(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 1


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_articles_or_an_error_of_ours(data):
    try:
        drafts = clean(RawDocument(id="x", data=data))
    except CopydeskError:
        return
    for draft in drafts:
        draft.article.text.encode()


words = st.text("abc деж漢字.,!“”é ", min_size=1, max_size=60)
tags = st.sampled_from(
    ("p", "div", "span", "h2", "li", "ul", "a", "b", "td", "table", "blockquote", "br", "pre")
)
nodes = st.recursive(
    words,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", tags, st.lists(inner, max_size=4)
    ),
    max_leaves=30,
)


@settings(max_examples=60, deadline=None)
@given(nodes)
def test_body_is_made_of_the_page_s_words_and_blocks_tile_it(markup):
    article = article_of(f"<html><body>{markup}</body></html>")
    said = "".join(markup.split())
    at = 0
    for block in article.blocks:
        assert article.text[at : block.start].strip() == ""
        at = block.end
        for word in article.text[block.start : block.end].split():
            assert all(letter in said for letter in word)
    assert article.text[at:].strip() == ""
