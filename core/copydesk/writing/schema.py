"""The JSON Schema, made from the classes that write the JSON."""

from typing import Any

import msgspec

from copydesk.article import Article, Failure


def json_schema() -> dict[str, Any]:
    """A JSON Schema (2020-12) of a record that `extract` writes: an article or a failure."""
    records, definitions = msgspec.json.schema_components(
        [Article, Failure], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "copydesk record",
        "oneOf": list(records),
        "$defs": definitions,
    }
