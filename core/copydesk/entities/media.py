"""Media known by their word or by what they do: Wikinews, Euronews, "The Guardian reported"."""

import re
from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import newspapers
from copydesk.entities.owners import with_passed_over
from copydesk.entities.words import Name, Words

_MEDIUM = re.compile(r"(?!Re|Si)[A-Z][\w-]+news")  # "Renews" and "Sinews" are common words
_REPORTS = re.compile(
    r"(?:add|call|claim|describe|note|publishe?|quote|report|reveal)(?:s|d|ed)|"
    r"cite[sd]|sa(?:ys|id)|writes|wrote"
)
_SURE = 0.9  # as if the tagger had named them


def with_media(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, these media organisations all, and those that were passed over."""
    media = {
        i
        for i, form in enumerate(words.forms)
        if _MEDIUM.fullmatch(form) or (form in newspapers() and _reports(i, words))
    }
    if not media:
        return list(names)
    found = [name for name in names if name.stop - name.first > 1 or name.first not in media]
    return with_passed_over(found, (Name(i, i + 1, EntityType.ORG, _SURE) for i in media))


def _reports(index: int, words: Words) -> bool:
    """Whether a word stands as in "the Guardian said"."""
    before, after = words.word(index - 1), words.word(index + 1)
    return before in ("The", "the") and _REPORTS.fullmatch(after) is not None
