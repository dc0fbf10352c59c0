"""The fields around an article, from linked data, meta elements and markup."""

import pytest

from copydesk.article import BlockKind
from copydesk.cleaning.captions import captions_of
from copydesk.cleaning.credits import split_credit
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.authors import authors, clean_names
from copydesk.cleaning.metadata.bylines import names_in_bylines
from copydesk.cleaning.metadata.fields import (
    declared_language,
    declared_region,
    keywords,
    live_posts,
    recipe_lines,
    summary,
)
from copydesk.cleaning.metadata.moments import day_in, day_in_path, moment_of
from copydesk.cleaning.metadata.page_data import page_data
from copydesk.cleaning.metadata.published import Evidence, dates_of
from copydesk.cleaning.metadata.title import headline, without_site
from copydesk.cleaning.page import parse
from copydesk.cleaning.pieces import Piece
from copydesk.cleaning.verdicts import Verdict


def page(head="", body="<p>x</p>", lang=""):
    tree = parse(f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>")
    return page_data(tree), tree


def linked(json):
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "json",
    [
        pytest.param('{"@type":"NewsArticle","headline":"Rain","author":"Ada Moss"}', id="plain"),
        pytest.param(
            '[{"@type":["Article"],"headline":"Rain","author":["Ada Moss"]}]', id="in a list"
        ),
        pytest.param(
            '{"@graph":[{"@type":"WebPage"},{"@type":"Article","headline":"Rain",'
            '"author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ada Moss"}]}',
            id="in a graph, by reference",
        ),
        pytest.param(
            '{"@type":"Article","headline":"Rain","author":{"name":"Ada Moss"},}',
            id="trailing comma",
        ),
        pytest.param(
            '<!-- {"@type":"Article","headline":"Rain","author":"Ada Moss"} -->', id="in a comment"
        ),
        pytest.param(
            '{"@type":"Article","headline":"Rain","author":"Ada Moss"}}}', id="rubbish behind"
        ),
        pytest.param(
            '{"@type":"Article","headline":"Rain","author":"Ada\n Moss"}', id="raw line end"
        ),
        pytest.param(
            '{"@type":"http://schema.org/NewsArticle","headline":"Rain","author":"By Ada Moss"}',
            id="full type",
        ),
    ],
)
def test_linked_data_is_read_in_every_shape(json):
    about, tree = page(linked(json))
    assert (headline(about), authors(about, tree)) == ("Rain", ("Ada Moss",))


@pytest.mark.parametrize("json", ["", "{", "null", "[1, 2]", '{"@type": 5}', "{" * 3000, '"words"'])
def test_hopeless_linked_data_is_passed_over(json):
    about, tree = page(linked(json))
    assert about.article == {}
    assert authors(about, tree) == ()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["By Ada Moss and Finn Reed"], ("Ada Moss", "Finn Reed")),
        (["Von Jana Berg und Kai Holm"], ("Jana Berg", "Kai Holm")),
        (["Ada Moss, Reuters"], ("Ada Moss",)),
        (["Reuters"], ("Reuters",)),
        (["https://example.org/ada"], ()),
        (["admin"], ()),
        (["Ada Moss", "ADA MOSS"], ("Ada Moss",)),
        (["Ada Moss (Velden)"], ("Ada Moss",)),
        (["ada@example.org"], ()),
    ],
)
def test_names_are_cleaned(names, expected):
    assert clean_names(names) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("<span class=autor>Lucía Ortega</span>", ("Lucía Ortega",)),
        ("<span class=author-box>more stories</span>", ()),
        ("<span class=author>The rain in Riga has stopped, says our man there</span>", ()),
    ],
)
def test_a_name_alone_where_the_markup_says_author(byline, expected):
    assert authors(*page(body=byline)) == expected


def test_a_forum_s_mark_ends_a_byline():
    assert names_in_bylines(["by Ada Moss » Tue Jan 09, 2018"]) == ("Ada Moss",)


