"""Which model reads the text."""

from copydesk.errors import CopydeskError
from copydesk.language.analysis import Tagger
from copydesk.language.encoder import load_encoder
from copydesk.language.spacy import load_spacy

_SPACY = "spacy:"


def load_tagger(name: str) -> Tagger:
    """The tagger of that name, loaded once a process: `default`, or `spacy:NAME` for a pipeline.

    Raises `CopydeskError`.
    """
    if name == "default":
        return load_encoder()
    if name.startswith(_SPACY) and len(name) > len(_SPACY):
        return load_spacy(name.removeprefix(_SPACY))
    raise CopydeskError(f"unknown model {name!r}: there are 'default' and 'spacy:NAME'")
