import datetime as dt
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.dates import find_dates
from copydesk.dates.finder import LANGUAGES, grammar_of

WEDNESDAY = dt.date(2015, 8, 5)


def values(text, anchor=WEDNESDAY, language="en"):
    return [(d.text, d.value) for d in find_dates(text, anchor=anchor, language=language)]


ENGLISH = {
    "month_day_year": ("It opened on Aug. 5, 2015, in Oslo.", "Aug. 5, 2015", "2015-08-05"),
    "day_month_year": ("It opened on 5 August 2015.", "5 August 2015", "2015-08-05"),
    "weekday_before": ("on Wednesday, August 5, 2015", "Wednesday, August 5, 2015", "2015-08-05"),
    "day_of_month": ("the 5th of August 2015", "5th of August 2015", "2015-08-05"),
    "iso_day": ("log 2015-08-05 end", "2015-08-05", "2015-08-05"),
    "iso_moment": ("at 2015-08-05T10:00Z it", "2015-08-05T10:00Z", "2015-08-05T10:00Z"),
    "american_order": ("on 8/5/2015 they", "8/5/2015", "2015-08-05"),
    "only_possible_order": ("on 25/8/2015 they", "25/8/2015", "2015-08-25"),
    "month_and_year": ("in August 2015", "August 2015", "2015-08"),
    "past_month_day": ("They met on Oct. 3.", "Oct. 3", "2014-10-03"),
    "future_month_day": ("They will meet on Oct. 3.", "Oct. 3", "2015-10-03"),
    "past_weekday": ("She met him on Friday.", "Friday", "2015-07-31"),
    "future_weekday": ("She will meet him on Friday.", "Friday", "2015-08-07"),
    "same_weekday_is_today": ("She met him on Wednesday.", "Wednesday", "2015-08-05"),
    "last_weekday": ("last Friday", "last Friday", "2015-07-31"),
    "next_weekday": ("next Friday", "next Friday", "2015-08-07"),
    "part_of_weekday": ("on Tuesday night", "Tuesday night", "2015-08-04TNI"),
    "weekday_of_last_week": ("on Monday of last week", "Monday of last week", "2015-07-27"),
    "yesterday": ("it rained yesterday", "yesterday", "2015-08-04"),
    "day_before_yesterday": ("the day before yesterday", "the day before yesterday", "2015-08-03"),
    "last_night": ("It burned last night.", "last night", "2015-08-04TNI"),
    "tonight": ("It airs tonight.", "tonight", "2015-08-05TNI"),
    "this_morning": ("It fell this morning.", "this morning", "2015-08-05TMO"),
    "last_week": ("last week", "last week", "2015-W31"),
    "next_month": ("next month", "next month", "2015-09"),
    "early_next_year": ("early next year", "early next year", "2016"),
    "weeks_ago": ("two weeks ago", "two weeks ago", "2015-W30"),
    "years_ago": ("almost four years ago", "almost four years ago", "2011"),
    "vague_ago": ("several years ago", "several years ago", "PAST_REF"),
    "end_of_month": ("by the end of October", "the end of October", "2015-10"),
    "mid_month": ("in mid-August", "mid-August", "2015-08"),
    "year": ("since 1994 it", "1994", "1994"),
    "spelled_year": ("in nineteen ninety-one", "nineteen ninety-one", "1991"),
    "decade": ("in the 1990s", "1990s", "199"),
    "short_decade": ("in the late '60s", "late '60s", "196"),
    "century": ("in the 20th century", "the 20th century", "19"),
    "hyphened_century": ("a twenty-first century car", "twenty-first century", "20"),
    "before_christ": ("in 44 BC", "44 BC", "BC0044"),
    "quarter": ("in the third quarter of 2014", "the third quarter of 2014", "2014-Q3"),
    "short_quarter": ("in Q3 2014", "Q3 2014", "2014-Q3"),
    "half_year": ("in the first half of 2014", "the first half of 2014", "2014-H1"),
    "fiscal_year": ("for fiscal 2016", "fiscal 2016", "2016"),
    "season": ("in the summer of 2014", "summer of 2014", "2014-SU"),
    "last_season": ("last fall", "last fall", "2014-FA"),
    "weekend": ("They fought over the weekend.", "the weekend", "2015-W31-WE"),
    "clock": ("at 4:30 p.m. on Tuesday", "4:30 p.m. on Tuesday", "2015-08-04T16:30"),
    "clock_with_zone": ("at 10:32 GMT Tuesday", "10:32 GMT Tuesday", "2015-08-04T10:32Z"),
    "military_clock": ("at 1500 GMT on Tuesday", "1500 GMT on Tuesday", "2015-08-04T15:00Z"),
    "oclock": ("at five o'clock in the afternoon", "five o'clock in the afternoon",
               "2015-08-05T17:00"),
    "noon": ("It fell at noon Thursday.", "noon Thursday", "2015-07-30T12:00"),
    "days": ("for 14 days", "14 days", "P14D"),
    "hours": ("within 48 hours", "48 hours", "PT48H"),
    "adjective": ("a 12-hour flight", "12-hour", "PT12H"),
    "decades": ("over the past two decades", "the past two decades", "P20Y"),
    "vague_units": ("for a few days", "a few days", "PXD"),
    "number_words": ("twenty-four months", "twenty-four months", "P24M"),
    "half": ("a minute and a half", "a minute and a half", "PT1M30S"),
    "bare_units": ("It took years.", "years", "PXY"),
    "every_day": ("every Tuesday", "every Tuesday", "XXXX-WXX-2"),
    "twice_a_week": ("twice a week", "twice a week", "P1W"),
    "half_years": ("for three and a half years", "three and a half years", "P3.5Y"),
    "fraction": ("for 5 1/2 hours", "5 1/2 hours", "PT5H30M"),
    "range_of_units": ("for 3-4 years", "3-4 years", "PXY"),
    "trading_days": ("for eight trading days", "eight trading days", "P8D"),
    "measured_before": ("two days before the launch", "two days", "P2D"),
    "two_fridays_ago": ("two Fridays ago", "two Fridays ago", "2015-07-24"),
    "week_of": ("the week of Sept. 7", "the week of Sept. 7", "2015-W37"),
    "last_week_of": ("the last week of March", "the last week of March", "2015-W13"),
    "spelled_day": ("the twenty-first of June", "the twenty-first of June", "2015-06-21"),
    "last_month_day": ("last Oct. 23", "last Oct. 23", "2014-10-23"),
    "short_year": ("since '82", "'82", "1982"),
    "small_hours": ("the early hours of Tuesday", "the early hours of Tuesday", "2015-08-04TMO"),
    "same_period": ("the same period last year", "the same period last year", "2014-Q2"),
    "year_end": ("by year-end", "year-end", "2015"),
    "possessive_weekday": ("It would find ways around Tuesday's vote.", "Tuesday", "2015-08-04"),
    "planned": ("It was planned for early March.", "early March", "2016-03"),
    "hyphened_date": ("on 3-Aug-2015", "3-Aug-2015", "2015-08-03"),
    "zone_in_brackets": ("(0700 GMT) on", "0700 GMT", "2015-08-05T07:00Z"),
    "quarter_century": ("for a quarter-century", "a quarter-century", "P25Y"),
    "that_night": ("He left that night.", "that night", "2015-08-05TNI"),
    "every_few_weeks": ("every few weeks", "every few weeks", "PXW"),
    "three_times_a_year": ("three times a year", "three times a year", "P1Y"),
    "annually": ("It is held annually.", "annually", "P1Y"),
    "now": ("It now stands.", "now", "PRESENT_REF"),
    "near_future": ("in the near future", "the near future", "FUTURE_REF"),
    "christmas": ("They met last Christmas.", "last Christmas", "2014-12-25"),
    "thanksgiving": ("Thanksgiving 2014", "Thanksgiving 2014", "2014-11-27"),
    "weekday_until": ("It was put off until Tuesday.", "Tuesday", "2015-08-11"),
    "weekday_to_come": ("The two meet Friday.", "Friday", "2015-08-07"),
    "possible_weekday": ("Rain could begin Sunday.", "Sunday", "2015-08-09"),
    "vain_call": ("He could not be reached Sunday.", "Sunday", "2015-08-02"),
    "this_weekday": ("It ends this Friday.", "this Friday", "2015-08-07"),
    "any_weekday": ("It was on a Tuesday.", "Tuesday", "XXXX-WXX-2"),
    "week_on_weekday": ("They play a week on Sunday.", "a week on Sunday", "2015-08-16"),
    "weekday_the_nth": ("on Thursday the 13th", "Thursday the 13th", "2015-08-13"),
    "nth_weekday": ("on the second Saturday in May 2015", "the second Saturday in May 2015",
                    "2015-05-09"),
    "last_weekday_of": ("on the last Monday of August", "the last Monday of August", "2015-08-31"),
    "day_of_last_year": ("on 3 June last year", "3 June last year", "2014-06-03"),
    "morning_of": ("on the morning of 8 May 1945", "the morning of 8 May 1945", "1945-05-08TMO"),
    "six_in_the_morning": ("at six in the morning", "six in the morning", "2015-08-05T06:00"),
    "local_time": ("at 9 a.m. local time Tuesday", "9 a.m. local time Tuesday",
                   "2015-08-04T09:00"),
    "zone_by_name": ("at 9 a.m. Eastern time Tuesday", "9 a.m. Eastern time Tuesday",
                     "2015-08-04T09:00"),
    "until_in_a_list": ("Museums will remain closed, and schools until Monday.", "Monday",
                        "2015-08-10"),
    "past_month_far_back": ("The company changed hands in October.", "October", "2014-10"),
    "until_a_time": ("It lasts until 6 a.m. on Monday.", "6 a.m. on Monday", "2015-08-10T06:00"),
    "has_until": ("She has until Monday.", "Monday", "2015-08-10"),
    "year_and_a_half": ("for the past year and a half", "the past year and a half", "P1.5Y"),
    "six_years_before": ("in the six years before", "six years", "P6Y"),
    "by_mail": ("It came by mail on Friday.", "Friday", "2015-07-31"),
    "weeks_and_half_ago": ("two and a half weeks ago", "two and a half weeks ago", "2015-07-19"),
    "year_and_half_ago": ("a year and a half ago", "a year and a half ago", "2014-02"),
    "years_ago_today": ("70 years ago today", "70 years ago today", "1945-08-05"),
    "years_ago_this_month": ("ten years ago this month", "ten years ago this month", "2005-08"),
    "half_a_century_ago": ("half a century ago", "half a century ago", "1965"),
    "deep_time": ("some 3.2 billion years ago", "some 3.2 billion years ago", "PAST_REF"),
    "millions": ("for 2.5 million years", "2.5 million years", "P2500000Y"),
    "number_by_number": ("It had two four-year terms.", "four-year", "P4Y"),
    "weeks_time": ("in three weeks' time", "in three weeks' time", "2015-W35"),
    "next_spring": ("It will open in the spring.", "spring", "2016-SP"),
    "short_fiscal_year": ("in FY15", "FY15", "2015"),
    "new_year": ("before New Year", "New Year", "2016-01-01"),
    "other_day": ("the other day", "the other day", "PAST_REF"),
    "good_friday": ("on Good Friday", "Good Friday", "2015-04-03"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), ENGLISH.values(), ids=ENGLISH.keys())
