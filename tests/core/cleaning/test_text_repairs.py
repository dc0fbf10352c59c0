"""What stands in a dump besides lines of a page: page breaks, cut words, turns, boilerplate."""

import time
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from copydesk.article import Article, BlockKind
from copydesk.cleaning import CleanOptions, clean
from copydesk.cleaning.text.announced import with_announced_lists
from copydesk.cleaning.text.boilerplate import without_boilerplate
from copydesk.cleaning.text.captions import marked_captions
from copydesk.cleaning.text.extras import (
    without_consent,
    without_copies,
    without_reviews,
    without_threads,
)
from copydesk.cleaning.text.grids import grids_in, with_grids
from copydesk.cleaning.text.headline import headline_at
from copydesk.cleaning.text.hyphens import hyphens_of
from copydesk.cleaning.text.items import with_items, with_whole_lists
from copydesk.cleaning.text.joining import joined_lines
from copydesk.cleaning.text.labels import with_labelled, with_posts
from copydesk.cleaning.text.lines import lines_of
from copydesk.cleaning.text.paging import parted_from_paging
from copydesk.cleaning.text.paired import with_paired_lists
from copydesk.cleaning.text.recurrence import recurrence
from copydesk.cleaning.text.related import (
    marked_related,
    without_pointers,
    without_shouted,
    without_teasers,
)
from copydesk.cleaning.text.roles import Piece, Role
from copydesk.cleaning.text.shapes import word_count
from copydesk.cleaning.text.turns import with_inner_sentences, with_subheads, with_turns
from copydesk.reading.document import RawDocument

ODD = Path(__file__).parent / "dumps" / "odd"


def article_in(name: str) -> Article:
    raw = RawDocument(id=name, data=(ODD / f"{name}.txt").read_bytes())
    (draft,) = clean(raw, CleanOptions(explain=True))
    return draft.article


def pieces_in(text: str) -> list[Piece]:
    """Pieces of the lines of a text, those that open with "+" of the body."""
    return [
        Piece(
            line._replace(text=line.text.removeprefix("+")),
            Role.BODY if line.text.startswith("+") else Role.FURNITURE,
            word_count(line.text),
        )
        for line in lines_of(text.replace("\n+", "\n\u2003+"))
    ]


def bulleted(pieces: list[Piece]) -> list[Piece]:
    """The pieces, "* " of those of the body read off too."""
    return [
        piece._replace(
            line=piece.line._replace(
                text=piece.text.removeprefix("* "),
                bullet=piece.line.bullet or piece.text.startswith("* "),
            )
        )
        for piece in pieces
    ]


def body(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_body]


def test_page_breaks_go_and_cut_words_are_whole_again() -> None:
    article = article_in("paper")
    assert article.title == "The night the lamp went out"
    assert article.authors == ("Edith Crane",)
    assert "until the weather let a boat land on the island." in article.text
    assert "lit the lamp themselves and" in article.text
    assert "newsletter" not in article.text.lower()
    assert Counter(r.reason for r in article.removed)["paging"] == 4


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1\nOne boat\nis enough\n2\nTwo boats\nare more\n3\n", id="a list"),
        pytest.param("The pier is shut.\n" * 6 + "1\n" + "It opens.\n" * 6 + "2\n", id="sentences"),
        pytest.param("the pier and\n" * 6 + "7\n" + "the boat\n" * 6 + "9\n", id="no pages"),
    ],
)
def test_other_numbers_stay(text: str) -> None:
    lines = lines_of(text)
    assert parted_from_paging(lines) == (lines, [])


@pytest.mark.parametrize(
    ("dump", "left", "right", "before"),
    [
        pytest.param("brig-\nantine\nthem-\nselves", "a brig-", "antine", "a brig", id="cut"),
        pytest.param("a long-\nterm plan\nfor it", "a long-", "term plan", "a long-", id="own"),
        pytest.param(
            "well-\nknown as well\nbrig-\nantine\nknown", "well-", "known as", "well-", id="two"
        ),
        pytest.param("Vor-\nund Nachteile\nAn-\nlage", "Vor-", "und", None, id="function word"),
        pytest.param("An-\nlage\nBe-\nlag", "Nord-", "Süd", None, id="capital"),
    ],
)
def test_hyphen_at_a_line_end(dump: str, left: str, right: str, before: str | None) -> None:
    hyphens = hyphens_of(lines_of(dump), frozenset({"und"}))
    assert hyphens.before(left, right) == before