@pytest.mark.parametrize(
    ("title", "og", "h1", "expected"),
    [
        ("Rain in Riga | The Daily Drop", "", "", "Rain in Riga"),
        ("Rain in Riga - The Daily Drop", "Rain in Riga", "", "Rain in Riga"),
        (
            "Rain!",
            "Rain floods Riga market",
            "Riga market under water after rain",
            "Rain floods Riga market",
        ),
        ("Rain", "City: Rain in Riga", "City Rain in Riga", "City: Rain in Riga"),
        ("Rain in Riga", "Rain in Riga", "The Daily Drop", "Rain in Riga"),
        ("", "", "Rain in Riga", "Rain in Riga"),
    ],
)
def test_headline_is_the_article_s_own(title, og, h1, expected):
    site = '<meta property="og:site_name" content="The Daily Drop">'
    head = f'<title>{title}</title>{site}<meta property="og:title" content="{og}">'
    about, _ = page(head, f"<h1>{h1}</h1>")
    assert headline(about) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>Rain in Riga – Slow Notes</title>", "<h2>Rain in Riga</h2>", "Rain in Riga"),
        ("<title>Tarn 2.3 — Settings</title>", "<h1>Settings¶</h1>", "Settings"),
        ("<title>Rain – Slow Notes</title>", "<h2>Snow</h2>", "Rain – Slow Notes"),
        ("<title>Opinion | Rain in Riga</title>", "", "Opinion | Rain in Riga"),
        (
            '<meta property="og:title" content="Opinion | Rain in Riga">',
            "<h1>Rain in Riga</h1>",
            "Rain in Riga",
        ),
    ],
)
def test_a_part_of_the_title_that_stands_as_a_heading_is_the_headline(head, body, expected):
    about, _ = page(head, body)
    assert headline(about) == expected


RAIN = '{"@type":"NewsArticle","headline":"Rain floods Riga market"}'
SNOW = '{"@type":"NewsArticle","headline":"Snow closes Riga airport"}'


@pytest.mark.parametrize(
    ("json", "og", "expected"),
    [
        pytest.param(RAIN, "Riga under water", "Rain floods Riga market", id="linked data first"),
        pytest.param("", "Riga under water", "Riga under water", id="then og:title"),
        pytest.param("", "", "Riga market under water", id="then the heading"),
        pytest.param(f"[{SNOW},{RAIN}]", "", "Riga market under water", id="of others' articles"),
        pytest.param("", "The Daily Drop", "Riga market under water", id="no site's name"),
    ],
)
def test_the_headline_that_was_filed_wins(json, og, expected):
    site = '<meta property="og:site_name" content="The Daily Drop">'
    head = f'<title>Riga market under water again</title><meta property="og:title" content="{og}">'
    about, _ = page(head + site + linked(json), "<h1>Riga market under water</h1>")
    assert headline(about) == expected


def test_an_entry_of_a_live_blog_is_not_the_article():
    entry = '{"@type":"BlogPosting","headline":"Rain stops","articleBody":"It stopped."}'
    blog = f'{{"@type":"LiveBlogPosting","headline":"Rain live","liveBlogUpdate":[{entry}]}}'
    about, _ = page(linked(blog))
    assert headline(about) == "Rain live"
    assert "articleBody" not in about.article


def test_a_headline_with_a_dash_keeps_it():
    assert without_site("Rain – and no end", {"the daily drop"}) == "Rain – and no end"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024-05-06T07:08:09.123+02:00", "2024-05-06T07:08:09+02:00"),
        ("2024-05-06T07:08:09+0200", "2024-05-06T07:08:09+02:00"),
        ("2024-05-06T07:08Z", "2024-05-06T07:08:00Z"),
        ("2024-05-06 7:08", "2024-05-06T07:08:00"),
        ("2024-5-6", "2024-05-06"),
        ("20240506", "2024-05-06"),
        ("2024/05/06", "2024-05-06"),
        ("1714979289", "2024-05-06T07:08:09Z"),
        ("Mon, 06 May 2024 07:08:09 GMT", "2024-05-06T07:08:09Z"),
        ("6 May 2024", "2024-05-06"),
        ("2024-13-45", None),
        ("9999-01-01", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_are_read(said, expected):
    assert moment_of(said) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/2024/05/06/rain", "2024-05-06"),
        ("https://a.example/news/2024-05-06-rain", "2024-05-06"),
        ("https://a.example/rain-20240506.html", "2024-05-06"),
        ("https://a.example/2024/5/6/rain", "2024-05-06"),
        ("https://a.example/2024/05/3-questions-on-rain", None),
        ("https://a.example/2024/05/rain", None),
        ("https://a.example/rain?d=/2024/05/06/", None),
        (None, None),
    ],
)
def test_days_in_addresses_are_read(address, expected):
    assert day_in_path(address) == expected


