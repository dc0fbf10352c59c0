"""Raw article dumps in, clean articles out, with the entities, the quotes and the dates.

>>> import copydesk
>>> article = copydesk.extract(open("samples/dumps/agency.txt", "rb").read())  # doctest: +SKIP
>>> article.title  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

from copydesk._lazy import lazy_names
from copydesk._version import __version__

if TYPE_CHECKING:
    from copydesk.article import (
        Article,
        Date,
        Entity,
        Failure,
        Mention,
        Quote,
        Span,
        Speaker,
    )
    from copydesk.errors import (
        CopydeskError,
        ExtractionError,
        MissingExtraError,
        NotAnArticleError,
        ReadError,
        WriteError,
    )
    from copydesk.extractor import Extractor, extract
    from copydesk.options import Options, Part
    from copydesk.reading import RawDocument
    from copydesk.writing import json_schema, markdown

# Where each public name lives: loaded when first asked for, so that `import copydesk` is quick.
_HOMES = {
    "copydesk.article": (
        "Article",
        "Date",
        "Entity",
        "Failure",
        "Mention",
        "Quote",
        "Span",
        "Speaker",
    ),
    "copydesk.errors": (
        "CopydeskError",
        "ExtractionError",
        "MissingExtraError",
        "NotAnArticleError",
        "ReadError",
        "WriteError",
    ),
    "copydesk.extractor": ("Extractor", "extract"),
    "copydesk.options": ("Options", "Part"),
    "copydesk.reading": ("RawDocument",),
    "copydesk.writing": ("json_schema", "markdown"),
}

__all__ = [
    "Article",
    "CopydeskError",
    "Date",
    "Entity",
    "ExtractionError",
    "Extractor",
    "Failure",
    "Mention",
    "MissingExtraError",
    "NotAnArticleError",
    "Options",
    "Part",
    "Quote",
    "RawDocument",
    "ReadError",
    "Span",
    "Speaker",
    "WriteError",
    "__version__",
    "extract",
    "json_schema",
    "markdown",
]


__getattr__ = lazy_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
