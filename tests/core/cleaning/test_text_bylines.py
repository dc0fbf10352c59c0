"""Who wrote an article, as the lines of its dump say."""

import time

import pytest

from copydesk.cleaning.text.bylines import authors_of, date_clues, marked_bylines
from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.names import is_person, names_in, says_by, upright
from copydesk.cleaning.text.roles import Piece, Role


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Edith Crane and Alfred Munns", ("Edith Crane", "Alfred Munns")),
        (
            "By Edith Crane, Alfred Munns, and Ivo Kessel",
            ("Edith Crane", "Alfred Munns", "Ivo Kessel"),
        ),
        ("Von Katrin Holzapfel, Redaktion", ("Katrin Holzapfel",)),
        ("Author of the article: Ada Brandt", ("Ada Brandt",)),
        ("von Ada Brandt 28.04.2013, 19:09 Uhr", ("Ada Brandt",)),
        (", Ivo Kessel und Jonas Rehm", ("Ivo Kessel", "Jonas Rehm")),
        ("Par Hélène Vautrin", ("Hélène Vautrin",)),
        ("Por Lucía Ferrer y Ana del Río", ("Lucía Ferrer", "Ana del Río")),
        ("Di Marco Bellini", ("Marco Bellini",)),
        ("Автор: Пётр Громов", ("Пётр Громов",)),
        ("作者：张三、李四", ("张三", "李四")),
        ("홍길동 기자", ("홍길동",)),
        ("By Ada McMossPublished: Jan 29, 2025", ("Ada McMoss",)),
        ("Ada Brandt December 18, 2025", ("Ada Brandt",)),
        ("Fr 25.04.24 | 14:07 Uhr | Von Ada Brandt", ("Ada Brandt",)),
        ("Posted on May 3, 2024 by Ada Brandt", ("Ada Brandt",)),
        ("Reporting by Ada Brandt; Editing by Ivo Kessel", ("Ada Brandt",)),
        ("Ada Brandt Redakteurin", ("Ada Brandt",)),
        ("Headshot of Ada Brandt", ("Ada Brandt",)),
        ("By ADA BRANDT", ("ADA BRANDT",)),
        ("Ada Brandt Ada Brandt", ("Ada Brandt",)),
        ("Ada Brandt von Ada Brandt", ("Ada Brandt",)),
        ("By Reuters", ()),
        ("By the time they came", ()),
    ],
)
def test_people_in_a_byline(byline: str, names: tuple[str, ...]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("By Ada Brandt", True),
        ("von", True),
        ("3 May 2024 | By Ada Brandt", True),
        ("Ada Brandt", False),
        ("Byron Lane reopens", False),
        ("Devon is wet", False),
    ],
)
def test_byline_says_by(text: str, says: bool) -> None:
    assert says_by(text) is says


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ada Brandt", True),
        ("Ada Brandt | Ivo Kessel", True),
        ("Brandt", False),
        ("ADA BRANDT", False),
        ("Read more", False),
    ],
)
def test_line_of_names_alone(text: str, person: bool) -> None:
    assert is_person(text) is person


def test_names_of_an_archive_are_turned() -> None:
    assert upright("Renner, Paula; Moss, Ada B.") == "Paula Renner; Ada B. Moss"
    assert upright("Paula Renner, Ada Moss") == "Paula Renner, Ada Moss"


def pieces_of(*lines: str) -> list[Piece]:
    """Lines as pieces; those that end a sentence are body."""
    return [
        Piece(Line(text), Role.BODY if text.endswith(".") else Role.FURNITURE, text.count(" ") + 1)
        for text in lines
    ]


