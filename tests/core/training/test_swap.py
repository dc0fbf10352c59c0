"""These need `copydesk[train]`, and are left out without it."""

import random

import numpy as np
import pytest

pytest.importorskip("torch")

from copydesk.language.tagset import NAME_LABELS, SCORES
from copydesk.training.examples import Lesson, examples_of
from copydesk.training.swap import mentions, swapped
from copydesk.training.texts import AnnotatedText

STORY = (
    "Greta Halvorsen of Nordbank spoke in Oslo. Halvorsen left Nordbank.",
    ["Greta Halvorsen/PER", "Nordbank/ORG", "Oslo/LOC", "Halvorsen/PER", "Nordbank/ORG"],
)
OTHER = (
    "Tomas Lindqvist left the Harbour Credit Union for Bergen. Lindqvist is from New Haven.",
    ["Tomas Lindqvist/PER", "Harbour Credit Union/ORG", "Bergen/LOC", "Lindqvist/PER",
     "New Haven/LOC"],
)  # fmt: skip


def read(story):
    """The story's one window, with its names as tags and as the teacher's best tags."""
    text, marked = story
    names, at = [], 0
    for mark in marked:
        name, label = mark.split("/")
        at = text.index(name, at)
        names.append((at, at + len(name), label))
        at += len(name)
    (example,) = examples_of(AnnotatedText(text, names=tuple(names)))
    scores = np.zeros((len(example.words), SCORES), np.float16)
    scores[np.arange(len(scores)), example.tags[:, 0]] = 9
    return example._replace(lesson=Lesson(scores, np.empty(0)))


@pytest.fixture(scope="module")
def windows():
    return [read(STORY), read(OTHER)]


def test_names_are_where_the_teacher_sees_them(windows):
    labels = [NAME_LABELS[m.label] for m in mentions(windows[1])]
    assert labels == ["PER", "ORG", "LOC", "PER", "LOC"]
    assert [m.end - m.start for m in mentions(windows[1])] == [2, 3, 1, 1, 2]


def test_a_surname_alone_goes_on_to_be_that_of_the_full_name(windows):
    found = [new for seed in range(8) for new in swapped(windows, random.Random(seed))]
    assert found
    for example in found:
        tags = example.tags[:, 0].tolist()
        person = tags.index(1)
        again = tags.index(1, person + 1)
        assert tags[person + 1] == 2
        assert example.words[person + 1] == example.words[again]


def test_words_around_names_stay_and_tags_stay_with_their_names(windows):
    outside = [[w for w, t in zip(e.words, e.tags[:, 0], strict=True) if t == 0] for e in windows]
    for seed in range(8):
        for example in swapped(windows, random.Random(seed)):
            tags = example.tags[:, 0]
            assert [w for w, t in zip(example.words, tags, strict=True) if t == 0] in outside
            begins = [NAME_LABELS[t // 2] for t in tags if t % 2]
            assert begins in (["PER", "ORG", "LOC", "PER", "ORG"],
                              ["PER", "ORG", "LOC", "PER", "LOC"])  # fmt: skip
            assert example.lesson is None


def test_the_tags_of_a_name_go_on_over_a_longer_one():
    long = read(
        ("The Harbour Credit Union of Bergen paid.", ["Harbour Credit Union of Bergen/ORG"])
    )
    short = read(("Then North Sea Salmon Board paid.", ["North Sea Salmon Board/ORG"]))
    found = [new for seed in range(30) for new in swapped([long, short], random.Random(seed))]
    tags = {tuple(e.tags[:, 0].tolist()) for e in found}
    assert tags == {(0, 3, 4, 4, 4, 0, 0), (0, 3, 4, 4, 4, 4, 0, 0)}
