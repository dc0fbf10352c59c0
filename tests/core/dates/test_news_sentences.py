"""Whole sentences in the manner of news: everything that is a date in them, and nothing else."""

import datetime as dt

import pytest

from copydesk.article import DateType
from copydesk.dates import find_dates

WEDNESDAY = dt.date(2015, 8, 5)

SENTENCES = [
    (
        "Net income for the three months ended June 30 fell 4 percent.",
        [("the three months", "P3M"), ("June 30", "2015-06-30")],
    ),
    (
        "The company's fiscal year ended March 31 was its best in a decade.",
        [("fiscal year", "P1Y"), ("March 31", "2015-03-31"), ("a decade", "P10Y")],
    ),
    (
        "Sales in the second quarter rose from the first quarter.",
        [("the second quarter", "2015-Q2"), ("the first quarter", "2015-Q1")],
    ),
    ("It expects to post a profit in Q4.", [("Q4", "2015-Q4")]),
    ("Analysts had forecast full-year 2015 earnings of $3 a share.", [("2015", "2015")]),
    ("In the six months to June, revenue slid.", [("the six months", "P6M"), ("June", "2015-06")]),
    (
        "The bank will report third-quarter results on Oct. 14.",
        [("third-quarter", "2015-Q3"), ("Oct. 14", "2015-10-14")],
    ),
    (
        "The 2016/17 season kicks off on Aug. 13, 2016.",
        [("2016/17", "2016"), ("Aug. 13, 2016", "2016-08-13")],
    ),
    (
        "The Lions play at home Saturday at 7:05 p.m.",
        [("Saturday at 7:05 p.m.", "2015-08-08T19:05")],
    ),
    ("They have not lost at home since the 1998-99 season.", [("1998", "1998"), ("99", "1999")]),
    (
        "Jones, 27, was sentenced Monday to 18 months in prison.",
        [("Monday", "2015-08-03"), ("18 months", "P18M")],
    ),
    (
        "The hearing was adjourned until 10 a.m. on Sept. 9.",
        [("10 a.m. on Sept. 9", "2015-09-09T10:00")],
    ),
    (
        "Officers were called at around 7:30 a.m. local time Saturday.",
        [("7:30 a.m. local time Saturday", "2015-08-01T07:30")],
    ),
    (
        "Police were called to the scene shortly after 11.20pm on Sunday.",
        [("11.20pm on Sunday", "2015-08-02T23:20")],
    ),
    (
        "The attack happened between 2 a.m. and 3 a.m. on Tuesday.",
        [("2 a.m.", "2015-08-04T02:00"), ("3 a.m. on Tuesday", "2015-08-04T03:00")],
    ),
    (
        "She was last seen at half past nine on Friday evening.",
        [("half past nine on Friday evening", "2015-07-31T21:30")],
    ),
    (
        "The house was broken into on the night of 4 to 5 May.",
        [("the night of 4", "2015-05-04TNI"), ("5 May", "2015-05-05")],
    ),
    (
        "Temperatures will reach 35C on Thursday and Friday before storms arrive over the weekend.",
        [("Thursday", "2015-08-06"), ("Friday", "2015-08-07"), ("the weekend", "2015-W32-WE")],
    ),
    (
        "Rain is forecast Tuesday through Thursday.",
        [("Tuesday", "2015-08-11"), ("Thursday", "2015-08-13")],
    ),
    ("It was the wettest July since 1976.", [("July", "2015-07"), ("1976", "1976")]),
    ("Snow fell for two consecutive days.", [("two consecutive days", "P2D")]),
    ("The heat wave broke late Monday afternoon.", [("late Monday afternoon", "2015-08-03TAF")]),
    ("Exports fell for the second straight year in 2014.", [("2014", "2014")]),
    (
        "The king, who came to the throne in 1936, was crowned that May.",
        [("1936", "1936"), ("that May", "1936-05")],
    ),
    (
        "She was born on 14 March 1931 and died on New Year's Eve.",
        [("14 March 1931", "1931-03-14"), ("New Year's Eve", "2014-12-31")],
    ),
    (
        "He was mayor throughout the late 1970s and the '80s.",
        [("late 1970s", "197"), ("'80s", "198")],
    ),
    ("Her career began in the mid-to-late 1990s.", [("mid-to-late 1990s", "199")]),
    (
        "Pupils return to class in early September for the 2015-16 school year.",
        [("early September", "2015-09"), ("2015", "2015"), ("16", "2016")],
    ),
    (
        "The term ends on the last Friday of July 2016.",
        [("the last Friday of July 2016", "2016-07-29")],
    ),
    ("Applications close at midnight on Aug. 31.", [("midnight on Aug. 31", "2015-08-31T24:00")]),
    (
        "Shops will open at 6 a.m. on Black Friday.",
        [("6 a.m. on Black Friday", "2015-11-27T06:00")],
    ),
    (
        "Trading ends at noon ET on Christmas Eve.",
        [("noon ET on Christmas Eve", "2015-12-24T12:00")],
    ),
    (
        "The week of Aug. 3 was the hottest of the year.",
        [("The week of Aug. 3", "2015-W32"), ("the year", "2015")],
    ),
    ("A fortnight ago he was in Rome.", [("A fortnight ago", "2015-W30")]),
    ("The town will be free of cars for 2015 and beyond.", [("2015", "2015")]),
    (
        "The rules take effect Jan. 1, 2017, and expire three years later.",
        [("Jan. 1, 2017", "2017-01-01"), ("three years later", "2020")],
    ),
    ("Between 1990 and 2010 the number of deaths halved.", [("1990", "1990"), ("2010", "2010")]),
    (
        "The road was shut from Friday night until Sunday morning.",
        [("Friday night", "2015-07-31TNI"), ("Sunday morning", "2015-08-02TMO")],
    ),
    (
        "He left office on Jan. 20 after eight years.",
        [("Jan. 20", "2015-01-20"), ("eight years", "P8Y")],
    ),
    (
        "Every other Thursday the council meets in the old library.",
        [("Every other Thursday", "XXXX-WXX-4")],
    ),
    (
        "The ferry runs three times daily, and every 15 minutes in summer.",
        [("daily", "P1D"), ("every 15 minutes", "PT15M"), ("summer", "2015-SU")],
    ),
    ("Mass is said on Sundays.", [("on Sundays", "XXXX-WXX-7")]),
    (
        "In the 17th and 18th centuries, it grew rich on wool.",
        [("the 17th", "16"), ("18th centuries", "17")],
    ),
    ("By the mid-1980s he had sold 20 million records.", [("mid-1980s", "198")]),
    ("The firm was founded in the summer of '69.", [("summer of '69", "1969-SU")]),
    ("He is expected back within 48 to 72 hours.", [("48 to 72 hours", "PTXH")]),
    ("The storm made landfall early Monday.", [("early Monday", "2015-08-03")]),
    (
        "The curfew runs from 9 p.m. to 5 a.m. daily.",
        [("9 p.m.", "XXXX-XX-XXT21:00"), ("5 a.m.", "XXXX-XX-XXT05:00"), ("daily", "P1D")],
    ),
    (
        "A fire broke out in the wee hours of Saturday.",
        [("the wee hours of Saturday", "2015-08-01TMO")],
    ),
    ("Inflation was 2.1 percent in the year to June.", [("the year", "P1Y"), ("June", "2015-06")]),
    ("The index hit its highest level since November 2007.", [("November 2007", "2007-11")]),
    (
        "In late June 2014, over the course of three days, rebels seized the city.",
        [("late June 2014", "2014-06"), ("three days", "P3D")],
    ),
    ("The trial is expected to last six to eight weeks.", [("six to eight weeks", "PXW")]),
    (
        "The vote was put back by a week, to Aug. 12.",
        [("a week", "P1W"), ("Aug. 12", "2015-08-12")],
    ),
    (
        "The season opens on the first weekend of October.",
        [("the first weekend of October", "2015-W40-WE")],
    ),
    (
        "Doors open at 7:30pm on Saturday, 15th August.",
        [("7:30pm on Saturday, 15th August", "2015-08-15T19:30")],
    ),
    (
        "The show, which opened Saturday, runs through Oct. 18.",
        [("Saturday", "2015-08-01"), ("Oct. 18", "2015-10-18")],
    ),
    ("Five years ago this week, the well was capped.", [("Five years ago this week", "2010-W31")]),
    ("He quit just days after the vote.", [("days", "PXD")]),
    (
        "The plane took off at 12.41am local time (1641 GMT).",
        [("12.41am", "2015-08-05T00:41"), ("1641 GMT", "2015-08-05T16:41Z")],
    ),
    ("As of June 30, 2015, the fund held $2 billion.", [("June 30, 2015", "2015-06-30")]),
    ("The drug will be sold abroad starting in January.", [("January", "2016-01")]),
    (
        "From mid-March to late April, the pass was closed.",
        [("mid-March", "2015-03"), ("late April", "2015-04")],
    ),
    (
        "He was appointed in May 2010; six months later he was gone.",
        [("May 2010", "2010-05"), ("six months later", "2010-11")],
    ),
    ("Summer 2016 will see the bridge reopen.", [("Summer 2016", "2016-SU")]),
    ("Schools will stay closed through Friday.", [("Friday", "2015-08-07")]),
    ("The shares fell 3 percent in morning trading.", [("morning trading", "2015-08-05TMO")]),
    ("The launch came three days later than planned.", [("three days", "P3D")]),
    (
        "Flights leave on Monday and Wednesday mornings.",
        [("Monday", "XXXX-WXX-1TMO"), ("Wednesday mornings", "XXXX-WXX-3TMO")],
    ),
    ("It was his third arrest in the past 12 months.", [("the past 12 months", "P12M")]),
    ("He has run the paper for the better part of two decades.", [("two decades", "P20Y")]),
    (
        "Unemployment was at a 10-year low at the end of last month.",
        [("10-year", "P10Y"), ("the end of last month", "2015-07")],
    ),
    (
        "Thieves struck between 1 and 3 a.m.",
        [("1", "2015-08-05T01:00"), ("3 a.m.", "2015-08-05T03:00")],
    ),
    ("By mid-morning it was warm.", [("mid-morning", "2015-08-05TMO")]),
    ("It rained midafternoon on Tuesday.", [("midafternoon on Tuesday", "2015-08-04TAF")]),
    (
        "He sang from 10 p.m. to 2 a.m. on Saturday.",
        [("10 p.m.", "2015-07-31T22:00"), ("2 a.m. on Saturday", "2015-08-01T02:00")],
    ),
    ("They arrived at 9:30 on Friday evening.", [("9:30 on Friday evening", "2015-07-31T21:30")]),
    (
        "They arrived at a quarter to five on Friday.",
        [("a quarter to five on Friday", "2015-07-31T04:45")],
    ),
    (
        "It fell early in the morning on Saturday night.",
        [("in the morning on Saturday night", "2015-08-01TMO")],
    ),
    ("He left the day after Christmas.", [("the day after Christmas", "2014-12-26")]),
    ("Chipmaker's first-half profit fell.", [("first-half", "2015-H1")]),
    ("They met over the weekend of March 7.", [("the weekend of March 7", "2015-W10-WE")]),
    (
        "On Tuesday he spoke of the last decade. The shares fell later in the day.",
        [("Tuesday", "2015-08-04"), ("the last decade", "200"), ("later in the day", "2015-08-04")],
    ),
    (
        "In the late 19th and early 20th centuries, ships came.",
        [("the late 19th", "18"), ("early 20th centuries", "19")],
    ),
    ("It is on the 2nd Monday of May 2016.", [("the 2nd Monday of May 2016", "2016-05-09")]),
    ("It fell in the 2nd week of March 2015.", [("the 2nd week of March 2015", "2015-W11")]),
    ("Between January and March the price rose.", [("January", "2015-01"), ("March", "2015-03")]),
    (
        "Votes will be counted overnight Sunday into Monday.",
        [("overnight Sunday", "2015-08-09TNI"), ("Monday", "2015-08-10")],
    ),
    ("The term runs Oct. 1 to Sept. 30.", [("Oct. 1", "2015-10-01"), ("Sept. 30", "2016-09-30")]),
    ("It will run from November through May.", [("November", "2015-11"), ("May", "2016-05")]),
    (
        "A revision was made Friday to December's figures.",
        [("Friday", "2015-07-31"), ("December", "2014-12")],
    ),
]


