"""How much words, and pairs of them, speak for an article: a logistic regression over lines."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix

from copydesk.cleaning.text.tables import Floats
from copydesk.cleaning.text.training.fit import minimised
from copydesk.cleaning.text.training.leaning import KnownLine
from copydesk.cleaning.text.wording import grams_of, scale_of

_LEAST_SITES = 4
"""Sites that have a word or pair before it counts."""
_RIDGE = 1.0
"""L2 penalty where lines weigh 1 in the mean, by cross-validation over sites."""
_STEPS = 40
_LEAST = 0.05
"""Weight from which a word or pair is kept."""


def wording_of(lines: Iterable[KnownLine]) -> dict[str, float]:
    """The weight of each word and pair of words that tells; the bias is left out."""
    trust: defaultdict[str, Floats] = defaultdict(lambda: np.zeros(2))
    sites: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        trust[line.text][int(line.is_body)] += line.trust
        sites[line.text].add(line.site)
    grams = {text: grams_of(text) for text in trust}
    known: defaultdict[str, set[str]] = defaultdict(set)
    for text, found in grams.items():
        for gram in found:
            known[gram] |= sites[text]
    names = sorted(gram for gram, where in known.items() if len(where) >= _LEAST_SITES)
    weights = _fitted(_rows(list(grams.values()), names), np.stack(list(trust.values())))
    return {
        name: weight
        for name, weight in zip(names, weights.tolist(), strict=True)
        if abs(weight) >= _LEAST
    }


def _rows(grams: list[set[str]], names: list[str]) -> csr_matrix:
    """A row a line, a column a name."""
    place = {name: at for at, name in enumerate(names)}
    columns = [sorted(place[gram] for gram in line if gram in place) for line in grams]
    sizes = [len(line) for line in columns]
    values = np.repeat([1 / scale_of(line) if line else 0.0 for line in grams], sizes)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    return csr_matrix((values, list(chain(*columns)), starts), shape=(len(grams), len(names)))


def _fitted(rows: csr_matrix, trust: Floats) -> Floats:
    """The columns' weights; `trust` is for each row that of its being furniture, and body."""
    trust = trust / trust.sum(axis=1).mean()
    whole, body = trust.sum(axis=1), trust[:, 1]
    turned = rows.T.tocsr()

    def loss(params: Floats) -> tuple[float, Floats]:
        score = rows @ params[:-1] + params[-1]
        error = whole / (1 + np.exp(-np.clip(score, -40, 40))) - body
        value = float(whole @ np.logaddexp(0, score) - body @ score)
        slope = np.append(turned @ error + _RIDGE * params[:-1], error.sum())
        return value + _RIDGE * float(params[:-1] @ params[:-1]) / 2, slope

    return minimised(loss, np.zeros(rows.shape[1] + 1), steps=_STEPS)[:-1]
