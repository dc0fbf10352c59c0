"""What the text is made of: tokens, sentences, and the encoder's tags over them."""

from copydesk.language.analysis import Analysis, TaggedSpan, Tagger, analyse
from copydesk.language.encoder import Encoder, load_encoder
from copydesk.language.models import load_tagger

__all__ = ["Analysis", "Encoder", "TaggedSpan", "Tagger", "analyse", "load_encoder", "load_tagger"]
