"""What a worker is told, and what it makes of one raw document."""

from typing import Literal

import msgspec
from msgspec import Struct, field

from copydesk.article import ErrorInfo, Failure
from copydesk.options import Options
from copydesk.reading import RawDocument

Form = Literal["record", "json", "jsonl", "md", "html"]
"""How a worker renders an article: `record` is the article itself, as MessagePack."""

DEFAULT_TIMEOUT = 60.0  # seconds; the slowest real page measured takes two
DEFAULT_MEMORY = 2048  # MiB beside the model; a 50 MiB page needs about one GiB for its tree


class WorkerSettings(Struct, frozen=True, kw_only=True):
    """What every worker of a run is told before its first document."""

    options: Options = field(default_factory=Options)
    form: Form = "record"
    signed: bool = False
    """Whether each article comes with the signature of its text."""
    timeout: float = DEFAULT_TIMEOUT
    """Seconds of wall time for one document."""
    memory: int = DEFAULT_MEMORY
    """MiB that a document may take beside what the worker holds when it is ready."""


class Rendered(Struct, frozen=True, kw_only=True):
    """An article as bytes, in the form that was asked for."""

    id: str
    data: bytes
    words: int
    signature: bytes = b""
    """MinHash of the text, where duplicates are looked for."""
    record: bytes = b""
    """The article as MessagePack, where it cannot be had from `data` again."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of one raw document: articles, or the failure in their place."""

    articles: tuple[Rendered, ...] = ()
    failure: Failure | None = None
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds spent in each stage."""


def failed(document_id: str, stage: str, kind: str, message: str) -> Outcome:
    """The outcome of a document that came to nothing."""
    error = ErrorInfo(stage=stage, type=kind, message=message)
    return Outcome(failure=Failure(id=document_id, error=error))


encode = msgspec.msgpack.encode
decode_settings = msgspec.msgpack.Decoder(WorkerSettings).decode
decode_outcome = msgspec.msgpack.Decoder(Outcome).decode
decode_raw = msgspec.msgpack.Decoder(RawDocument).decode
