import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import tokenise

TEXTS = {
    "two": "It rained. | The game went on.",
    "a title": "She met Mr. Ode and Gen. Brok. | They spoke.",
    "initials": "J.K. Hull and Ana B. Ruiz won. | He lost.",
    "a country before a name": "The U.S. Senate sat. | It was late in the U.S. | The vote failed.",
    "a company": "Acme Inc. Chairman Bo Lim resigned from Acme Inc. | He gave no reason.",
    "a time of day": "It began at 9 p.m. Monday. | It ended at 11 p.m. | Then all left.",
    "a month before a day": "On Sept. 4 it closed. | It opened in Sept. | Nobody came.",
    "a number": "He is No. 1 again.",
    "a quote that ends a sentence": "“We won.” | She smiled.",
    "a quote that goes on": "“Did we win?” she asked. | “No!” he said.",
    "a lower-case follower": "It was … well, odd. | Really?! | Yes.",
    "an ellipsis at the end": "He waited… | Nothing came.",
    "a bracket": "(It was cold.) | Then it snowed.",
    "a dateline": "OSLO, Norway (XY) — A ferry sank. | All were saved.",
    "a decimal": "It rose 1.5 percent. | 3.2 was the peak.",
    "Spanish": "El Sr. Pino habló. | ¿Cuándo? | ¡Nunca!",
    "Chinese": "下雨了。|比赛继续。|他说：“好。”|她走了。",
    "Hindi": "बारिश हुई। | खेल चला।",
    "a list mark": "It closed. | - Nobody came.",
}


@pytest.mark.parametrize("marked", TEXTS.values(), ids=TEXTS)
def test_sentences(marked):
    text = marked.replace(" | ", " ").replace("|", "")
    expected = [s.strip() for s in marked.split("|")]
    assert [text[start:end] for start, end in sentence_spans(text, tokenise(text))] == expected


def test_no_sentence_crosses_a_line():
    text = "A headline\n\n  By Ann Lee \r\nIt rained"
    found = [text[start:end] for start, end in sentence_spans(text, tokenise(text))]
    assert found == ["A headline", "By Ann Lee", "It rained"]


@given(st.text(alphabet="aA1.!?…”\"' \n。"))
def test_every_token_is_in_one_sentence(text):
    tokens = tokenise(text)
    sentences = sentence_spans(text, tokens)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    for token in tokens:
        around = [s for s in sentences if s.start <= token.start and token.end <= s.end]
        assert len(around) == 1


@pytest.mark.parametrize("unit", [".", '."', ". ", ".” ", "A. ", " ", "\n", "。", "St. ", "(.) "])
def test_hostile_text_is_cut_in_time(unit):
    text = unit * (300_000 // len(unit))
    begun = time.process_time()
    sentence_spans(text, ())
    assert time.process_time() - begun < 3
