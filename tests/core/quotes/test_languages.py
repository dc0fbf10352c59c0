"""Direct quotations and the speaker beside them are found in other languages, without a model."""

from dataclasses import replace

import pytest

from copydesk.language import TaggedSpan, analyse
from copydesk.quotes import find_quotes
from copydesk.quotes.lexicon import LANGUAGES, load_lexicon


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            "« Nous n'abandonnons personne », a déclaré lundi la ministre de la Santé, Anne Roy, "
            "à Lyon. « Les gens ont tout perdu. »",
            [("la ministre de la Santé, Anne Roy", 2)],
            id="french, after a time",
        ),
        pytest.param(
            "fr",
            "« C'est un premier pas », a-t-il dit. « Mais il en faudra d'autres. »",
            [("il", 2)],
            id="french, inverted pronoun",
        ),
        pytest.param(
            "fr",
            "— Vous avez dormi où ? demande le journaliste.\n\n— Chez ma sœur, répond Mme Roy.",
            [("le journaliste", 1), ("Mme Roy", 1)],
            id="french, dashes",
        ),
        pytest.param(
            "fr",
            "Le président de la région, Marc Roy, a assuré que « les trains rouleront demain ».",
            [("Le président de la région, Marc Roy", 1)],
            id="french, a name set off",
        ),
        pytest.param(
            "es",
            "El líder de la oposición, Tomás Arce, aseguró que la norma «hipoteca a los jóvenes».",
            [("El líder de la oposición, Tomás Arce", 1)],
            id="spanish, a name set off",
        ),
        pytest.param(
            "es",
            "El jefe de la oposición aseguró que la norma «hipoteca a los jóvenes».",
            [("El jefe de la oposición", 1)],
            id="spanish, an article that is a pronoun as well",
        ),
        pytest.param(
            "de",
            "Der Chef der Partei, Paul Rossi, sagte, das Gesetz sei „eine Gefahr für alle“.",
            [("Chef der Partei, Paul Rossi", 1)],
            id="german, a genitive",
        ),
        pytest.param(
            "de",
            "„Wir lassen niemanden allein“, sagte Ministerin Petra Vogel am Montag.",
            [("Ministerin Petra Vogel", 1)],
            id="german",
        ),
        pytest.param(
            "de",
            "»So etwas haben wir noch nie erlebt«, erzählt die Anwohnerin Lucia Maier.",
            [("die Anwohnerin Lucia Maier", 1)],
            id="german, guillemets inward",
        ),
        pytest.param(
            "es",
            "«No vamos a abandonar a nadie», dijo el lunes la ministra Elena Ruiz.",
            [("la ministra Elena Ruiz", 1)],
            id="spanish",
        ),
        pytest.param(
            "es",
            "—¿Dónde durmió usted? —preguntó el periodista—. ¿En casa?",
            [("el periodista", 2)],
            id="spanish, dashes",
        ),
        pytest.param(
            "it",
            'Secondo Lucia Ferri, residente in via Roma, "l\'acqua è salita in due ore".',
            [("Lucia Ferri", 1)],
            id="italian, according to",
        ),
        pytest.param(
            "pt",
            "“Não vamos abandonar ninguém”, disse na segunda-feira a ministra Helena Prado.",
            [("a ministra Helena Prado", 1)],
            id="portuguese",
        ),
        pytest.param(
            "ru",
            "«Мы никого не оставим», — заявил в понедельник министр Пётр Волков.",
            [("министр Пётр Волков", 1)],
            id="russian",
        ),
        pytest.param(
            "ru",
            "«Мы никого не оставим, — сказал Волков в понедельник. — Работы идут».",
            [("Волков", 2)],
            id="russian, the narrator inside the marks",
        ),
        pytest.param(
            "ru",
            "«Выбора не было», — сказала Анна Петрова журналистам. — «Старый мост был плох».",
            [("Анна Петрова", 2)],
            id="russian, a dative behind the name",
        ),
        pytest.param(
            "es",
            "“Nadie nos avisó”, se quejó Manuel Ríos, carnicero de la plaza.",
            [("Manuel Ríos", 1)],
            id="spanish, a short quotation",
        ),
    ],
)
def test_speakers_are_found_beside_quotations(article_of, language, text, expected):
    quotes = find_quotes(article_of(text, language=language), analyse(text, None))
    assert [(q.speaker.text, len(q.spans)) for q in quotes] == expected


def test_a_name_behind_a_description_is_the_speakers_though_the_tagger_missed_it(article_of):
    text = "« Nous avons attendu dix ans », a déclaré la maire, Solange Perrault."
    (quote,) = find_quotes(article_of(text, language="fr"), analyse(text, None))
    assert quote.speaker.name == "Solange Perrault"


def test_according_to_is_no_part_of_a_name_that_the_tagger_begins_with_it(article_of):
    text = "Segundo Ana Reis, “as obras terminarão em maio”."
    analysis = analyse(text, None)
    analysis = replace(analysis, names=(TaggedSpan(0, 16, "PER", 0.9),))
    (quote,) = find_quotes(article_of(text, language="pt"), analysis)
    assert (quote.speaker.text, quote.cue.text) == ("Ana Reis", "Segundo")


def test_attributions_of_the_english_tagger_are_left_out_in_other_languages(article_of, tagged):
    text = "Anne Roy aime la route."
    analysis = tagged(text, ("source", "Anne Roy"), ("cue", "aime"), ("content", "la route"))
    assert find_quotes(article_of(text, language="fr"), analysis) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_list_is_in_lower_case_and_full(language):
    lexicon = load_lexicon(language)
    assert len(lexicon.verbs) > 100
    assert lexicon.determiners and lexicon.prepositions and lexicon.pronouns and lexicon.according
    for words in (lexicon.verbs, lexicon.nouns, lexicon.determiners, lexicon.bodies, lexicon.times):
        assert all(word == word.lower() for word in words)
