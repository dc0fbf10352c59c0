import gzip
import json
import random

import pytest

from copydesk.training.texts import Source, conll_documents, quotation_texts, running_text

CONLL = """-DOCSTART-\tO

Sale\tO
of\tO
Nordbank\tB-ORG

Ann\tB-PER
O\tI-PER
’\tI-PER
Dea\tI-PER
,\tO
Oslo\tB-LOC
-\tO
based\tO
,\tO
paid\tO
1\tO
,\tO
000\tO
.\tO

It\tO
’\tO
s\tO
over\tO
.\tO

-DOCSTART-\tO

The\tO
end\tO
"""


@pytest.fixture
def conll(tmp_path):
    path = tmp_path / "news.conll.gz"
    path.write_bytes(gzip.compress(CONLL.encode()))
    return path


def test_words_are_joined_as_a_newspaper_would(conll):
    first, second = (running_text(d) for d in conll_documents(conll))
    assert first.text == "Sale of Nordbank\nAnn O’ Dea, Oslo-based, paid 1,000. It’s over."
    named = {(first.text[start:end], label) for start, end, label in first.names}
    assert named == {("Nordbank", "ORG"), ("Ann O’ Dea", "PER"), ("Oslo", "LOC")}
    assert (second.text, second.names, second.attributions) == ("The end", (), None)


def test_without_document_marks_each_sentence_is_one(tmp_path):
    path = tmp_path / "sentences.conll"
    path.write_text("It\tO\nrained\tO\n\nIt\tO\nsnowed\tO\n", encoding="utf-8")
    assert [running_text(d).text for d in conll_documents(path)] == ["It rained", "It snowed"]


def test_quotations_give_contents_sources_and_cues(tmp_path):
    path = tmp_path / "quotes.jsonl"
    quote = {
        "start": 0,
        "end": 4,
        "speaker": {"start": 6, "end": 9},
        "cue": {"start": 10, "end": 14},
    }
    silent = {"start": 0, "end": 4, "speaker": None, "cue": None}
    record = {"text": "“No,” Ann said.", "quotes": [quote, silent]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (text,) = quotation_texts(path)
    assert text.names is None
    assert text.attributions == ((0, 4, "content"), (6, 9, "source"), (10, 14, "cue"))


def test_a_weight_says_how_often_a_file_is_read(conll):
    twice = list(Source(f"{conll}=2", "names").texts(random.Random(1)))
    never = list(Source(f"{conll}=0", "names").texts(random.Random(1)))
    assert " ".join(t.text for t in twice).count("Nordbank") == 2
    assert never == []
    assert all(not t.misc for t in Source(str(conll), "no-misc").texts(random.Random(1)))


def test_untagged_text_keeps_its_words_and_says_nothing_of_names(tmp_path):
    path = tmp_path / "plain.conll"
    path.write_text(CONLL)
    dice = random.Random(1)
    tagged, untagged = (
        [t for t in Source(str(path), kind).texts(dice)] for kind in ("names", "untagged")
    )
    assert "".join(t.text for t in untagged).split() == "".join(t.text for t in tagged).split()
    assert all(t.names is None for t in untagged)
    assert all(t.names is not None for t in tagged)


def test_texts_without_tags_are_read_as_often_as_they_are_to_be(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"text": "Ann Dea spoke."}) + "\n", encoding="utf-8")
    texts = list(Source(f"{path}=2", "texts").texts(random.Random(1)))
    assert [(t.text, t.names, t.attributions) for t in texts] == [
        ("Ann Dea spoke.", None, None)
    ] * 2
