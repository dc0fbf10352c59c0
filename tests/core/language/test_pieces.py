import string
from importlib.resources import files

import pytest
from tokenizers import Tokenizer

from copydesk.language.pieces import load_pieces


@pytest.mark.parametrize(
    "word",
    [
        "The",
        "running",
        "Halvorsen",
        "QX7z9",
        "straße",
        "3M",
        "2016",
        "don",
        "’",
        "x" * 120,
        "日",
        "AT&T",
    ],
)
def test_words_come_in_the_pieces_of_the_tokenizer(word):
    path = files("copydesk.language") / "weights" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    expected = tokenizer.encode(word[:100], add_special_tokens=False).ids[:16]
    assert load_pieces().read([word])[0].ids == tuple(expected)


def test_every_plain_letter_and_digit_is_a_piece():
    words = [f"{mark}{c}" for mark in ("", "x9") for c in string.ascii_letters + string.digits]
    assert all(100 not in word.ids for word in load_pieces().read(words))
