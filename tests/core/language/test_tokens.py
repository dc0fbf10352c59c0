import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.tokens import tokenise

TEXTS = {
    "a title keeps its full stop": ("Mr. Tan left.", ["Mr.", "Tan", "left", "."]),
    "initials are one word": ("the U.S. at 9 a.m.", ["the", "U.S.", "at", "9", "a.m."]),
    "a hyphen stands alone": ("US-led", ["US", "-", "led"]),
    "a slash stands alone": ("Ipsos/MORI", ["Ipsos", "/", "MORI"]),
    "an ampersand joins": ("AT&T", ["AT&T"]),
    "a domain is one word": ("see bbc.co.uk now", ["see", "bbc.co.uk", "now"]),
    "a missing space after a stop": ("ended.Then", ["ended", ".", "Then"]),
    "a possessive is cut off": ("Ann’s and Bo's", ["Ann", "’s", "and", "Bo", "'s"]),
    "numbers keep their marks": ("1,000.5 at 10:30", ["1,000.5", "at", "10:30"]),
    "letters after figures": ("3M's 20th", ["3M", "'s", "20th"]),
    "Chinese goes by characters": ("他说。", ["他", "说", "。"]),
    "Hindi keeps its vowel signs": ("हिन्दी में", ["हिन्दी", "में"]),
    "an accent written apart": ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    "a lone symbol": ("5 € \u200b", ["5", "€", "\u200b"]),
}


@pytest.mark.parametrize(("text", "words"), TEXTS.values(), ids=TEXTS)
def test_words(text, words):
    assert [text[start:end] for start, end in tokenise(text)] == words


@given(st.text())
def test_tokens_leave_out_white_space_only(text):
    at = 0
    for start, end in tokenise(text):
        assert not text[at:start].strip()
        assert start < end
        assert not any(c.isspace() for c in text[start:end])
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "unit", ["1,", "a.", '."', ".", '"', " ", "a", "9", ". ", "\n", "A. ", "'", "a&", "a.b"]
)
def test_hostile_text_is_read_in_time(unit):
    text = unit * (300_000 // len(unit)) + "x"
    begun = time.process_time()
    tokenise(text)
    assert time.process_time() - begun < 3
