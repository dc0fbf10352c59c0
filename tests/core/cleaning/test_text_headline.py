"""The headline among the lines of a dump."""

import pytest

from copydesk.cleaning.text.headline import headline_at, standfirst_of
from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.roles import Piece, Role

STORY = (
    "The council of Orrin closed the old bridge on Monday after the flood had taken a pier with it."
)
TITLE = "Orrin closes its old bridge"
STANDFIRST = "After the flood the council sees no other way, and traffic has to take the ferry"


def pieces_of(*lines: str) -> list[Piece]:
    """Lines as pieces; those that end a sentence are body."""
    return [
        Piece(Line(text), Role.BODY if text.endswith(".") else Role.FURNITURE, text.count(" ") + 1)
        for text in lines
    ]


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        pytest.param(("Menu", "Orrin closes its old bridge", STORY), 1, id="plain"),
        pytest.param(
            ("Orrin closes its old bridge", STANDFIRST, STORY), 0, id="a standfirst below"
        ),
        pytest.param(
            ("Home", "3. Orrin closes its old bridge", "Orrin closes its old bridge", STORY),
            2,
            id="breadcrumbs above",
        ),
        pytest.param(
            ("Flood closes old bridge", "Orrin Bridge", "By Ada Moss", STORY),
            0,
            id="a rubric below",
        ),
        pytest.param(
            ("Council » Bridges » Orrin council closes old bridge after Monday flood", STORY),
            None,
            id="a trail to the page",
        ),
        pytest.param(
            ("BY ADA MOSS | STAFF WRITER | APR 21", "Review: A quiet film, a loud cello", STORY),
            1,
            id="a review",
        ),
        pytest.param(
            ("Opinion | Cities should stop mowing", "By Ada Moss", "May 3, 2024", STORY),
            0,
            id="an opinion",
        ),
        pytest.param(("The day the music came back", STORY, STORY), 0, id="no page around it"),
        pytest.param(
            ("The day the music came back", "Nobody knew for how long", "By Ada Moss", STORY),
            0,
            id="no page around it, a line between",
        ),
        pytest.param(("By Ada Moss", "May 3, 2024", STORY, STORY), None, id="a byline first"),
        pytest.param(("Subscribe", "Log in", STORY), None, id="no headline"),
        pytest.param((STORY, STORY), None, id="body alone"),
    ],
)
def test_headline_is_found(lines: tuple[str, ...], headline: int | None) -> None:
    assert headline_at(pieces_of(*lines), None) == headline


def test_known_headline_is_the_line_that_says_it() -> None:
    pieces = pieces_of("Orrin closes its old bridge", "A pier is gone", STORY)
    assert headline_at(pieces, None, "A pier is gone") == 1


@pytest.mark.parametrize(
    ("lines", "standfirst"),
    [
        pytest.param((TITLE, STANDFIRST, STORY), STANDFIRST, id="above the story"),
        pytest.param((TITLE, STANDFIRST, "By Ada Moss", STORY), STANDFIRST, id="above a byline"),
        pytest.param((TITLE, "By Ada Moss of the Orrin Daily News", STORY), None, id="a byline"),
        pytest.param((TITLE, "Share this story with all your friends", STORY), None, id="a call"),
        pytest.param((TITLE, "Local news", STORY), None, id="a rubric"),
        pytest.param((TITLE, STORY), None, id="none"),
        pytest.param(
            (TITLE, STANDFIRST, "Home", "News", "Sport", "Log in", STORY), None, id="a page"
        ),
    ],
)
def test_standfirst_is_found_where_the_article_stands_alone(
    lines: tuple[str, ...], standfirst: str | None
) -> None:
    assert standfirst_of(pieces_of(*lines), 0) == standfirst
