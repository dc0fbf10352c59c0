import datetime as dt

import pytest

from copydesk.dates.feasts import feast_days
from copydesk.dates.values import Moment

DAYS = [
    ("12-25", 2015, dt.date(2015, 12, 25)),
    ("11 4 thu", 2014, dt.date(2014, 11, 27)),
    ("5 -1 mon", 2015, dt.date(2015, 5, 25)),
    ("11 1 mon +1", 1998, dt.date(1998, 11, 3)),
    ("easter +0", 2015, dt.date(2015, 4, 5)),
    ("easter -46", 2024, dt.date(2024, 2, 14)),
    ("orthodox +0", 2015, dt.date(2015, 4, 12)),
    ("hebrew 1 15", 2015, dt.date(2015, 4, 4)),
    ("hebrew 7 10", 2015, dt.date(2015, 9, 23)),
    ("hebrew 9 25", 2015, dt.date(2015, 12, 7)),
    ("hebrew -1 14", 2015, dt.date(2015, 3, 5)),
    ("islamic 10 1", 2015, dt.date(2015, 7, 18)),
]


@pytest.mark.parametrize(("recipe", "year", "day"), DAYS, ids=[f"{r} {y}" for r, y, _ in DAYS])
def test_a_feast_falls_on_its_day(recipe, year, day):
    assert feast_days(recipe, year) == Moment(day, "D")


def test_ramadan_is_a_month():
    moment = feast_days("islamic 9", 2015)
    assert moment is not None
    assert moment.unit == "M"
    assert moment.day == dt.date(2015, 6, 18)
