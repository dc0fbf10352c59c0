"""What belongs to the site, what to its article: title, publisher, standfirst, times of day."""

import pytest

from copydesk.cleaning import clean
from copydesk.cleaning.metadata.fields import publisher
from copydesk.cleaning.metadata.page_data import page_data
from copydesk.cleaning.metadata.title import headline, headlines
from copydesk.cleaning.page import parse
from copydesk.reading.document import RawDocument

PARAGRAPH = "The ferry will stop at the old pier again from May, the town council has decided."
ARTICLE = f"<p>{PARAGRAPH}</p><p>It had not done so since {PARAGRAPH}</p>"


def about(title="", body="", head=""):
    return page_data(parse(f"<head><title>{title}</title>{head}</head><body>{body}</body>"))


def article(body, head=""):
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    (draft,) = clean(RawDocument(id="x", data=markup.encode(), format="html"))
    return draft.article


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        pytest.param(
            "The Slow Loaf: Bread with old porridge",
            '<h1><a href="https://loaf.example/">The Slow Loaf</a></h1>'
            "<h3>Bread with old porridge</h3>",
            "Bread with old porridge",
            id="the first heading is the site's",
        ),
        pytest.param(
            "Whining noise above sixty - Old Vans Forum",
            "<h1>Old Vans Forum</h1><h2>Whining noise above sixty</h2>",
            "Whining noise above sixty",
            id="both parts are headings",
        ),
        pytest.param(
            "The Velden Post - County fair draws a crowd",
            "<p><font size=5><b>County fair draws a crowd</b></font></p>",
            "County fair draws a crowd",
            id="a line in bold on a page without headings",
        ),
        pytest.param(
            "Storm shuts the port: what to know",
            "<h3>What to know</h3>",
            "Storm shuts the port: what to know",
            id="a heading of the body behind a colon",
        ),
        pytest.param(
            "Rain in Riga › velden.example",
            '<link rel="canonical" href="https://velden.example/rain">',
            "Rain in Riga",
            id="an arrow before the site",
        ),
        pytest.param(
            "橋は十月まで通行止め：川辺新聞デジタル",
            '<meta property="og:site_name" content="川辺新聞">',
            "橋は十月まで通行止め",
            id="a wide colon before the site",
        ),
    ],
)
def test_the_site_s_part_of_a_title_goes(title, body, expected):
    assert headline(about(title, body)) == expected


@pytest.mark.parametrize(
    "heading",
    [
        '<a name="top">Storm shuts the port</a>',
        '<a href=""></a>Storm shuts the port',
        'Storm shuts the port of <a href="https://acme.example/">Acme</a>',
    ],
)
def test_a_heading_with_an_anchor_or_a_link_in_it_is_no_name_of_the_site(heading):
    page = about(body=f"<h1>{heading}</h1>")
    assert page.home == ()
    assert headline(page) == page.headings[0]


def test_the_author_s_name_behind_a_headline_goes():
    script = (
        '{"@type":"Article","headline":"I wrote a script - Ada Moss","author":{"name":"Ada Moss"}}'
    )
    head = f'<script type="application/ld+json">{script}</script>'
    assert headline(about("I wrote a script | by Ada Moss", head=head)) == "I wrote a script"


def test_a_first_level_heading_inside_the_article_is_no_headline():
    page = about("Rain in Riga", "<h1>Rain in Riga</h1><p>x</p><h1>Day five</h1>")
    assert headlines(page) == ("Rain in Riga",)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Rain in Riga - The Velden Post",
            '<link rel="canonical" href="https://www.veldenpost.example/rain">',
            "The Velden Post",
        ),
        ("Rain in Riga", '<h1><a href="/">The Velden Post</a></h1>', "The Velden Post"),
        ("Rain in Riga - Weather", '<link rel="canonical" href="https://velden.example/">', None),
    ],
)
def test_the_publisher_where_no_element_names_it(title, body, expected):
    assert publisher(about(title, body)) == expected


@pytest.mark.parametrize(
    "standfirst",
    [
        '<p class="standfirst">The council voted late on Tuesday night.</p>',
        "<h2>The council voted late on Tuesday night.</h2>",
        '<div class="post-header"><div class="subtitle">The council voted late on Tuesday night.'
        "</div></div>",
        '<div class="Standfirst_text__q">The council voted late on Tuesday night.</div>',
    ],
)
def test_the_standfirst_is_the_summary_of_a_page_without_a_description(standfirst):
    body = f"<article><h1>Ferry is back at the pier</h1>{standfirst}<p>By Ada Moss</p>{ARTICLE}"
    assert article(body).summary == "The council voted late on Tuesday night."
    described = article(body, '<meta name="description" content="Words of the page">')
    assert described.summary == "Words of the page"


def test_a_paragraph_or_byline_below_the_headline_is_no_standfirst():
    assert article(f"<article><h1>Ferry is back</h1><p>By Ada Moss</p>{ARTICLE}").summary is None


@pytest.mark.parametrize(
    ("head", "shown", "expected"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2024-05-06T07:30:00+00:00">',
            "<p>6 May 2024</p>",
            "2024-05-06T07:30:00+00:00",
            id="the day on the page agrees",
        ),
        pytest.param(
            '<link rel="canonical" href="https://velden.example/2024/05/06/ferry">',
            '<p>Posted on <time datetime="2024-05-06T17:42:10+02:00">May 6, 2024</time></p>',
            "2024-05-06T17:42:10+02:00",
            id="an element near the headline",
        ),
        pytest.param(
            '<link rel="canonical" href="https://velden.example/2024/05/06/ferry">',
            '<p>May 6, 2024</p><p hidden><time datetime="2024-05-06T01:00:00Z"></time></p>',
            "2024-05-06",
            id="an element without words",
        ),
    ],
)
def test_the_time_of_day_is_kept(head, shown, expected):
    published = article(f"<h1>Ferry is back</h1>{shown}{ARTICLE}", head).published
    assert published is not None
    assert published.value == expected


def test_a_marked_time_near_the_headline_tells_the_last_change():
    shown = (
        '<p>Posted on <time class="published" datetime="2024-05-06T17:42:10+02:00">May 6, 2024'
        '</time> <time class="updated" datetime="2024-05-07T09:00:00+02:00">May 7, 2024</time></p>'
    )
    found = article(f"<h1>Ferry is back at the pier</h1>{shown}{ARTICLE}").modified
    assert found is not None
    assert found.value == "2024-05-07T09:00:00+02:00"
