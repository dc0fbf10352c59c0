"""Pages and dumps of our own in several languages: when they came out, when they were changed."""

import pytest

from copydesk import extract
from copydesk.options import Options, Part

BODIES = {
    "en": (
        "The council voted to rebuild the old bridge after a long debate, several members said. "
        "Engineers had warned that it could no longer bear heavy lorries, and many were worried.",
        "The work will cost four million and is to be paid from a fund that the region set up. "
        "Opponents said that the money would be better spent on schools, but were outvoted.",
    ),
    "de": (
        "Der Stadtrat hat nach langer Debatte beschlossen, die alte Brücke neu zu bauen. "
        "Ingenieure hatten gewarnt, das Bauwerk könne schwere Lastwagen nicht mehr tragen.",
        "Die Arbeiten kosten vier Millionen und werden aus einem Fonds der Region bezahlt. "
        "Gegner meinten, das Geld wäre in Schulen besser angelegt, wurden aber überstimmt.",
    ),
    "fr": (
        "Le conseil municipal a décidé de reconstruire le vieux pont après un long débat. "
        "Les ingénieurs avaient averti que l'ouvrage ne supportait plus les poids lourds.",
        "Les travaux coûteront quatre millions et seront payés par un fonds de la région. "
        "Les opposants auraient préféré que l'argent aille aux écoles de la commune.",
    ),
    "es": (
        "El ayuntamiento decidió reconstruir el viejo puente tras un largo y tenso debate. "
        "Los ingenieros habían advertido de que ya no podía soportar camiones pesados.",
        "Las obras costarán cuatro millones y se pagarán con un fondo creado por la región. "
        "Los opositores dijeron que el dinero estaría mejor gastado en las escuelas.",
    ),
    "it": (
        "Il consiglio comunale ha deciso di ricostruire il vecchio ponte dopo un lungo dibattito. "
        "Gli ingegneri avevano avvertito che non poteva più reggere i camion pesanti.",
        "I lavori costeranno quattro milioni e saranno pagati con un fondo della regione. "
        "Gli oppositori avrebbero preferito spendere il denaro per le scuole della città.",
    ),
    "pt": (
        "A câmara decidiu reconstruir a velha ponte depois de um longo e tenso debate. "
        "Os engenheiros tinham avisado que já não suportava camiões pesados na estrada.",
        "As obras custarão quatro milhões e serão pagas por um fundo criado pela região. "
        "Os opositores disseram que o dinheiro seria mais bem gasto nas escolas.",
    ),
    "ru": (
        "Городской совет после долгих споров решил построить старый мост заново. "
        "Инженеры предупреждали, что он больше не выдерживает тяжёлых грузовиков.",
        "Работы обойдутся в четыре миллиона и будут оплачены из фонда региона. "
        "Противники говорили, что деньги лучше потратить на городские школы.",
    ),
}
LINKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A bridge is rebuilt",'
    ' "datePublished": "2019-03-04T22:30:00-05:00", "dateModified": "2019-03-06T08:00:00-05:00"}'
    "</script>"
)
META = (
    '<meta property="article:modified_time" content="2020-11-02T10:00:00Z">'
    '<meta property="article:published_time" content="2020-10-30T18:15:00Z">'
)


def page(line, *, head="", lang="en", after=""):
    body = "".join(f"<p>{words}</p>" for words in BODIES[lang[:2]])
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>A bridge is rebuilt</title>{head}</head><body>"
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<main><article><h1>A bridge is rebuilt</h1>{line}{body}</article>{after}</main>"
        "<footer><p>© 2024 The Valley Post</p></footer></body></html>"
    )


def dump(*lines, lang="en", dateline=""):
    first, *rest = BODIES[lang]
    return "\n".join(lines) + "\n\n" + "\n\n".join([dateline + first, *rest]) + "\n"


