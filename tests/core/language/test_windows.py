from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import tokenise
from copydesk.language.windows import WINDOW_PIECES, windows


def cut(text, size=1):
    tokens = tokenise(text)
    sizes = [size] * len(tokens)
    return tokens, list(windows(text, tokens, sentence_spans(text, tokens), sizes))


def test_a_short_text_is_one_window():
    tokens, found = cut("It rained.\n\nThe game went on.")
    assert found == [(0, 0, len(tokens))]


def test_no_text_has_no_window():
    assert cut("")[1] == []


def test_windows_end_with_sentences_and_open_with_the_one_before():
    text = "The rain fell on. " * 99
    tokens, found = cut(text)
    assert len(found) == 2
    assert found[1].start == found[0].end == 250
    assert found[1].begin == 245
    assert found[-1].end == len(tokens)


def test_a_full_window_ends_with_its_paragraph():
    text = ("The rain fell on. " * 40 + "\n\n") * 2
    assert [w.end for w in cut(text)[1]] == [200, 400]


@given(
    st.lists(st.integers(1, 400), max_size=12), st.integers(1, 16), st.sampled_from([" ", "\n\n"])
)
def test_windows_cover_every_token_once_and_none_is_too_long(lengths, size, joint):
    text = joint.join("word " * n + "end." for n in lengths)
    tokens, found = cut(text, size)
    at = 0
    for begin, start, end in found:
        assert start == at
        assert begin <= start < end
        assert (end - begin) * size <= WINDOW_PIECES
        at = end
    assert at == len(tokens)


def test_no_window_reaches_over_a_sentence_that_is_left_out():
    text = "The rain fell on. " * 9
    tokens = tokenise(text)
    sentences = sentence_spans(text, tokens)
    kept = [*sentences[1:3], *sentences[5:]]
    found = list(windows(text, tokens, kept, [1] * len(tokens)))
    assert found == [(5, 5, 15), (25, 25, 45)]
