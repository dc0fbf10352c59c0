"""The features of the lines of a dump, as codes for the line model."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copydesk.cleaning.dateline import dateline_of
from copydesk.cleaning.text.cues import CATEGORIES, cue_of
from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.shapes import ENDS, SENTENCE_ENDS, STARTS, Shape, shapes_of
from copydesk.cleaning.text.tables import Column, Flags, Floats, bucketed, coded, constant, crossed

_WORD_CUTS = (2, 3, 4, 6, 9, 13, 20, 35, 70)
_STOP_CUTS = (0.01, 0.12, 0.22, 0.32, 0.42)
_CAPITAL_CUTS = (0.12, 0.25, 0.45, 0.7, 0.99)
_COUNT_CUTS = (1, 2, 4)
_DIGIT_CUTS = (0.001, 0.05, 0.15, 0.4)
_SHARED_CUTS = (0.15, 0.3, 0.45, 0.6, 0.8)
_MASS_CUTS = (1, 20, 60, 120, 250, 500, 1000)
_LEANING_CUTS = (-1.2, -0.8, -0.5, -0.25, -0.01, 0.01, 0.3, 0.7, 1.2, 1.8)
_TELLING_CUTS = (0.3, 1.0, 2.0, 3.0, 5.0, 8.0)
_TELLING = 1.0
"""Weight from which a word speaks for furniture by itself."""
_WORDS_READ = 200
"""Words of a line that are weighed; more do not change the mean."""
_PLACE_CUTS = (0.001, 0.02, 0.1, 0.3, 0.6, 0.9, 0.98, 0.999)
_FAR_CUTS = (1, 2, 3, 4, 6, 10, 20, 50)
_REACHES = (3, 8, 20)
"""Lines to either side within which the prose is weighed."""
_BLANK_SHARE = 0.1
"""Share of lines with an empty one before them from which the dump parts paragraphs so."""
_SENTENCE_WORDS = 8
"""Words from which a line that ends a sentence counts as prose."""
_RUN_CUTS = (1, 2, 3, 5, 9, 17, 33)
_RUN_COST = 9.0
"""Words of prose that a line without any costs the run that the article is looked for in."""
_RUN_WORDS = 60.0
"""Words up to which a line counts for the run."""
_NOWHERE = 10**6
_LINES_CUTS = (2, 3, 5, 9, 17, 33, 65, 129)
"""Lines of a dump: a short one has little furniture."""

_SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’»)]{0,2}\s|[。！？]")
_COMMA = re.compile(r"[,;،、，；]")
_QUOTE = re.compile('["“”„«»「」『』]')
_SIGNS = (
    ("©", "(c)", "ⓒ"),
    ("|", "›", "»", "→", "►", "▶", ">"),
    ("http", "www."),
    ("@",),
    ("#",),
    ("{", "}", "=", "<"),
    ("•", "·", "★", "✓", "✕", "×", "+"),
    ("$", "€", "£", "%"),
    ("...", "…"),
    ("?",),
)
_DATES = (
    re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b|\b\d{4}[-./年]\s?\d{1,2}"),
    re.compile(r"\b\d{1,2}[:h.]\d\d\b"),
    re.compile(r"\b(?:19|20)\d\d\b"),
)
WORD = re.compile(r"[^\W\d_]{2,}")
"""A word that may lean towards body or furniture."""
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2}")


class Facts(NamedTuple):
    """What is known about the lines of a dump."""

    columns: dict[str, Column]
    words: Floats
    prose: Floats
    """Words of the lines that look like sentences, 0 for the others."""


def facts_of(lines: Sequence[Line], stop: frozenset[str], leanings: Mapping[str, float]) -> Facts:
    """All features of the lines; needs one line at the least.

    `stop` holds the function words of the dump's language, `leanings` how much a word leans
    towards furniture: the log-odds.
    """
    texts = [line.text for line in lines]
    shapes = shapes_of(texts, stop)
    words = np.array([shape.words for shape in shapes])
    size = bucketed(words, _WORD_CUTS)
    own = _own(texts, shapes)
    finished = coded(np.isin(own["end"].codes, SENTENCE_ENDS), 2)
    prose = np.where((finished.codes == 1) & (words >= _SENTENCE_WORDS), words, 0.0)
    told = own | _lexical(texts, leanings) | _topical(texts, prose)
    columns = {
        "bias": constant(len(lines), 0, 1),
        "size": size,
        **_with_size(told, size),
        "stop,capitals": crossed(own["stop"], own["capitals"]),
        "shout": coded([shape.shouted for shape in shapes], 2),
        "dateline": coded([dateline_of(text) is not None for text in texts], 2),
        "lines,size,finished": crossed(constant(len(lines), *_length(len(lines))), size, finished),
        **_layout(lines, size),
        **_around(size, own["end"], own["cue"], finished),
        **_masses(prose, size),
    }
    return Facts(columns, words, prose)


def _length(lines: int) -> tuple[int, int]:
    codes, size = bucketed([lines], _LINES_CUTS)
    return int(codes[0]), size


def _cue_code(text: str) -> int:
    cue = cue_of(text)
    return cue.category * 2 + cue.whole


def _own(texts: Sequence[str], shapes: Sequence[Shape]) -> dict[str, Column]:
    """Features of a line by itself."""
    long = np.array([len(text) for text in texts])
    digits = np.array([sum(map(str.isdigit, text)) for text in texts]) / long
    breaks = [len(_SENTENCE_BREAK.findall(text)) for text in texts]
    commas = [len(_COMMA.findall(text)) for text in texts]
    return {
        "end": coded([shape.end for shape in shapes], ENDS),
        "start": coded([shape.start for shape in shapes], STARTS),
        "stop": bucketed([shape.stop for shape in shapes], _STOP_CUTS),
        "capitals": bucketed([shape.capitals for shape in shapes], _CAPITAL_CUTS),
        "cue": coded([_cue_code(text) for text in texts], 2 * (len(CATEGORIES) + 1)),
        "breaks": bucketed(breaks, _COUNT_CUTS),
        "commas": bucketed(commas, _COUNT_CUTS),
        "digits": bucketed(digits, _DIGIT_CUTS),
        "quote": coded([bool(_QUOTE.search(text)) for text in texts], 2),
        "date": coded([_date_code(text) for text in texts], len(_DATES) + 1),
        "sign": coded([_sign_code(text) for text in texts], len(_SIGNS) + 1),
    }


def _with_size(columns: dict[str, Column], size: Column) -> dict[str, Column]:
    """The features by themselves, which few lines suffice to learn, and by the line's length."""
    return columns | {f"{name},size": crossed(one, size) for name, one in columns.items()}


