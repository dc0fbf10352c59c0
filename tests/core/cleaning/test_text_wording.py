"""What the words of lines say: of a line by itself, and beside the article's."""

import time

import numpy as np
import pytest

from copydesk.cleaning.text.cohesion import cohesion
from copydesk.cleaning.text.wording import averaged, grams_of, worded


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        pytest.param("Log in", {"log", "in", "^ log", "log in", "in $"}, id="pairs with the ends"),
        pytest.param(
            "12 Comments", {"0", "comments", "^ 0", "0 comments", "comments $"}, id="figures"
        ),
        pytest.param("登録", {"登", "録", "^ 登", "登 録", "録 $"}, id="no spaces"),
        pytest.param("©", {"©", "^ ©", "© $"}, id="a mark"),
    ],
)
def test_words_and_pairs_of_a_line(text: str, grams: set[str]) -> None:
    assert grams_of(text) == grams


def test_lines_are_weighed_by_their_words() -> None:
    weights = {"log in": -4.0, "said": 2.0, "said $": 1.0}
    found = worded(["Log in", "she said", "Log in"], weights, np.array([2.0, 2.0, 2.0]))
    assert found["worded"].tolist() == pytest.approx([-4 / 5**0.5, 3 / 5**0.5, -4 / 5**0.5])
    assert found["worded+1"][0] == found["worded"][1]
    assert found["worded_after4"][2] == 0


def test_averages_are_weighted_and_leave_the_line_out() -> None:
    found = averaged("x", np.array([1.0, 5.0, 0.0]), np.array([2.0, 7.0, 1.0]), (2,))
    assert found["x_before2"].tolist() == pytest.approx([0, 2 / 5, 37 / 12])
    assert found["x_after2"].tolist() == pytest.approx([35 / 11, 0, 0])


STORY = "The pier of Orrin is shut, Mayor Brandt said."
OTHER = "The lamp of Skerra is dark, Keeper Kessel said."


def test_lines_about_the_same_people_hold_together() -> None:
    texts = [STORY, "For Brandt it is a bad year in Orrin.", OTHER]
    run = np.array([True, True, False])
    found = cohesion(texts, np.array([9.0, 9.0, 9.0]), np.array([1.0, 1.0, 0.0]), run)
    assert found["named"].tolist() == pytest.approx([2 / 3.5, 2 / 2.5, 0])
    assert found["names"].tolist() == [3, 2, 3]
    assert found["topic_left"].tolist() == pytest.approx([18 / 32, 9 / 23, 0])


def test_a_line_may_open_with_a_short_one_above() -> None:
    texts = ["Ada Moss", "Reporter", "Ada Moss writes about harbours for us.", "Ada Moss has a dog"]
    words = np.array([2.0, 1.0, 7.0, 5.0])
    found = cohesion(texts, words, np.zeros(4), np.zeros(4, dtype=np.bool_))
    assert found["opened"].tolist() == [0, 0, 2, 0]
    assert found["opened+1"].tolist() == [0, 2, 0, 0]


@pytest.mark.parametrize("text", ["a" * 1_000_000, "a " * 500_000, "A, " * 300_000])
def test_hostile_line_takes_linear_time(text: str) -> None:
    began = time.process_time()
    words = np.array([1e5])
    worded([text], {}, words)
    cohesion([text], words, np.zeros(1), np.ones(1, dtype=np.bool_))
    assert time.process_time() - began < 2
