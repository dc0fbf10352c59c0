"""The samples, and what they come out as."""

import itertools
import json

import jsonschema
import pytest
from expected import DUMPS, ROOT, outputs_of, records_of, sample_files

from copydesk import Article
from copydesk.writing import json_line, json_schema

NAMES = [path.name for path in sample_files()]


@pytest.fixture(scope="module", params=NAMES)
def sample(request: pytest.FixtureRequest):
    path = DUMPS / request.param
    return path, records_of(path)


@pytest.fixture(autouse=True, scope="module")
def at_the_root():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


def test_a_sample_comes_out_as_expected(sample):
    for path, content in outputs_of(*sample):
        assert content.decode() == path.read_text(encoding="utf-8")


def test_every_record_fits_the_schema(sample):
    for record in sample[1]:
        jsonschema.validate(json.loads(json_line(record)), json_schema())


def test_every_span_is_the_text_it_claims(sample):
    for article in sample[1]:
        assert isinstance(article, Article)
        for claim in claims(article):
            assert article.text[claim.start : claim.end] == claim.text
        for quote in article.quotes:
            assert quote.text == " ".join(article.text[s.start : s.end] for s in quote.spans)


def claims(article: Article):
    for entity in article.entities:
        yield from entity.mentions
        if entity.role:
            yield entity.role
    for quote in article.quotes:
        yield from filter(None, (quote.speaker, quote.cue))
    yield from article.dates


def test_blocks_tile_the_text(sample):
    for article in sample[1]:
        at = 0
        for block in article.blocks:
            assert not article.text[at : block.start].strip()
            assert article.text[block.start : block.end].strip()
            at = block.end
        assert not article.text[at:].strip()


def test_quotes_share_no_characters(sample):
    for article in sample[1]:
        spans = sorted((s.start, s.end) for q in article.quotes for s in q.spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_speakers_point_at_entities_of_the_article(sample):
    for article in sample[1]:
        known = {entity.id for entity in article.entities}
        assert {q.speaker.entity for q in article.quotes if q.speaker} <= known | {None}