def _date_code(text: str) -> int:
    if not any(map(str.isdigit, text)):
        return 0
    return next((n for n, pattern in enumerate(_DATES, 1) if pattern.search(text)), 0)


def _sign_code(text: str) -> int:
    lower = text.lower()
    return next((n for n, signs in enumerate(_SIGNS, 1) if any(s in lower for s in signs)), 0)


def _layout(lines: Sequence[Line], size: Column) -> dict[str, Column]:
    """Features of where lines stand and whether they come again."""
    times = Counter(line.text for line in lines)
    seen: set[str] = set()
    again = []
    for line in lines:
        again.append(min(times[line.text], 3) - 1 + 3 * (line.text in seen))
        seen.add(line.text)
    gap = coded([line.gap for line in lines], 3)
    blank = constant(len(lines), int(np.mean(gap.codes > 0) > _BLANK_SHARE), 2)
    indent = np.array([line.indent for line in lines])
    usual = _weighted_median(indent, np.array([len(line.text) for line in lines]))
    found = {"again": coded(again, 6), "bullet": coded([line.bullet for line in lines], 2)}
    return {
        **_with_size(found, size),
        "gap,after": crossed(blank, gap, gap.shifted(-1)),
        "indent": coded(np.sign(indent - usual) + 1, 3),
    }


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values, kind="stable")
    mass = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(mass, mass[-1] / 2)])


def _topical(texts: Sequence[str], prose: Floats) -> dict[str, Column]:
    """Where a line stands against the longest run of prose, and the words that it shares."""
    start, stop = _best_run(np.where(prose > 0, np.minimum(prose, _RUN_WORDS), -_RUN_COST))
    at = np.arange(len(texts))
    inside = (at >= start) & (at < stop)
    depth = bucketed(np.minimum(at - start, stop - 1 - at) + 1, _RUN_CUTS)
    above, below = bucketed(start - at, _RUN_CUTS), bucketed(at - stop + 1, _RUN_CUTS)
    outside = np.where(at < start, depth.size + above.codes, 2 * depth.size + below.codes)
    return {
        "run": coded(np.where(inside, depth.codes, outside), 3 * depth.size),
        "shared": bucketed(_shared(texts, prose > 0), _SHARED_CUTS),
        "topic": bucketed(_shared(texts, (prose > 0) & inside), _SHARED_CUTS),
    }


