"""Which language a text is in, told by its script and its commonest function words."""

import json
import re
from collections import Counter, defaultdict
from functools import lru_cache
from importlib.resources import files

SAMPLE = 5_000
"""Characters looked at: more does not change the answer for prose."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# Scripts that stand for one language, in the order they are asked; Japanese before Chinese,
# for it is written with Chinese characters too.
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (language, re.compile(f"[{letters}]"))
    for language, letters in (
        ("ja", "\u3041-\u30ff"),
        ("ko", "\uac00-\ud7a3\u1100-\u11ff"),
        ("zh", "\u3400-\u4dbf\u4e00-\u9fff"),
        ("th", "\u0e01-\u0e5b"),
        ("lo", "\u0e81-\u0edf"),
        ("km", "\u1780-\u17ff"),
        ("my", "\u1000-\u109f"),
        ("el", "\u0370-\u03ff\u1f00-\u1fff"),
        ("he", "\u0590-\u05ff"),
        ("ka", "\u10a0-\u10ff"),
        ("hy", "\u0530-\u058f"),
        ("am", "\u1200-\u137f"),
        ("bn", "\u0980-\u09ff"),
        ("pa", "\u0a00-\u0a7f"),
        ("gu", "\u0a80-\u0aff"),
        ("ta", "\u0b80-\u0bff"),
        ("te", "\u0c00-\u0c7f"),
        ("kn", "\u0c80-\u0cff"),
        ("ml", "\u0d00-\u0d7f"),
        ("si", "\u0d80-\u0dff"),
    )
)

_SCRIPT_SHARE = 0.2
"""Share of a text's letters that makes it a script's; Japanese has this much kana at the least."""

_LEAST_HITS = 2
"""Function words needed before a guess is made."""

_LEAST_SHARE = 0.08
"""Share of words that are function words, below which the language is one that we do not know."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    source = files("copydesk.cleaning") / "data" / "stopwords.json"
    lists: dict[str, str] = json.loads(source.read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in lists.items()}


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each word the languages that have it; a word of many languages tells little."""
    owners: dict[str, list[str]] = {}
    for language, words in _lists().items():
        for word in words:
            owners.setdefault(word, []).append(language)
    return {word: tuple((one, 1 / len(own)) for one in own) for word, own in owners.items()}


def stopwords(language: str | None) -> frozenset[str]:
    """The commonest function words of a language, lower case; empty where we have none."""
    return _lists().get((language or "").split("-")[0].lower(), frozenset())


def language_of(text: str) -> str | None:
    """The language of a text as ISO 639-1, or None where it is too short or unknown.

    >>> language_of("Der Minister sagte, dass er nicht an der Sitzung teilnehmen werde.")
    'de'
    """
    sample = text[:SAMPLE]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        if not letters:
            return None
        for language, pattern in _SCRIPTS:
            if len(pattern.findall(sample)) > _SCRIPT_SHARE * letters:
                return language
    return _by_words(sample)


def _by_words(sample: str) -> str | None:
    votes: defaultdict[str, float] = defaultdict(float)
    hits: Counter[str] = Counter()
    weights = _weights()
    counts = Counter(_WORD.findall(sample.lower()))
    for word, count in counts.items():
        for language, weight in weights.get(word, ()):
            # The root keeps one word that is common by chance from outvoting many.
            votes[language] += weight * count**0.5
            hits[language] += count
    if not votes:
        return None
    best = max(sorted(votes), key=lambda language: votes[language] * hits[language] ** 0.5)
    known = hits[best] >= max(_LEAST_HITS, _LEAST_SHARE * counts.total())
    return best if known else None
