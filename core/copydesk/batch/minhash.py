"""MinHash: a short signature of a text; alike texts have alike signatures.

Broder, On the resemblance and containment of documents, 1997. The share of places at which two
signatures agree estimates the Jaccard similarity of the texts' sets of word 5-grams.
"""

import re
import zlib

import numpy as np

GRAM = 5  # words
_PLACES = 64

_WORD = re.compile(r"\w+")
_RANDOM = np.random.Generator(np.random.PCG64(20_150_805))
_FACTORS = _RANDOM.integers(1, 2**63, _PLACES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_SHIFTS = _RANDOM.integers(0, 2**63, _PLACES, dtype=np.uint64)
_POWERS = np.uint64(0x9E3779B97F4A7C15) ** np.arange(1, GRAM + 1, dtype=np.uint64)


def signature(text: str) -> bytes:
    """The signature of a text, 4 bytes a place; empty where there are no words."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())]
    if not words:
        return b""
    padded = np.array(words + [0] * (GRAM - len(words)), dtype=np.uint64)
    grams = np.lib.stride_tricks.sliding_window_view(padded, GRAM) @ _POWERS
    grams ^= grams >> np.uint64(29)
    mixed = (_FACTORS[:, None] * grams[None, :] + _SHIFTS[:, None]) >> np.uint64(32)
    return bytes(mixed.min(axis=1).astype("<u4").tobytes())