def test_many_cut_words_take_linear_time() -> None:
    lines = lines_of("ab-\n" * 200_000)
    began = time.process_time()
    joined_lines(lines, frozenset())
    parted_from_paging(lines_of("1\nab\nab\nab\nab\nab\n" * 20_000))
    assert time.process_time() - began < 10


def test_sender_of_a_press_release_is_no_body() -> None:
    article = article_in("release")
    assert article.title == "Harrow Turbines to build tidal farm off Skerra"
    assert article.text.endswith("approved by the county council on February 25.")


def test_section_about_something_else_stays() -> None:
    story = "+" + "The boat was found by the harbour master on Tuesday. " * 10
    pieces = pieces_in(f"{story}\n+About the boat\n+Nobody knows where it came from.\n")
    assert without_boilerplate(pieces) == pieces
    named = pieces_in(f"{story}\n+About Orrin Boats\n+Orrin Boats builds boats.\n")
    assert body(without_boilerplate(named)) == [story[1:].strip()]


def test_a_question_below_read_also_is_no_end_of_the_body() -> None:
    story = "+" + "The boat was found by the harbour master on Tuesday. " * 10
    pieces = pieces_in(f"{story}\nRead also\n+What now for the boat?\n")
    assert body(without_teasers(pieces)) == [story[1:].strip()]


@pytest.mark.parametrize(
    ("heading", "below", "stays"),
    [
        pytest.param("Media contact:", "+Ada Moss\n+press@orrin.example", False, id="mail"),
        pytest.param("Pressekontakt", "+Ada Moss\n+Tel. 01632 960777", False, id="telephone"),
        pytest.param("Contact", "+The two ships met at dawn.", True, id="a chapter"),
    ],
)
def test_contacts_below_a_release_are_no_body(heading: str, below: str, stays: bool) -> None:
    story = "+" + "The boat was found by the harbour master on Tuesday. " * 10
    found = body(without_boilerplate(pieces_in(f"{story}\n+{heading}\n{below}\n")))
    assert (len(found) > 1) is stays


def test_short_turns_of_a_conversation_are_body() -> None:
    talk = (
        "+Q: Why lighthouses?\n+A: The light.\nQ: Gulls?\n+Q: And boats?\n+A: Now and then.\nQ: x"
    )
    assert body(with_turns(pieces_in(talk))) == [
        "Q: Why lighthouses?",
        "A: The light.",
        "Q: Gulls?",
        "Q: And boats?",
        "A: Now and then.",
    ]


def test_most_items_of_a_list_bring_the_others() -> None:
    isles = (
        "+1. Skerra\n+A shop and a church.\n2. Hale\nNobody lives here.\nSign up\n+3. Far Skerry"
    )
    assert body(with_items(pieces_in(isles))) == [
        "1. Skerra",
        "A shop and a church.",
        "2. Hale",
        "Nobody lives here.",
        "3. Far Skerry",
    ]


def test_list_that_is_no_body_stays_out() -> None:
    read = "+The pier is shut.\n1. Boats\n2. Gulls\n3. Lamps\n1. Bread"
    assert body(with_items(pieces_in(read))) == ["The pier is shut."]


def test_what_the_page_leads_to_below_the_article_is_no_body() -> None:
    story = "+" + "The boat was found by the harbour master on Tuesday. " * 10
    under = "More from Culture\n+The return of the village cinema\n+Five museums"
    assert body(without_teasers(pieces_in(f"{story}\n{under}"))) == [story[1:].strip()]
    inside = pieces_in(f"{story}\nRead more\n+On the pier\n+It opens in May.")
    assert without_teasers(inside) == inside


