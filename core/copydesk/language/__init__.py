"""What the text is made of: tokens, sentences, and the encoder's tags over them."""

from copydesk.language.analysis import Analysis, TaggedSpan, Tagger, analyse
from copydesk.language.models import load_tagger

__all__ = ["Analysis", "TaggedSpan", "Tagger", "analyse", "load_tagger"]
