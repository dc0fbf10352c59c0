"""What captions and headlines leave in a dump's lines."""

import numpy as np

from copydesk.cleaning.text.traces import pictured, titled, twins

CAPTION = "Mayor Ada Brandt (left) opens the new pier in Orrin on August 5, 2015. Photo: Ivo Kessel"


def bags_of(texts: list[str]) -> list[frozenset[str]]:
    return [frozenset(text.lower().split()) for text in texts]


def test_captions_give_themselves_away() -> None:
    texts = ["The pier was shut on Friday.", CAPTION, "More on …", "Ada Brandt, pictured. (dpa)"]
    found = pictured(texts, bags_of(texts), np.array([False, True, False, False]))
    assert found["whole_date"].tolist() == [0, 1, 0, 0]
    assert found["picture"].tolist() == [0, 1, 0, 0]
    assert found["credit"].tolist() == [0, 2, 0, 1]
    assert found["cut_short"].tolist() == [0, 0, 1, 0]
    assert found["credit+1"][:3].tolist() == [2, 0, 1]


def test_a_word_of_pictures_counts() -> None:
    texts = ["The harbour of Orrin, pictured in May"]
    assert pictured(texts, bags_of(texts), np.array([False]))["picture"].tolist() == [1]


def test_lines_that_open_or_end_alike_are_twins() -> None:
    found = twins([CAPTION, f"© REUTERS / Ivo Kessel{CAPTION}", f"{CAPTION} - Orrin News", "Menu"])
    assert found["head_twins"].tolist() == [2, 1, 2, 0]
    assert found["tail_twins"].tolist() == [2, 2, 1, 0]


def test_the_headline_is_the_line_above_whose_words_the_article_has() -> None:
    texts = [
        "sport weather traffic",
        "orrin closes the pier",
        "ada brandt",
        "the pier of orrin closes in may for repairs",
        "the weather was fine",
    ]
    words = np.array([float(len(text.split())) for text in texts])
    found = titled(bags_of(texts), words, np.array([0, 0, 0, 9.0, 0]), (3, 4))
    assert found["past_title"].tolist() == [-1, 0, 1, 2, 3]
    assert found["title_words"].tolist() == [0, 1, 0, 1, 0.25]
    assert found["of_title"].tolist() == [0, 1, 0, 4 / 9, 0.25]


def test_without_a_headline_nothing_is_shared() -> None:
    found = titled([frozenset({"menu"})], np.array([1.0]), np.array([0.0]), (0, 0))
    assert found["past_title"].tolist() == [99]
    assert found["title_words"].tolist() == [0]
