"""Every error that a caller may meet."""


class CopydeskError(Exception):
    """Any error that copydesk raises on purpose; its text says what to do."""


class ReadError(CopydeskError):
    """An input could not be read: missing, unreadable, not text, or malformed."""


class NotAnArticleError(ReadError):
    """The bytes are a file of another kind: a picture, a PDF, an archive."""


class MissingExtraError(CopydeskError):
    """A feature needs a package that is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an extra: pip install 'copydesk[{extra}]'")


class WriteError(CopydeskError):
    """An output could not be written."""