@pytest.mark.parametrize(("sentence", "dates"), SENTENCES)
def test_every_date_of_a_sentence_is_found_and_resolved(sentence, dates):
    found = find_dates(sentence, anchor=WEDNESDAY, language="en")
    assert [(d.text, d.value) for d in found] == dates


TRAPS = [
    "The 1800-seat hall was full.",
    "He wore No. 10 and ran a 4:12 mile.",
    "The score was 6-4, 7-5 after a 21-18 tiebreak.",
    "Call 1-800-555-2010.",
    "Second Lieutenant Mark Day said so.",
    "She met April O'Neil and August Wilson.",
    "Friday Night Lights won, and Saturday Night Live lost.",
    "A 1080p screen has 2160 lines.",
    "Spring Street and Summer Lane are dug up.",
    "He plays for Sheffield Wednesday.",
    "She won by 2014 votes.",
    "The March on Washington and March Madness are known to all.",
    "Doris Day sang.",
    "She watched Season 2 of The Office.",
    "The Weekend Australian said so.",
    "They marched in 4/4 time.",
    "Add 1/2 cup of milk.",
    "US Airways Flight 1549 and U.N. Resolution 1973 are known to all.",
    "The Daily Mail and the Weekly Standard said so.",
    "She sang at the Last Night of the Proms.",
    "USA Today and the Today programme said so.",
    "It was over in a split second.",
    "The 49ers beat the 76ers.",
    "From 10 to 20 may be hurt.",
    "June Carter and Gen. Mark May were there.",
    "He lives at 1600 Pennsylvania Avenue.",
    "The bones are 12,000 years old.",
    "On the eve of the election, polls showed a dead heat.",
    "He lifted 1995 pounds.",
    "Day-trippers and day care are dear.",
    "Sun Microsystems and Sat Nav sell.",
    "A second-hand car is cheap.",
    "It was the Hundred Years' War.",
    "He got 10 of 12 right, 5 of 7 wrong.",
    "The Fourth Estate, the Third World and the First Lady.",
    "She sang in Midnight Oil.",
    "Monday Night Football was on.",
    "He writes in Word 2010 and Office 2010 on Windows 2010.",
    "She drove a BMW 2002 to a plant.",
    "The Project 2025 plan is long.",
    "They sang Manic Monday and Blue Monday.",
    "The May Fourth Movement, the October Revolution and the July Monarchy are known to all.",
    "The Good Friday Agreement and the Easter Rising are known to all.",
    "Visiting hours were cut, business hours were not.",
]


@pytest.mark.parametrize("sentence", TRAPS)
def test_a_name_made_of_the_words_of_dates_is_none(sentence):
    assert find_dates(sentence, anchor=WEDNESDAY, language="en") == ()


RATES = [
    "There are four flights a week.",
    "It costs $2 million a week.",
    "They build 15 a week.",
    "It grew 3% a week.",
]


@pytest.mark.parametrize("sentence", RATES)
def test_how_often_is_a_set(sentence):
    (date,) = find_dates(sentence, anchor=WEDNESDAY, language="en")
    assert (date.text, date.type, date.value) == ("a week", DateType.SET, "P1W")
