"""Which model reads the text."""

from copydesk.errors import CopydeskError
from copydesk.language.analysis import Tagger
from copydesk.language.encoder import load_encoder


def load_tagger(name: str) -> Tagger:
    """The tagger of that name, loaded once a process. Raises `CopydeskError`."""
    if name == "default":
        return load_encoder()
    raise CopydeskError(f"unknown model {name!r}: there is 'default'")
