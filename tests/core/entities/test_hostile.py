"""Whatever the text and the tags are, the stage ends soon and its spans slice true."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import Article, Source
from copydesk.entities import find_entities
from copydesk.language import Analysis, TaggedSpan
from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import tokenise

LABELS = ("PER", "ORG", "LOC", "MISC", "OTHER")
TEXT = st.text(alphabet="AaBb.' ’()-&,\n@İßﬁ\u0301的1", max_size=60)


def entities_of(text, spans):
    tokens = tokenise(text)
    analysis = Analysis(text, tokens, sentence_spans(text, tokens), tuple(spans))
    source = Source(format="text", bytes=0, encoding="utf-8", sha256="")
    return find_entities(Article(id="a", source=source, text=text, title=text[:20]), analysis)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_tags_over_any_text(data):
    text = data.draw(TEXT)
    spans = []
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        spans.append(TaggedSpan(start, end, data.draw(st.sampled_from(LABELS)), 0.9))
    entities = entities_of(text, spans)
    mentions = [m for e in entities for m in e.mentions]
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all("\n" not in m.text and m.text == m.text.strip() for m in mentions)
    places = sorted((m.start, m.end) for m in mentions)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert [e.id for e in entities] == [f"e{i}" for i in range(1, len(entities) + 1)]
    assert all(e.name and e.name not in e.aliases for e in entities)
    firsts = [e.mentions[0].start for e in entities]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    "piece",
    ["A. ", "Mr. ", "A and ", "((( ", "al-", "Jr. ", "'s ", "President of ", "A B C D E ", "U.S. "],
)
def test_a_long_run_of_one_piece_ends_soon(piece):
    text = piece * (20_000 // len(piece))
    spans = [TaggedSpan(m, m + 1, "PER", 0.9) for m in range(0, len(text), 3) if text[m] != " "]
    start = time.process_time()
    entities_of(text, spans)
    assert time.process_time() - start < 4


def test_a_name_as_long_as_the_text_ends_soon():
    text = "Ab " * 10_000
    start = time.process_time()
    entities_of(text, [TaggedSpan(0, len(text), "PER", 0.9)])
    assert time.process_time() - start < 3
