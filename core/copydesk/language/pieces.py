"""Words as the encoder reads them: word pieces, and the letter case that they have lost."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tokenizers import Tokenizer

CLS, SEP, MASK = 101, 102, 103
_UNKNOWN = 100
_INSIDE = "##"
"""Marks a piece that does not open its word; the vocabulary has one for each letter and digit."""
SPECIAL_SHAPE = 6
SHAPES = 7
CAPITALS = frozenset({2, 4, 5})
"""The shapes of words with a capital and more than one letter."""
_LONGEST_WORD = 16  # pieces; the rest of a longer word is not read
_LONGEST_READ = 100  # characters; WordPiece itself gives up on longer words
_CACHED_WORDS = 50_000


class Word(NamedTuple):
    """One word for the encoder."""

    ids: tuple[int, ...]
    shape: int


def word_shape(word: str) -> int:
    """Letter case, which the uncased vocabulary loses: 0 (no letters) to 5 (mixed)."""
    if not (word.isalpha() or any(map(str.isalpha, word))):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 4 if word[0].isupper() and word[1:].islower() else 5


class WordPieces:
    """Looks words up in the vocabulary, and remembers them."""

    def __init__(self, tokenizer: str) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._vocabulary = self._tokenizer.get_vocab()
        self._known: dict[str, Word] = {}

    def read(self, words: Iterable[str]) -> list[Word]:
        """The pieces of each word, at least one and at most 16."""
        known = self._known.get
        return [known(word) or self._looked_up(word) for word in words]

    def _looked_up(self, word: str) -> Word:
        ids = self._ids_of(word[:_LONGEST_READ])
        read = Word(tuple(ids[:_LONGEST_WORD]) or (_UNKNOWN,), word_shape(word))
        if len(self._known) < _CACHED_WORDS and len(word) <= _LONGEST_READ:
            self._known[word] = read
        return read

    def _ids_of(self, word: str) -> list[int]:
        if word.isascii() and word.isalnum():
            return self._longest_pieces(word.lower())  # as the tokenizer's, in a third of its time
        return self._tokenizer.encode(word, add_special_tokens=False).ids

    def _longest_pieces(self, word: str) -> list[int]:
        """WordPiece: again and again the longest piece that the rest of the word begins with."""
        ids: list[int] = []
        start, end, mark = 0, len(word), ""
        while start < end:
            piece = self._vocabulary.get(mark + word[start:end])
            if piece is None:
                end -= 1
            else:
                ids.append(piece)
                start, end, mark = end, len(word), _INSIDE
        return ids


@cache
def load_pieces() -> WordPieces:
    """The vocabulary of the shipped encoders, loaded once a process."""
    path = files("copydesk.language") / "weights" / "tokenizer.json"
    return WordPieces(path.read_text(encoding="utf-8"))
