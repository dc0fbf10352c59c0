"""`copydesk extract`."""

import sys
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from copydesk_cli import options as opt
from copydesk_cli.exits import ExitCode, clean_exit

if TYPE_CHECKING:
    from collections.abc import Generator

    from copydesk.article import Article, Failure
    from copydesk.options import Options
    from copydesk.reading import Documents


def extract(
    context: typer.Context,
    inputs: opt.Inputs = None,
    input_format: opt.From = "auto",
    column: opt.Column = None,
    to: Annotated[
        opt.To | None,
        typer.Option(help="json: an indented object; jsonl: one a line; md, html: for reading."),
    ] = None,
    only: opt.Only = None,
    published: opt.Published = None,
    language: opt.Language = None,
    model: opt.Model = "default",
    explain: opt.Explain = False,
    verbatim: opt.Verbatim = False,
    jobs: opt.Jobs = 1,
    timeout: opt.DocumentTimeout = None,
    quiet: opt.Quiet = False,
) -> None:
    """Turn raw dumps into clean articles, on standard output.

    One document comes out as one JSON object, several as JSON Lines in input order.

    Example: copydesk extract samples/dumps/agency.txt --to md
    """
    if not inputs and sys.stdin.isatty():
        typer.echo(context.get_usage(), err=True)
        typer.echo("copydesk: no input: name a file or folder, or pipe a document in", err=True)
        raise typer.Exit(ExitCode.USAGE)
    with clean_exit():
        from copydesk_cli.inputs import documents_of
        from copydesk_cli.output import say_passed_by, write_records

        rules = opt.read_rules(input_format, column)
        documents = documents_of(inputs or [], rules, partial(say_passed_by, quiet=quiet))
        with closing(_articles(documents, opt.chosen(context), jobs, timeout)) as records:
            code = write_records(records, to, single=documents.single, quiet=quiet)
    raise typer.Exit(code)


def _articles(
    documents: "Documents", options: "Options", jobs: int, timeout: float | None
) -> "Generator[Article | Failure, None, None]":
    """Several documents are made in workers, so that one which hangs costs itself alone."""
    if documents.single and timeout is None:
        from copydesk.extractor import Extractor

        return Extractor(options).extract_many(documents.items)
    from copydesk.batch import DEFAULT_TIMEOUT, WorkerSettings, cores, extract_in_workers

    settings = WorkerSettings(options=options, timeout=timeout or DEFAULT_TIMEOUT)
    return extract_in_workers(documents.items, settings, jobs=jobs or cores())
