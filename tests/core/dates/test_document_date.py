import pytest

from copydesk.article import DateClue, DateOrigin, DocumentDate
from copydesk.dates import DocumentDates, document_dates

BYLINE, DATELINE, CAPTION = DateOrigin.BYLINE, DateOrigin.DATELINE, DateOrigin.CAPTION


def dated(*clues, text="", language="en"):
    return both(*clues, text=text, language=language).published


def both(*clues, text="", language="en"):
    return document_dates([DateClue(*clue) for clue in clues], text, language=language)


def test_the_caption_that_fits_the_weekday_of_the_body_dates_the_story():
    found = dated(
        ("The ministers at dinner in Lima on August 3, 2015", CAPTION),
        ("Two ministers shake hands in Lima, Peru August 5, 2015", CAPTION),
        text="The ministers spoke of trade on Wednesday.",
    )
    assert found == DocumentDate(value="2015-08-05", origin=CAPTION, text="August 5, 2015")


def test_a_caption_that_no_weekday_bears_out_is_not_believed():
    assert dated(("At dinner on August 3, 2015", CAPTION), text="They spoke on Friday.") is None


def test_a_caption_older_than_what_the_body_tells_is_not_believed():
    text = "They met on Wednesday. The deal was struck on September 1, 2015."
    assert dated(("In Lima on August 5, 2015", CAPTION), text=text) is None


def test_a_full_date_in_running_text_is_not_the_documents_own():
    assert dated(text="It was signed on Wednesday, August 5, 2015.") is None


OPENINGS = {
    "place_and_date": "Bern, 3 May 2021 – It was signed on Wednesday, August 5, 2015.",
    "place_and_brackets": "Bern, (3.5.2021). It was signed.",
    "date_alone": "It rained.\n\n3.5.2021 - It was signed.",
}


@pytest.mark.parametrize("text", OPENINGS.values(), ids=OPENINGS.keys())
def test_the_date_that_opens_a_text_is_the_documents_own(text):
    found = dated(text=text, language="en-GB")
    assert found is not None
    assert (found.value, found.origin) == ("2021-05-03", DATELINE)


NO_OPENINGS = {
    "sentence": "On 3 May 2021 it was signed.",
    "far_down": "One.\n\nTwo.\n\nThree.\n\n3 May 2021 – It was signed.",
    "goes_on": "Bern, 3 May 2021 was a day to remember.",
}


@pytest.mark.parametrize("text", NO_OPENINGS.values(), ids=NO_OPENINGS.keys())
def test_a_date_further_on_is_not_the_documents_own(text):
    assert dated(text=text) is None


def test_the_ends_of_a_range_are_no_dates_of_a_document():
    assert dated(("31 December 2021 - 6 January 2022", BYLINE)) is None


LINES = {
    "time_and_zone": ("August 5, 2015, 10:32 GMT", "2015-08-05T10:32Z"),
    "mail_header": ("Wed, 05 Aug 2015 07:00:00 -0530", "2015-08-05T07:00:00-05:30"),
    "offset": ("5 August 2015 07:00 +02:00", "2015-08-05T07:00+02:00"),
    "american_zone": ("5 August 2015 at 10:32 a.m. EDT", "2015-08-05T10:32-04:00"),
    "no_zone": ("By Ann Lee | Aug. 5, 2015 | 4:05 pm", "2015-08-05T16:05"),
    "iso_moment": ("2015-08-05T10:32:00+02:00", "2015-08-05T10:32:00+02:00"),
    "published_after_updated": ("Updated 6 August 2015 - Published 5 August 2015", "2015-08-05"),
    "updated_only": ("Last updated: 6 August 2015", "2015-08-06"),
}


@pytest.mark.parametrize(("line", "value"), LINES.values(), ids=LINES.keys())
def test_a_date_line_is_read_with_its_time(line, value):
    found = dated((line, BYLINE))
    assert found is not None
    assert (found.value, found.origin) == (value, BYLINE)


