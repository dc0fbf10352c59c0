"""A name is mostly of one kind throughout a text: its occurrences settle their tags together.

Label consistency in a document (Finkel, Grenager and Manning 2005; Krishnan and Manning 2006), in
its plainest form: each capitalised word's scores move towards the mean of all its occurrences.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.language.decode import Scores, head_log_probabilities
from copydesk.language.pieces import CAPITALS, Word
from copydesk.language.tagset import HEADS, NAME_LABELS

_SHARE = 0.5
"""Of the mean in a word's scores; 0.4 to 0.7 differ little on development data."""
_MISC_COST = 0.25
"""In nats, what MISC loses by it: a name of no kind in one place may well be of one elsewhere."""
_LEAST = -8.0
"""A log probability below this counts as this, so that one occurrence never decides alone."""
_NAMES, _MISC = HEADS[0], 1 + NAME_LABELS.index("MISC")


def settle(scores: Scores, words: Sequence[Word], read: Sequence[int]) -> None:
    """Move the scores for names of words that occur more than once with a capital, in place.

    `scores` is tokens × SCORES, `words` has each token as it is read, `read` the places of those
    that were. Kinds of names move, not how a name opens and goes on: "Smith" may do either.
    """
    places, groups = _repeated(words, read)
    if not len(places):
        return
    kinds = np.maximum(_kinds(scores[places]), _LEAST)
    sizes = np.bincount(groups)
    means = np.stack([np.bincount(groups, column) for column in kinds.T], axis=1) / sizes[:, None]
    moves = _SHARE * (means[groups] - kinds)
    moves[:, _MISC] -= _MISC_COST * (1 - 1 / sizes[groups])
    scores[places, _NAMES.low] += moves[:, 0]
    scores[places, _NAMES.low + 1 : _NAMES.high] += moves[:, 1:].repeat(2, axis=1)


def _repeated(
    words: Sequence[Word], read: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places of words that occur more than once, and for each the number of its word.

    A word that opens a run of capitalised words is not the word that stands alone or ends one:
    "Washington" is a city, and "Washington Post" is not.
    """
    occurrences = defaultdict[tuple[tuple[int, ...], bool], list[int]](list)
    capitals = [word.shape in CAPITALS for word in words]
    for place in read:
        if capitals[place]:
            opens = capitals[place + 1 : place + 2] == [True] and not (
                place and capitals[place - 1]
            )
            occurrences[words[place].ids, opens].append(place)
    several = [places for places in occurrences.values() if len(places) > 1]
    groups = np.repeat(np.arange(len(several)), [len(places) for places in several])
    return np.array([place for places in several for place in places], dtype=np.int64), groups


def _kinds(scores: Scores) -> Scores:
    """The log probabilities of no name and of each kind of name, tokens × 5."""
    likely = head_log_probabilities(scores, _NAMES)
    kinds: Scores = np.logaddexp(likely[:, 1::2], likely[:, 2::2])
    return np.column_stack([likely[:, 0], kinds])
