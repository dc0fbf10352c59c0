"""Signatures estimate how much two texts share."""

import random

import pytest

from copydesk.batch.duplicates import likeness
from copydesk.batch.minhash import GRAM, signature


def grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


@pytest.mark.parametrize("changed", [0, 30, 100, 200])
def test_the_estimate_is_near_the_share_of_common_grams(changed: int):
    chance = random.Random(changed)
    errors = []
    for _ in range(40):
        words = [f"w{chance.randrange(10_000)}" for _ in range(300)]
        other = words[changed:] + [f"x{chance.randrange(10_000)}" for _ in range(changed)]
        one, two = grams(words), grams(other)
        estimate = likeness(signature(" ".join(words)), signature(" ".join(other)))
        errors.append(estimate - len(one & two) / len(one | two))
    assert abs(sum(errors) / len(errors)) < 0.03
    assert max(map(abs, errors)) < 0.25


def test_case_and_punctuation_do_not_count():
    assert signature("Rain fell, in OSLO.") == signature("rain fell in Oslo")


def test_short_texts_are_told_apart():
    assert likeness(signature("Rain."), signature("Snow.")) == 0
    assert likeness(signature("Rain."), signature("Rain")) == 1


@pytest.mark.parametrize("text", ["", "  ", "… —"])
def test_a_text_without_words_has_no_signature(text: str):
    assert signature(text) == b""