def test_headlines_of_others_are_no_figures_and_no_sentences() -> None:
    lines = [
        "+The pier is shut.",
        "Ferry service to return to Skerra in June",
        "2 carrots of the larger kind from Brae",
        "Some 6000 homes were without power, the network said. (jf/dpa)",
        "Jim Orr wrote on March 6, 2012 at noon",
        "+It opens in May.",
    ]
    marked = marked_related(pieces_in("\n".join(lines)))
    assert [piece.text for piece in marked if piece.role is Role.RELATED] == [lines[1]]


def test_comments_of_a_brief_article_are_no_body() -> None:
    article = article_in("thread")
    assert article.text.endswith("It would cost nothing to put it back.")
    assert article.authors == ("Tom Hale",)


def test_marks_of_a_wire_are_no_text() -> None:
    article = article_in("wire")
    assert article.title == "Ferry to return to Skerra after four years"
    assert article.authors == ("ADA MOSS",)
    assert article.dateline is not None
    assert article.dateline.agency == "Meridian"
    assert article.text.endswith("The new boat will carry 24 cars and 150 people.")


def test_list_broken_by_a_form_is_whole() -> None:
    article = article_in("islands")
    assert [b.kind for b in article.blocks].count(BlockKind.HEADING) == 7
    assert "Puffins" in article.text
    assert "newsletter" not in article.text


def test_edition_is_no_part_of_a_headline() -> None:
    article = article_in("edition")
    assert article.title == "Clock tower strikes thirteen for a week; Mouse found in the works"
    assert article.publisher == "The Westmark Courier"


def test_name_below_the_body_is_no_author() -> None:
    article = article_in("arabic")
    assert article.authors == ("آدا موس",)


def test_lines_of_one_form_are_counted() -> None:
    texts = ["Ann says:", "5 May at 8:14", "Bob says:", "6 May at 9:20", "Cy says:", "x 1"]
    found = recurrence(texts, np.array([2.0, 4, 2, 4, 2, 2]))
    assert found["tail_again"].tolist() == [3, 2, 3, 2, 3, 1]
    assert found["form_again"].tolist() == [1, 2, 1, 2, 1, 1]
    assert found["stamp_again"].tolist() == [0, 2, 0, 2, 0, 1]
    assert found["forms_after4"].tolist() == [0, 0, 0, 0, 0, 0]


def test_short_question_between_lines_of_the_body_is_body() -> None:
    text = "Is it open?\n+It is raining.\nDid you learn?\n+Badly!\nShare?\n+It rained on.\nWhy?\n"
    found = body(with_inner_sentences(pieces_in(text)))
    assert found == ["It is raining.", "Did you learn?", "Badly!", "It rained on."]


def test_sentence_between_lines_of_the_body_is_body() -> None:
    text = "+It rained.\nNobody came to the pier.\n+It rained on.\nThe pier in May\n+Then sun.\n"
    found = body(with_inner_sentences(pieces_in(text)))
    assert found == ["It rained.", "Nobody came to the pier.", "It rained on.", "Then sun."]


def test_last_answer_is_body_below_its_question() -> None:
    talk = "+Q: Why blue?\n+A: It was cheap.\n+Q: And then?\n+A: It was not.\n+Q: Now?\nA: Lunch.\n"
    assert body(with_turns(pieces_in(talk)))[-1] == "A: Lunch."


