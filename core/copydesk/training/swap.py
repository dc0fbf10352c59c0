"""Windows with other names in them, so that a student learns where names stand and not the names.

Mention replacement (Dai and Adel 2020), with the names that a teacher found in all windows: those
of people word by word, so that a surname alone goes on to be that of the full name; others whole,
by names of the same type and of as many words, as far as there are such.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from copydesk.language.pieces import Word
from copydesk.language.tagset import HEADS
from copydesk.language.windows import WINDOW_PIECES
from copydesk.training.examples import TITLE, Example

_PERSON = HEADS[0].labels.index("PER")
_LONGEST = 4  # words; longer names stand for one another
_MOST_PIECES = 6  # of a word that may stand for another
_CHANGED_WORDS = 0.75  # of the words of people's names
_CHANGED_NAMES = 0.6  # of the others

Name = tuple[Word, ...]


class Mention(NamedTuple):
    """Words `start` to `end` are a name; `label` is its place in `NAME_LABELS`."""

    start: int
    end: int
    label: int


def mentions(example: Example) -> Iterator[Mention]:
    """Names by the teacher's best tag of each word."""
    if example.lesson is None:
        raise ValueError("an example without its teacher's scores")
    best = example.lesson.scores[:, HEADS[0].low : HEADS[0].high].argmax(1)
    for start in np.flatnonzero(best % 2):
        end = start + 1
        while end < len(best) and best[end] == best[start] + 1:
            end += 1
        yield Mention(int(start), int(end), int(best[start]) // 2)


class Names:
    """All names of some windows, each once."""

    def __init__(self, examples: Iterable[Example]) -> None:
        first, last = dict[Word, None](), dict[Word, None]()
        others: dict[tuple[int, int], dict[Name, None]] = defaultdict(dict)
        for example in examples:
            for start, end, label in mentions(example):
                name = example.words[start:end]
                if any(len(word.ids) > _MOST_PIECES for word in name):
                    continue
                if label != _PERSON:
                    others[label, min(end - start, _LONGEST)][name] = None
                elif len(name) > 1:
                    first[name[0]] = last[name[-1]] = None
        self._words = (tuple(first), tuple(last))
        self._others = {key: tuple(names) for key, names in others.items()}

    def word(self, dice: random.Random, *, last: bool) -> Word:
        """A word of people's full names."""
        return dice.choice(self._words[last])

    def like(self, name: Name, label: int, dice: random.Random) -> Name:
        """A name of another kind than people's; itself where no other is known."""
        return dice.choice(self._others.get((label, min(len(name), _LONGEST)), (name,)))


class _Cast:
    """Which names stand for which in one window."""

    def __init__(self, names: Names, dice: random.Random) -> None:
        self._names, self._dice = names, dice
        self._words: dict[Word, Word] = {}
        self._others: dict[Name, Name] = {}

    def name(self, name: Name, label: int) -> Name:
        if label == _PERSON:
            last = len(name) - 1
            return tuple(self._word(word, last=i == last) for i, word in enumerate(name))
        if name not in self._others:
            change = self._dice.random() < _CHANGED_NAMES
            self._others[name] = self._names.like(name, label, self._dice) if change else name
        return self._others[name]

    def _word(self, word: Word, *, last: bool) -> Word:
        if word.shape != TITLE:  # an initial, "de", or all in capitals
            return word
        if word not in self._words:
            change = self._dice.random() < _CHANGED_WORDS
            self._words[word] = self._names.word(self._dice, last=last) if change else word
        return self._words[word]


def swapped(examples: Sequence[Example], dice: random.Random) -> list[Example]:
    """The windows in which names change, with others in their place; without their lessons."""
    names = Names(examples)
    changed = ((e, _changed(e, _Cast(names, dice))) for e in examples)
    return [new for e, new in changed if new.words != e.words and new.pieces <= WINDOW_PIECES]


def _changed(example: Example, cast: _Cast) -> Example:
    words: list[Word] = []
    tags, done = [example.tags[:0]], 0
    for start, end, label in mentions(example):
        name = cast.name(example.words[start:end], label)
        words += [*example.words[done:start], *name]
        # A name of five words for one of four: its last tag goes on.
        rows = np.minimum(np.arange(start, start + len(name)), end - 1)
        tags += [example.tags[done:start], example.tags[rows]]
        done = end
    words += example.words[done:]
    tags.append(example.tags[done:])
    return example._replace(words=tuple(words), tags=np.concatenate(tags), lesson=None)
