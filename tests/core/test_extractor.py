"""The flow of one document, and the border around it."""

import pytest

import copydesk
from copydesk import ExtractionError, Extractor, Failure, Options, Part, RawDocument
from copydesk.article import DateOrigin

TEXT = """The bridge at Corran will close on Monday, the county said.

"It has carried four times the weight it was built for," said engineer Moira Halloran."""


def raw(text: str, **known: str) -> RawDocument:
    return RawDocument(id="doc", data=text.encode(), format="text", **known)


def test_a_string_becomes_an_article():
    article = copydesk.extract(TEXT, url="https://news.example/1", published="2020-03-04")
    assert article.text == TEXT
    assert article.url == "https://news.example/1"
    assert article.published.value == "2020-03-04"
    assert article.published.origin is DateOrigin.GIVEN
    assert [e.name for e in article.entities if e.type == "PER"] == ["Moira Halloran"]


def test_bytes_and_string_give_the_same_text():
    assert copydesk.extract(TEXT.encode()).text == copydesk.extract(TEXT).text


def test_only_dates_leaves_the_rest_out_and_loads_no_model():
    extractor = Extractor(Options(only=frozenset({Part.DATES})))
    (article,) = extractor.extract(raw(TEXT, published="2020-03-04"))
    assert article.entities == article.quotes == ()
    assert [(d.text, d.value) for d in article.dates] == [("Monday", "2020-03-09")]
    assert extractor._loaded is None


def test_only_quotes_names_no_entity():
    (article,) = Extractor(Options(only=frozenset({Part.QUOTES}))).extract(raw(TEXT))
    assert article.entities == article.dates == ()
    assert any(q.kind == "direct" for q in article.quotes)
    assert all(q.speaker is None or q.speaker.entity is None for q in article.quotes)


def test_published_option_anchors_only_documents_without_a_date():
    extractor = Extractor(Options(only=frozenset({Part.DATES}), published="2020-03-04"))
    (undated,) = extractor.extract(raw(TEXT))
    (dated,) = extractor.extract(raw(TEXT, published="2021-06-01"))
    assert undated.dates[0].value == "2020-03-09"
    assert undated.published is None
    assert dated.dates[0].value == "2021-06-07"


@pytest.mark.parametrize(
    ("lang", "value"), [("en-GB", "2015-08-05"), ("en-US", "2015-05-08"), ("en", "2015-05-08")]
)
def test_region_of_a_page_tells_day_from_month(lang, value):
    page = (
        f'<html lang="{lang}"><body><article><h1>The bridge at Corran</h1>'
        "<p>The bridge at Corran was closed on 5/8/2015, the county said in a short note.</p>"
        "</article></body></html>"
    )
    (article,) = Extractor(Options(only=frozenset({Part.DATES}))).extract(
        RawDocument(id="doc", data=page.encode())
    )
    assert [date.value for date in article.dates] == [value]


@pytest.mark.parametrize(
    ("given", "value", "warnings"),
    [
        ("2020-03-04", "2020-03-04", ()),
        ("2020-03-04T10:00:00Z", "2020-03-04T10:00:00Z", ()),
        ("March 4, 2020", "2020-03-04", ()),
        ("soon", None, ("published: 'soon' is not a date",)),
    ],
    ids=["day", "moment", "words", "nonsense"],
)
def test_a_given_date_is_read_however_it_is_written(given, value, warnings):
    (article,) = Extractor(Options(only=frozenset({Part.DATES}))).extract(
        raw(TEXT, published=given)
    )
    assert (article.published and article.published.value) == value
    assert article.warnings == warnings


def test_a_bad_document_becomes_a_failure_in_its_place():
    jpeg = RawDocument(id="photo.html", data=b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200))
    records = list(Extractor().extract_many([raw(TEXT), jpeg, raw(TEXT)]))
    assert [type(r).__name__ for r in records] == ["Article", "Failure", "Article"]
    assert records[1].id == "photo.html"
    assert records[1].error.stage == "cleaning"
    assert records[1].error.type == "NotAnArticleError"


def test_a_failure_of_reading_is_passed_on():
    failure = Failure(
        id="x", error=copydesk.article.ErrorInfo(stage="reading", type="E", message="m")
    )
    assert list(Extractor().extract_many([failure])) == [failure]


def test_extract_raises_what_went_wrong_with_its_stage():
    with pytest.raises(ExtractionError) as caught:
        copydesk.extract("   ")
    assert caught.value.stage == "cleaning"
    assert isinstance(caught.value.__cause__, copydesk.ReadError)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=str)
def test_a_document_comes_out_the_same_in_any_company(order: tuple[int, ...]):
    texts = [TEXT, "Mayor Ann Li said she would resign. " * 30, "Rain fell in Oslo on Tuesday."]
    alone = {i: copydesk.extract(t) for i, t in enumerate(texts)}
    raws = [copydesk.reading.raw_document(texts[i]) for i in order]
    for i, article in zip(order, Extractor().extract_many(raws), strict=True):
        assert article == alone[i]


def test_verbatim_keeps_the_text_to_the_character():
    text = "  Subscribe\n\n\n“Yes,” he\u00a0said.\t\r\n\x0cEnd "
    (article,) = Extractor(Options(verbatim=True)).extract(raw(text))
    assert article.text == text
