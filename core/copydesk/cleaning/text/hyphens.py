"""Words that a hyphen parts at a line's end."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from copydesk.cleaning.text.lines import Line

_HEAD = re.compile(r"[^\W\d_]+(?=[-‐]$)")
_TAIL = re.compile(r"[^\W\d_]+")
_SOFT_LEAST = 2
_SOFT_SHARE = 0.03
"""Lines that end with a hyphen, and their share, in a dump whose words were cut for the width.

Hyphens that words have anyway come at the ends of fewer.
"""


class Hyphens(NamedTuple):
    """How a dump hyphenates."""

    soft: bool
    """Whether it cuts words at line ends, as typesetters do."""
    words: Counter[str]
    """Its words in small letters; empty where no line ends with a hyphen."""
    stop: frozenset[str]
    """The function words of its language."""

    def before(self, left: str, right: str) -> str | None:
        """A line as the next goes on with its last word, None where that is whole.

        The hyphen goes where the dump cuts words, but for two that stand elsewhere by themselves.
        """
        head, tail = _HEAD.search(left[-40:]), _TAIL.match(right)
        if not head or not tail or not right[0].islower() or tail[0] in self.stop:
            return None
        compound = self.words[head[0].lower()] > 1 and self.words[tail[0].lower()] > 1
        return left if compound or not self.soft else left[:-1]


def hyphens_of(lines: Sequence[Line], stop: frozenset[str]) -> Hyphens:
    """How the lines hyphenate."""
    ending = sum(line.text[-1] in "-‐" and bool(_HEAD.search(line.text[-40:])) for line in lines)
    soft = ending >= max(_SOFT_LEAST, _SOFT_SHARE * len(lines))
    words = (word for line in lines for word in _TAIL.findall(line.text.lower()))
    return Hyphens(soft, Counter(words if ending else ()), stop)
