"""`copydesk batch`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from copydesk_cli import options as opt
from copydesk_cli.exits import clean_exit


class BatchTo(StrEnum):
    """What comes out of a batch."""

    JSON = "json"
    MD = "md"
    HTML = "html"
    JSONL = "jsonl"
    JSONL_GZ = "jsonl.gz"
    JSONL_ZST = "jsonl.zst"
    PARQUET = "parquet"


_ONE_EACH = (BatchTo.JSON, BatchTo.MD, BatchTo.HTML)


class Engine(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    DASK = "dask"


def batch(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Files and folders, archives and crawls among them; URLs.",
            show_default=False,
            callback=opt.given_names,
        ),
    ] = None,
    out: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="The folder for the results, or a URL.",
            callback=opt.given_name,
        ),
    ] = ...,  # type: ignore[assignment]  # typer's mark of a required option
    input_format: opt.From = "auto",
    column: opt.Column = None,
    to: Annotated[
        BatchTo,
        typer.Option(help="One file an article: json, md, html; the others: shards of many."),
    ] = BatchTo.JSON,
    shard_size: Annotated[
        int | None, typer.Option(min=1, help="Articles of a shard, 1000 unless given.")
    ] = None,
    dedup: Annotated[
        bool,
        typer.Option("--dedup", help="Leave out articles that tell an earlier one's story."),
    ] = False,
    files_from: Annotated[
        Path | None,
        typer.Option(metavar="LIST", help="Read more inputs from a file, a line each; '-': stdin."),
    ] = None,
    null: Annotated[
        bool, typer.Option("--null", "-0", help="The names in LIST end in NUL, not in a line end.")
    ] = False,
    glob: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="Of folders, take only files that match; repeatable."),
    ] = None,
    hidden: Annotated[
        bool, typer.Option("--hidden", help="Of folders, take names that begin with a dot too.")
    ] = False,
    follow_links: Annotated[
        bool,
        typer.Option("--follow-links", help="In folders, follow links to folders and out of them."),
    ] = False,
    jobs: opt.Jobs = 0,
    engine: Annotated[
        Engine, typer.Option(help="local: this machine; dask: the workers of a Dask cluster.")
    ] = Engine.LOCAL,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of Dask; else a cluster is started here.")
    ] = None,
    timeout: opt.Timeout = 60.0,
    memory: opt.Memory = 2048,
    max_size: Annotated[
        int, typer.Option(min=1, metavar="MIB", help="Largest document; a larger one fails.")
    ] = 50,
    force: Annotated[
        bool, typer.Option("--force", help="Do everything again, done before or not.")
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try documents again that failed before.")
    ] = False,
    only: opt.Only = None,
    published: opt.Published = None,
    language: opt.Language = None,
    model: opt.Model = "default",
    explain: opt.Explain = False,
    verbatim: opt.Verbatim = False,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the summary as JSON too.")
    ] = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Say how long each stage took.")
    ] = False,
    quiet: opt.Quiet = False,
) -> None:
    """Turn a whole directory of raw dumps into clean articles, one file each.

    OUT mirrors the input: a/b.html becomes OUT/a/b.html.json. Run it again, after Ctrl-C or
    tomorrow, and it does only what is new or changed; OUT/failures.jsonl lists what failed. An
    article that tells the story of an earlier one says so (duplicate_of).

    Example: copydesk batch samples/dumps -o clean
    """
    if not inputs and not files_from:
        raise typer.BadParameter("no input: name files or folders, or a list with --files-from")
    if "-" in (inputs or ()):
        raise typer.BadParameter(
            "'-': a stream of documents goes through extract; a list of files"
            " comes with --files-from -"
        )
    if scheduler and engine is not Engine.DASK:
        raise typer.BadParameter("--scheduler is for --engine dask")
    if shard_size and to in _ONE_EACH:
        raise typer.BadParameter(f"--shard-size is for shards, not for --to {to.value}")
    if null and not files_from:
        raise typer.BadParameter("--null is for --files-from")
    with clean_exit():
        from copydesk.batch import (
            DEFAULT_SHARD_SIZE,
            BatchSettings,
            DaskEngine,
            LocalEngine,
            WorkerSettings,
        )
        from copydesk.reading import WalkRules
        from copydesk_cli.batch_run import Request, run

        request = Request(
            inputs=inputs or [],
            files_from=files_from,
            null=null,
            walk=WalkRules(globs=tuple(glob or ()), hidden=hidden, follow=follow_links),
            out=out,
            settings=BatchSettings(
                worker=WorkerSettings(options=opt.chosen(context), timeout=timeout, memory=memory),
                to=to.value,
                reading=opt.read_rules(
                    input_format, column, hidden=hidden, largest=max_size * 2**20
                ),
                shard_size=shard_size or DEFAULT_SHARD_SIZE,
                dedup=dedup,
                force=force,
                retry_failed=retry_failed,
            ),
            engine=DaskEngine(scheduler, jobs) if engine is Engine.DASK else LocalEngine(jobs),
        )
        code = run(request, report_file=report, profile=profile, quiet=quiet)
    raise typer.Exit(code)
