"""Every error that a caller may meet."""

from copydesk.article import ErrorInfo, Failure


class CopydeskError(Exception):
    """Any error that copydesk raises on purpose; its text says what to do."""


class ReadError(CopydeskError):
    """An input could not be read: missing, unreadable, empty, or malformed."""


class DamagedError(ReadError):
    """Compressed bytes that cannot be unpacked; its text says how far they were read."""

    def __init__(self, reason: str, *, at: int, following: int | None = None) -> None:
        super().__init__(reason)
        self.at = at
        """The compressed bytes that came before."""
        self.following = following
        """Where what the stream gives next begins; None where nothing more is to be had."""

    def final(self) -> "DamagedError":
        """The same, where what follows is not read."""
        return DamagedError(self.args[0], at=self.at)

    def __str__(self) -> str:
        told = f"damaged ({self.args[0]}): read up to byte {self.at:,} of what is compressed"
        return told if self.following is None else f"{told}, and on from byte {self.following:,}"


class NotAnArticleError(ReadError):
    """The bytes are a file of another kind: a picture, a PDF, an archive."""


class MissingExtraError(CopydeskError):
    """A feature needs a package that is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(feature, extra)

    def __str__(self) -> str:
        feature, extra = self.args
        return f"{feature} needs an extra: pip install 'copydesk[{extra}]'"


class WriteError(CopydeskError):
    """An output could not be written."""


class ExtractionError(CopydeskError):
    """A document could not be made into an article; chained to the fault behind it."""

    def __init__(self, stage: str, fault: Exception) -> None:
        super().__init__(str(fault) or type(fault).__name__)
        self.stage = stage
        self.fault = fault

    def failure(self, document_id: str) -> Failure:
        """The record that stands in the article's place."""
        error = ErrorInfo(stage=self.stage, type=type(self.fault).__name__, message=str(self))
        return Failure(id=document_id, error=error)