def test_a_line_without_a_year_has_no_day():
    assert day_in("Call 030 555 1212 today") is None


@pytest.mark.parametrize(
    ("head", "url", "lines", "expected"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2024-05-06T07:00:00+02:00">',
            None,
            (),
            ("2024-05-06T07:00:00+02:00", "metadata"),
            id="meta",
        ),
        pytest.param("", "https://a.example/2024/05/06/x", (), ("2024-05-06", "url"), id="address"),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-06T07:00:00Z">',
            "https://a.example/2024/05/06/x",
            (),
            ("2024-05-06T07:00:00Z", "metadata"),
            id="address and time",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-07T03:00:00Z">',
            None,
            ("May 6, 2024",),
            ("2024-05-06", "byline"),
            id="evening in the newsroom's zone",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-07T13:00:00Z">',
            None,
            ("May 1, 2024",),
            ("2024-05-07T13:00:00Z", "metadata"),
            id="another day on the page",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-06T16:00:00Z">',
            "https://a.example/rain-20240507.html",
            ("May 6, 2024 - 4.00pm",),
            ("2024-05-06T16:00:00Z", "metadata"),
            id="the page shows the day of the metadata",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-05-06T16:00:00Z">',
            "https://a.example/rain-20240507.html",
            ("May 7, 2024 - 2.00am",),
            ("2024-05-07", "url"),
            id="the page shows the day of the address",
        ),
        pytest.param(
            linked('{"@type":"Article","headline":"Rain","datePublished":"2018-05-06"}')
            + '<meta property="article:published_time" content="2024-05-06T16:00:00+02:00">',
            None,
            ("By Ada Moss, May 6, 2024",),
            ("2024-05-06T16:00:00+02:00", "metadata"),
            id="the page shows one of two days",
        ),
        pytest.param(
            '<meta name="date" content="2024-05-01">',
            None,
            ("6 May 2024",),
            ("2024-05-06", "byline"),
            id="byline",
        ),
    ],
)
def test_publication_date_comes_from_the_best_place(head, url, lines, expected):
    about, tree = page(head)
    published = dates_of(Evidence(about, tree, url, lines)).published
    assert (published.value, str(published.origin)) == expected


def test_last_change_is_told_apart_from_publication():
    about, tree = page(
        linked('{"@type":"Article","datePublished":"2024-05-06","dateModified":"2024-05-09"}')
    )
    dates = dates_of(Evidence(about, tree, None, ()))
    assert (dates.published.value, dates.modified.value) == ("2024-05-06", "2024-05-09")


def test_smaller_fields():
    about, _ = page(
        '<meta name="keywords" content="rain, Riga; rain">'
        '<meta name="description" content="Wet &amp;amp; cold">'
        '<meta property="og:locale" content="lv_LV">'
    )
    assert keywords(about) == ("rain", "Riga")
    assert summary(about) == "Wet & cold"
    assert declared_language(about) == "lv"


def test_the_site_s_name_behind_a_summary_is_cut_off():
    site = '<meta property="og:site_name" content="Drop">'
    head = site + '<meta name="description" content="It rained. | %s">'
    assert summary(page(head % "Drop")[0]) == "It rained."
    assert summary(page(head % "At last")[0]) == "It rained. | At last"


def test_captions_of_a_menu_far_above_the_headline_are_left_out():
    def said(text, reason):
        return Verdict(Piece(text, BlockKind.PARAGRAPH, parse("<p>x</p>"), 0, 0, 0), reason)

    menu = [said("Signed in as reader", "caption"), *10 * [said("News", "navigation")]]
    article = [
        said("The quay at noon", "caption"),
        said("Rain", "headline"),
        said("It rained.", "body"),
        said("The quay at night", "caption"),
    ]
    shown = [caption.text for caption in captions_of(menu + article)]
    assert shown == ["The quay at noon", "The quay at night"]


