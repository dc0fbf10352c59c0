"""Headlines of other stories that a page links to."""

from collections.abc import Sequence

from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.verdicts import LINKED, Verdict

REASONS = frozenset(("read-also", "links", "aside"))

SHORTEST, LONGEST = 4, 28
"""Words of a headline; a script without spaces is measured in characters."""

NARROW = 12
"""Characters of such a script that a headline has at least."""

MOST = 30


def related_of(judged: Sequence[Verdict], title: str | None) -> tuple[str, ...]:
    """Give the linked headlines around the article, each once, the article's own left out."""
    bodies = [at for at, verdict in enumerate(judged) if verdict.is_body]
    if not bodies:
        return ()
    found = dict.fromkeys(
        _unlabelled(" ".join(piece.text.split()))
        for piece, reason in judged[bodies[0] :]
        if reason in REASONS
        and piece.linked > LINKED * len(piece.text)
        and _is_headline(piece.text)
    )
    found.pop(title or "", None)
    return tuple(found)[:MOST]


def _unlabelled(text: str) -> str:
    """Cut a "Read also:" off."""
    label, colon, rest = text.partition(": ")
    return rest if colon and furniture_reason(label + colon) else text


def _is_headline(text: str) -> bool:
    words = text.count(" ") + 1
    if not text.isascii() and words < SHORTEST:
        return len(text) >= NARROW and text.count(" ") * 10 < len(text)
    return SHORTEST <= words <= LONGEST and len(text) < 250
