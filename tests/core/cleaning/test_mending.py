"""What plainly belongs to the body is taken though the model is not sure of it."""

import numpy as np
import pytest

from copydesk.cleaning.features import NAMES
from copydesk.cleaning.html import read_page
from copydesk.cleaning.mending import SMALL, mended

STORY = "<p>The ferry to Osterby sails again on Monday, the harbour master said.</p>"
LONG = "<p>Unsure " + "of the tide and of the wind, the captain stayed in port. " * 4 + "</p>"
MENU = "".join(f"<div><a href=/{at}>Page {at}</a></div>" for at in range(SMALL))
LEAST = 0.45


def is_taken(piece, chance):
    """Tell whether the piece that opens with "Unsure" ends up as body, as stories are."""
    page = read_page(f"<body><main>{piece}</main>{MENU}</body>")
    texts = [found.text for found in page.pieces]
    sure = np.array([0.0 if text.startswith("Page") else 0.9 for text in texts])
    at = next(at for at, text in enumerate(texts) if text.startswith("Unsure"))
    sure[at] = chance
    return bool(mended(page.pieces, page.rows, sure, LEAST)[at] >= LEAST)


@pytest.mark.parametrize(
    ("markup", "chance", "expected"),
    [
        (f"{STORY}<h2>Unsure of the wind</h2>{STORY}", 0.3, True),
        (f"{STORY}<h2>Unsure of the wind</h2>{STORY}", 0.1, False),
        (f"<h2>Unsure of the wind</h2>{STORY}", 0.3, False),
        (f"{STORY}<h2><a href=x>Unsure of the wind</a></h2>{STORY}", 0.3, False),
    ],
)
def test_a_likely_heading_between_two_paragraphs(markup, chance, expected):
    assert is_taken(markup, chance) is expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{STORY}{LONG}{STORY}", True),
        (f"{STORY}<p>Unsure of the tide, he stayed.</p>{STORY}", False),
        (f"{STORY}<div>{LONG}</div>{STORY}", False),
        (f"{LONG}{STORY}", False),
    ],
)
def test_a_long_paragraph_amid_the_body(markup, expected):
    assert is_taken(markup, 0.1) is expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Unsure which? <a href=x>Ask the harbour</a>", True),
        ("<a href=x>Unsure which?</a>", False),
    ],
)
def test_an_item_with_a_link_amid_items_of_the_body(item, expected):
    others = "<li>Ferries carry cars.<li>Boats carry bicycles."
    assert is_taken(f"{STORY}<ul><li>{item}{others}</ul>", 0.2) is expected


@pytest.mark.parametrize(("place", "expected"), [("main", True), ("aside", False)])
def test_a_table_that_was_read_on_a_small_page(place, expected):
    rows = "<tr><th>Unsure<th>Goals<tr><td>Ade Bright<td>27<tr><td>Karl Moen<td>21"
    page = read_page(
        f"<body><main>{STORY * 3}</main><{place}><table>{rows}</table></{place}></body>"
    )
    sure = np.array([0.9, 0.9, 0.9, 0.1])
    kept = page.rows.copy()
    kept[:, NAMES.index("kept")] = 1.0
    assert (mended(page.pieces, kept, sure, LEAST)[-1] >= LEAST) == expected


@pytest.mark.parametrize(("share", "expected"), [(1.0, True), (0.0, False)])
def test_what_was_read_between_paragraphs_of_a_small_page(share, expected):
    page = read_page(f"<body><main>{STORY}<dl><dt>Unsure</dl>{STORY}</main></body>")
    rows = page.rows.copy()
    rows[:, NAMES.index("kept")] = share
    assert (mended(page.pieces, rows, np.array([0.9, 0.1, 0.9]), LEAST)[1] >= LEAST) == expected


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ("<div class='item'><p>Unsure</p></div>", True),
        ("<div class='item'><p><a href=x>Unsure</a></p></div>", False),
        ("<div class='box'><p>Unsure</p></div>", False),
        ("<div class='item related'><p>Unsure</p></div>", False),
    ],
)
def test_what_is_marked_up_like_most_of_a_small_page_s_body(box, expected):
    item = "<div class='item'><p>A small museum</p></div>"
    page = read_page(f"<body><main>{STORY}{item * 2}{box}{item}{STORY}</main></body>")
    texts = [found.text for found in page.pieces]
    sure = np.array([0.1 if text == "Unsure" else 0.9 for text in texts])
    page.rows[:, NAMES.index("kept")] = 0.0
    taken = mended(page.pieces, page.rows, sure, LEAST) >= LEAST
    assert bool(taken[texts.index("Unsure")]) is expected