@pytest.mark.parametrize(
    ("text", "value"),
    [("It rained on Wednesday.", "2015-08-05"), ("It rained on Friday.", "2015-05-08")],
    ids=["day_first", "month_first"],
)
def test_the_body_settles_the_order_of_day_and_month(text, value):
    found = dated(("05/08/2015", BYLINE), text=text)
    assert found is not None
    assert found.value == value


def test_another_clue_settles_the_order_of_day_and_month():
    found = dated(("05/08/2015", BYLINE), ("In Lima on 4 August 2015", CAPTION))
    assert found is not None
    assert found.value == "2015-08-05"


def test_a_dateline_takes_its_year_from_another_clue():
    found = dated(("LIMA, Aug 5 (Reuters)", DATELINE), ("A square, July 30, 2015", CAPTION))
    assert found == DocumentDate(value="2015-08-05", origin=DATELINE, text="Aug 5")


def test_a_byline_comes_before_a_caption():
    found = dated(
        ("A square on Wednesday, August 12, 2015", CAPTION),
        ("5 August 2015", BYLINE),
        text="It rained on Wednesday.",
    )
    assert found == DocumentDate(value="2015-08-05", origin=BYLINE, text="5 August 2015")


def test_an_updated_line_tells_when_the_story_was_changed():
    found = both(("Published 5 August 2015", BYLINE), ("Updated: 6 August 2015, 10:32", BYLINE))
    published = DocumentDate(value="2015-08-05", origin=BYLINE, text="5 August 2015")
    modified = DocumentDate(value="2015-08-06T10:32", origin=BYLINE, text="6 August 2015, 10:32")
    assert found == DocumentDates(published, modified)


def test_a_story_that_tells_only_its_change_has_it_for_both():
    found = both(("Last updated: 6 August 2015", BYLINE))
    assert found.published == found.modified is not None


def test_no_change_comes_before_the_story():
    found = both(("Published 5 August 2015", BYLINE), ("Updated 3 August 2015", BYLINE))
    assert found.modified is None


def test_a_day_to_come_does_not_date_a_line():
    assert dated(("Die Straße wird vom 24. April bis 2. Mai 2017 gesperrt", BYLINE)) is None


MONTHS = {
    "arabic_twice": ("ar", "الجمعة 24 نيسان / أبريل 2020", "2020-04-24"),
    "bars": ("de", "26 | 01 | 2022", "2022-01-26"),
    "catalan": ("ca", "5 d’agost de 2015", "2015-08-05"),
    "czech": ("cs", "Publikováno 5. srpna 2015", "2015-08-05"),
    "dutch_abbreviated": ("nl", "5 aug. 2015", "2015-08-05"),
    "greek": ("el", "5 Αυγούστου 2015", "2015-08-05"),
    "hungarian": ("hu", "2015. augusztus 5.", "2015-08-05"),
    "polish": ("pl", "5 sierpnia 2015, 10:32", "2015-08-05"),
    "swedish_in_unknown": (None, "Publicerad 5 augusti 2015", "2015-08-05"),
    "turkish": ("tr", "5 Ağustos 2015 Çarşamba", "2015-08-05"),
}


@pytest.mark.parametrize(("language", "line", "value"), MONTHS.values(), ids=MONTHS.keys())
def test_a_line_is_read_in_languages_without_rules_of_their_own(language, line, value):
    found = dated((line, BYLINE), language=language)
    assert found is not None
    assert found.value == value


SPANS = {
    "german": "Lego feiert von 1. bis 8. Mai 2022",
    "available": "Available until 6 May 2024",
    "feast": "Black Friday 2019",
}


@pytest.mark.parametrize("line", SPANS.values(), ids=SPANS.keys())
def test_a_span_or_a_feast_does_not_date_a_story(line):
    found = dated((line, BYLINE), ("3 April 2024", BYLINE))
    assert found is not None
    assert found.value == "2024-04-03"