def test_an_english_expression_is_found_and_resolved(text, words, value):
    assert values(text) == [(words, value)]


NOT_DATES = {
    "modal_may": "She may go, and they may stay.",
    "surname_may": "May said she was sure.",
    "march_on": "Thousands march on the palace.",
    "bloody_sunday": "He wrote of Bloody Sunday.",
    "newspaper": "He told the Sunday Times.",
    "age": "The 45-year-old painter is 37 years old.",
    "score": "They won 3-2.",
    "price": "It costs $2000.",
    "people": "It drew 2000 people.",
    "phone": "Call 555-1990 or 0171 2015.",
    "version": "Version 10.2015.3 is out.",
    "flight": "Flight 1994 was full.",
    "tournament": "They won Euro-2016.",
    "thirties": "She is in her early 30s.",
    "programme": "He told CBS This Morning and ABC's This Week.",
    "war": "the Thirty Years' War",
    "address": "It stands at 2015 Elm Street.",
    "car": "Her brother's 1987 Volvo broke.",
    "second_chance": "He got a second chance.",
    "way_to_speak": "At the end of the day, it counts.",
    "day_to_day": "the day-to-day work",
    "clause": "It was the year he died, the day when all went wrong.",
    "woman": "He met her when April Jones sang.",
    "feast_elsewhere": "They marked Lunar New Year.",
    "minutes_of_play": "He scored in the 12th and 45th minutes.",
    "as_many": "It is the third in as many days.",
    "file_number": "See case 2013-1045.",
    "ordinal_noun": "He sat on the 3rd floor, on 3rd party ground.",
    "citation": "Appl Econ B;6:38 is cited.",
    "overnight_noun": "He booked overnight stays.",
    "award": "She is Player of the Year.",
    "sunday_paper": "The Mail on Sunday said so.",
    "nine_eleven": "since 9/11 they",
}


