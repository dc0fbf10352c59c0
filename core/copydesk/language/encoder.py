"""The small encoder: one pass gives BIO tags for names and for attributions."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from copydesk.language.analysis import TaggedSpan, Tags
from copydesk.language.tokens import Token

NAME_TAGS = ("O", *(f"{p}-{t}" for t in ("PER", "ORG", "LOC", "MISC") for p in "BI"))
ATTRIBUTION_LABELS = ("content", "source", "cue")
WINDOW_WORDS = 180  # whole paragraphs up to this many words, as in training
WINDOW_PIECES = 510  # the encoder's positions, less [CLS] and [SEP]
_CLS, _SEP, _UNKNOWN = 101, 102, 100
_SPECIAL_SHAPE = 6
_CACHED_WORDS = 200_000


def word_shape(word: str) -> int:
    """Letter case, which the uncased vocabulary loses: 0 (no letters) to 5 (mixed)."""
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 4 if word[0].isupper() and word[1:].islower() else 5


class Encoder:
    """Runs the encoder over one text at a time, on one thread."""

    def __init__(self, model: bytes, tokenizer: str) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._pieces: dict[str, list[int]] = {}

    def tag(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Tags:
        """Names and attributions of one text, straight from the tags."""
        names: list[TaggedSpan] = []
        attributions: list[TaggedSpan] = []
        for words in _windows(text, tokens):
            scores = self._scores(text, words)
            count = len(NAME_TAGS)
            names += _spans(words, scores[:, :count], NAME_TAGS)
            for head, label in enumerate(ATTRIBUTION_LABELS):
                low = count + 3 * head
                tags = ("O", f"B-{label}", f"I-{label}")
                attributions += _spans(words, scores[:, low : low + 3], tags)
        return Tags(tuple(names), tuple(sorted(attributions)))

    def _scores(self, text: str, words: Sequence[Token]) -> NDArray[np.float32]:
        ids, shapes, first = [_CLS], [_SPECIAL_SHAPE], []
        for start, end in words:
            word = text[start:end]
            pieces = self._word_pieces(word)
            first.append(len(ids))
            ids += pieces
            shapes += [word_shape(word)] * len(pieces)
        feed = {
            "ids": np.array([[*ids[: WINDOW_PIECES + 1], _SEP]]),
            "shape": np.array([[*shapes[: WINDOW_PIECES + 1], _SPECIAL_SHAPE]]),
        }
        feed["mask"] = np.ones_like(feed["ids"])
        logits: NDArray[np.float32] = self._session.run(None, feed)[0][0]
        return logits[[min(f, len(logits) - 1) for f in first]]

    def _word_pieces(self, word: str) -> list[int]:
        if (known := self._pieces.get(word)) is not None:
            return known
        pieces = self._tokenizer.encode(word, add_special_tokens=False).ids or [_UNKNOWN]
        if len(self._pieces) < _CACHED_WORDS:
            self._pieces[word] = pieces
        return pieces


def _windows(text: str, tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Runs of whole paragraphs of up to WINDOW_WORDS tokens; a longer paragraph is cut."""
    begin = last_break = 0
    for i in range(1, len(tokens)):
        if "\n" in text[tokens[i - 1].end : tokens[i].start]:
            last_break = i
        if i - begin >= WINDOW_WORDS:
            cut = last_break if last_break > begin else i
            yield tokens[begin:cut]
            begin = cut
    if tokens:
        yield tokens[begin:]


def _spans(
    words: Sequence[Token], scores: NDArray[np.float32], tags: Sequence[str]
) -> Iterator[TaggedSpan]:
    best = scores.argmax(1)
    weights = np.exp(scores - scores.max(1, keepdims=True))
    probability = 1 / weights.sum(1)
    run: list[int] = []
    for i, tag in enumerate([*(tags[b] for b in best), "O"]):
        goes_on = run and tag[0] == "I" and tag[2:] == tags[best[run[-1]]][2:]
        if run and not goes_on:
            label = tags[best[run[0]]][2:]
            mean = float(probability[run].mean())
            yield TaggedSpan(words[run[0]].start, words[run[-1]].end, label, round(mean, 4))
            run = []
        if tag != "O":
            run.append(i)


@cache
def load_encoder() -> Encoder:
    """The default encoder, loaded once a process."""
    weights = files("copydesk.language") / "weights"
    return Encoder(
        (weights / "model.int8.onnx").read_bytes(),
        (weights / "tokenizer.json").read_text(encoding="utf-8"),
    )
