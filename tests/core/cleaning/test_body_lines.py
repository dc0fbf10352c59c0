"""Lines in and below a body that are none of it, and the boxes that belong to it."""

import pytest

from copydesk.article import BlockKind
from copydesk.cleaning import clean
from copydesk.cleaning.page import parse
from copydesk.cleaning.pieces import pieces_of
from copydesk.reading.document import RawDocument

FIRST = "The ferry will stop at the old pier again from May, the town council has decided."
SECOND = "It had not done so since a storm took two of its four piles, eleven years ago."
THIRD = "Repairs cost the town 1.4 million, half of which came from the harbour's own funds."
NAMED = '<p class="byline">By Ada Moss</p>'


def text_of(*inside, head=""):
    body = "".join(inside)
    markup = f"<head>{head}</head><article><h1>Ferry is back at the pier</h1>{body}</article>"
    (draft,) = clean(RawDocument(id="x", data=markup.encode(), format="html"))
    return draft.article.text


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "note",
    [
        "<p>Ada Moss covers harbours for the Post. Write to her at ada@post.example.</p>",
        "<p><em>Ada Moss lives by the sea with two cats.</em></p>",
        "<p>Ada Moss is a columnist for the Post.</p>",
        "<p>Follow the Post on Instagram and Facebook. Send us your stories.</p>",
    ],
)
def test_a_note_about_the_author_does_not_end_the_body(note):
    assert text_of(NAMED, paragraphs(FIRST, SECOND, THIRD), note).endswith(THIRD)


def test_a_last_paragraph_that_names_the_author_stays():
    last = "Ada Moss, the mayor's aunt, was the first to cross, and said she would be back."
    assert text_of(NAMED, paragraphs(FIRST, SECOND, last)).endswith(last)


@pytest.mark.parametrize(
    "below",
    [
        ("About Velden Foods", "Velden Foods makes jam in Riga and has done so since 1909."),
        ("Forward-Looking Statements", "This release has statements that may prove wrong later."),
        ("Media Contact:", "Ann Lee, telephone 555 0100, for Velden Foods in Riga."),
    ],
)
def test_what_the_sender_of_a_release_says_of_itself_is_no_body(below):
    head, words = below
    release = paragraphs(FIRST, SECOND, THIRD) + f"<p><b>{head}</b></p><p>{words}</p>"
    text = text_of(release, paragraphs("SOURCE Velden Foods"))
    assert text.endswith(THIRD)


def test_an_article_about_something_is_not_cut():
    body = paragraphs(FIRST, SECOND) + "<h3>About The Pier</h3>" + paragraphs(THIRD)
    assert text_of(body).endswith(f"About The Pier\n\n{THIRD}")


@pytest.mark.parametrize(
    "inside",
    [
        "<figure><figcaption>Source: Riga Port</figcaption></figure>",
        "<h3>Source Code Was Lost</h3>",
        "<p>Media relations officer Ada Moss said the ferry would be free of charge in May.</p>",
        "<p>Cautionary notes were struck by all who had seen the storm at its worst.</p>",
    ],
)
def test_a_source_or_words_about_the_press_inside_an_article_end_nothing(inside):
    assert text_of(paragraphs(FIRST, SECOND), inside, paragraphs(THIRD)).endswith(THIRD)


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>Two of its four piles, eleven years ago</p>"
        "<cite>Ann Lee, harbour master</cite></blockquote>",
        "<figure><blockquote><p>Two of its four piles, eleven years ago</p><cite>Ann Lee</cite>"
        "</blockquote></figure>",
        '<div class="quotebox"><blockquote>Two of its four piles, eleven years ago</blockquote>'
        "<p>— Ann Lee</p></div>",
    ],
)
def test_a_pulled_quotation_goes_with_its_speaker(quote):
    body = paragraphs(FIRST) + quote + paragraphs(SECOND, THIRD)
    assert text_of(body) == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@pytest.mark.parametrize("line", ["Sunday, January 22, 2012", "22.01.2012", "2012-01-22"])
def test_a_date_alone_above_the_body_is_none_of_it(line):
    assert text_of(paragraphs(line, FIRST, SECOND, THIRD)).startswith("The ferry")


def test_a_date_that_heads_a_part_of_the_body_stays():
    body = paragraphs(FIRST) + "<h3>January 22, 2012</h3>" + paragraphs(SECOND, THIRD)
    assert "\n\nJanuary 22, 2012\n\n" in text_of(body)


@pytest.mark.parametrize(
    "line",
    [
        "<p>312</p>",
        '<p class="tr-caption">The pier at dawn in May</p>',
        "<p>Ann Lee, 9, leads her heifer to the pier on Wednesday. (Post photo by Ken Ott)</p>",
    ],
)
def test_counts_and_captions_in_the_body_are_left_out(line):
    body = paragraphs(FIRST) + line + paragraphs(SECOND, THIRD)
    assert text_of(body) == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_a_year_over_a_part_of_the_body_stays():
    body = paragraphs(FIRST, "2011", SECOND, "2022", THIRD)
    assert text_of(body) == "\n\n".join((FIRST, "2011", SECOND, "2022", THIRD))


def test_the_headings_of_an_accordion_stay_with_its_hidden_text():
    def item(at, heading, words):
        return (
            f'<div class="accordion-item"><h2 class="accordion-header"><button>{heading}</button>'
            f'</h2><div id="c{at}" class="collapse" hidden><p>{words}</p></div></div>'
        )

    items = item(1, "When will it stop?", SECOND) + item(2, "Who has paid?", THIRD)
    text = text_of(paragraphs(FIRST), items, paragraphs("Write to us if you know more of it."))
    assert f"When will it stop?\n\n{SECOND}\n\nWho has paid?\n\n{THIRD}" in text


def test_the_cards_of_a_ghost_page_are_body():
    card = (
        '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4>Who paid</h4></div>'
        f'<div class="kg-toggle-content"><p>{SECOND}</p></div></div>'
    )
    assert SECOND in text_of(f'<section class="gh-content">{paragraphs(FIRST)}{card}<p>{THIRD}</p>')


def test_a_heading_of_the_first_level_inside_the_body_is_part_of_it():
    body = paragraphs(FIRST) + "<h1>Day five</h1>" + paragraphs(SECOND, THIRD)
    assert "Day five" in text_of(body, head="<title>Ferry is back at the pier</title>")


def test_a_byline_in_a_line_of_its_own_is_a_piece_of_its_own():
    tree = parse("<td><font>Fair draws a crowd<br>BY ADA MOSS<br>Post Staff Writer</font></td>")
    said = [piece.text for piece in pieces_of(tree)]
    assert said == ["Fair draws a crowd", "BY ADA MOSS", "Post Staff Writer"]


def test_line_ends_in_code_are_kept():
    (piece,) = pieces_of(parse("<pre><span>one<br>two</span><br>three</pre>"))
    assert (piece.kind, piece.text) == (BlockKind.CODE, "one\ntwo\nthree")
