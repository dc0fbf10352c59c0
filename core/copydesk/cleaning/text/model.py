"""Which lines of a dump are the article's body: boosted trees, and the best choice by them."""

from collections.abc import Mapping

import numpy as np

from copydesk.cleaning.text.cues import CATEGORIES, LAST_FURNITURE
from copydesk.cleaning.text.features import Facts
from copydesk.cleaning.text.shapes import STARTS_WITH_DIGIT
from copydesk.cleaning.text.tables import Flags, Floats
from copydesk.cleaning.trees import forest_in, log_odds

_ENOUGH_WORDS = 200.0
"""Words up to which a line counts by its length."""
_WORTH = 0.85
"""What the trees' log-odds are worth on a site that they have not seen; by cross-validation."""
_COMMENT = CATEGORIES.index("comment") + 1
_ARTICLE_SHARE = 0.15
"""Share of the body's words above a heading "Comments" that speaks for the article's end."""
_ARTICLE_WORDS = 150
"""Words of body above such a heading."""
_BRIEF_WORDS = 40
"""The same where the heading has a number or dates stand below it."""
_COUNTED_SHARE = 0.05
"""The share there: a thread may be many times as long as the article."""
_BUTTON = 3.0
"""Times from which a phrase is what stands below each remark, "Report", and no heading."""
_DATES = 3
"""Lines with dates among the twelve below."""
_FAR = 3.0
"""Log-odds below the likeliest line from which a line that is unlikely anyway is not taken."""
_UNLIKELY = -2.0
_SHORT, _BELOW = 150, 3
"""Words of a short body, and lines below it among which its end may stand."""
_WORDED = 1.5
"""How much such a line must be worded like an article; furniture that is a sentence has less."""
_NAMING = 0.3
"""Share of its words with a capital below which it does not name those who helped to report."""
_POSSIBLE = -1.5
"""Log-odds that it needs."""
_CLEAN = 0.8
"""Share of a dump's words in body lines from which it may be an article alone."""


def body_lines(facts: Facts) -> Flags:
    """Mark the lines that are the article's body, one at the least."""
    scores = log_odds_of(facts)
    body = likeliest(scores, facts.words)
    body |= _ending(body, scores, facts)
    body = _without_phrases(_above_comments(body, facts), facts)
    return body | _unmarked(body, facts) if _is_clean(body, facts) else body


def likeliest(scores: Floats, words: Floats) -> Flags:
    """The lines, best first, of which the expected precision and recall add up to the most.

    Where all is doubtful more lines are taken than would be likely one by one: half of an article
    with some furniture is better than nothing (F-measure maximisation: Ye et al. 2012). But not
    lines that are much less likely than the best.
    """
    scores = _WORTH * scores
    size = np.minimum(words, _ENOUGH_WORDS)
    order = np.argsort(-scores, kind="stable")
    expected = np.cumsum((size / (1 + np.exp(-scores)))[order])
    gain = expected / np.cumsum(size[order]) + expected / expected[-1]
    body = np.zeros(len(scores), dtype=np.bool_)
    body[order[: int(np.argmax(gain)) + 1]] = True
    likely: Flags = scores >= min(float(scores.max()) - _FAR, _UNLIKELY)
    return body & likely


def log_odds_of(facts: Facts) -> Floats:
    """How likely each line is body: the log-odds."""
    forest = forest_in("text/body_trees.json", tuple(facts.columns))
    return log_odds(forest, rows_of(facts.columns))


def rows_of(columns: Mapping[str, Floats]) -> Floats:
    """A row a line, a column a feature."""
    return np.stack(list(columns.values()), axis=1)


def _above_comments(body: Flags, facts: Facts) -> Flags:
    """The body without what stands below the heading of readers' comments."""
    total = np.concatenate(([0.0], np.cumsum(facts.words * body)))
    columns = facts.columns
    # "34 responses to the council's plan"
    counted = (columns["start"] == STARTS_WITH_DIGIT) & ~facts.ends_sentence
    # "Comments (2)" is no line of an article, whatever the trees say
    whole = (columns["whole"] > 0) & (~body | (columns["digits"] > 0))
    heading = (columns["category"] == _COMMENT) & (whole | counted) & (columns["again"] < _BUTTON)
    sure = (columns["digits"] > 0) | (columns["dates_after12"] >= _DATES)
    least = np.where(sure, _BRIEF_WORDS, _ARTICLE_WORDS)
    share = np.where(sure, _COUNTED_SHARE, _ARTICLE_SHARE)
    article = (total[:-1] >= share * total[-1]) & (total[:-1] >= least)
    below = np.logical_or.accumulate(heading & article)
    found: Flags = body & ~below
    return found


def _without_phrases(body: Flags, facts: Facts) -> Flags:
    """The body without lines that are a phrase of furniture: "Share this", "Newsletter"."""
    columns = facts.columns
    found: Flags = body & ~((columns["whole"] > 0) & (columns["category"] <= LAST_FURNITURE))
    return found if found.any() else body


def _ending(body: Flags, scores: Floats, facts: Facts) -> Flags:
    """The sentences just below a short body that are worded like an article."""
    at = np.arange(len(body))
    last = at[body].max(initial=-1)
    near = (at > last) & (at <= last + _BELOW) & (facts.words[body].sum() <= _SHORT)
    worded = (facts.prose > 0) & (facts.columns["worded"] >= _WORDED)
    plain = (facts.columns["category"] == 0) & (facts.columns["capitals"] < _NAMING)
    found: Flags = near & worded & plain & (scores > _POSSIBLE)
    return found


def _is_clean(body: Flags, facts: Facts) -> bool:
    """Whether a dump seems to be an article alone: no line is a phrase of furniture."""
    columns = facts.columns
    furniture = (columns["whole"] > 0) & (columns["category"] <= LAST_FURNITURE)
    return not furniture.any() and facts.words[body].sum() >= _CLEAN * facts.words.sum()


def _unmarked(body: Flags, facts: Facts) -> Flags:
    """The sentences that nothing speaks against, and what stands between lines of the body."""
    plain = facts.columns["category"] == 0
    at = np.flatnonzero(body)
    inside = np.zeros(len(body), dtype=np.bool_)
    inside[at[0] : at[-1]] = True
    found: Flags = plain & (facts.ends_sentence | inside)
    return found