def test_a_word_over_a_part_of_the_body_is_body() -> None:
    prose = "+The arm of the lamp stays where one puts it.\n"
    text = f"{prose}Light\n{prose}Ivo Kessel\n{prose}img_3\n{prose}Share\n{prose}"
    found = body(with_subheads(pieces_in(text)))
    assert [line for line in found if line != prose[1:-1]] == ["Light"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "+* 4 large quinces, peeled\n* 150 g sugar\n+* 500 ml of water\n* Share\n",
            ["4 large quinces, peeled", "150 g sugar", "500 ml of water"],
            id="most of it is body",
        ),
        pytest.param("* Home\n* All recipes\n+* Cakes\n+It rains.\n", ["It rains."], id="a menu"),
        pytest.param("* Home\n* Recipes\n+Cakes\n", ["Cakes"], id="no bullet"),
    ],
)
def test_a_bulleted_list_is_body_as_a_whole(text: str, expected: list[str]) -> None:
    marked = bulleted(pieces_in(text))
    assert body(with_whole_lists(marked)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("+Read more: Pier shut for the winter\n", id="English"),
        pytest.param("+A lire aussi : Le port de Vannes ferme\n", id="French"),
        pytest.param("+Lesen Sie auch: Der Hafen schließt\n", id="German"),
    ],
)
def test_a_pointer_to_another_story_is_no_body(text: str) -> None:
    (piece,) = without_pointers(pieces_in("\n" + text))
    assert piece.role is Role.RELATED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("+Read more: the pier was shut on Friday.\n", id="a sentence"),
        pytest.param("+Tickets: 12 crowns\n", id="another label"),
    ],
)
def test_other_labelled_lines_stay(text: str) -> None:
    (piece,) = without_pointers(pieces_in("\n" + text))
    assert piece.is_body


ROWS = "| New | Old\nLens | 28 mm | 35 mm\nWeight | 388 g | 402 g\n"


def test_a_table_between_lines_of_the_body_is_body() -> None:
    found = body(with_grids(pieces_in(f"\n+It is new.\n{ROWS}+It is light.\n")))
    assert found == ["It is new.", *ROWS.splitlines(), "It is light."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Menu\n{ROWS}\n+It is new.\n", id="above the body"),
        pytest.param("\n+It is new.\nHome | Sport\nA | B | C\nD | E\n+It is light.\n", id="menus"),
    ],
)
def test_other_lines_with_strokes_stay_out(text: str) -> None:
    assert body(with_grids(pieces_in(text))) == body(pieces_in(text))


def test_a_table_of_the_body_is_one_block() -> None:
    story = "The new camera of Harrow weighs less than the old one did, and it costs more. " * 3
    more = story.replace("Harrow", "Orrin")
    raw = RawDocument(id="x", data=f"{story}\n\n{ROWS}\n{more}".encode())
    (draft,) = clean(raw)
    kinds = [block.kind for block in draft.article.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert ROWS.strip() in draft.article.text
    assert [rows for rows in grids_in(pieces_in(ROWS))] == [range(3)]


RECIPE = (
    "+Six eat of it.\nIngredients (for 6):\n200 g barley\n1 leek\n\nDirections\n"
    "+Rinse the barley.\nSimmer it.\nPrint\nBeetroot dumplings.\n"
)
PROS = "+We used it.\nPros\nWarm light\nSturdy\nCons\nDear\nLoud\n{end}The verdict\n+It is good.\n"


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        pytest.param(RECIPE, ["Print", "Beetroot dumplings."], id="recipe"),
        pytest.param(RECIPE.replace("Directions", "Zubereitung"), ["Print"], id="other language"),
        pytest.param(PROS.format(end=""), [], id="pros and cons"),
        pytest.param(PROS.format(end="Share\n"), ["Share", "The verdict"], id="a button below"),
    ],
)
def test_lists_under_a_pair_of_headings_are_body(text: str, dropped: list[str]) -> None:
    found = with_paired_lists(pieces_in(text))
    assert [p.text for p in found if not p.is_body][: len(dropped)] == dropped
    assert len(body(found)) >= 6


def test_half_a_pair_of_headings_brings_nothing() -> None:
    pieces = pieces_in("+It is good.\nPros\nLogin\nWarm light\n")
    assert with_paired_lists(pieces) == pieces


def test_each_pair_of_pros_and_cons_is_body() -> None:
    lamps = "+We used it.\nPros\nWarm light\nSturdy\nCons\nDear\nLoud\n"
    found = with_paired_lists(pieces_in(f"{lamps}{lamps}+It is good.\n"))
    assert all(piece.is_body for piece in found)


ITEMS = "* Boats\n* Share\n* Gulls\n"


