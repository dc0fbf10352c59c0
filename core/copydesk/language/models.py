"""Which model reads the text."""

from copydesk.errors import CopydeskError
from copydesk.language.analysis import Tagger
from copydesk.language.encoder import ENCODERS, load_encoder
from copydesk.language.spacy import load_spacy
from copydesk.options import DEFAULT_MODEL, SPACY


def load_tagger(name: str) -> Tagger:
    """The tagger of that name, loaded once a process.

    Names are `accurate`, `fast`, `default` (which is one of these), and `spacy:NAME` for an
    installed pipeline. Raises `CopydeskError`.
    """
    encoder = DEFAULT_MODEL if name == "default" else name
    if encoder in ENCODERS:
        return load_encoder(encoder)
    if name.startswith(SPACY) and len(name) > len(SPACY):
        return load_spacy(name.removeprefix(SPACY))
    raise CopydeskError(
        f"unknown model {name!r}: there are 'default', 'accurate', 'fast' and 'spacy:NAME'"
    )
