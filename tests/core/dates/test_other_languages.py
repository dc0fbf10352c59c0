import datetime as dt

import pytest

from copydesk.article import DateClue, DateOrigin
from copydesk.dates import document_dates, find_dates

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
    "de_quarters": (
        "de",
        "Im ersten Quartal und im zweiten Halbjahr 2014.",
        ["2015-Q1", "2014-H2"],
    ),
    "de_narrated": (
        "de",
        "Am 3. Mai; zwei Tage später, am Vortag.",
        ["2015-05-03", "2015-05-05", "2015-05-04"],
    ),
    "de_next_weekday": ("de", "Nächste Woche Dienstag.", ["2015-08-11"]),
    "de_night_to": ("de", "In der Nacht zum Montag.", ["2015-08-03TNI"]),
    "de_age": ("de", "Er starb im Alter von 94 Jahren.", []),
    "de_this_morning": ("de", "Gestern morgen um 8.30 Uhr.", ["2015-08-04T08:30"]),
    "de_verb_behind": ("de", "Schon im April begann die Zeit.", ["2015-04"]),
    "de_night_from_to": ("de", "Vom 9. zum 10. Mai 1940.", ["1940-05-09", "1940-05-10"]),
    "fr_after": (
        "fr",
        "Deux ans après l'accident. Né en 2010; deux ans après, il part.",
        ["P2Y", "2010", "2012"],
    ),
    "es_last_weekday": ("es", "El pasado martes 4 de agosto.", ["2015-08-04"]),
    "fr_feast_number": (
        "fr",
        "Du 12 au 14 juillet, le 14 novembre.",
        ["2015-07-12", "2015-07-14", "2015-11-14"],
    ),
    "fr_evening": ("fr", "Le train part à 9 heures du soir.", ["2015-08-05T21:00"]),
    "fr_age_told": ("fr", "Elle est morte à l'âge de 63 ans.", []),
    "fr_awaited": ("fr", "Le verdict est attendu fin avril.", ["2016-04"]),
    "es_morning": ("es", "El juicio empezará el lunes a las 9 de la mañana.", ["2015-08-10T09:00"]),
    "es_verb_first": ("es", "Empezará el lunes.", ["2015-08-10"]),
    "it_evening": ("it", "Comincia alle 9 di sera.", ["2015-08-05T21:00"]),
    "pt_evening": ("pt", "Começa às 8 da noite.", ["2015-08-05T20:00"]),
    "fr_future": ("fr", "Le match débutera samedi.", ["2015-08-08"]),
    "fr_end_of_month": ("fr", "À la fin du mois d'août, à la fin de l'année.", ["2015-08", "2015"]),
    "fr_clocks": (
        "fr",
        "À 20 h 45, à 14 heures, en 24 heures.",
        ["2015-08-05T20:45", "2015-08-05T14:00", "PT24H"],
    ),
    "fr_narrated": ("fr", "Arrêté le 2 mai, jugé le lendemain.", ["2015-05-02", "2015-05-03"]),
    "fr_in_units": ("fr", "Dans deux mois.", ["2015-10"]),
    "fr_sets": ("fr", "Tous les lundis.", ["XXXX-WXX-1"]),
    "es_dawn": ("es", "La madrugada del 3 de marzo de 2015.", ["2015-03-03TMO"]),
    "es_clock": ("es", "El sábado será a las 21.00 horas.", ["2015-08-08", "2015-08-08T21:00"]),
    "es_span": ("es", "En las 24 horas.", ["PT24H"]),
    "es_two_names": ("es", "Mañana jueves; pasado mañana.", ["2015-08-06", "2015-08-07"]),
    "es_decade": ("es", "En los años noventa.", ["199"]),
    "es_last_day": ("es", "El pasado 2 de mayo.", ["2015-05-02"]),
    "es_age": ("es", "Tiene 34 años.", []),
    "it_clock": ("it", "Si terrà venerdì alle 15.", ["2015-08-07T15:00"]),
    "it_last_day": ("it", "Lo scorso 2 dicembre, il 1° maggio.", ["2014-12-02", "2015-05-01"]),
    "it_quarter": ("it", "Nel quarto trimestre dell'anno scorso.", ["2014-Q4"]),
    "pt_morning_of": ("pt", "Na manhã desta terça-feira.", ["2015-08-04TMO"]),
    "pt_future": ("pt", "O jogo será no sábado, às 16h30.", ["2015-08-08T16:30"]),
    "ru_decade": ("ru", "В 1990-е годы; через две недели.", ["199", "2015-W34"]),
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
    found = document_dates([DateClue(line[0], DateOrigin.BYLINE)], "", language=language).published
    assert found is not None
    assert found.value == line[1]


def test_a_date_line_may_be_in_another_language_than_the_text():
    clue = DateClue("5. Oktober 2015", DateOrigin.BYLINE)
    found = document_dates([clue], "The text is in English.", language="en").published
    assert found is not None
    assert found.value == "2015-10-05"
