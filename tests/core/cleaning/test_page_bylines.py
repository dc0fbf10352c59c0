"""Who wrote a page's article, by its lines and its markup."""

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.metadata.authors import authors, clean_names
from copydesk.cleaning.metadata.bylines import is_byline, names_in_bylines
from copydesk.cleaning.metadata.page_data import page_data
from copydesk.cleaning.page import parse
from copydesk.reading.document import RawDocument


def named(body="", head=""):
    tree = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return authors(page_data(tree), tree)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["By Ada Moss on Tuesday, May 7, 2024"], ["Ada Moss"]),
        (["By Ada Moss May 7, 2024"], ["Ada Moss"]),
        (["Submitted by Ada Moss on Thu, 07/14/2022 - 09:30"], ["Ada Moss"]),
        (["Posted on May 7, 2024 by Ada Moss | 4 Comments"], ["Ada Moss"]),
        (["Interview: Ada Moss\nPhotographs: Finn Reed"], ["Ada Moss"]),
        (["By Ada Moss", "in Riga", "and Finn Reed", "in Oslo"], ["Ada Moss", "Finn Reed"]),
        (["By Ada Moss\nStaff Writer\nand Finn Reed"], ["Ada Moss", "Finn Reed"]),
        (["By Ada Moss", "Rain in Riga", "and Finn Reed"], ["Ada Moss"]),
        (["by", "Ada Moss"], ["Ada Moss"]),
        (["Words by Ada Moss"], ["Ada Moss"]),
        (["Interviews are rare", "By the river"], []),
    ],
)
def test_names_in_the_lines_of_a_byline(lines, expected):
    assert list(names_in_bylines(lines)) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["ADA MOSS AND FINN REED"], ["Ada Moss", "Finn Reed"]),
        (["JEAN-LUC O'BRIEN"], ["Jean-Luc O'Brien"]),
        (["ANNA VAN DER BERG"], ["Anna van der Berg"]),
        (["RORY MCDONALD"], ["Rory McDonald"]),
        (["BBC NEWS", "ABC"], ["BBC NEWS", "ABC"]),
        (["ABC NEWS", "USA TODAY SPORTS"], ["ABC NEWS", "USA TODAY SPORTS"]),
        (["Ada Moss", "Political Writer"], ["Ada Moss"]),
        (["Velden Post Staff"], ["Velden Post Staff"]),
    ],
)
def test_names_are_written_as_names_are(names, expected):
    assert list(clean_names(names)) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(
            '<div class="article-byline"><span>Ada Moss</span> <span>Finn Reed</span></div>',
            ("Ada Moss", "Finn Reed"),
            id="a box of names",
        ),
        pytest.param(
            '<div class="Byline_byline__m"><span>Ada Moss</span>•<span>3 May 2024</span></div>',
            ("Ada Moss",),
            id="a name before a stroke",
        ),
        pytest.param(
            '<li class="metaInfoAuthorList-item"><a href="/a">Ada Moss</a></li>',
            ("Ada Moss",),
            id="a class in camel case",
        ),
        pytest.param(
            '<div class="author-box"><span>ADA MOSS</span><span>Columnist</span></div>',
            ("Ada Moss",),
            id="a post beside the name",
        ),
        pytest.param(
            '<div class="byline-block"><p>BY ADA MOSS AND FINN REED</p><p>RIGA BUREAU</p></div>',
            ("Ada Moss", "Finn Reed"),
            id="an office on a line of its own",
        ),
        pytest.param(
            '<ol class="comments"><li><span class="comment-author">Ann Reader</span></li></ol>',
            (),
            id="a reader who comments",
        ),
        pytest.param(
            '<div itemscope itemtype="https://schema.org/Answer"><b itemprop="author">'
            '<a itemprop="author">Ann Reader</a></b></div>',
            (),
            id="someone who answers",
        ),
        pytest.param(
            f'<div class="author"><strong>Style Of Names</strong>{"x " * 200}</div>',
            (),
            id="a page for authors",
        ),
    ],
)
def test_names_in_markup_that_says_author(markup, expected):
    assert named(markup) == expected


def test_scholarly_names_are_turned_around():
    metas = ("Moss, Ada", "Reed, Finn", "Ann Lee")
    head = "".join(f'<meta name="citation_author" content="{name}">' for name in metas)
    assert named(head=head) == ("Ada Moss", "Finn Reed", "Ann Lee")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BY ADA MOSS", True),
        ("By Ada Moss and Finn Reed, Staff Writers", True),
        ("Von Ada Moss", True),
        ("By Monday it was over", False),
        ("By the river they waited", False),
    ],
)
def test_a_line_that_only_names_people_is_a_byline(line, expected):
    assert is_byline(line) is expected


def test_a_byline_of_unknown_people_is_no_body():
    paragraph = "The ferry will stop at the old pier again from May, the town council has said."
    markup = f"<article><h1>Ferry</h1><p>BY ADA MOSS</p><p>{paragraph}</p><p>{paragraph[4:]}</p>"
    (draft,) = clean(RawDocument(id="x", data=markup.encode(), format="html"))
    assert draft.article.authors == ("Ada Moss",)
    assert draft.article.text.startswith("The ferry")


def test_a_heading_that_opens_like_a_byline_is_body():
    paragraph = "The ferry will stop at the old pier again from May, the town council has said."
    below = f"<h2>Da Vinci Code</h2><p>Once more: {paragraph}</p>"
    markup = f"<article><h1>Ferry</h1><p>{paragraph}</p>{below}</article>"
    (draft,) = clean(RawDocument(id="x", data=markup.encode(), format="html"))
    assert draft.article.authors == ()
    assert "\n\nDa Vinci Code\n\n" in draft.article.text


def test_an_account_of_the_site_is_no_author():
    paragraph = "The ferry will stop at the old pier again from May, the town council has said."
    markup = f"<article><h1>Ferry</h1><p>Posted on May 7, 2024 by Admin</p><p>{paragraph}</p>"
    (draft,) = clean(RawDocument(id="x", data=markup.encode(), format="html"))
    assert draft.article.authors == ()
