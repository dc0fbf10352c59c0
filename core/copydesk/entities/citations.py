"""Authors of papers as papers cite them: "Daly et al."."""

from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.owners import with_passed_over
from copydesk.entities.words import Name, Words

_SURE = 0.9  # as if the tagger had named them


def with_cited(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, with the first authors who were passed over."""
    cited = {
        i - 1
        for i, form in enumerate(words.forms)
        if form == "et" and words.word(i + 1).rstrip(".") == "al" and words.gap(i) == " "
        if words.word(i - 1)[:1].isupper()
    }
    found = (Name(i, i + 1, EntityType.PER, _SURE) for i in cited)
    return with_passed_over(names, found) if cited else list(names)
