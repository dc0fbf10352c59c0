"""What a page says twice stands in the body once."""

import time

import pytest

from copydesk.cleaning.repetition import repetitions

SENTENCES = [
    f"On day {day} the council of Velden met for {day + 2} hours and heard {day * 7} people speak."
    for day in range(1, 41)
]


@pytest.mark.parametrize(
    ("texts", "again"),
    [
        pytest.param(["The bridge stays shut.", "The bridge stays shut."], {1}, id="a line"),
        pytest.param(["The bridge stays shut.", "THE BRIDGE stays shut"], {1}, id="in capitals"),
        pytest.param(["Yes.", "No.", "Yes."], set(), id="short answers may come again"),
        pytest.param([*SENTENCES, " ".join(SENTENCES)], {40}, id="all of it in one"),
        pytest.param([" ".join(SENTENCES), *SENTENCES], {0}, id="all of it in one, first"),
        pytest.param(["  ".join(SENTENCES[:30]), SENTENCES[0]], set(), id="an excerpt is none"),
        pytest.param(SENTENCES, set(), id="nothing twice"),
        pytest.param([SENTENCES[0] * 30, "The end."], set(), id="one that repeats itself"),
    ],
)
def test_repetitions(texts, again):
    assert repetitions(texts) == again


@pytest.mark.parametrize(
    ("texts", "apart", "again"),
    [
        ([SENTENCES[0], "The council of Velden met for 3 hours"], [False, True], {1}),
        ([SENTENCES[0], "The council of Velden met for 3 hours"], [False, False], set()),
        ([SENTENCES[0], "The council met"], [False, True], set()),
        ([" ".join(SENTENCES), *SENTENCES], [False, True] + 39 * [False], {0}),
    ],
)
def test_what_is_set_apart_may_be_pulled_from_the_text(texts, apart, again):
    assert repetitions(texts, apart) == again


def test_repetitions_are_found_in_good_time():
    start = time.process_time()
    repetitions(["word " * 2000] * 50 + [f"{at} " * 1000 for at in range(300)])
    assert time.process_time() - start < 3
