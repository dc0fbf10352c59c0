"""Whether the lines of a dump speak of what its longest run of prose speaks of."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.cleaning.text.tables import Flags, Floats
from copydesk.cleaning.text.wording import averaged

# A word with a capital that does not open the line: most are names, German nouns too
_CAPITAL = re.compile(r"(?<=[\w,;)’'”\" ] )[A-ZÀ-ÞА-Я][^\W\d_]{2,}")
_UNKNOWN = 0.3
"""Share of the names that stands for that of a line without any."""
_TOPIC_REACHES = (4, 12)
_NAME_REACHES = (8,)
_HEAVIEST = 60
"""Words up to which a line counts by its length."""
_TALKING = 4
"""Words from which a line speaks of anything."""
_MANY = 6
"""Names up to which a line counts by them."""
_ABOVE = 3
"""Lines above among which a line may stand that another opens with."""
_LABEL_WORDS, _LABEL_LETTERS, _OPENED_WORDS = 5, 5, 6
_REST = 5.0


def cohesion(texts: Sequence[str], words: Floats, topic: Floats, run: Flags) -> dict[str, Floats]:
    """The names that each line shares with the run's lines, and how the lines around it do.

    `topic` is the share of a line's words that the run has, `run` marks the run's lines of prose.
    """
    names = [frozenset(_CAPITAL.findall(text)) for text in texts]
    times = Counter(
        name for found, inside in zip(names, run, strict=True) if inside for name in found
    )
    shares = [
        _share(found, times, inside) for found, inside in zip(names, run.tolist(), strict=True)
    ]
    named, many = np.array(shares), np.array([len(found) for found in names], dtype=np.float64)
    talk = np.where(words >= _TALKING, np.minimum(words, _HEAVIEST), 0.0)
    opened = _opened(texts, words)
    return {
        "named": named,
        "names": many,
        **averaged("topic", topic, talk, _TOPIC_REACHES),
        **averaged("named", named, np.minimum(many, _MANY), _NAME_REACHES),
        "topic_left": _from_here_on(topic * talk) / (_from_here_on(talk) + _REST),
        "opened": opened,
        "opened+1": np.append(opened[1:], 0.0),
    }


def _share(names: frozenset[str], times: Counter[str], inside: bool) -> float:
    if not names:
        return _UNKNOWN
    return sum(times[name] > inside for name in names) / (len(names) + 0.5)


def _from_here_on(values: Floats) -> Floats:
    found: Floats = np.cumsum(values[::-1])[::-1]
    return found


def _opened(texts: Sequence[str], words: Floats) -> Floats:
    """How many lines above each line the short one stands that it opens with; 0 for none.

    So does what tells of an author under the name: "Ada Moss", "Ada Moss writes about …".
    """
    lower = [text.lower() for text in texts]
    label = (words <= _LABEL_WORDS) & np.array([len(text) >= _LABEL_LETTERS for text in texts])
    found = np.zeros(len(texts))
    for at in np.flatnonzero(words >= _OPENED_WORDS).tolist():
        above = (n for n in range(max(0, at - _ABOVE), at) if label[n])
        place = next((n for n in above if lower[at].startswith(lower[n])), at)
        found[at] = at - place
    return found