PAGES = {
    "linked_data": (page("", head=LINKED), "2019-03-04T22:30:00-05:00",
                    "2019-03-06T08:00:00-05:00"),
    "meta": (page("", head=META), "2020-10-30T18:15:00Z", "2020-11-02T10:00:00Z"),
    "change_told_first": (
        page("<p>Updated 9:14 a.m. ET, June 3, 2021 · Published June 1, 2021</p>"),
        "2021-06-01", "2021-06-03T09:14",
    ),
    "stand_of_a_german_page": (
        page("<p>Stand: 12. März 2022, 14:05 Uhr</p><p>Veröffentlicht am 11. März 2022</p>",
             lang="de"),
        "2022-03-11", "2022-03-12T14:05",
    ),
    "both_in_a_french_line": (
        page("<p>Publié le 1er août 2017 à 08h30, mis à jour le 2 août 2017 à 12h10</p>",
             lang="fr"),
        "2017-08-01T08:30", "2017-08-02T12:10",
    ),
    "change_before_a_bare_date": (
        page("<span>Actualizado: 06/02/2016 - 13:20 h.</span><span>05/02/2016 09:00</span>",
             lang="es"),
        "2016-02-05T09:00", "2016-02-06T13:20",
    ),
    "valid_since": (
        page("<p>Stand: 12.11.2021 (gültig seit: 05.11.2021)</p>", lang="de"),
        "2021-11-12", "2021-11-12",
    ),
    "posting_sentence": (
        page("", lang="de", after="<p>Dieser Beitrag wurde am Samstag, 3. Dezember 2011 um 10:12"
             " Uhr veröffentlicht und unter <a href='/netz'>Netz</a>, <a href='/strom'>Strom</a>"
             " gespeichert. Kommentare dazu können über einen Feed verfolgt werden.</p>"),
        "2011-12-03T10:12", None,
    ),
    "days_of_teasers": (
        page("<p>28 June 2019</p>",
             after='<ul><li><time datetime="2019-09-22T07:30:29Z" pubdate>22 September</time> Rain'
             '</li><li><time datetime="2019-09-20T07:30:29Z" pubdate>20 September</time> Wind'
             "</li></ul>"),
        "2019-06-28", None,
    ),
    "credit_of_a_picture": (
        page("<p>The bridge at dusk (Photo: U. Moss, 15.01.2022).</p><p>17 January 2022</p>"),
        "2022-01-17", None,
    ),
    "event_to_come": (
        page('<time datetime="2018-05-09">9 May 2018</time>',
             after="<aside><h3>Coming up</h3><p>Open day: 30 September 2018</p></aside>"),
        "2018-05-09", None,
    ),
}  # fmt: skip
DUMPS = {
    "english": (
        dump("Home | News | Sport", "A bridge is rebuilt", "By Ann Lee",
             "Published: 14 February 2019 | Last updated: 15 February 2019, 07:30 GMT"),
        "2019-02-14", "2019-02-15T07:30Z",
    ),
    "american_zones": (
        dump("A bridge is rebuilt", "By ANN LEE | Valley Post",
             "PUBLISHED: July 9, 2020 at 6:05 p.m. PDT | UPDATED: July 10, 2020 at 5:00 a.m. PDT"),
        "2020-07-09T18:05-07:00", "2020-07-10T05:00-07:00",
    ),
    "abbreviated": (
        dump("A bridge is rebuilt", "Tue., Sept. 8, 2015", "3 min. read"), "2015-09-08", None,
    ),
    "dateline": (
        dump("A bridge is rebuilt", dateline="VALLEY, Ohio, March 3, 2017 (AP) - "),
        "2017-03-03", None,
    ),
    "german": (
        dump("Startseite > Lokales", "Alte Brücke wird neu gebaut", "Von Anna Weber",
             "Erstellt: 3. Oktober 2020, 18:22 Uhr", "Aktualisiert: 4. Oktober 2020, 09:00 Uhr",
             lang="de"),
        "2020-10-03T18:22", "2020-10-04T09:00",
    ),
    "french": (
        dump("Accueil", "Le vieux pont sera reconstruit", "Par Anne Leroy",
             "Publié le 28 févr. 2018 à 19:40", "Mis à jour le 1 mars 2018 à 07:15", lang="fr"),
        "2018-02-28T19:40", "2018-03-01T07:15",
    ),
    "italian": (
        dump("Cronaca", "Il vecchio ponte sarà ricostruito", "di Anna Rossi",
             "Pubblicato il 7 gennaio 2021 alle 11:05", "Aggiornato l'8 gennaio 2021", lang="it"),
        "2021-01-07T11:05", "2021-01-08",
    ),
    "portuguese": (
        dump("Início", "Velha ponte será reconstruída", "Por Ana Lima",
             "Publicado em 9 de dezembro de 2022 às 10h15",
             "Atualizado em 10 de dezembro de 2022 às 8h", lang="pt"),
        "2022-12-09T10:15", "2022-12-10T08:00",
    ),
    "russian": (
        dump("Главная", "Старый мост построят заново", "Анна Петрова",
             "Опубликовано: 23 мая 2019, 16:30 МСК", lang="ru"),
        "2019-05-23T16:30+03:00", None,
    ),
}  # fmt: skip
DOCUMENTS = PAGES | DUMPS


def dates_of(raw, url=None):
    article = extract(raw, url=url, options=Options(only=frozenset({Part.DATES})))
    return tuple(date.value if date else None for date in (article.published, article.modified))


@pytest.mark.parametrize(("raw", "published", "modified"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_document_tells_when_it_came_out_and_when_it_was_changed(raw, published, modified):
    assert dates_of(raw) == (published, modified)


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://valleypost.co.uk/news/bridge", "2018-07-04T17:45"),
        ("https://valleypost.com/news/bridge", "2018-04-07T17:45"),
    ],
    ids=["british", "american"],
)
def test_the_address_settles_the_order_of_day_and_month(url, published):
    assert dates_of(page("<p>04/07/2018 5:45 PM</p>"), url) == (published, None)
