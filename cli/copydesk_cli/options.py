"""Options that several commands share."""

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from copydesk.reading import InputFormat, ReadRules
from copydesk.reading.rules import LARGEST_DOCUMENT
from copydesk.remote import is_url

if TYPE_CHECKING:
    from copydesk.options import Options, Part


RECORD_FIELDS = ("id", "text", "html", "html_b64", "url", "title", "published", "language")


class To(StrEnum):
    """What comes out."""

    JSON = "json"
    JSONL = "jsonl"
    MD = "md"
    HTML = "html"


def checked_date(value: str | None) -> str | None:
    """An ISO 8601 day or moment, as given."""
    if value is None:
        return None
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not an ISO date such as 2015-08-05") from None
    return value


def given_name(value: str) -> str:
    """A name, as given: an empty one is a variable that was not set, and not this folder."""
    if not value:
        raise typer.BadParameter("an empty name: was a variable not set?")
    return value


def given_names(values: list[str] | None) -> list[str] | None:
    """Names, as given."""
    return values and [given_name(value) for value in values]


def local_name(value: str) -> str:
    """A name on this machine, as given."""
    if is_url(given_name(value)):
        raise typer.BadParameter(f"{value!r} is a URL: only batch reads those")
    return value


def local_names(values: list[str] | None) -> list[str] | None:
    """Names on this machine, as given."""
    return values and [local_name(value) for value in values]


def read_rules(
    input_format: InputFormat,
    columns: list[str] | None = None,
    *,
    hidden: bool = False,
    largest: int = LARGEST_DOCUMENT,
) -> ReadRules:
    """What --from, --column and their like say of the input."""
    pairs = [column.partition("=") for column in columns or ()]
    for field, _, name in pairs:
        if field not in RECORD_FIELDS or not name:
            known = ", ".join(RECORD_FIELDS)
            raise typer.BadParameter(f"--column takes FIELD=NAME, FIELD one of {known}")
    names = {field: name for field, _, name in pairs}
    return ReadRules(input_format=input_format, columns=names, hidden=hidden, largest=largest)


def chosen(context: typer.Context) -> "Options":
    """The options of an extraction, which `extract` and `batch` have in common."""
    from copydesk.options import Options

    names = ("published", "language", "model", "explain", "verbatim")
    given = {name: context.params[name] for name in names}
    return Options(only=parts(context.params["only"]), **given)


def parts(value: str | None) -> "frozenset[Part]":
    """A comma-separated choice of entities, quotes, dates; nothing chosen is all of them."""
    from copydesk.options import Part

    names = [name.strip() for name in value.split(",")] if value else list(Part)
    try:
        return frozenset(Part(name) for name in names)
    except ValueError:
        known = ", ".join(Part)
        raise typer.BadParameter(f"--only takes some of {known}, not {value!r}") from None


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files and folders; '-' or nothing reads standard input.",
        show_default=False,
        callback=local_names,
    ),
]
From = Annotated[InputFormat, typer.Option("--from", help="What the input holds.")]
Column = Annotated[
    list[str] | None,
    typer.Option(metavar="FIELD=NAME", help="In records, what a field is called: text=body."),
]
Only = Annotated[
    str | None,
    typer.Option(help="Pull out these parts alone: entities,quotes,dates."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Anchor for relative dates where a document has no date of its own.",
        callback=checked_date,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Language of documents that do not say (ISO 639-1)."),
]
Model = Annotated[
    str,
    typer.Option(help="accurate (the default), fast, or spacy:NAME for an installed pipeline."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say what was removed, and why.")]
Verbatim = Annotated[
    bool, typer.Option("--verbatim", help="The text is clean already: annotate it as it is.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error.")]
Jobs = Annotated[int, typer.Option(min=0, help="Worker processes; 0: one for each core.")]
Timeout = Annotated[
    float, typer.Option(min=0.001, metavar="SECONDS", help="Longest time for one document.")
]
DocumentTimeout = Annotated[
    float | None,
    typer.Option(
        min=0.001,
        metavar="SECONDS",
        help="Longest time for one document of several, 60 unless given; the rest goes on.",
    ),
]
Memory = Annotated[int, typer.Option(min=16, metavar="MIB", help="Most memory for one document.")]