@pytest.mark.parametrize(
    ("text", "all_body"),
    [
        pytest.param(f"\n+There are three things:\n{ITEMS}+None is new.\n", True, id="announced"),
        pytest.param(f"\n+There are three things.\n{ITEMS}+None is new.\n", False, id="not"),
        pytest.param(f"\n+There are three things:\n{ITEMS}Menu\n", False, id="at the end"),
        pytest.param(
            "\n+Follow us:\n* Share\n* Subscribe\n* Gulls\n+None is new.\n", False, id="buttons"
        ),
    ],
)
def test_an_announced_list_between_lines_of_the_body_is_body(text: str, all_body: bool) -> None:
    found = with_announced_lists(bulleted(pieces_in(text)))
    assert all(piece.is_body for piece in found) is all_body


def test_lines_of_a_label_that_comes_in_each_part_are_body() -> None:
    parts = "".join(
        f"+The {lamp} is bright.\nWeight: {grams} g\nPrice: 20\nRead more: the {lamp}\n"
        for lamp, grams in (("Orr", 200), ("Brae", 310), ("Skerra", 150))
    )
    found = body(with_labelled(pieces_in(f"Weight: all\n{parts}+It is good.\n")))
    labelled = [line for line in found if ":" in line]
    assert labelled == ["Weight: 200 g", "Weight: 310 g", "Weight: 150 g"]


STORY = "+" + "The boat was found by the harbour master on Tuesday. " * 10


def test_a_long_headline_in_capitals_inside_the_body_leads_away() -> None:
    headline = "+MAN OF ORRIN FINDS OLD BOAT IN HIS GARDEN AFTER STORM\n"
    found = without_shouted(pieces_in(f"{STORY}\n{headline}+NOBODY KNOWS\n+It is blue.\n"))
    assert body(found) == [STORY[1:].strip(), "NOBODY KNOWS", "It is blue."]
    assert found[1].role is Role.RELATED
    wire = pieces_in(f"\n{headline * 3}+It is blue.\n")
    assert without_shouted(wire) == wire
    korean = pieces_in(
        f"{STORY}\n+이재명 후보가 15일 경남 화개장터 입구에서 K-TV 이야기를 하고 있다\n"
    )
    assert without_shouted(korean) == korean


def test_a_paragraph_that_comes_again_is_body_once() -> None:
    text = f"{STORY}\n+It is blue.\n{STORY}\n+It is blue.\n"
    assert body(without_copies(pieces_in(text))) == [STORY[1:].strip(), *["It is blue."] * 2]


@pytest.mark.parametrize(
    "notice",
    [
        pytest.param("When you visit our website, we store cookies.", id="cookies"),
        pytest.param("You may opt out of the sale of your personal information.", id="sale"),
        pytest.param("Ich bin damit einverstanden, dass mir externe Inhalte.", id="others"),
    ],
)
def test_what_asks_for_consent_below_a_story_is_no_body(notice: str) -> None:
    assert body(without_consent(pieces_in(f"{STORY}\n+{notice}\n"))) == [STORY[1:].strip()]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{STORY}\n+Her cookies went like warm bread.\n", id="baked ones"),
        pytest.param(
            f"\n+Sites may set fewer cookies.\n{STORY}\n+A website asked about cookies.\n",
            id="a story of them",
        ),
    ],
)
def test_other_talk_of_cookies_stays(text: str) -> None:
    assert without_consent(pieces_in(text)) == pieces_in(text)


def test_remarks_below_a_story_are_no_body() -> None:
    remark = "{} says:\n5 May 2025 at 00:46\n+I never liked that boat of theirs.\n"
    thread = remark.format("gull77") + remark.format("Ada Moss")
    assert body(without_threads(pieces_in(f"{STORY}\n{thread}"))) == [STORY[1:].strip()]
    talk = pieces_in(f"{STORY}\nAda Moss says:\n+It is blue.\nIvo says:\n+It is not.\n")
    assert without_threads(talk) == talk
    told = (
        "+{} says:\n+On 5 May 2025 at 00:46 the wind rose, and soon the sea came over the pier.\n"
    )
    log = pieces_in(f"{STORY}\n{told.format('The mayor')}{told.format('The pilot')}")
    assert without_threads(log) == log