def _best_run(gains: Floats) -> tuple[int, int]:
    """The run of lines, half open, whose gains add up to the most (Kadane's method)."""
    total = np.concatenate(([0.0], np.cumsum(gains)))
    stop = int(np.argmax(total - np.minimum.accumulate(total)))
    return int(np.argmin(total[: stop + 1])), stop


def _shared(texts: Sequence[str], among: Flags) -> Floats:
    """Share of a line's long words that other lines have too, of those marked."""
    bags = [set(_CONTENT_WORD.findall(text.lower())) for text in texts]
    counts: Counter[str] = Counter()
    for bag, marked in zip(bags, among, strict=True):
        if marked:
            counts.update(bag)
    shared = np.zeros(len(texts))
    for at, bag in enumerate(bags):
        if bag:
            own = 1 if among[at] else 0
            shared[at] = sum(counts[word] > own for word in bag) / len(bag)
    return shared


def _lexical(texts: Sequence[str], leanings: Mapping[str, float]) -> dict[str, Column]:
    """Whether the words of a line are those of bodies or of furniture."""
    means, tellings = [], []
    for text in texts:
        words = WORD.findall(text.lower())[:_WORDS_READ]
        found = [leanings.get(word, 0.0) for word in words]
        means.append(sum(found) / (len(found) + 0.5))
        tellings.append(sum(weight for weight in found if weight > _TELLING))
    return {
        "leaning": bucketed(means, _LEANING_CUTS),
        "telling": bucketed(tellings, _TELLING_CUTS),
    }


def _around(size: Column, end: Column, cue: Column, finished: Column) -> dict[str, Column]:
    """Features of the lines before and after."""
    kind = crossed(coded(size.codes, 8), finished)
    out: dict[str, Column] = {}
    for by in (1, 2, -1, -2):
        out[f"kind{-by:+}"] = kind.shifted(by)
        out[f"cue{-by:+}"] = cue.shifted(by)
    for by in (1, -1):
        out[f"kind,kind{-by:+}"] = crossed(kind, kind.shifted(by))
        out[f"end{-by:+},size"] = crossed(end.shifted(by), size)
    out["kind-1,kind+1"] = crossed(kind.shifted(1), kind.shifted(-1))
    return out


def _masses(prose: Floats, size: Column) -> dict[str, Column]:
    """How much prose stands near, before and after; how far the nearest is."""
    total = np.concatenate(([0.0], np.cumsum(prose)))
    at = np.arange(len(prose))
    out: dict[str, Column] = {}
    for reach in _REACHES:
        before = total[at] - total[np.maximum(at - reach, 0)]
        after = total[np.minimum(at + 1 + reach, len(prose))] - total[at + 1]
        out |= _with_size({f"mass{reach}": bucketed(before + after, _MASS_CUTS)}, size)
        both = bucketed(before, _MASS_CUTS), bucketed(after, _MASS_CUTS)
        out[f"before{reach}"], out[f"after{reach}"] = both
        out[f"before{reach},after{reach}"] = crossed(*both)
    done = bucketed(total[at] / max(total[-1], 1.0), _PLACE_CUTS)
    left = bucketed(1 - total[at + 1] / max(total[-1], 1.0), _PLACE_CUTS)
    back, ahead = _distances(prose > 0)
    far = bucketed(back, _FAR_CUTS), bucketed(ahead, _FAR_CUTS)
    out |= {"place": done, "left": left, "back": far[0], "ahead": far[1]}
    out |= {"place,size": crossed(done, size), "place,left": crossed(done, left)}
    out["back,ahead"] = crossed(*far)
    return out


def _distances(here: Flags) -> tuple[Floats, Floats]:
    """Lines back to the last marked line and ahead to the next, the line itself apart."""
    at = np.arange(len(here))
    last = np.maximum.accumulate(np.where(here, at, -_NOWHERE))
    following = np.minimum.accumulate(np.where(here, at, _NOWHERE)[::-1])[::-1]
    back = at - np.concatenate(([-_NOWHERE], last[:-1]))
    ahead = np.concatenate((following[1:], [_NOWHERE])) - at
    return back.astype(np.float64), ahead.astype(np.float64)
