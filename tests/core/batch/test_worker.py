"""What a worker makes of one document."""

import msgspec
import pytest

from copydesk.article import Article, Source
from copydesk.batch.outcome import Form, WorkerSettings
from copydesk.batch.worker import outcome_of
from copydesk.extractor import Extractor
from copydesk.options import Options, Part
from copydesk.reading import raw_document
from copydesk.writing import html, json_line, json_object, markdown

OPTIONS = Options(only=frozenset({Part.DATES}))
RAIN = raw_document("Rain fell in Oslo on 4 March 2020.", id="rain.txt")


@pytest.mark.parametrize(
    ("form", "write"),
    [
        ("json", json_object),
        ("jsonl", json_line),
        ("md", lambda article: markdown(article).encode()),
        ("html", lambda article: html(article).encode()),
        ("record", msgspec.msgpack.encode),
    ],
)
def test_articles_come_in_the_form_that_is_wanted(form: Form, write):
    (article,) = Extractor(OPTIONS).extract(RAIN)
    outcome = outcome_of(RAIN, Extractor(OPTIONS), WorkerSettings(options=OPTIONS, form=form))
    (rendered,) = outcome.articles
    assert (rendered.id, rendered.data, rendered.words) == ("rain.txt", write(article), 8)
    assert {"cleaning", "dates"} <= outcome.stages.keys()


def test_a_document_that_cannot_be_cleaned_is_a_failure():
    outcome = outcome_of(raw_document(" "), Extractor(OPTIONS), WorkerSettings(options=OPTIONS))
    assert outcome.failure
    assert (outcome.articles, outcome.failure.error.stage) == ((), "cleaning")


def test_an_article_that_cannot_be_written_is_a_failure_too():
    class Surrogate(Extractor):
        def extract(self, raw):
            source = Source(format="text", bytes=1, encoding="utf-8", sha256="0")
            return (Article(id=raw.id, source=source, text="\ud800"),)

    outcome = outcome_of(RAIN, Surrogate(OPTIONS), WorkerSettings(options=OPTIONS, form="json"))
    assert outcome.failure
    assert (outcome.failure.id, outcome.failure.error.stage) == ("rain.txt", "writing")
