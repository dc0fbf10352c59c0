"""Mails that lost their line breaks: writers and addressees."""

import pytest


def people(entities):
    return [m.text for e in entities for m in e.mentions if e.type.value == "PER"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "Thanks. [PER Ann Roe Bob], I faxed it.", ["Ann Roe", "Bob"], id="writer and addressee"
        ),
        pytest.param("Thanks. [PER Ann Ann], This is it.", ["Ann", "Ann"], id="to herself"),
        pytest.param("Thanks. [PER Ann Ann Roe] Acme", ["Ann", "Ann Roe"], id="signed twice"),
        pytest.param("Bye, [PER Bill William Roe] Acme", ["Bill", "William Roe"], id="short, full"),
        pytest.param(
            "It was [PER Ann Roe]. The best from [PER Ann Roe Bob], I faxed it.",
            ["Ann Roe", "Ann Roe", "Bob"],
            id="a writer known from elsewhere",
        ),
        pytest.param("Here is [PER Sirhan Sirhan].", ["Sirhan Sirhan"], id="a name said twice"),
        pytest.param("So [PER Ann Roe], I think, left.", ["Ann Roe"], id="a surname"),
        pytest.param("Unlike [PER Ann Bob], I left.", ["Ann Bob"], id="in a sentence"),
        pytest.param("[PER Ann Bob], I left. [PER Ann Bob]", ["Ann Bob"] * 2, id="said again"),
        pytest.param("So [PER Ann Bob], she says, left.", ["Ann Bob"], id="no sentence begins"),
        pytest.param("See you. Ann, I faxed it.", ["Ann"], id="passed over, addressed"),
        pytest.param("See you. Ginny: Please call.", ["Ginny"], id="by a short form"),
        pytest.param("It was good. Will come again! Ann.", ["Ann"], id="passed over, signed"),
        pytest.param("He came in May, The rest left.", [], id="a month"),
        pytest.param("The best of summers. Read on.\n\nSummer\n\nIt is hot.", [], id="a heading"),
    ],
)
def test_people_of_letters(find, marked, expected):
    found = sorted(people(find(marked)))
    assert found == sorted(expected)
