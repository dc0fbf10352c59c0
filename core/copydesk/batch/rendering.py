"""Articles as bytes, in the form that a run writes."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from copydesk.article import Article
from copydesk.batch.outcome import Form, Rendered
from copydesk.writing import html, json_line, json_object, markdown

_RENDER: dict[Form, Callable[[Article], bytes]] = {
    "record": msgspec.msgpack.encode,
    "json": json_object,
    "jsonl": json_line,
    "md": lambda article: markdown(article).encode("utf-8", "replace"),
    "html": lambda article: html(article).encode("utf-8", "replace"),
}
_decoded = msgspec.msgpack.Decoder(Article).decode


def render(article: Article, form: Form) -> bytes:
    """The article in that form."""
    return _RENDER[form](article)


def marked_duplicate(article: Rendered, form: Form, first: str) -> Rendered:
    """The same with the id of the article that it repeats."""
    record = replace(_decoded(article.record), duplicate_of=first)
    return replace(article, data=render(record, form))