@pytest.mark.parametrize("text", NOT_DATES.values(), ids=NOT_DATES.keys())
def test_words_that_only_look_like_dates_are_left_alone(text):
    assert values(text) == []


def test_without_a_document_date_relative_expressions_stay_open():
    text = "On Wednesday and in March last year; yesterday, Aug. 5 and 12 May 2014, last week."
    assert values(text, anchor=None) == [
        ("Wednesday", "XXXX-WXX-3"),
        ("March last year", "XXXX-03"),
        ("yesterday", "XXXX-XX-XX"),
        ("Aug. 5", "XXXX-08-05"),
        ("12 May 2014", "2014-05-12"),
        ("last week", "XXXX-WXX"),
    ]


def test_a_story_is_followed_from_day_to_day():
    text = "He left on July 3, 2014. The next day it snowed. Two weeks later he was back."
    assert values(text) == [
        ("July 3, 2014", "2014-07-03"),
        ("The next day", "2014-07-04"),
        ("Two weeks later", "2014-W29"),
    ]


def test_the_second_of_two_weekdays_follows_the_first():
    text = "Snow will fall late Thursday into Friday. He ran on Friday and Monday."
    assert values(text) == [
        ("late Thursday", "2015-08-06"),
        ("Friday", "2015-08-07"),
        ("Friday", "2015-07-31"),
        ("Monday", "2015-08-03"),
    ]


