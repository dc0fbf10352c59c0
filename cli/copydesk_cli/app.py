"""The `copydesk` command."""

from typing import Annotated

import typer

from copydesk_cli.batch import batch
from copydesk_cli.extract import extract
from copydesk_cli.schema import schema
from copydesk_cli.show import show
from copydesk_cli.streams import open_missing_streams

app = typer.Typer(
    name="copydesk",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from copydesk import __version__

        typer.echo(f"copydesk {__version__}")
        raise typer.Exit


@app.callback()
def copydesk(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Raw article dumps in; clean articles out, with the entities, the quotes and the dates."""


app.command()(extract)
app.command()(batch)
app.command()(show)
app.command()(schema)


def main() -> None:
    """Run the command line."""
    open_missing_streams()
    app(prog_name="copydesk")
