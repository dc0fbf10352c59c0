"""What is known of the lines of a dump, and which are chosen by it."""

import numpy as np
import pytest

from copydesk.cleaning.languages import stopwords
from copydesk.cleaning.text import model
from copydesk.cleaning.text.features import facts_of
from copydesk.cleaning.text.lines import lines_of
from copydesk.cleaning.text.model import body_lines, likeliest
from copydesk.cleaning.text.tables import Lexicon
from copydesk.cleaning.text.vicinity import NOWHERE, best_run, distances, shared, shifted, sums


def test_neighbours_values_are_shifted() -> None:
    values = np.array([1.0, 2.0, 3.0])
    assert shifted(values, 1).tolist() == [2, 3, NOWHERE]
    assert shifted(values, -2).tolist() == [NOWHERE, NOWHERE, 1]


def test_sums_leave_the_line_itself_out() -> None:
    before, after = sums(np.array([1.0, 2.0, 4.0, 8.0]), 2)
    assert before.tolist() == [0, 1, 3, 6]
    assert after.tolist() == [6, 12, 8, 0]


def test_distances_to_marked_lines() -> None:
    back, ahead = distances(np.array([False, True, False, True]))
    assert back.tolist() == [NOWHERE, NOWHERE, 1, 2]
    assert ahead.tolist() == [1, 2, 1, NOWHERE]


def test_best_run_bridges_a_small_gap() -> None:
    assert best_run(np.array([-9.0, 20.0, -9.0, 30.0, -9.0, -9.0, 12.0])) == (1, 4)


def test_shared_words_are_those_of_other_lines() -> None:
    bags = [frozenset({"tower", "clock"}), frozenset({"tower"}), frozenset({"menu"})]
    assert shared(bags, np.array([True, True, False])).tolist() == [0.5, 1, 0]


def test_sure_lines_are_taken_and_doubtful_ones_left() -> None:
    scores, words = np.array([-4.0, 3.0, 3.0, -2.0, -4.0]), np.array([2.0, 40.0, 50.0, 9.0, 3.0])
    assert likeliest(scores, words).tolist() == [False, True, True, False, False]


def test_where_all_is_doubtful_the_likeliest_lines_are_taken() -> None:
    scores, words = np.array([-6.0, -1.0, -0.8, -6.0]), np.array([4.0, 40.0, 50.0, 4.0])
    assert likeliest(scores, words).tolist() == [False, True, True, False]


def test_a_line_of_even_chance_is_taken_beside_sure_ones() -> None:
    # at their face value the log-odds would leave it
    assert likeliest(np.array([3.0, 3.0, -0.35]), np.full(3, 20.0)).all()


def test_lines_much_less_likely_than_the_best_are_left() -> None:
    scores, words = np.array([-2.0, *[-6.0] * 40]), np.full(41, 10.0)
    assert likeliest(scores, words).tolist() == [True, *[False] * 40]


def test_every_feature_is_a_number_a_line() -> None:
    lines = lines_of("Menu\n\nThe old pier will be repaired by May, the council said.\nShare\n")
    columns = facts_of(lines, stopwords("en"), Lexicon({"menu": 1.5}, {})).columns
    assert all(column.shape == (3,) and np.isfinite(column).all() for column in columns.values())
    assert columns["telling"].tolist() == [1.5, 0, 0]
    assert columns["prose-1"].tolist() == [NOWHERE, 0, columns["prose"][1]]


def test_a_phrase_of_furniture_is_no_body(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "log_odds_of", lambda facts: np.full(len(facts.words), 3.0))
    lines = lines_of("The old pier will be repaired by May.\nShare this\nIt opens in June.\n")
    assert body_lines(facts_of(lines, stopwords("en"), Lexicon({}, {}))).tolist() == [
        True,
        False,
        True,
    ]


def test_an_end_worded_like_an_article_belongs_to_a_short_body(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scores = np.array([3.0, -5.0, -1.2, -1.2, -1.2])
    monkeypatch.setattr(model, "log_odds_of", lambda facts: scores)
    lines = lines_of(
        "The old pier will be repaired by May, the council of Orrin said.\nRead also\n"
        "It has been shut since the great storm of March, said Moss.\n"
        "Ivo Kessel, who said nothing, Ada Moss and Jon Rehm helped.\n"
        "Every Sunday we send all of our news to you.\n"
    )
    lexicon = Lexicon({}, {"said": 9.0, "news": -9.0})
    body = body_lines(facts_of(lines, stopwords("en"), lexicon))
    assert body.tolist() == [True, False, True, False, False]


def _with_sure_lines(monkeypatch: pytest.MonkeyPatch, text: str, **scores: float) -> list[bool]:
    """Which lines of a dump are body where those that hold a word have another score than 3."""
    lines = lines_of(text)
    found = np.array(
        [next((s for w, s in scores.items() if w in line.text), 3.0) for line in lines]
    )
    monkeypatch.setattr(model, "log_odds_of", lambda facts: found)
    return body_lines(facts_of(lines, stopwords("en"), Lexicon({}, {}))).tolist()


def test_a_button_below_each_picture_is_no_heading_of_comments(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    story = "The old pier will be repaired by May, the council of Orrin said. " * 15
    below = "It opens in June, said Ada Moss, who leads the council.\n"
    once = _with_sure_lines(monkeypatch, f"{story}\nReport\n{below}", Report=-5.0)
    assert once == [True, False, False]
    buttons = "Report\n" * 3
    often = _with_sure_lines(monkeypatch, f"{story}\n{buttons}{below}", Report=-5.0)
    assert often == [True, False, False, False, True]


@pytest.mark.parametrize("heading", ["34 responses to the plan", "2 thoughts on the old pier"])
def test_a_long_thread_below_a_counted_heading_is_no_body(
    monkeypatch: pytest.MonkeyPatch, heading: str
) -> None:
    story = "The old pier will be repaired by May, the council of Orrin said. " * 5
    remarks = "I never liked the old pier of Orrin, and nobody whom I know did. " * 40
    found = _with_sure_lines(monkeypatch, f"{story}\n{heading}\n{remarks}")
    assert found == [True, False, False]
