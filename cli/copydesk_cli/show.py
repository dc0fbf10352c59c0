"""`copydesk show`."""

from functools import partial
from typing import Annotated

import typer

from copydesk_cli import options as opt
from copydesk_cli.exits import ExitCode, clean_exit


def show(
    source: Annotated[
        str,
        typer.Argument(
            metavar="INPUT", help="A file; '-' reads standard input.", callback=opt.local_name
        ),
    ],
    input_format: opt.From = "auto",
    published: opt.Published = None,
    model: opt.Model = "default",
) -> None:
    """Show an article in the terminal, entities, quotes and dates in colour.

    Example: copydesk show samples/dumps/agency.txt
    """
    with clean_exit():
        from copydesk.article import Article
        from copydesk.extractor import Extractor
        from copydesk.options import Options
        from copydesk_cli.inputs import documents_of
        from copydesk_cli.output import complain, say_if_none, say_passed_by
        from copydesk_cli.terminal import print_article

        extractor = Extractor(Options(published=published, model=model))
        done = failed = 0
        told = partial(say_passed_by, quiet=False)
        documents = documents_of([source], opt.read_rules(input_format), told)
        for record in extractor.extract_many(documents.items):
            if isinstance(record, Article):
                print_article(record)
                done += 1
            else:
                complain(record)
                failed += 1
        say_if_none(done + failed)
    raise typer.Exit(ExitCode.of(done=done, failed=failed))
