"""What an output depends on beside the document: the options, the version, the model."""

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files

import msgspec

from copydesk._version import __version__
from copydesk.batch.outcome import WorkerSettings
from copydesk.reading import ReadRules

_DIGEST = 16  # bytes
_SPACY = "spacy:"


def settings_hash(worker: WorkerSettings, reading: ReadRules, to: str) -> str:
    """A hash of all that decides what comes out for a given document."""
    named = (__version__, model_version(worker.options.model), worker.options, worker.form)
    content = msgspec.json.encode((*named, reading, to), order="deterministic")
    return hashlib.blake2b(content, digest_size=_DIGEST).hexdigest()


@cache
def model_version(model: str) -> str:
    """A hash of our models' files, or the version of an installed pipeline."""
    if model.startswith(_SPACY):
        try:
            return metadata.version(model.removeprefix(_SPACY))
        except metadata.PackageNotFoundError:
            return ""
    digest = hashlib.blake2b(digest_size=_DIGEST)
    weights = files("copydesk.language") / "weights"
    for file in sorted(weights.iterdir(), key=lambda file: file.name):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
