"""The small encoder: one pass gives BIO tags for names and for attributions."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np
import onnxruntime

from copydesk.language.analysis import Tags
from copydesk.language.consistency import settle
from copydesk.language.decode import Scores, line_starts, spans
from copydesk.language.pieces import CLS, SEP, SPECIAL_SHAPE, Word, WordPieces, load_pieces
from copydesk.language.scripts import readable
from copydesk.language.tagset import HEADS, SCORES
from copydesk.language.tokens import Token
from copydesk.language.vectors import Vectors, load_vectors
from copydesk.language.windows import windows

ENCODERS = ("accurate", "fast")

_SURE = 20.0
"""The score of O for a word that is not read."""


class Encoder:
    """Runs an encoder over one text at a time, one window after the other, on one thread.

    Windows are never padded or put together, so the tags of a text depend on it alone.
    """

    def __init__(self, model: bytes, pieces: WordPieces, vectors: Vectors) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # The graph is fused as it should be; onnxruntime's own fusion of a sum and a
        # normalisation is ten times slower on a CPU than the two.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = pieces
        self._vectors = vectors

    def tag(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Tags:
        """Names and attributions of one text, straight from the tags."""
        scores = self.scores(text, tokens, sentences)
        names, *others = spans(tokens, scores, line_starts(text, tokens))
        return Tags(tuple(names), tuple(sorted(span for found in others for span in found)))

    def scores(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Scores:
        """The scores of every head for each token, tokens × SCORES.

        Sentences in another script than the Latin one are not read: they are outside of all spans.
        """
        words = self._pieces.read([text[start:end] for start, end in tokens])
        sizes = [len(ids) for ids, _ in words]
        scores: Scores = np.zeros((len(tokens), SCORES), dtype=np.float32)
        scores[:, [head.low for head in HEADS]] = _SURE
        read = list[int]()
        for begin, start, end in windows(text, tokens, readable(text, sentences), sizes):
            scores[start:end] = self.window_scores(words[begin:end])[start - begin :]
            read += range(start, end)
        settle(scores, words, read)
        return scores

    def window_scores(self, words: Sequence[Word]) -> Scores:
        """The scores of one window's words, which must fit the encoder."""
        pieces, cases = zip(*words, strict=True)
        sizes = np.array([1, *map(len, pieces), 1])
        ids = np.array([CLS, *chain.from_iterable(pieces), SEP])
        shapes = np.repeat([SPECIAL_SHAPE, *cases, SPECIAL_SHAPE], sizes)
        firsts = np.cumsum(sizes) - sizes
        feed = {"vectors": self._vectors(ids)[None], "shapes": shapes[None], "firsts": firsts}
        scores: Scores = self._session.run(None, feed)[0][1:-1]
        return scores


@cache
def load_encoder(name: str) -> Encoder:
    """A shipped encoder, one of `ENCODERS`, loaded once a process."""
    path = files("copydesk.language") / "weights" / f"{name}.onnx"
    return Encoder(path.read_bytes(), load_pieces(), load_vectors())
