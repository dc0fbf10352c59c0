"""Articles out: JSON, JSON Lines, Markdown, HTML, and the JSON Schema."""

from copydesk.writing.html import html
from copydesk.writing.json import json_line, json_object
from copydesk.writing.markdown import markdown
from copydesk.writing.schema import json_schema

__all__ = ["html", "json_line", "json_object", "json_schema", "markdown"]