STORY = "The council of Orrin closed the bridge on Monday, said Paula Renner, its head."


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        pytest.param(("Bridge closed", "By", "Ada Moss", STORY), ("Ada Moss",), id="next line"),
        pytest.param(
            ("Bridge closed", "By Ada Moss", "and Finn Reed", STORY),
            ("Ada Moss", "Finn Reed"),
            id="goes on",
        ),
        pytest.param(
            ("Bridge closed", "Ada Moss", "4 May 2015", STORY), ("Ada Moss",), id="above a date"
        ),
        pytest.param(
            ("Bridge closed", STORY, "Ada Moss", "Published 2 hours ago", STORY),
            ("Ada Moss",),
            id="below the standfirst",
        ),
        pytest.param(
            ("Bridge closed", "Paula Renner", "4 May 2015", STORY), (), id="the one it is about"
        ),
        pytest.param(
            ("Bridge closed", "Council Bridge", "By Ada Moss", "4 May 2015", STORY),
            ("Ada Moss",),
            id="said before bare",
        ),
        pytest.param(
            ("Bridge closed", "By Associated Press", STORY), ("Associated Press",), id="agency"
        ),
        pytest.param(("Bridge closed", "Ada Moss", "Home", STORY), (), id="a name alone"),
        pytest.param(
            ("Bridge closed", "Published on 4 May 2015, 14:26, Ada Moss", STORY),
            ("Ada Moss",),
            id="behind the date",
        ),
        pytest.param(
            ("Bridge closed", "Political editor", "Ada Moss", STORY), ("Ada Moss",), id="an office"
        ),
        pytest.param(
            ("Bridge closed", "By Ada Moss", "Political editor and Finn Reed", STORY),
            ("Ada Moss", "Finn Reed"),
            id="behind an office",
        ),
        pytest.param(
            ("Bridge closed", "Ada Moss", "Redakteurin Wirtschaft", STORY),
            ("Ada Moss",),
            id="an office below",
        ),
        pytest.param(
            ("Bridge closed", f"Orrin Moss built it. {STORY}", "Orrin Moss, born 9 May 1930"),
            (),
            id="whom it is about",
        ),
        pytest.param(
            ("Bridge closed", "Download PDF", "4 May 2015", STORY), (), id="words of a button"
        ),
    ],
)
def test_authors_are_found_around_the_headline(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    assert authors_of(marked_bylines(pieces_of(*lines), 0)) == authors


@pytest.mark.parametrize(
    ("lines", "clue"),
    [
        pytest.param(("Bridge closed", "3 May 2024", STORY), "3 May 2024", id="above the body"),
        pytest.param(
            ("Bridge closed", STORY, "3 May 2024, 7:15", STORY),
            "3 May 2024, 7:15",
            id="below the standfirst",
        ),
        pytest.param(
            ("3.5.2024", *["Home"] * 20, "Bridge closed", STORY), "3.5.2024", id="far above"
        ),
        pytest.param(
            ("Bridge closed", "May 3, 20242:26 PM", STORY),
            "May 3, 2024 2:26 PM",
            id="figures stuck",
        ),
        pytest.param(
            ("Bridge closed", "Publiziert3. Mai 2024", STORY), "Publiziert 3. Mai 2024", id="stuck"
        ),
        pytest.param(
            ("Bridge closed", "By Ada Moss, 2 May 2024", "Audio: 1 May 2024", STORY),
            "By Ada Moss, 2 May 2024",
            id="byline first",
        ),
    ],
)
def test_first_clue_to_the_date(lines: tuple[str, ...], clue: str) -> None:
    title = lines.index("Bridge closed")
    assert next(date_clues(marked_bylines(pieces_of(*lines), title))).text == clue


@pytest.mark.parametrize(
    "text", ["By " + "A" * 1_000_000, "By " + "Ada, " * 200_000, "1." * 500_000, "- " * 500_000]
)
def test_hostile_byline_takes_linear_time(text: str) -> None:
    began = time.process_time()
    names_in(text)
    says_by(text)
    list(date_clues([Piece(Line(text), Role.DATE, 1.0)]))
    assert time.process_time() - began < 2
