"""Ways of speaking in news that decide what an expression means, or that it is none."""

import datetime as dt

import pytest

from copydesk.dates import find_dates

WEDNESDAY = dt.date(2015, 8, 5)

MEANT = {
    "quarter_by_two_names": (
        "In the year-ago quarter, the second quarter ended Oct. 31, it lost money.",
        [
            ("the year-ago quarter", "2014-Q2"),
            ("the second quarter", "2014-Q2"),
            ("Oct. 31", "2014-10-31"),
        ],
    ),
    "day_that_an_old_quarter_ended": (
        "It fell in the fourth quarter of 2013 ended Jan. 31.",
        [("the fourth quarter of 2013", "2013-Q4"), ("Jan. 31", "2014-01-31")],
    ),
    "quarter_named_last": (
        "The third quarter was better than the first quarter. In that quarter it lost money.",
        [
            ("The third quarter", "2015-Q3"),
            ("the first quarter", "2015-Q1"),
            ("that quarter", "2015-Q1"),
        ],
    ),
    "quarter_of_a_year": ("The 2014 quarter was good.", [("The 2014 quarter", "2014-Q2")]),
    "last_is_not_the_month_before": ("They met last July.", [("last July", "2014-07")]),
    "last_is_in_this_year": ("They met last June.", [("last June", "2015-06")]),
    "set_in_the_past": ("He set Friday as the deadline.", [("Friday", "2015-07-31")]),
    "set_for_the_future": ("The trial is set for Friday.", [("Friday", "2015-08-07")]),
    "booked_for_the_future": ("He had it booked for Friday.", [("Friday", "2015-08-07")]),
    "time_before_its_day": (
        "Published: 07:45, 3 August 2015",
        [("07:45, 3 August 2015", "2015-08-03T07:45")],
    ),
    "time_with_a_point": (
        "Published on Mon 3 Aug 2015 07.45 GMT",
        [("Mon 3 Aug 2015 07.45 GMT", "2015-08-03T07:45Z")],
    ),
    "week_that_begins": (
        "The week beginning 10 August is free.",
        [("The week", "2015-W33"), ("10 August", "2015-08-10")],
    ),
    "week_of_a_day": ("The week of 10 August is free.", [("The week of 10 August", "2015-W33")]),
    "is_set_for_the_future": ("A hearing is set Friday.", [("Friday", "2015-08-07")]),
    "day_of_a_month": (
        "He died last October. His name was struck out that same day.",
        [("last October", "2014-10"), ("that same day", "2014-10-XX")],
    ),
    "day_of_a_year": (
        "She married in 1961. On the same day it snowed.",
        [("1961", "1961"), ("the same day", "1961-XX-XX")],
    ),
    "day_by_another_name": (
        "It rained on July 14, the day before the vote.",
        [("July 14", "2015-07-14"), ("the day", "2015-07-14")],
    ),
    "told_at_the_time": ("He said at the time he was ill.", [("the time", "PAST_REF")]),
    "at_the_time": ("She was mayor at the time.", [("the time", "PAST_REF")]),
    "weekday_with_its_date": (
        "It is this coming Sunday, August ninth.",
        [("this coming Sunday, August ninth", "2015-08-09")],
    ),
    "than_last": (
        "They sold more this year than last, he said.",
        [("this year", "2015"), ("last", "2014")],
    ),
    "than_last_with_a_noun": (
        "They sold more this week than last year.",
        [("this week", "2015-W32"), ("last year", "2014")],
    ),
    "former_years": ("In past years it snowed.", [("past years", "PAST_REF")]),
    "years_until_now": ("Over the past years it snowed.", [("the past years", "PXY")]),
    "units_together": (
        "It grew in recent weeks and months.",
        [("recent weeks and months", "PAST_REF")],
    ),
    "units_together_to_come": (
        "It will grow in the coming weeks and months.",
        [("the coming weeks and months", "FUTURE_REF")],
    ),
    "as_soon_as": (
        "They are likely to buy as soon as trading opened Monday.",
        [("Monday", "2015-08-10")],
    ),
    "as_soon_as_in_the_past": (
        "They left as soon as trading opened Monday.",
        [("Monday", "2015-08-03")],
    ),
    "most_recently": (
        "They met three times, most recently last October.",
        [("last October", "2014-10")],
    ),
    "recently": ("They met recently.", [("recently", "PAST_REF")]),
    "her_current": ("She came with her current husband.", [("current", "PRESENT_REF")]),
    "the_current": ("It has the current four flights.", [("current", "PRESENT_REF")]),
    "current_unit": ("It fell in the current month.", [("the current month", "2015-08")]),
    "until_then": (
        "The offer ends on Nov. 30. Until then, stock can be sold.",
        [("Nov. 30", "2015-11-30"), ("then", "2015-11-30")],
    ),
    "two_summers_ago": ("It began two summers ago.", [("two summers ago", "2013-SU")]),
    "that_day_of_a_year": (
        "On this day in 1876 it rang.",
        [("this day in 1876", "1876-08-05")],
    ),
    "night_before": (
        "It rained on Tuesday. It had snowed the night before.",
        [("Tuesday", "2015-08-04"), ("the night before", "2015-08-03TNI")],
    ),
    "announced": ("The final is on Sunday.", [("Sunday", "2015-08-09")]),
    "deadline": (
        "The deadline is midnight on Sunday.",
        [("midnight on Sunday", "2015-08-09T24:00")],
    ),
    "photo_of_a_day": ("The photo is from Friday.", [("Friday", "2015-07-31")]),
    "it_is_that_day": ("It is Wednesday.", [("Wednesday", "2015-08-05")]),
    "in_brackets": (
        "They will play on Sunday at 7.15 p.m. (0015 GMT Monday).",
        [("Sunday at 7.15 p.m.", "2015-08-09T19:15"), ("0015 GMT Monday", "2015-08-10T00:15Z")],
    ),
    "day_to_come": (
        "Her album came out in May. She will sing on the 21st.",
        [("May", "2015-05"), ("the 21st", "2015-08-21")],
    ),
    "day_of_next_month": ("She will sing on the 3rd.", [("the 3rd", "2015-09-03")]),
    "day_told_of": (
        "In May she was ill. She sang on the 21st.",
        [("May", "2015-05"), ("the 21st", "2015-05-21")],
    ),
    "weekday_week": ("The trial starts on Monday week.", [("Monday week", "2015-08-17")]),
    "two_units": (
        "It took three hours and 20 minutes.",
        [("three hours and 20 minutes", "PT3H20M")],
    ),
    "two_longer_units": ("He got two years, three months.", [("two years, three months", "P2Y3M")]),
    "part_of_a_length": (
        "He served three years, two months of them alone.",
        [("three years", "P3Y"), ("two months", "P2M")],
    ),
    "fixture": (
        "England play in Prague on Friday before flying home three days later.",
        [("Friday", "2015-08-07"), ("three days later", "2015-08-10")],
    ),
    "minutes_past_midnight": (
        "It began at one minute past midnight on Monday.",
        [("one minute past midnight on Monday", "2015-08-03T00:01")],
    ),
    "minutes_to": ("He came 20 minutes to six.", [("20 minutes to six", "2015-08-05T05:40")]),
    "time_on_a_part_of_day": (
        "She was seen at 8:15 on the morning of May 4.",
        [("8:15 on the morning of May 4", "2015-05-04T08:15")],
    ),
    "evening_of_the_nth": (
        "He was held on the evening of the 3rd.",
        [("the evening of the 3rd", "2015-08-03TEV")],
    ),
    "weeks_ago_on_a_day": (
        "It closed two weeks ago on Sunday.",
        [("two weeks ago on Sunday", "2015-07-19")],
    ),
    "years_ago_next_month": (
        "It was founded 150 years ago next month.",
        [("150 years ago next month", "1865-09")],
    ),
    "previous_years": ("In previous years it snowed.", [("previous years", "PAST_REF")]),
    "week_ended": (
        "Rates fell in the week ended July 17.",
        [("the week", "2015-W29"), ("July 17", "2015-07-17")],
    ),
    "quarter_and_year": ("It sees first-quarter 2016 sales.", [("first-quarter 2016", "2016-Q1")]),
    "spelled_decade": ("In the nineteen eighties it sold.", [("nineteen eighties", "198")]),
    "spelled_clock": (
        "He rose at six thirty this morning.",
        [("six thirty this morning", "2015-08-05T06:30")],
    ),
    "spelled_clock_at_night": (
        "He came at nine oh five p.m.",
        [("nine oh five p.m.", "2015-08-05T21:05")],
    ),
    "spelled_day": (
        "It is Wednesday the fifth of August.",
        [("Wednesday the fifth of August", "2015-08-05")],
    ),
    "turns": ("She turns four on Sunday.", [("Sunday", "2015-08-09")]),
    "three_units": (
        "It took 11 days, 2 hours and 10 minutes.",
        [("11 days, 2 hours and 10 minutes", "P11DT2H10M")],
    ),
    "figures_of_a_month": ("It will report April figures.", [("April", "2015-04")]),
    "day_after_a_year": (
        "She wrote it in 2009. He died on the 3rd.",
        [("2009", "2009"), ("the 3rd", "2015-08-03")],
    ),
    "months_of_last_year": (
        "It lasted from March to April of last year.",
        [("March", "2014-03"), ("April of last year", "2014-04")],
    ),
    "price_before_a_date": ("It rose from $1,450 five years ago.", [("five years ago", "2010")]),
    "tonight_at": ("It meets tonight at 7.", [("tonight at 7", "2015-08-05T19:00")]),
    "tonight_at_places": ("It opens tonight at 20 theatres.", [("tonight", "2015-08-05TNI")]),
    "half_past": (
        "It began at half past two in the afternoon.",
        [("half past two in the afternoon", "2015-08-05T14:30")],
    ),
    "on_sale": ("Passes go on sale on Friday.", [("Friday", "2015-08-07")]),
    "evening_at": (
        "It meets on Friday evening at eight.",
        [("Friday evening at eight", "2015-08-07T20:00")],
    ),
    "next_fortnight": ("They meet in the next fortnight.", [("the next fortnight", "P2W")]),
    "past_hour": ("It fell in the past hour.", [("the past hour", "PT1H")]),
    "month_or_two": ("They will be back in a month or two.", [("a month or two", "PXM")]),
    "local_time": (
        "It began at midnight local time on 30 July.",
        [("midnight local time on 30 July", "2015-07-30T24:00")],
    ),
    "measured_speed": ("It should do 60 mph in 6.6 seconds.", [("6.6 seconds", "PT6.6S")]),
    "nearly_a_quarter_century": (
        "It took almost a quarter-century.",
        [("almost a quarter-century", "P25Y")],
    ),
    "early_hours_of_a_weekday": (
        "It passed in Friday's early hours.",
        [("Friday's early hours", "2015-07-31TMO")],
    ),
    "better_tomorrow": ("They want a better tomorrow.", [("tomorrow", "FUTURE_REF")]),
    "quarter_of_a_month": ("The June quarter was weak.", [("The June quarter", "2015-Q2")]),
    "list_of_months": (
        "She tested it in October, December and January.",
        [("October", "2014-10"), ("December", "2014-12"), ("January", "2015-01")],
    ),
    "list_of_months_with_a_year": (
        "She tested it in May, June and July 2013.",
        [("May", "2013-05"), ("June", "2013-06"), ("July 2013", "2013-07")],
    ),
    "out_on_a_day": ("The film is out on Friday.", [("Friday", "2015-08-07")]),
    "week_today": ("They play a week today.", [("a week today", "2015-08-12")]),
    "past_a_weekday": ("It will drag on past Sunday.", [("Sunday", "2015-08-09")]),
    "this_past_weekday": ("They met this past Sunday.", [("this past Sunday", "2015-08-02")]),
    "past_a_feast": ("They will move past Labor Day.", [("Labor Day", "2015-09-07")]),
    "to_this_day": ("They talk of it to this day.", [("this day", "PRESENT_REF")]),
    "one_day_after": ("One day after the vote he left.", [("One day", "P1D")]),
    "ahead_of": (
        "She has built a lead ahead of Friday's election.",
        [("Friday", "2015-08-07")],
    ),
    "will_not": ("She won't return on Friday.", [("Friday", "2015-08-07")]),
    "did_not": ("They didn't return on Friday.", [("Friday", "2015-07-31")]),
    "day_told_of_before": (
        "They met on Oct. 3. It could be the end of what began on Oct. 3.",
        [("Oct. 3", "2014-10-03"), ("Oct. 3", "2014-10-03")],
    ),
    "day_of_long_ago": (
        "She was born on May 7, 1961. They will meet on May 7.",
        [("May 7, 1961", "1961-05-07"), ("May 7", "2016-05-07")],
    ),
    "weekday_told_of_before": (
        "Rain will fall on Saturday. It depends on Saturday's winds.",
        [("Saturday", "2015-08-08"), ("Saturday", "2015-08-08")],
    ),
    "next_fixture": ("Thunder: Host the Lakers on Friday.", [("Friday", "2015-08-07")]),
    "earlier_in_the_day": (
        "He called on May 25. He denied it earlier in the day.",
        [("May 25", "2015-05-25"), ("earlier in the day", "2015-08-05")],
    ),
    "todays_country": ("In today's Russia, few do.", [("today", "PRESENT_REF")]),
    "todays_paper": ("Read it in today's Guardian.", [("today", "2015-08-05")]),
    "their_autumn_meeting": ("They held their autumn meetings.", [("autumn", "2014-FA")]),
    "todays": ("It is in today's edition.", [("today", "2015-08-05")]),
}


