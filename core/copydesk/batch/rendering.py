"""Articles as bytes, in the form that a run writes."""

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from copydesk.article import Article
from copydesk.batch.minhash import signature
from copydesk.batch.outcome import Form, Rendered, WorkerSettings
from copydesk.writing import html, json_line, json_object, markdown

_RENDER: dict[Form, Callable[[Article], bytes]] = {
    "record": msgspec.msgpack.encode,
    "json": json_object,
    "jsonl": json_line,
    "md": lambda article: markdown(article).encode("utf-8", "replace"),
    "html": lambda article: html(article).encode("utf-8", "replace"),
}
_decoded = msgspec.msgpack.Decoder(Article).decode


def rendered(article: Article, settings: WorkerSettings) -> Rendered:
    """The article as bytes, with what the run needs to know of it."""
    return Rendered(
        id=article.id,
        data=_RENDER[settings.form](article),
        words=len(article.text.split()),
        signature=signature(article.text) if settings.signed else b"",
        record=msgspec.msgpack.encode(article) if settings.signed else b"",
    )


def marked_duplicate(article: Rendered, form: Form, first: str) -> Rendered:
    """The same with the id of the article that it repeats."""
    record = replace(_decoded(article.record), duplicate_of=first)
    return replace(article, data=_RENDER[form](record))
