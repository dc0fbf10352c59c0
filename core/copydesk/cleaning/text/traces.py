"""What photo desks, teasers and headlines leave in the lines of a dump, as numbers."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.cleaning.text.cues import WHOLE_DATE, caption_words
from copydesk.cleaning.text.tables import Flags, Floats
from copydesk.cleaning.text.vicinity import NOWHERE, common, shifted

Bags = Sequence[frozenset[str]]

_TAIL = 80
"""Characters at the end of a line in which its credit stands."""
_CREDIT_SIGNS = ("©", "photo:", "foto:", "photo by", "image:", "images/", "credit:", "(c)")
_PICTURE_WORDS = frozenset(
    (
        *("pictured", "photographed", "unseen", "poses", "posing", "handout", "screenshot"),
        *("archivbild", "archivfoto", "symbolbild", "symbolfoto", "aufnahme", "undatiertes"),
    )
)
# "… Lavrov (L) and …", "… Psaier (links), …", "(from left)"
_SIDE = re.compile(
    r"\((?:from )?(?:l|r|c|left|right|cent(?:er|re)|pictured|li|re|links|rechts|mitte|v\. ?l"
    r"|(?:à )?(?:gauche|droite)|izquierda|derecha|sinistra|destra|dx|sx|t\.?[hv]|file|back|front)"
    r"\b[^()]{0,25}\)",
    re.IGNORECASE,
)
_EDGE = 28
"""Letters of a line that stand for it where it is looked for in others."""
_LONG = 40
"""Letters from which a line is looked for."""
_OFTEN = 4.0
_ABOVE = 40
"""Lines above the run of prose among which the headline is guessed."""
_HEADLINE = range(3, 31)
"""Words of a headline."""
_DOUBT = 2
"""Words that are added to a headline's, so that a short one is believed less."""
_NEAR = 4
"""Lines to either side of which the headline's words are counted."""


def pictured(texts: Sequence[str], bags: Bags, dated: Flags) -> dict[str, Floats]:
    """Signs of a caption, in the line and beside it; `dated` are the lines with any date."""
    table = np.zeros((len(texts), 4))
    for at, (text, bag) in enumerate(zip(texts, bags, strict=True)):
        table[at, 0] = bool(dated[at]) and WHOLE_DATE.search(text) is not None
        table[at, 1] = not bag.isdisjoint(_PICTURE_WORDS) or (
            "(" in text and bool(_SIDE.search(text))
        )
        table[at, 2] = _credit(text[-_TAIL:].lower())
        table[at, 3] = text.rstrip("\"'”’»)]").endswith(("...", "…"))
    date, picture, credit, cut = table.T
    found = {"whole_date": date, "picture": picture, "credit": credit, "cut_short": cut}
    for step in (-1, 1):
        found[f"picture{step:+d}"] = shifted(picture, step)
        found[f"credit{step:+d}"] = shifted(credit, step)
    return found


def _credit(tail: str) -> int:
    """2 where a line ends like a credit, 1 where it has a word of credits there."""
    if any(sign in tail for sign in _CREDIT_SIGNS):
        return 2
    return not caption_words().isdisjoint(re.split(r"[\s/(),.:;|]+", tail))


def twins(texts: Sequence[str]) -> dict[str, Floats]:
    """How often a long line's first letters, and its last, come in the dump.

    A caption often stands twice, once as the picture's description or with its credit.
    """
    heads = [text[:_EDGE] if len(text) >= _LONG else "" for text in texts]
    tails = [text[-_EDGE:] if len(text) >= _LONG else "" for text in texts]
    return {"head_twins": _times(heads), "tail_twins": _times(tails)}


def _times(forms: Sequence[str]) -> Floats:
    times = Counter(forms)
    return np.minimum([times[form] if form else 0 for form in forms], _OFTEN)


def titled(bags: Bags, words: Floats, prose: Floats, run: tuple[int, int]) -> dict[str, Floats]:
    """Where a line stands to what may be the headline, and the words that it shares with it.

    The headline is guessed to be the line above the run of prose whose words come in it most.
    """
    title = _title(bags, words, prose, run)
    headline = bags[title] if title is not None else frozenset()
    shares = common(bags, headline)
    own = np.array([len(headline & bag) / max(len(bag), 1) for bag in bags])
    total = np.concatenate(([0.0], np.cumsum(shares)))
    at = np.arange(len(bags))
    near = total[np.minimum(at + _NEAR + 1, len(bags))] - total[np.maximum(at - _NEAR, 0)]
    past = at - title if title is not None else np.full(len(bags), NOWHERE)
    return {
        "title_words": shares,
        "of_title": own,
        "title_near": near,
        "past_title": np.clip(past, -NOWHERE, NOWHERE).astype(np.float64),
    }


def _title(bags: Bags, words: Floats, prose: Floats, run: tuple[int, int]) -> int | None:
    start, stop = run
    said = frozenset().union(*bags[start:stop])
    best, title = 0.0, None
    for at in range(max(0, start - _ABOVE), min(start + 1, len(bags))):
        if words[at] in _HEADLINE and len(bags[at]) > 1 and not prose[at]:
            share = len(bags[at] & said) / (len(bags[at]) + _DOUBT)
            if share >= best:  # of two equal lines the lower is the page's own headline
                best, title = share, at
    return title
