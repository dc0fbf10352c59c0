import datetime as dt
import time

import pytest

from copydesk.article import DateClue, DateOrigin
from copydesk.dates import document_dates, find_dates

SIZE = 1_000_000
LIMIT = 4.0
"""Seconds; a noisy machine gets room, a quadratic pattern would take hours."""

PIECES = {
    "digits": "1", "spaces": " ", "newlines": "\n", "commas": ",", "dots": ".", "dashes": "-",
    "apostrophes": "'", "digit_words": "2015 ", "months": "August ", "month_days": "May 5, ",
    "articles": "the ", "numbers": "five ", "hyphened": "two-", "decades": "1990s ",
    "clocks": "10:32:", "slashes": "5/8/", "dotted": "5.8.", "iso": "2015-08-", "last": "last ",
    "ago": "a year ago ", "the_end_of": "the end of ", "every": "every ", "quarters": "third-",
    "new_year": "New ", "weekdays": "Monday, ", "letters": "a", "the_last_few": "the last few ",
    "lines": "\n ", "earlier": "year-earlier ", "zones": "GMT +",
    "untils": "until May ", "until_on": "until on ", "until_six_on": "until 6 on Monday ",
    "years_ago": "1 years ago ", "days": "1, 2 and ", "spaced": "1 | ",
    "weekdays_the": "Friday the ", "clock_lines": "10 a.m. ", "mornings": "morning of ",
    "numeric_days": "25/8/2015 ", "that_year": "May that year ",
}  # fmt: skip


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_megabyte_of_one_thing_is_read_in_linear_time(piece):
    text = piece * (SIZE // len(piece))
    start = time.process_time()
    find_dates(text, anchor=dt.date(2015, 8, 5), language="en")
    assert time.process_time() - start < LIMIT


OTHERS = {
    "de": ("1. ", "Woche Montag ", "Tage später ", "Nacht zum "),
    "fr": ("il y a ", "20 h ", "fin du mois d'", "dans 2 ", "14 juillet "),
    "es": ("a las ", "mañana ", "antes de ", "años "),
    "it": ("alle 11.", "anni '", "giorno dopo "),
    "pt": ("manhã desta ", "às 1"),
    "ru": ("1990-е ", "через "),
    "nl": ("1. augustus / ", "2015. "),
}


@pytest.mark.parametrize(("language", "pieces"), OTHERS.items(), ids=OTHERS.keys())
def test_a_megabyte_in_another_language_is_read_in_linear_time(language, pieces):
    start = time.process_time()
    for piece in pieces:
        size = SIZE // 4 // len(piece)
        find_dates(piece * size, anchor=dt.date(2015, 8, 5), language=language)
    assert time.process_time() - start < LIMIT


@pytest.mark.parametrize("piece", ["5/8/", "5/8/15 ", "x May 5, 2015 ", "Aug. 5 x "])
def test_a_hostile_caption_is_read_in_linear_time(piece):
    start = time.process_time()
    clue = DateClue(piece * (SIZE // 20 // len(piece)), DateOrigin.CAPTION)
    document_dates([clue], "x Monday " * 20_000, language="en")
    assert time.process_time() - start < LIMIT
