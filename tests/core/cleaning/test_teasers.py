"""Lines between paragraphs that only send the reader to other stories are no body."""

import pytest

from copydesk.cleaning.page import parse
from copydesk.cleaning.pieces import pieces_of
from copydesk.cleaning.teasers import teasers

STORY = "<p>The ferry to Osterby sails again on Monday, the harbour master said.</p>"


def pointing(markup):
    pieces = pieces_of(parse(f"<body>{STORY}{markup}{STORY}</body>"))
    return [pieces[at].text for at in sorted(teasers(pieces))]


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href=x>MAYOR OF VELDEN CALLS FOR A NEW BRIDGE</a></p>",
        "<p>Read also: <a href=x>Rain in Riga</a></p>",
        "<p>SEE MORE: <a href=x>Eight hundred students under siege</a></p>",
        "<p>MORE : <a href=x>The daily cartoon</a></p>",
    ],
)
def test_a_line_that_points_elsewhere(line):
    assert len(pointing(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "<p>WHAT YOU NEED TO MAKE JAM AT HOME</p>",
        "<p><a href=x>The council's report</a> says that the bridge is safe.</p>",
        "<p><a href=x>NATO</a></p>",
        "<p>Read also what <a href=x>he</a> wrote to the council in the spring of last year.</p>",
        "<p>Guests: <a href=x>Ann Moss and her four brothers</a></p>",
    ],
)
def test_a_line_that_tells_something(line):
    assert pointing(line) == []


def test_a_label_that_several_links_have():
    lines = "".join(
        f"<p>FUNDA LAPHA | <a href=x>{headline}</a></p>"
        for headline in (
            "Kuboshwe abahlanu besolwa ngodaba",
            "Uphenyo kutholwa abangani belahlwe lapha",
        )
    )
    assert len(pointing(lines)) == 2
    names = "".join(f"<p>Account: <a href=x>@{name}</a></p>" for name in ("ann", "ben"))
    assert pointing(names) == []


def test_links_below_such_words():
    label, link = "<p>You may also like...</p>", "<p><a href=x>Who will sail in the spring?</a></p>"
    assert pointing(label + link + link) == [
        "You may also like...",
        *2 * ["Who will sail in the spring?"],
    ]
    assert pointing(label) == []
    assert pointing(link) == []
