"""The standfirst of an article that no meta element describes."""

from collections.abc import Sequence

from copydesk.article import BlockKind
from copydesk.cleaning.features import Matrix
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.metadata.bylines import is_byline
from copydesk.cleaning.verdicts import COLUMN, Verdict

BELOW = 8
"""Pieces below the headline among which it stands."""

OTHERS = frozenset(
    ("author-note", "time", "credit", "caption", "share", "tags", "comments", "consent", "links")
)
"""What else stands there."""

SHORTEST, LONGEST = 25, 500
"""Characters of a standfirst."""


def standfirst_of(judged: Sequence[Verdict], rows: Matrix) -> str | None:
    """Give the piece that is marked up as a standfirst, or else a heading right below the headline.

    It may have been taken for the start of the body or not: papers disagree about that.
    """
    heads = [at for at, verdict in enumerate(judged) if verdict.reason == "headline"]
    if not heads:
        return None
    below = range(heads[0] + 1, min(heads[0] + 1 + BELOW, len(judged)))
    marked = [at for at in below if rows[at, COLUMN["own_lead"]] and _is_telling(judged[at])]
    next_to = below[:1] if judged[heads[0]].piece.kind is BlockKind.HEADING else below[:0]
    lower = [
        at
        for at in next_to
        if judged[at].piece.kind is BlockKind.HEADING and _is_telling(judged[at])
    ]
    return next((" ".join(judged[at].piece.text.split()) for at in (*marked, *lower)), None)


def _is_telling(verdict: Verdict) -> bool:
    text = verdict.piece.text
    return (
        SHORTEST <= len(text) <= LONGEST
        and not verdict.piece.linked
        and verdict.reason not in OTHERS
        and furniture_reason(text) is None
        and not is_byline(text)
    )
