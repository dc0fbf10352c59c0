"""The words under a page's pictures, and the headlines of other stories around its article."""

import time

import pytest

from copydesk.cleaning import CleanOptions, clean
from copydesk.cleaning.captions import captions_of
from copydesk.cleaning.credits import split_credit
from copydesk.cleaning.page import parse
from copydesk.cleaning.pieces import pieces_of
from copydesk.cleaning.verdicts import Verdict
from copydesk.reading.document import RawDocument

PARAGRAPH = "The ferry will stop at the old pier again from May, the town council has decided."
OPEN = f"<article><h1>Ferry is back at the pier</h1><p>{PARAGRAPH}</p>"
CLOSE = f"<p>It had not done so for years, though {PARAGRAPH}</p></article>"


def article(inside="", below=""):
    markup = f"<html><body>{OPEN}{inside}{CLOSE}{below}</body></html>"
    raw = RawDocument(id="x", data=markup.encode(), format="html")
    (draft,) = clean(raw, CleanOptions(explain=True))
    return draft.article


def captions(inside="", below=""):
    return [(caption.text, caption.credit) for caption in article(inside, below).captions]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("The pier at dawn.Credit...Ada Moss/The Post", ("The pier at dawn.", "Ada Moss/The Post")),
        ("The pier at dawnFoto: Ada Moss", ("The pier at dawn", "Ada Moss")),
        ("The pier at dawn. Ada Moss (REUTERS)", ("The pier at dawn.", "Ada Moss (REUTERS)")),
        ("The pier at dawn. (Ada Moss/Post)", ("The pier at dawn.", "Ada Moss/Post")),
        ("The pier. (Post photo by Ada Moss)", ("The pier.", "Post photo by Ada Moss")),
        ("Le quai à l'aube. PHOTO ADA MOSS", ("Le quai à l'aube.", "ADA MOSS")),
        ("Illustration by Ada Moss", ("", "Ada Moss")),
        ("A photo of the old pier", ("A photo of the old pier", None)),
        ("Trains and/or ferries (and one bus)", ("Trains and/or ferries (and one bus)", None)),
    ],
)
def test_the_credit_at_the_end_of_a_caption(caption, expected):
    assert split_credit(caption) == expected


@pytest.mark.parametrize(
    "inside",
    [
        '<figure><figcaption><span>The pier at dawn.</span><span class="credit">Ada Moss</span>',
        "<figure><figcaption><span>The pier at dawn.</span><span>Ada Moss</span>",
        "<figure><figcaption>The pier at dawn. <small>Photo: Ada Moss</small>",
        '<div class="wp-caption"><p class="wp-caption-text">The pier at dawn. Photo: Ada Moss</p>',
    ],
)
def test_markup_parts_a_credit_from_its_caption(inside):
    assert captions(f"{inside}</figcaption></figure></div>") == [("The pier at dawn.", "Ada Moss")]


def test_many_lines_in_the_box_of_a_caption_take_linear_time():
    lines = "<span>The old pier at dawn, in May</span><br><br>" * 10_000
    pieces = pieces_of(parse(f'<body><div class="caption">{lines}</div></body>'))
    begin = time.process_time()
    assert len(captions_of([Verdict(piece, "caption") for piece in pieces])) == 1
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "box",
    [
        '<div class="player"><span>00:00 31:07 Download</span></div>',
        '<div class="media"><p>Published 3 May 2024</p></div>',
        '<div class="media"><h4><a href="/b">A bridge for Riga after forty years</a></h4></div>',
        "<figure><figcaption>View image in fullscreen</figcaption></figure>",
    ],
)
def test_what_is_no_caption_though_it_stands_by_a_picture(box):
    assert captions(box) == []


def test_a_caption_may_tell_the_day():
    words = "The old pier in a storm on May 4, 2024, at dawn."
    assert captions(f'<div class="caption">{words}</div>') == [(words, None)]


def test_boxes_with_pictures_far_below_the_article_have_no_captions_of_it():
    teaser = '<div class="picture-box"><p>A bridge for Riga, after forty years</p></div>'
    assert captions(below="<h3>More</h3>" + teaser * 9) == [
        ("A bridge for Riga, after forty years", None)
    ]
    filler = "".join(f"<h4>Topic number {at}</h4>" for at in range(8))
    assert captions(below=filler + teaser) == []


def test_a_caption_that_names_the_author_is_still_a_caption():
    inside = '<p class="byline">By Ada Moss</p><figure><figcaption>Photo of a pier by Ada Moss'
    assert ("Photo of a pier by Ada Moss", None) in captions(f"{inside}</figcaption></figure>")


TEASER = (
    '<a href="/b"><h3>A bridge for Riga after forty years</h3>'
    "<p>Engineers began to dig on Monday morning near the old market.</p></a>"
)


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param(TEASER, ["A bridge for Riga after forty years"], id="a text in the link too"),
        pytest.param(
            '<p><a href="#a">16:42 Power is back in Pollan</a></p>', [], id="a place on the page"
        ),
        pytest.param(
            '<p>[ <a href="/b">A bridge for Riga after years</a> ]</p>',
            ["A bridge for Riga after years"],
            id="brackets",
        ),
        pytest.param(
            '<div><a href="/1">Old pier</a> <a href="/2">Pier</a> <a href="/3">Bridges</a></div>',
            [],
            id="a list of topics",
        ),
        pytest.param('<p><a href="/b">Continue reading the main story</a></p>', [], id="furniture"),
        pytest.param(
            '<td><a href="/1">Bids for the bridge are high</a><br>'
            '<a href="/2">School starts early for all</a></td>',
            ["Bids for the bridge are high", "School starts early for all"],
            id="a line a link",
        ),
    ],
)
def test_related_headlines_are_headlines(below, expected):
    assert list(article(below=f'<div class="more">{below}</div>').related) == expected
