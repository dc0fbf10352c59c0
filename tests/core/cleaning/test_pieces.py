"""A page is cut where a reader sees a break, and nowhere else."""

import pytest

from copydesk.cleaning.page import parse
from copydesk.cleaning.pieces import pieces_of


def cut(markup):
    return [(str(piece.kind), piece.text) for piece in pieces_of(parse(markup))]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            "<p>One.</p><p>Two.</p>", [("paragraph", "One."), ("paragraph", "Two.")], id="p"
        ),
        pytest.param(
            "<div>One.<br><br>Two.</div>",
            [("paragraph", "One."), ("paragraph", "Two.")],
            id="two br",
        ),
        pytest.param("<p>One<br>Two</p>", [("paragraph", "One\nTwo")], id="one br is a line end"),
        pytest.param(
            "<p>A <b>bold</b>\n  <a href=x>link</a>.</p>",
            [("paragraph", "A bold link.")],
            id="inline",
        ),
        pytest.param("<h2>Head</h2>tail", [("heading", "Head"), ("paragraph", "tail")], id="tail"),
        pytest.param(
            "<ul><li>a<li><p>b</p></ul>", [("list_item", "a"), ("list_item", "b")], id="list"
        ),
        pytest.param("<blockquote><p>q</p></blockquote>", [("blockquote", "q")], id="quotation"),
        pytest.param("<pre>a\n  b</pre>", [("code", "a\n  b")], id="code keeps its space"),
        pytest.param(
            "<p>So <span>Ada <span><img><a>Ada Moss</a> <a>Her last</a></span></span> said.</p>",
            [("paragraph", "So Ada said.")],
            id="a card beside a name",
        ),
        pytest.param(
            "<p><span><img><a>Ada</a> and <a>Finn</a></span></p>",
            [("paragraph", "Ada and Finn")],
            id="no card: words of its own",
        ),
        pytest.param(
            "<table><tr><th>x<th>y<tr><td>1<td>2</table>",
            [("table", "x\ty\n1\t2")],
            id="table of data",
        ),
        pytest.param(
            "<table><tr><td><h1>Head</h1><p>Words.</p></table>",
            [("heading", "Head"), ("paragraph", "Words.")],
            id="table of layout",
        ),
        pytest.param(
            "<p>seen</p><script>no()</script><style>x{}</style>",
            [("paragraph", "seen")],
            id="unseen",
        ),
        pytest.param(
            "<p>soft\u00adhyphen\u200b</p>",
            [("paragraph", "softhyphen")],
            id="invisible characters",
        ),
    ],
)
def test_pieces(markup, expected):
    assert cut(f"<html><body>{markup}</body></html>") == expected


def test_a_sign_that_links_a_heading_to_itself_is_left_out():
    markup = "<h2>Options<a href=#o>¶</a></h2><p>Ports and <a href=x>workers</a>.</p>"
    heading, paragraph = pieces_of(parse(markup))
    assert (heading.text, heading.linked) == ("Options", 0)
    assert paragraph.linked == len("workers")


def test_links_and_emphasis_are_counted():
    (piece,) = pieces_of(parse("<body><p><b>Bold</b> and <a href=x>linked</a></p></body>"))
    assert (piece.emphasised, piece.linked, piece.links) == (4, 6, 1)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 10_000 + "<p>deep down</p>", id="unclosed boxes"),
        pytest.param("<div>" * 3_000 + "<p>deep down</p>" + "</div>" * 3_000, id="closed boxes"),
        pytest.param("<span>" * 5_000 + "deep down", id="unclosed spans"),
    ],
)
def test_nesting_too_deep_for_the_parser_loses_no_text(markup):
    page = f"<html><body>{markup}<p>after</p></body></html>"
    text = " ".join(words for _, words in cut(page))
    assert "deep down" in text
    assert "after" in text


def test_a_noscript_that_swallowed_the_page_is_opened():
    page = (
        "<body><noscript><iframe src=x></iframe><div>" + "<p>Words.</p>" * 30 + "</div></noscript>"
    )
    assert len(cut(page)) == 30


@pytest.mark.parametrize(
    "markup", ["", "<", "<html", "plain", "<!doctype html>", "<?xml version='1.0'?>", "\x01"]
)
def test_next_to_nothing_is_no_crash(markup):
    cut(markup)