def test_that_year_is_the_one_named_last():
    text = "He came in 1968. That summer it rained; in August that year and that November too."
    assert values(text) == [
        ("1968", "1968"),
        ("That summer", "1968-SU"),
        ("August that year", "1968-08"),
        ("that November", "1968-11"),
    ]


def test_a_feast_of_that_year_is_of_the_year_named_last():
    assert values("It fell in 1991. On Christmas Day that year he left.") == [
        ("1991", "1991"),
        ("Christmas Day that year", "1991-12-25"),
    ]


def test_a_quarter_is_that_of_the_month_it_ended_in():
    text = "By the first quarter of 2016 it may gain; in the quarter through June it lost."
    assert values(text) == [
        ("the first quarter of 2016", "2016-Q1"),
        ("the quarter", "2015-Q2"),
        ("June", "2015-06"),
    ]


def test_the_year_with_a_clause_is_the_one_named_before_it():
    assert values("She retired in 1986, the year he died.") == [
        ("1986", "1986"),
        ("the year", "1986"),
    ]


def test_a_time_belongs_to_a_far_day_only_within_its_sentence():
    text = "It opened on May 8, 1945, at 3 p.m. sharp. Talks resume at 9 a.m."
    assert values(text) == [
        ("May 8, 1945, at 3 p.m.", "1945-05-08T15:00"),
        ("9 a.m.", "2015-08-05T09:00"),
    ]


def test_a_time_heading_an_entry_is_of_the_documents_day():
    text = "They met on Monday.\n\n10 a.m. They begin."
    assert values(text) == [("Monday", "2015-08-03"), ("10 a.m.", "2015-08-05T10:00")]


def test_a_time_does_not_join_the_next_sentence():
    assert values("He left at 2:41 a.m. The next day it snowed.") == [
        ("2:41 a.m.", "2015-08-05T02:41"),
        ("The next day", "2015-08-06"),
    ]


def test_after_a_year_no_day_is_known():
    assert values("He won in 2012. The next day he left.") == [
        ("2012", "2012"),
        ("The next day", "XXXX-XX-XX"),
    ]


def test_a_year_earlier_in_a_report_on_a_quarter_is_that_quarter():
    text = "Profit fell in the second quarter from $3 million a year earlier."
    assert values(text) == [("the second quarter", "2015-Q2"), ("a year earlier", "2014-Q2")]