@pytest.mark.parametrize(
    ("facts", "taken"),
    [
        pytest.param("Power: 9 W\nWeight: 300 g\nColour: blue\n", True, id="facts"),
        pytest.param("Power: 9 W\nWeight: 300 g\n", False, id="two"),
        pytest.param(
            "Orrin: pier shut\nBrae: boat found\nHale: more rain\n", False, id="headlines"
        ),
    ],
)
def test_facts_between_lines_of_the_body_are_body(facts: str, taken: bool) -> None:
    inside = with_labelled(pieces_in(f"\n+The lamp is new.\n{facts}+It is good.\n"))
    assert all(piece.is_body for piece in inside) is taken
    below = pieces_in(f"\n+The lamp is new.\n{facts}")
    assert with_labelled(below) == below


def test_headlines_of_posts_are_body_and_none_is_the_title() -> None:
    posts = "10:42 Trains run\n+All run again.\n10.05 Uhr: Pier shut\n+It is wet.\n"
    brief = pieces_in(f"Storm over Orrin\n{posts}")
    assert with_posts(brief) == brief
    found = with_posts(pieces_in(f"Storm over Orrin\n{posts}9:30 am - Trees fall\n+Two fell.\n"))
    assert [piece.text for piece in found if not piece.is_body] == ["Storm over Orrin"]
    title = headline_at(found, None)
    assert title is None or found[title].text == "Storm over Orrin"


def test_what_readers_say_below_a_counted_heading_is_no_body() -> None:
    reviews = "Reviews (3)\n+I made this last night.\n+Too thick for me.\n"
    assert body(without_reviews(pieces_in(f"{STORY}\n{reviews}"))) == [STORY[1:].strip()]
    above = pieces_in(f"\n+It is new.\n{reviews}{STORY}\n")
    assert without_reviews(above) == above


def test_a_line_with_the_label_of_a_caption_is_one() -> None:
    caption, *others = marked_captions(
        pieces_in(
            "\n+Above: The seedheads of the grass.\n+Above all it is wet."
            "\n+Below: the winners in full:\n+Below: " + "It was a long day at the pier. " * 9
        ),
        None,
    )
    assert caption.role is Role.CAPTION
    assert [other.is_body for other in others] == [True] * 3


@pytest.mark.parametrize(
    ("items", "taken"),
    [
        pytest.param(["June 9 -- Orrin", "June 10 -- Brae", "14 June, Hale"], 3, id="dates"),
        pytest.param(["9. Juni: Orrin", "10. Juni: Brae", "14. Juni 2027: Hale"], 3, id="German"),
        pytest.param(["June 9 -- Orrin", "June 10 -- Brae", "On tour"], 0, id="two dates"),
        pytest.param(["1) Boats", "Menu", "2) Gulls", "3) Lamps"], 3, id="numbers"),
        pytest.param(["1) Boats", "2) Gulls", "4) Lamps"], 0, id="a number is left out"),
    ],
)
def test_dates_and_numbers_that_a_colon_announces_are_body(items: list[str], taken: int) -> None:
    text = "\n".join(items)
    found = with_announced_lists(pieces_in(f"\n+These are all:\n{text}\nShare\n"))
    assert len(body(found)) == 1 + taken
    plain = pieces_in(f"\n+These are all.\n{text}\nShare\n")
    assert with_announced_lists(plain) == plain


def test_many_dates_with_a_colon_take_linear_time() -> None:
    pieces = [piece._replace(role=Role.BODY) for piece in pieces_in("June 9 -- Orrin:\n" * 20_000)]
    began = time.process_time()
    with_announced_lists(pieces)
    assert time.process_time() - began < 5


def test_a_line_that_a_caption_says_again_is_one() -> None:
    words = "The seedheads of the grass glow"
    text = f"\n+{words}.\n+{words} in the sun.\n{words}. Photo: Ada Moss\n"
    twin, other, _ = marked_captions(pieces_in(text), None)
    assert twin.role is Role.CAPTION
    assert other.is_body
