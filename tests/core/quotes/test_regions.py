"""Quotation marks are paired by shape and by what stands around them."""

import time

import pytest

from copydesk.quotes.regions import quoted_regions


def quoted(text):
    return [text[r.start : r.end] for r in quoted_regions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“Yes,” she said. “No.”", ["“Yes,”", "“No.”"], id="curly"),
        pytest.param('"Yes," she said. "No."', ['"Yes,"', '"No."'], id="straight"),
        pytest.param("He said ''we won'' again.", ["''we won''"], id="two apostrophes"),
        pytest.param("«Oui», dit-il. « Non »", ["«Oui»", "« Non »"], id="guillemets"),
        pytest.param("„Ja“, sagte sie. »Nein«", ["„Ja“", "»Nein«"], id="german"),
        pytest.param("彼は「はい」と言った", ["「はい」"], id="corner brackets"),
        pytest.param("‘We won,’ he said.", ["‘We won,’"], id="single outer"),
        pytest.param("The dogs’ home isn’t ‘ours’.", ["‘ours’"], id="apostrophes are no marks"),
        pytest.param("Rock 'n' roll in the '90s", [], id="elisions are no marks"),
        pytest.param("He is 6'2\" tall.", [], id="inches are no marks"),
        pytest.param(
            "“He called it ‘odd’ today,” I said", ["“He called it ‘odd’ today,”"], id="nested"
        ),
        pytest.param(
            '"It says “stop” there," he said', ['"It says “stop” there,"'], id="nested double"
        ),
        pytest.param("”We won,“ he said.", ["”We won,“"], id="wrong way round"),
        pytest.param("““We won,”” he said.", ["““We won,””"], id="doubled"),
        pytest.param('"We won." he said."We lost."', ['"We won."', '"We lost."'], id="no space"),
        pytest.param('" We won, " he said.', ['" We won, "'], id="space inside"),
        pytest.param("“We won", ["“We won"], id="never closed"),
        pytest.param("We won,” he said.", ["We won,”"], id="never opened"),
        pytest.param("“We won. He said. “Yes.”", ["“We won.", "“Yes.”"], id="closing mark missing"),
    ],
)
def test_marks_are_paired(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize("unit", ['"', "“", "'a ", "“a ", ".” ", '"a" ', "«»", "“‘"])
def test_marks_without_sense_take_linear_time(unit):
    text = unit * (250_000 // len(unit))
    begin = time.process_time()
    quoted_regions(text, 0, len(text))
    assert time.process_time() - begin < 3
