"""Training examples: the same windows that the product reads, with a tag for each word."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from copydesk.language.pieces import CLS, MASK, SEP, SPECIAL_SHAPE, Word, load_pieces
from copydesk.language.sentences import sentence_spans
from copydesk.language.tagset import HEADS
from copydesk.language.tokens import Token, tokenise
from copydesk.language.windows import windows
from copydesk.training.network import Batch
from copydesk.training.texts import AnnotatedText, Span, quotation_texts

UNKNOWN = -100
"""The tag where a word was not annotated."""
UPPER, LOWER, TITLE = 2, 1, 4  # letter cases, see `word_shape`


_SAMPLED_WINDOWS = 60


class Lesson(NamedTuple):
    """What a teacher makes of the words of a window."""

    scores: NDArray[np.float16]
    """Words × SCORES."""
    states: NDArray[np.float16]
    """Of some of its layers, layers × words × width."""


class Example(NamedTuple):
    """One window."""

    words: tuple[Word, ...]
    tags: NDArray[np.int64]
    """Words × heads; O is 0, B 1 and I 2 of the first label, and so on."""
    misc: bool
    lesson: Lesson | None = None

    @property
    def pieces(self) -> int:
        """The length of its sequence, less the two special pieces."""
        return sum(len(w.ids) for w in self.words)


def examples_of(text: AnnotatedText) -> Iterator[Example]:
    """The windows of one annotated text."""
    tokens = tokenise(text.text)
    words = load_pieces().read(text.text[a:b] for a, b in tokens)
    sentences = sentence_spans(text.text, tokens)
    tags = np.full((len(tokens), len(HEADS)), UNKNOWN, dtype=np.int64)
    for h, head in enumerate(HEADS):
        spans = text.names if h == 0 else text.attributions
        if spans is not None:
            tags[:, h] = _bio(tokens, [s for s in spans if s[2] in head.labels], head.labels)
    for window in windows(text.text, tokens, sentences, [len(w.ids) for w in words]):
        part = slice(window.begin, window.end)
        yield Example(tuple(words[part]), tags[part], text.misc)


def _bio(tokens: Sequence[Token], spans: Iterable[Span], labels: Sequence[str]) -> list[int]:
    tags = [0] * len(tokens)
    at = 0
    for start, end, label in sorted(spans):
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        begin = 1 + 2 * labels.index(label)
        inside = at
        while inside < len(tokens) and tokens[inside].start < end:
            tags[inside] = begin if inside == at else begin + 1
            inside += 1
        at = inside
    return tags


# --- batches ---------------------------------------------------------------------------------


def batched(
    examples: Sequence[Example], most_pieces: int, dice: random.Random
) -> list[list[Example]]:
    """Windows of like length together, up to `most_pieces` with padding, in random order."""
    order = sorted(examples, key=lambda e: (e.pieces, dice.random()))
    batches: list[list[Example]] = []
    for example in order:
        length = example.pieces + 2
        if not batches or (len(batches[-1]) + 1) * length > most_pieces:
            batches.append([])
        batches[-1].append(example)
    dice.shuffle(batches)
    return batches


def varied(
    example: Example, dice: random.Random, *, recased: float = 0.06, masked: float = 0.04
) -> Example:
    """The example as it might have been printed: in another letter case, or with words not known.

    `recased` is the probability of the first, `masked` that of the second for each word.
    """
    words = example.words
    roll = dice.random()
    if roll < recased:
        case = (UPPER, LOWER, TITLE)[int(3 * roll / recased)]
        words = tuple(w._replace(shape=case) if w.shape else w for w in words)
    words = tuple(
        w._replace(ids=(MASK,) * len(w.ids)) if w.shape and dice.random() < masked else w
        for w in words
    )
    return example._replace(words=words)


def sample_windows(path: Path, dice: random.Random) -> list[Batch]:
    """A few windows of the texts of a file of quotations, one a batch, to see their values."""
    texts = list(quotation_texts(path))
    dice.shuffle(texts)
    examples = [e for t in texts[:_SAMPLED_WINDOWS] for e in examples_of(t)]
    return [collated([e])[0] for e in examples[:_SAMPLED_WINDOWS]]


def collated(examples: Sequence[Example]) -> tuple[Batch, torch.Tensor]:
    """Windows side by side, and their tags, B × W × heads, with [CLS] and [SEP] unknown."""
    length = max(e.pieces for e in examples) + 2
    width = max(len(e.words) for e in examples) + 2
    ids = np.zeros((len(examples), length), dtype=np.int64)
    shapes = np.full((len(examples), length), SPECIAL_SHAPE, dtype=np.int64)
    pieces = np.zeros((len(examples), length), dtype=bool)
    firsts = np.zeros((len(examples), width), dtype=np.int64)
    words = np.zeros((len(examples), width), dtype=bool)
    tags = np.full((len(examples), width, len(HEADS)), UNKNOWN, dtype=np.int64)
    for row, example in enumerate(examples):
        sizes = [1, *(len(w.ids) for w in example.words), 1]
        total, count = sum(sizes), len(sizes)
        ids[row, :total] = [CLS, *chain.from_iterable(w.ids for w in example.words), SEP]
        shape = [SPECIAL_SHAPE, *(w.shape for w in example.words), SPECIAL_SHAPE]
        shapes[row, :total] = np.repeat(shape, sizes)
        pieces[row, :total] = True
        firsts[row, :count] = np.cumsum(sizes) - sizes
        words[row, :count] = True
        tags[row, 1 : count - 1] = example.tags
    arrays = (ids, shapes, pieces, firsts, words)
    return Batch(*map(torch.from_numpy, arrays)), torch.from_numpy(tags)