@pytest.mark.parametrize(("text", "dates"), MEANT.values(), ids=MEANT.keys())
def test_usage_tells_what_is_meant(text, dates):
    found = find_dates(text, anchor=WEDNESDAY, language="en")
    assert [(d.text, d.value) for d in found] == dates


NONE_MEANT = {
    "comparison": "The quarter-to-quarter comparison was better.",
    "kind_of_days": "On days when prices fall, they buy.",
    "of_nowadays": "The case is for today's youth.",
    "things_of_nowadays": "It drives today's personal computers.",
    "day_with_a_clause": "On the day the Wall came down she was born.",
    "fall_of_a_city": "They fled after the fall of Paris.",
    "by_the_week": "The house was let by the week.",
    "book_of_the_month": "They joined a book of the month club.",
    "in_the_day": "Back in the day they ran.",
    "day_off": "She took the day off.",
    "now_husband": "His now-husband was there.",
    "rooms": "The crew quarters were cut.",
    "sick_days": "They get paid sick days.",
    "last_minute": "It came at the last minute.",
    "question": "Q1: Is coffee healthy?",
    "warmth": "It was in the high thirties.",
    "last_of_several_weekends": "In the last weekend of the festival it rained.",
    "once": "One day he will be king.",
    "early_days": "In the early days of the war it rained.",
    "winter_coat": "She saw his winter coat.",
    "river": "The current in the river was strong.",
    "account": "The current account deficit rose.",
    "next_thing": "It was cold before, and then it snowed.",
    "clause_of_time": "At the time he was ill.",
    "time_of_something": "He was ill at the time of the vote.",
    "clause_of_day": "The day before the vote he left.",
}


@pytest.mark.parametrize("text", NONE_MEANT.values(), ids=NONE_MEANT.keys())
def test_usage_tells_that_no_time_is_meant(text):
    assert find_dates(text, anchor=WEDNESDAY, language="en") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It would open a plant in the third quarter.", "2015-Q3"),
        ("It will cut jobs by the fourth quarter.", "2015-Q4"),
        ("It plans to quickly put it right in the third quarter.", "2015-Q3"),
        ("It cut jobs in the fourth quarter.", "2014-Q4"),
        ("Sales fell in the third quarter.", "2014-Q3"),
    ],
)
def test_a_plan_is_for_a_quarter_to_come(text, value):
    (found,) = find_dates(text, anchor=dt.date(2015, 1, 14), language="en")
    assert found.value == value
