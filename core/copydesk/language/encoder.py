"""The small encoder: one pass gives BIO tags for names and for attributions."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime

from copydesk.language.analysis import Tags
from copydesk.language.decode import Scores, line_starts, spans
from copydesk.language.pieces import CLS, SEP, SPECIAL_SHAPE, Word, WordPieces, load_pieces
from copydesk.language.tagset import SCORES
from copydesk.language.tokens import Token
from copydesk.language.windows import windows


class Encoder:
    """Runs an encoder over one text at a time, one window after the other, on one thread.

    Windows are never padded or put together, so the tags of a text depend on it alone.
    """

    def __init__(self, model: bytes, pieces: WordPieces) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = pieces

    def tag(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Tags:
        """Names and attributions of one text, straight from the tags."""
        scores = self.scores(text, tokens, sentences)
        names, *others = spans(tokens, scores, line_starts(text, tokens))
        return Tags(tuple(names), tuple(sorted(span for found in others for span in found)))

    def scores(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Scores:
        """The scores of every head for each token, tokens × SCORES."""
        words = [self._pieces(text[start:end]) for start, end in tokens]
        sizes = [len(word.ids) for word in words]
        scores: Scores = np.zeros((len(tokens), SCORES), dtype=np.float32)
        for begin, start, end in windows(text, tokens, sentences, sizes):
            scores[start:end] = self._window(words[begin:end])[start - begin :]
        return scores

    def _window(self, words: Sequence[Word]) -> Scores:
        sizes = [1, *(len(word.ids) for word in words), 1]
        ids = [CLS, *(i for word in words for i in word.ids), SEP]
        shapes = np.repeat([SPECIAL_SHAPE, *(word.shape for word in words), SPECIAL_SHAPE], sizes)
        feed = {"ids": np.array([ids]), "shape": shapes[None]}
        feed["mask"] = np.ones_like(feed["ids"])
        scores: Scores = self._session.run(None, feed)[0][0][np.cumsum(sizes[:-1])[:-1]]
        return scores


@cache
def load_encoder() -> Encoder:
    """The default encoder, loaded once a process."""
    path = files("copydesk.language") / "weights" / "model.int8.onnx"
    return Encoder(path.read_bytes(), load_pieces())
