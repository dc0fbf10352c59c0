"""Which lines of a dump are the article's body: the learned line model applied."""

import numpy as np

from copydesk.cleaning.text.cues import CATEGORIES
from copydesk.cleaning.text.features import Facts
from copydesk.cleaning.text.shapes import SENTENCE_ENDS
from copydesk.cleaning.text.tables import Flags, Floats, tables

_BESIDE = 3
"""Lines from a body line within which a doubtful paragraph is believed to go on with it."""
_DOUBTFUL = -1.3
"""Log-odds down to which a paragraph is doubtful."""
_UNLIKELY = -3.0
"""The same in a dump of up to _FEW_LINES lines: the dumps learned from are whole pages."""
_FEW_LINES = 20
_QUOTED_WORDS = 3
_MOSTLY = 0.5
"""Share of a dump's words in body lines if it is an article alone, of the body's if it is over."""
_ARTICLE_WORDS = 80
"""Words of body above a heading "Comments" that speaks for the end of the article."""
_COMMENTS = 2 * (CATEGORIES.index("comment") + 1) + 1
"""The code of a line that is such a heading and nothing else."""
_FURNITURE = CATEGORIES.index("legal") + 1
"""The kinds of phrase up to this one are no part of an article."""
_PARAGRAPH_WORDS = 15
"""Words from which a line that ends a sentence is a paragraph."""


def body_lines(facts: Facts) -> Flags:
    """Mark the lines that are the article's body; where none seems to be, the likeliest."""
    scores = tables("body").scores(facts.columns)
    sure = scores > 0
    if not sure.any():
        sure = facts.prose > 0 if facts.prose.any() else scores == scores.max()
    body = _above_comments(sure | _continued(scores, sure, facts), facts)
    return body | _unmarked(body, facts) if _is_clean(body, facts) else body


def _above_comments(body: Flags, facts: Facts) -> Flags:
    """The body without what stands below the heading of readers' comments."""
    total = np.concatenate(([0.0], np.cumsum(facts.words * body)))
    below = (total[:-1] >= _MOSTLY * total[-1]) & (total[:-1] >= _ARTICLE_WORDS) & ~body
    found = np.flatnonzero(below & (facts.columns["cue"].codes == _COMMENTS))
    if not len(found):
        return body
    above: Flags = body & (np.arange(len(body)) < found[0])
    return above


def _is_clean(body: Flags, facts: Facts) -> bool:
    """Whether a dump seems to be an article alone: no line is a phrase of furniture."""
    cue = facts.columns["cue"].codes
    furniture = (cue % 2 == 1) & (cue // 2 <= _FURNITURE)
    return not furniture.any() and facts.words[body].sum() >= _MOSTLY * facts.words.sum()


def _unmarked(body: Flags, facts: Facts) -> Flags:
    """The sentences that nothing speaks against, and what stands between lines of the body."""
    plain = facts.columns["cue"].codes == 0
    at = np.flatnonzero(body)
    inside = np.zeros(len(body), dtype=np.bool_)
    inside[at[0] : at[-1]] = True
    sentences = np.isin(facts.columns["end"].codes, SENTENCE_ENDS)
    found: Flags = plain & (sentences | inside)
    return found


def _continued(scores: Floats, sure: Flags, facts: Facts) -> Flags:
    """The doubtful lines by which the body goes on: a paragraph, a quotation, the next sentence."""
    total = np.concatenate(([0], np.cumsum(sure)))
    at = np.arange(len(sure))
    before = total[at] - total[np.maximum(at - _BESIDE, 0)]
    after = total[np.minimum(at + _BESIDE + 1, len(sure))] - total[at + 1]
    paragraphs: Flags = (
        (scores > _DOUBTFUL) & (facts.prose >= _PARAGRAPH_WORDS) & (before + after > 0)
    )
    quotations: Flags = (scores > _DOUBTFUL) & _quotations(facts) & (before > 0)
    follows = np.concatenate(([False], sure[:-1]))
    least = _UNLIKELY if len(sure) <= _FEW_LINES else _DOUBTFUL
    plain = facts.columns["cue"].codes == 0
    sentences: Flags = (scores > least) & (facts.prose > 0) & plain & follows
    found: Flags = paragraphs | quotations | sentences
    return found


def _quotations(facts: Facts) -> Flags:
    """The lines that have a quotation mark in them and end a sentence."""
    ends = np.isin(facts.columns["end"].codes, SENTENCE_ENDS)
    found: Flags = ends & (facts.columns["quote"].codes == 1) & (facts.words >= _QUOTED_WORDS)
    return found
