"""JSON out, and its schema."""

import json

import jsonschema

import copydesk
from copydesk.article import ErrorInfo, Failure
from copydesk.writing import json_line, json_object, json_schema

KEYS = [
    "schema",
    "id",
    "source",
    "url",
    "title",
    "summary",
    "authors",
    "publisher",
    "section",
    "keywords",
    "dateline",
    "published",
    "modified",
    "language",
    "text",
    "blocks",
    "captions",
    "related",
    "entities",
    "quotes",
    "dates",
    "warnings",
]


def test_keys_stand_in_the_order_of_the_data_model():
    article = copydesk.extract("A short note.")
    assert list(json.loads(json_line(article))) == KEYS


def test_a_line_and_an_object_hold_the_same():
    article = copydesk.extract("Zoë said “no”.")
    line = json_line(article)
    assert line.count(b"\n") == 1
    assert json.loads(line) == json.loads(json_object(article))
    assert "Zoë".encode() in line


def test_the_schema_is_valid_and_takes_articles_and_failures():
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    failure = Failure(id="x", error=ErrorInfo(stage="reading", type="ReadError", message="m"))
    for record in (copydesk.extract("A short note."), failure):
        jsonschema.validate(json.loads(json_line(record)), schema)


def test_the_schema_refuses_what_is_no_record():
    record = json.loads(json_line(copydesk.extract("A short note.")))
    record["blocks"][0]["kind"] = "banner"
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(record)
