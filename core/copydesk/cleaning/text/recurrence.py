"""Which short lines come again in another wording, as those of a comment thread or a list do."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.cleaning.text.tables import Floats
from copydesk.cleaning.text.vicinity import sums

_SHORT = 14
"""Words of the longest line whose form is looked at."""
_OFTEN = 10.0
"""Times from which it does not matter how often a form comes."""
_RECURRENT = 3
"""Times from which a form makes its line recurrent."""
_STAMPS = 4
"""Times from which lines with figures are the dates of a thread or the rows of a table."""
_REACHES = (4, 12)
_STAMP_REACH = 8
"""Lines to either side within which recurrent lines, and such dates, are counted."""
_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")


def recurrence(texts: Sequence[str], words: Floats) -> dict[str, Floats]:
    """How often the forms of each short line come, and how many such lines stand near.

    The forms: the line but for its figures; its last two words, its last and its first; and for
    a line with figures the line but for them and its words.
    """
    table = np.zeros((len(texts), 5))
    short = np.flatnonzero(words <= _SHORT).tolist()
    forms = [_forms_of(texts[at]) for at in short]
    for place, column in enumerate(zip(*forms, strict=True)):
        times = Counter(column)
        table[short, place] = [times[form] if form else 0 for form in column]
    whole, tail, last, first, stamp = np.minimum(table, _OFTEN).T
    found = {"form_again": whole, "tail_again": last, "head_again": first, "stamp_again": stamp}
    recurrent = ((whole >= _RECURRENT) | (tail >= _RECURRENT)).astype(np.float64)
    for reach in _REACHES:
        found[f"forms_before{reach}"], found[f"forms_after{reach}"] = sums(recurrent, reach)
    before, after = sums((stamp >= _STAMPS).astype(np.float64), _STAMP_REACH)
    return found | {"stamps_near": before + after}


def _forms_of(text: str) -> tuple[str, str, str, str, str]:
    form = _FIGURES.sub("0", text.lower())
    words = form.split()
    tail = " ".join(words[-2:]) if len(words) > 1 else ""
    stamp = _LETTERS.sub("a", form) if "0" in form else ""
    return form, tail, words[-1], words[0], stamp
