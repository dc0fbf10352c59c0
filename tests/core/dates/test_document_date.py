import pytest

from copydesk.article import DateClue, DateOrigin, DocumentDate
from copydesk.dates import document_date

BYLINE, DATELINE, CAPTION = DateOrigin.BYLINE, DateOrigin.DATELINE, DateOrigin.CAPTION


def dated(*clues, text="", language="en"):
    return document_date([DateClue(*clue) for clue in clues], text, language=language)


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
