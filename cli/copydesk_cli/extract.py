"""`copydesk extract`."""

import sys
from typing import Annotated

import typer

from copydesk_cli import options as opt
from copydesk_cli.exits import ExitCode, clean_exit


def extract(
    context: typer.Context,
    inputs: opt.Inputs = None,
    input_format: opt.From = "auto",
    to: Annotated[
        opt.To | None,
        typer.Option(help="json: an indented object; jsonl: one a line; md: for reading."),
    ] = None,
    only: opt.Only = None,
    published: opt.Published = None,
    language: opt.Language = None,
    model: opt.Model = "default",
    explain: opt.Explain = False,
    verbatim: opt.Verbatim = False,
    quiet: opt.Quiet = False,
) -> None:
    """Turn raw dumps into clean articles, on standard output.

    One document comes out as one JSON object, several as JSON Lines in input order.

    Example: copydesk extract samples/agency.txt --to md
    """
    if not inputs and sys.stdin.isatty():
        typer.echo(context.get_usage(), err=True)
        typer.echo("copydesk: no input: name a file or folder, or pipe a document in", err=True)
        raise typer.Exit(ExitCode.USAGE)
    with clean_exit():
        from copydesk.extractor import Extractor
        from copydesk.options import Options
        from copydesk_cli.inputs import documents_of
        from copydesk_cli.output import write_records

        chosen = Options(
            only=opt.parts(only),
            published=published,
            language=language,
            model=model,
            explain=explain,
            verbatim=verbatim,
        )
        documents = documents_of(inputs or [], input_format)
        records = Extractor(chosen).extract_many(documents.items)
        code = write_records(records, to, single=documents.single, quiet=quiet)
    raise typer.Exit(code)
