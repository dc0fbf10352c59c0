"""What is known of each line of a dump by itself, as numbers for the line model."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from copydesk.cleaning.dateline import dateline_of
from copydesk.cleaning.text.cohesion import cohesion
from copydesk.cleaning.text.cues import cue_of
from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.recurrence import recurrence
from copydesk.cleaning.text.shapes import SENTENCE_ENDS, Shape, shapes_of
from copydesk.cleaning.text.tables import Flags, Floats, Lexicon
from copydesk.cleaning.text.traces import pictured, titled, twins
from copydesk.cleaning.text.vicinity import around, masses, outlined, run_of
from copydesk.cleaning.text.wording import worded

SENTENCE_WORDS = 8
"""Words from which a line that ends a sentence counts as prose."""
_TELLING = 1.0
"""Weight from which a word speaks for furniture by itself."""
_WORDS_READ = 200
"""Words of a line that are weighed; more do not change the mean."""
_OFTEN = 5
"""Times from which it does not matter how often a line stands in a dump."""

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
_ANY_SIGN = re.compile("|".join(re.escape(sign) for signs in _SIGNS for sign in signs))
_DATES = (
    re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b|\b\d{4}[-./年]\s?\d{1,2}"),
    re.compile(r"\b\d{1,2}[:h.]\d\d\b"),
    re.compile(r"\b(?:19|20)\d\d\b"),
)
WORD = re.compile(r"[^\W\d_]{2,}")
"""A word that may lean towards body or furniture."""
CONTENT_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2}")


class Facts(NamedTuple):
    """What is known about the lines of a dump."""

    columns: dict[str, Floats]
    """The features by name."""
    words: Floats
    prose: Floats
    """Words of the lines that look like sentences, 0 for the others."""

    @property
    def ends_sentence(self) -> Flags:
        """The lines that end a sentence."""
        return np.isin(self.columns["end"], SENTENCE_ENDS)


def facts_of(lines: Sequence[Line], stop: frozenset[str], lexicon: Lexicon) -> Facts:
    """All features of the lines; needs one line at the least.

    `stop` holds the function words of the dump's language, `lexicon` what words say of a line.
    """
    texts = [line.text for line in lines]
    shapes = shapes_of(texts, stop)
    words = np.array([shape.words for shape in shapes])
    own = _shape(texts, shapes) | _marks(texts) | _lexical(texts, lexicon.leanings) | _layout(lines)
    prose = np.where(np.isin(own["end"], SENTENCE_ENDS) & (words >= SENTENCE_WORDS), words, 0.0)
    bags = [frozenset(CONTENT_WORD.findall(text.lower())) for text in texts]
    own["words"], own["prose"] = np.log1p(words), np.log1p(prose)
    run = run_of(prose)
    own |= outlined(bags, prose, words, own["category"], run) | recurrence(texts, words)
    own |= pictured(texts, bags, own["date"] > 0) | twins(texts) | titled(bags, words, prose, run)
    inside = (prose > 0) & _within(run, len(texts))
    found = around(own) | masses(own, words, prose) | worded(texts, lexicon.wording, words)
    return Facts(own | found | cohesion(texts, words, own["topic"], inside), words, prose)


def _within(run: tuple[int, int], lines: int) -> Flags:
    at = np.arange(lines)
    return (at >= run[0]) & (at < run[1])


def _shape(texts: Sequence[str], shapes: Sequence[Shape]) -> dict[str, Floats]:
    long = np.array([len(text) for text in texts], dtype=np.float64)
    table = np.array(
        [
            (s.end, s.start, s.stop, s.first_stop, s.last_stop, s.capitals, s.shouted, s.words)
            for s in shapes
        ],
        dtype=np.float64,
    )
    names = ("end", "start", "stop", "first_stop", "last_stop", "capitals", "shout", "words")
    return dict(zip(names, table.T, strict=True)) | {"word_length": long / table[:, -1]}


def _marks(texts: Sequence[str]) -> dict[str, Floats]:
    """Features of the signs, figures and furniture phrases in a line."""
    table = np.array([_marks_of(text) for text in texts], dtype=np.float64)
    names = (
        *("category", "whole", "breaks", "commas", "digits", "quote", "date", "sign"),
        "dateline",
    )
    return dict(zip(names, table.T, strict=True))


def _marks_of(text: str) -> tuple[float, ...]:
    cue = cue_of(text)
    return (
        cue.category,
        cue.whole,
        len(_SENTENCE_BREAK.findall(text)),
        len(_COMMA.findall(text)),
        sum(map(str.isdigit, text)) / len(text),
        bool(_QUOTE.search(text)),
        _date_code(text),
        _sign_code(text),
        text.count(" ") >= SENTENCE_WORDS and dateline_of(text) is not None,
    )


def _date_code(text: str) -> int:
    if not any(map(str.isdigit, text)):
        return 0
    return next((n for n, pattern in enumerate(_DATES, 1) if pattern.search(text)), 0)


def _sign_code(text: str) -> int:
    lower = text.lower()
    if not _ANY_SIGN.search(lower):
        return 0
    return next((n for n, signs in enumerate(_SIGNS, 1) if any(s in lower for s in signs)), 0)


def _lexical(texts: Sequence[str], leanings: Mapping[str, float]) -> dict[str, Floats]:
    """Whether the words of a line are those of bodies or of furniture."""
    means, tellings = [], []
    for text in texts:
        words = WORD.findall(text.lower())[:_WORDS_READ]
        found = [leanings.get(word, 0.0) for word in words]
        means.append(sum(found) / (len(found) + 0.5))
        tellings.append(sum(weight for weight in found if weight > _TELLING))
    return {"leaning": np.array(means), "telling": np.array(tellings)}


def _layout(lines: Sequence[Line]) -> dict[str, Floats]:
    """Features of where lines stand and whether they come again."""
    times = Counter(line.text for line in lines)
    seen: Counter[str] = Counter()
    before = []
    for line in lines:
        before.append(min(seen[line.text], _OFTEN))
        seen[line.text] += 1
    gap = np.array([line.gap for line in lines], dtype=np.float64)
    indent = np.array([line.indent for line in lines])
    usual = _weighted_median(indent, np.array([len(line.text) for line in lines]))
    return {
        "again": np.array([min(times[line.text], _OFTEN) for line in lines], dtype=np.float64),
        "seen": np.array(before, dtype=np.float64),
        "bullet": np.array([line.bullet for line in lines], dtype=np.float64),
        "gap": gap,
        "gap_after": np.append(gap[1:], 1.0),
        "blank": np.full(len(lines), np.mean(gap > 0)),
        "indent": np.sign(indent - usual),
    }


def _weighted_median(values: Floats, weights: Floats) -> float:
    order = np.argsort(values, kind="stable")
    mass = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(mass, mass[-1] / 2)])
