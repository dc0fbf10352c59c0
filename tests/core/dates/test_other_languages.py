import datetime as dt

import pytest

from copydesk.article import DateClue, DateOrigin
from copydesk.dates import document_date, find_dates

WEDNESDAY = dt.date(2015, 8, 5)

TEXTS = {
    "de_date_and_time": ("de", "Am Mittwoch, 5. August 2015, um 20.30 Uhr.", ["2015-08-05T20:30"]),
    "de_relative": (
        "de",
        "Gestern Abend, letzte Woche, nächsten Monat, am Wochenende.",
        ["2015-08-04TEV", "2015-W31", "2015-09", "2015-W31-WE"],
    ),
    "de_ago": (
        "de",
        "Vor zwei Jahren; im Vorjahr; vor einigen Tagen.",
        ["2013", "2014", "PAST_REF"],
    ),
    "de_last_year": ("de", "Im Vorjahr.", ["2014"]),
    "de_spans": (
        "de",
        "Seit drei Tagen, drei Jahre und vier Monate, jahrelang.",
        ["P3D", "P3Y4M", "PXY"],
    ),
    "de_decades": ("de", "In den 1990er Jahren und im 19. Jahrhundert.", ["199", "18"]),
    "de_sets": ("de", "Jeden Dienstag, täglich, montags.", ["XXXX-WXX-2", "P1D", "XXXX-WXX-1"]),
    "de_range": ("de", "Vom 3. bis 4. Mai.", ["2015-05-03", "2015-05-04"]),
    "de_feast": ("de", "Zu Weihnachten 2014.", ["2014-12-25"]),
    "fr_date": ("fr", "Le mercredi 5 août 2015 à 20h30.", ["2015-08-05T20:30"]),
    "fr_relative": (
        "fr",
        "Hier, aujourd'hui, la semaine dernière, mercredi prochain.",
        ["2015-08-04", "2015-08-05", "2015-W31", "2015-08-12"],
    ),
    "fr_ago": ("fr", "Il y a deux ans, en mai 1968.", ["2013", "1968-05"]),
    "fr_decades": ("fr", "Dans les années 1990, au XIXe siècle.", ["199", "18"]),
    "es_date": ("es", "El miércoles 5 de agosto de 2015.", ["2015-08-05"]),
    "es_relative": (
        "es",
        "Ayer por la noche, esta mañana, mañana, el año pasado.",
        ["2015-08-04TNI", "2015-08-05TMO", "2015-08-06", "2014"],
    ),
    "es_ago": ("es", "Hace dos años, a principios de octubre de 2013.", ["2013", "2013-10"]),
    "it_date": ("it", "Mercoledì 5 agosto 2015 alle 20:30.", ["2015-08-05T20:30"]),
    "it_ago": ("it", "Due anni fa; nel XX secolo.", ["2013", "19"]),
    "it_relative": (
        "it",
        "Ieri, lunedì scorso, due anni fa.",
        ["2015-08-04", "2015-08-03", "2013"],
    ),
    "pt_date": ("pt", "Na quarta-feira, 5 de agosto de 2015.", ["2015-08-05"]),
    "pt_ago": ("pt", "Há dois anos, nos anos 90.", ["2013", "199"]),
    "pt_relative": (
        "pt",
        "Ontem, na semana passada, há dois anos.",
        ["2015-08-04", "2015-W31", "2013"],
    ),
    "ru_date": ("ru", "В среду, 5 августа 2015 года.", ["2015-08-05"]),
    "ru_relative": (
        "ru",
        "Вчера, на прошлой неделе, два года назад, в 2014 году.",
        ["2015-08-04", "2015-W31", "2013", "2014"],
    ),
}


@pytest.mark.parametrize(("language", "text", "values"), TEXTS.values(), ids=TEXTS.keys())
def test_dates_of_other_languages_are_found_and_resolved(language, text, values):
    dates = find_dates(text, anchor=WEDNESDAY, language=language)
    assert [d.value for d in dates] == values
    assert all(text[d.start : d.end] == d.text for d in dates)


LINES = {
    "de": ("Veröffentlicht am 05.08.2015 um 14:30 Uhr", "2015-08-05T14:30"),
    "fr": ("Publié le 5 août 2015 à 20h30", "2015-08-05T20:30"),
    "es": ("Actualizado: 6 de agosto de 2015 - Publicado: 5 de agosto de 2015", "2015-08-05"),
    "it": ("Pubblicato il 5 agosto 2015", "2015-08-05"),
    "pt": ("5 de agosto de 2015, às 20:30", "2015-08-05T20:30"),
    "ru": ("Опубликовано 5 августа 2015 года", "2015-08-05"),
}


@pytest.mark.parametrize(("language", "line"), LINES.items(), ids=LINES.keys())
def test_date_lines_of_other_languages_are_read(language, line):
    found = document_date([DateClue(line[0], DateOrigin.BYLINE)], "", language=language)
    assert found is not None
    assert found.value == line[1]


def test_a_date_line_may_be_in_another_language_than_the_text():
    clue = DateClue("5. Oktober 2015", DateOrigin.BYLINE)
    found = document_date([clue], "The text is in English.", language="en")
    assert found is not None
    assert found.value == "2015-10-05"
