"""Opening hours, workdays and weekends: what comes again each week."""

import datetime as dt

import pytest

from copydesk.article import DateType
from copydesk.dates import find_dates

WEDNESDAY = dt.date(2015, 8, 5)

AGAIN = {
    "times_first": (
        "Open 9am-5pm Mon-Fri.",
        [
            ("9am", "XXXX-XX-XXT09:00"),
            ("5pm", "XXXX-XX-XXT17:00"),
            ("Mon", "XXXX-WXX-1"),
            ("Fri", "XXXX-WXX-5"),
        ],
    ),
    "days_first": (
        "It opens Monday to Saturday, 9.30 to 17.00.",
        [
            ("Monday", "XXXX-WXX-1"),
            ("Saturday", "XXXX-WXX-6"),
            ("9.30", "XXXX-XX-XXT09:30"),
            ("17.00", "XXXX-XX-XXT17:00"),
        ],
    ),
    "more_days": (
        "Mon-Fri 9am-5pm, Sat 10am-4pm.",
        [
            ("Mon", "XXXX-WXX-1"),
            ("Fri", "XXXX-WXX-5"),
            ("9am", "XXXX-XX-XXT09:00"),
            ("5pm", "XXXX-XX-XXT17:00"),
            ("Sat", "XXXX-WXX-6"),
            ("10am", "XXXX-XX-XXT10:00"),
            ("4pm", "XXXX-XX-XXT16:00"),
        ],
    ),
    "daily": (
        "It is open daily 10-5 p.m.",
        [("daily", "P1D"), ("10", "XXXX-XX-XXT10:00"), ("5 p.m.", "XXXX-XX-XXT17:00")],
    ),
    "both_after_noon": (
        "Weekdays 1-5pm.",
        [
            ("Weekdays", "XXXX-WXX-WD"),
            ("1", "XXXX-XX-XXT13:00"),
            ("5pm", "XXXX-XX-XXT17:00"),
        ],
    ),
    "weekday_evenings": (
        "It is open until 9pm on Thursdays.",
        [("9pm on Thursdays", "XXXX-WXX-4T21:00")],
    ),
    "weekdays_and_a_time": (
        "It airs every Thursday at 9 p.m.",
        [("every Thursday at 9 p.m.", "XXXX-WXX-4T21:00")],
    ),
    "day_of_each_month": (
        "It is free on the first Sunday of every month.",
        [("the first Sunday of every month", "P1M")],
    ),
    "semiannually": ("It is paid semiannually.", [("semiannually", "P6M")]),
    "day_of_each_year": ("They meet every 21 October.", [("every 21 October", "XXXX-10-21")]),
    "half_hourly": ("Trains run half-hourly.", [("half-hourly", "PT30M")]),
    "weekdays": ("It is open on weekdays.", [("weekdays", "XXXX-WXX-WD")]),
    "weeknights": ("It airs weeknights.", [("weeknights", "XXXX-WXX-WDTNI")]),
    "weekday_mornings": ("It airs weekday mornings.", [("weekday mornings", "XXXX-WXX-WDTMO")]),
    "every_weekday": ("It airs every weekday.", [("every weekday", "XXXX-WXX-WD")]),
    "weekends": ("It is open on weekends.", [("weekends", "XXXX-WXX-WE")]),
}


@pytest.mark.parametrize(("text", "dates"), AGAIN.values(), ids=AGAIN.keys())
def test_hours_of_every_week_are_sets(text, dates):
    found = find_dates(text, anchor=WEDNESDAY, language="en")
    assert [(d.text, d.value) for d in found] == dates
    assert {d.type for d in found} == {DateType.SET}


ONCE = {
    "festival": (
        "It runs Thursday to Sunday, 10 a.m. to 4 p.m.",
        [
            ("Thursday", "2015-08-06"),
            ("Sunday, 10 a.m.", "2015-08-09T10:00"),
            ("4 p.m.", "2015-08-09T16:00"),
        ],
    ),
    "numbers": (
        "From Monday through Friday, 8 to 10 people came.",
        [("Monday", "2015-08-03"), ("Friday", "2015-08-07")],
    ),
    "three_weekends": ("It took three weekends.", [("three weekends", "P3WE")]),
}


@pytest.mark.parametrize(("text", "dates"), ONCE.values(), ids=ONCE.keys())
def test_what_is_told_of_one_week_is_dated(text, dates):
    found = find_dates(text, anchor=WEDNESDAY, language="en")
    assert [(d.text, d.value) for d in found] == dates