def test_posts_of_a_live_blog_are_read():
    post = '{"@type":"BlogPosting","headline":"Bridge shut","articleBody":"<p>At noon.</p>"}'
    blog = '{"@type":"LiveBlogPosting","liveBlogUpdate":%s}'
    assert live_posts(page(linked(blog % f"[{post}, 7]"))[0]) == ("Bridge shut", "At noon.")
    assert live_posts(page(linked(blog % post))[0]) == ("Bridge shut", "At noon.")
    assert live_posts(page(linked(post))[0]) == ()


def test_recipe_lines_are_read_in_every_shape():
    step = '{"@type":"HowToStep","text":"Boil the &lt;b&gt;soup&lt;/b&gt;."}'
    section = f'{{"@type":"HowToSection","name":"Soup","itemListElement":[{step}]}}'
    about, _ = page(
        linked(
            '{"@type":"Recipe","recipeIngredient":["2 onions"],'
            f'"recipeInstructions":["Cut them.",{section}]}}'
        )
        + linked('{"@type":"Recipe","recipeInstructions":"Fry them.\\nServe."}')
    )
    told = ("2 onions", "Cut them.", "Boil the soup.", "Fry them.", "Serve.")
    assert recipe_lines(about) == told


@pytest.mark.parametrize(
    ("lang", "locale", "region"),
    [
        ("en-GB", "", "gb"),
        ("en-US", "en_AU", "au"),
        ("en-US", "en_US", None),
        ("en", "", None),
        ("zh-Hant-TW", "", "tw"),
    ],
)
def test_region_is_read_but_not_that_of_templates(lang, locale, region):
    about, _ = page(f'<meta property="og:locale" content="{locale}">', lang=lang)
    assert declared_region(about) == region


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read also: Rain in Riga", "read-also"),
        ("Lesen Sie auch: Regen", "read-also"),
        ("À lire aussi : La pluie", "read-also"),
        ("SHARE", "share"),
        ("Sign up to our newsletter", "newsletter"),
        ("© 2024 The Daily Drop", "copyright"),
        ("A picture of rain. (AP Photo/Ada Moss)", "credit"),
        ("It rained in Riga on Monday.", None),
        ("The map", None),
        ("Update: the rain has stopped", "correction"),
        ("Update from the harbour master", None),
        ("Source: Riga weather office", "credit"),
        ("SOURCE:", "credit"),
        ("Source of the river found", None),
        ("Watch: how it rained", "read-also"),
        ("Watch the gauge, said Ada Moss", None),
        ("Photo : Ada Moss", "credit"),
        ("来源: 里加气象局", "credit"),
        ("Foto Ada Moss: the quay", "credit"),
        ("Fotografie war ihr Beruf", None),
        ("Fot. Ada Moss", "credit"),
        ("Fotele stoją na nabrzeżu", None),
        ("Related articles:", "read-also"),
        ("By Ada Moss", "author-note"),
        ("By the time the rain stopped, the quay was under water", None),
        ("Por otro lado, la lluvia no cesa", None),
        ("SEE MORE: rain in Riga", "read-also"),
        ("More : rain in Riga", "read-also"),
        ("More rain is expected", None),
        ("Follow us on Google News", "share"),
        ("Bystanders ran to the quay", None),
        ("Bread prices rise again", None),
        ("Prices correct at time of publication", "advertisement"),
        ("An affiliate of the harbour union", None),
        ("Ein Aufruhr", None),
        ("6. Mai, 7.30 Uhr", "time"),
        ("The quay. Ada Moss/AP", "credit"),
        ("The quay (Ada Moss/Getty Images)", "credit"),
    ],
)
def test_furniture_is_known_by_its_words(line, reason):
    assert furniture_reason(line) == reason


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("The bridge. (AP Photo/Ada Moss, File)", ("The bridge.", "AP Photo/Ada Moss, File")),
        ("Die Brücke. Foto: Ada Moss/dpa", ("Die Brücke.", "Ada Moss/dpa")),
        ("The bridge © Ada Moss", ("The bridge", "Ada Moss")),
        ("Photo: Ada Moss", ("", "Ada Moss")),
        ("The bridge at dawn.", ("The bridge at dawn.", None)),
    ],
)
def test_credit_is_parted_from_caption(caption, expected):
    assert split_credit(caption) == expected
