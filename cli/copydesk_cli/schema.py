"""`copydesk schema`."""

from copydesk_cli.exits import clean_exit


def schema() -> None:
    """Print the JSON Schema of a record.

    Example: copydesk schema > article.schema.json
    """
    import json
    import sys

    with clean_exit():
        from copydesk.writing import json_schema

        sys.stdout.write(json.dumps(json_schema(), indent=2) + "\n")