def test_ranges_come_out_as_two_dates():
    assert values("It runs Feb. 1, 3 and 7, May 3-5, from June to August 2016.") == [
        ("Feb. 1", "2016-02-01"),
        ("3", "2016-02-03"),
        ("7", "2016-02-07"),
        ("May 3", "2016-05-03"),
        ("5", "2016-05-05"),
        ("June", "2016-06"),
        ("August 2016", "2016-08"),
    ]


def test_modifiers_are_told():
    text = "in early 2014, mid-August 2014, at the end of 2013, for about two years"
    mods = [d.mod for d in find_dates(text, anchor=WEDNESDAY, language="en")]
    assert mods == ["START", "MID", "END", "APPROX"]


def test_no_more_than_is_a_modifier():
    (date,) = find_dates("It takes no more than a month.", anchor=WEDNESDAY, language="en")
    assert (date.text, date.mod) == ("no more than a month", "EQUAL_OR_LESS")


def test_an_unknown_language_gives_the_dates_that_all_write_alike():
    assert values("tanggal 2015-08-05, 25.8.2015 pukul 10:32 GMT", language="id") == [
        ("2015-08-05", "2015-08-05"),
        ("25.8.2015", "2015-08-25"),
        ("10:32 GMT", "2015-08-25T10:32Z"),
    ]


def test_east_asian_dates_are_read_in_any_language():
    assert values("公開 2015年8月5日 更新", language="ja") == [("2015年8月5日", "2015-08-05")]
    assert values("입력 2015년 8월 5일", language="ko") == [("2015년 8월 5일", "2015-08-05")]


_PIECES = st.sampled_from(
    [
        *("the", "last", "next", "May", "March", "Monday", "5", "2015", "12:30", "of", "in", "a"),
        *("two", "weeks", "ago", "'s", "-", ",", ".", "'", "(", "year", "quarter", "first", "past"),
        *("Christmas", "New", "\n\n", "ß", "İ", "👍", "every", "earlier", "noon"),
        *("morning", "night", "evening", "trading", "to", "half", "a.m.", "centuries", "17th"),
    ]
)


@given(st.lists(_PIECES, max_size=40), st.sampled_from(["en", "id"]), st.booleans())
def test_spans_are_true_in_order_and_apart(pieces, language, anchored):
    text = " ".join(pieces)
    dates = find_dates(text, anchor=WEDNESDAY if anchored else None, language=language)
    assert all(text[d.start : d.end] == d.text for d in dates)
    assert all(a.end <= b.start for a, b in pairwise(dates))


_SHAPES = (
    *(
        "2015-08-05",
        "2015-02-30T10:00Z",
        "5/8/2015",
        "31.02.15",
        "99/99/99",
        "20th",
        "10:32",
        "25pm",
    ),
    *(
        "1990s",
        "999999999999999",
        "5½",
        "1/2",
        "2013/14",
        "24:59",
        "0",
        "00",
        "x",
        "'82",
        "31",
        "1.5",
    ),
)
_ANCHORS = (None, WEDNESDAY, dt.date(1, 1, 2), dt.date(9999, 12, 31), dt.date(2016, 2, 29))


@pytest.mark.parametrize("language", [*LANGUAGES, "und"])
def test_every_rule_is_sound_though_it_is_compiled_when_needed(language):
    rules = {rule for rules in grammar_of(language)._starting.values() for rule in rules}
    assert all(rule.match("", 0) is None for rule in rules)


@pytest.mark.parametrize("language", [*LANGUAGES, "und"])
def test_any_order_of_a_languages_words_goes_through(language):
    chance = random.Random(language)
    by_symbol = {}
    for word, symbol in grammar_of(language).lexicon.symbols.items():
        by_symbol.setdefault(symbol, []).append(word)
    kinds = [*by_symbol.values(), *[_SHAPES] * (len(by_symbol) // 3)]
    for _ in range(400):
        text = " ".join(chance.choice(chance.choice(kinds)) for _ in range(12))
        dates = find_dates(text, anchor=chance.choice(_ANCHORS), language=language)
        assert all(text[d.start : d.end] == d.text for d in dates)
        assert all(a.end <= b.start for a, b in pairwise(dates))


@given(st.text(max_size=200))
def test_any_text_goes_through(text):
    dates = find_dates(text, anchor=WEDNESDAY, language="en")
    assert all(text[d.start : d.end] == d.text for d in dates)
