import numpy as np
import pytest

from copydesk.language.consistency import settle
from copydesk.language.pieces import Word
from copydesk.language.tagset import HEADS, SCORES

O, B_PER, I_PER, B_ORG, I_ORG, B_LOC, I_LOC, B_MISC, I_MISC = range(9)  # noqa: E741
CAPITAL, LOWER, UPPER, LETTER = 4, 1, 2, 3


def scored(*tags):
    """Scores in which each word's tag, or each of several tags, has 5 and all others nothing."""
    scores = np.zeros((len(tags), SCORES), dtype=np.float32)
    for row, tag in zip(scores, tags, strict=True):
        row[tag] = 5.0
    return scores


def words(*shapes, ids=(7,)):
    return [Word(ids, shape) for shape in shapes]


def settle_apart(scores, words, read=None):
    """Settle the words as they are with one of lower case behind each."""
    wide = np.zeros((2 * len(scores), SCORES), dtype=np.float32)
    wide[::2] = scores
    spaced = [word for each in words for word in (each, Word((9,), LOWER))]
    places = range(len(words)) if read is None else read
    settle(wide, spaced, [2 * place for place in places])
    scores[:] = wide[::2]


def best(scores):
    return scores[:, HEADS[0].low : HEADS[0].high].argmax(1).tolist()


def test_an_unsure_occurrence_follows_the_sure_ones():
    scores = scored(B_ORG, B_ORG, [B_ORG, B_LOC])
    scores[2, B_LOC] += 0.5
    assert best(scores) == [B_ORG, B_ORG, B_LOC]
    settle_apart(scores, words(CAPITAL, CAPITAL, CAPITAL))
    assert best(scores) == [B_ORG, B_ORG, B_ORG]


def test_letter_case_of_a_headline_does_not_part_a_word_from_itself():
    scores = scored([O, B_LOC], B_LOC, B_LOC)
    settle_apart(scores, words(UPPER, CAPITAL, CAPITAL))
    assert best(scores) == [B_LOC, B_LOC, B_LOC]


def test_a_surname_keeps_its_place_in_the_full_name():
    scores = scored(I_PER, B_PER, [O, B_PER])
    settle_apart(scores, words(CAPITAL, CAPITAL, CAPITAL))
    assert best(scores) == [I_PER, B_PER, B_PER]


def test_a_place_is_not_the_paper_that_is_named_after_it():
    washington, post = Word((7,), CAPITAL), Word((8,), CAPITAL)
    scores = scored(B_ORG, I_ORG, O, B_ORG, I_ORG, O, [B_ORG, B_LOC])
    scores[6, B_LOC] += 0.5
    settle(scores, [washington, post, Word((9,), LOWER)] * 2 + [washington], range(7))
    assert best(scores) == [B_ORG, I_ORG, O, B_ORG, I_ORG, O, B_LOC]


def test_misc_gives_way_where_it_has_no_lead():
    scores = scored([B_ORG, B_MISC], [B_ORG, B_MISC])
    settle_apart(scores, words(CAPITAL, CAPITAL))
    assert (scores[:, B_ORG] > scores[:, B_MISC]).all()


@pytest.mark.parametrize(
    ("shapes", "read"),
    [
        ((CAPITAL, LOWER), (0, 1)),  # not the same kind of word
        ((LETTER, LETTER), (0, 1)),  # initials are anybody's
        ((CAPITAL, CAPITAL), (0,)),  # the other is in a sentence that is not read
    ],
)
def test_other_words_stay_as_they_are(shapes, read):
    scores = scored(B_ORG, B_LOC)
    settle_apart(scores, words(*shapes), read)
    assert np.array_equal(scores, scored(B_ORG, B_LOC))


def test_different_words_and_attributions_stay_as_they_are():
    scores = scored(B_ORG, B_LOC, HEADS[1].low + 1)
    before = scores.copy()
    settle_apart(scores, [Word((1,), CAPITAL), Word((2,), CAPITAL), Word((1,), CAPITAL)])
    assert np.array_equal(scores[1], before[1])
    assert np.array_equal(scores[:, HEADS[1].low :], before[:, HEADS[1].low :])


def test_nothing_is_nothing():
    settle(np.zeros((0, SCORES), dtype=np.float32), [], [])
