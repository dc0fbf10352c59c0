import pytest

from copydesk.dates import find_dates

ORDERS = {
    "no_clue": ("on 5/8/2015", "en", None, "2015-05-08"),
    "region": ("on 5/8/2015", "en-GB", None, "2015-08-05"),
    "region_before_address": ("on 5/8/2015", "en_US", "https://a.example.in/b", "2015-05-08"),
    "another_day_first": ("on 5/8/2015, after 25/8/2014", "en", None, "2015-08-05"),
    "another_month_first": ("on 5/8/2015, 8/25/2014", "en", "https://a.co.uk", "2015-05-08"),
    "british_address": ("on 5/8/2015", "en", "https://a.co.uk:80/b", "2015-08-05"),
    "address_of_no_country": ("on 5/8/2015", "en", "https://a.io/b.in", "2015-05-08"),
    "broken_address": ("on 5/8/2015", "en", "http://[uk", "2015-05-08"),
    "day_first_in_words": ("on 5/8/2015, as on 3 June", "en", None, "2015-08-05"),
    "month_first_in_words": ("on 5/8/2015, as on June 3", "en", None, "2015-05-08"),
    "dots": ("on 5.8.2015", "en", None, "2015-08-05"),
    "unknown_language": ("on 5/8/2015", None, None, "2015-05-08"),
    "other_language": ("5/8/2015", "id", None, "2015-08-05"),
}


@pytest.mark.parametrize(("text", "language", "url", "value"), ORDERS.values(), ids=ORDERS.keys())
def test_day_and_month_are_told_apart(text, language, url, value):
    assert find_dates(text, anchor=None, language=language, url=url)[0].value == value
