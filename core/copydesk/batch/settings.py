"""What a user may choose about a batch run, and what of it the outputs depend on."""

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from copydesk._version import __version__
from copydesk.batch.outcome import Form, WorkerSettings
from copydesk.batch.shard_files import ShardForm
from copydesk.options import DEFAULT_MODEL, SPACY
from copydesk.reading import ReadRules

TreeForm = Literal["json", "md", "html"]

DEFAULT_SHARD_SIZE = 1000
"""Articles; some 20 MB of JSON Lines, and half a minute of one core that a killed run loses."""

_FORMS: dict[TreeForm | ShardForm, Form] = {"json": "json", "md": "md", "html": "html"}
_DIGEST = 16  # bytes
_SHARED_FILES = ("tokenizer.json", "vectors.npz")
"""What all our models read beside their own file."""


class BatchSettings(Struct, frozen=True, kw_only=True):
    """What a user may choose about a batch run."""

    worker: WorkerSettings = field(default_factory=WorkerSettings)
    to: TreeForm | ShardForm = "json"
    reading: ReadRules = field(default_factory=ReadRules)
    shard_size: int = DEFAULT_SHARD_SIZE
    """Articles of a shard, where the results are shards."""
    dedup: bool = False
    """Leave out articles that tell the story of an earlier one."""
    force: bool = False
    """Do everything again."""
    retry_failed: bool = False

    def worker_settings(self) -> WorkerSettings:
        """What the workers are told: shards are made of lines."""
        return replace(self.worker, form=_FORMS.get(self.to, "jsonl"), signed=True)

    def hash(self) -> str:
        """A hash of all that decides what comes out for a given document."""
        options = self.worker.options
        if options.model == "default":
            options = replace(options, model=DEFAULT_MODEL)
        named = (__version__, model_version(options.model), options, self.reading)
        laid_down = (self.to, self.dedup)
        content = msgspec.json.encode((*named, *laid_down), order="deterministic")
        return hashlib.blake2b(content, digest_size=_DIGEST).hexdigest()


@cache
def model_version(model: str) -> str:
    """A hash of the files that our model is read from, or the version of an installed pipeline."""
    if model.startswith(SPACY):
        try:
            return metadata.version(model.removeprefix(SPACY))
        except metadata.PackageNotFoundError:
            return ""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    names = (f"{model}.onnx", *_SHARED_FILES)
    # Not files("copydesk.language"), which would load the engine to find a folder.
    weights = files("copydesk") / "language" / "weights"
    for file in sorted(weights.iterdir(), key=lambda file: file.name):
        if file.name in names:
            # By sha256, which processors have instructions for.
            digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
