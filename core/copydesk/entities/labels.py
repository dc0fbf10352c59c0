"""Initials that open the turns of an interview: "CW: How did you get the loan?"."""

from collections.abc import Sequence

from copydesk.article import EntityType
from copydesk.entities.words import Name, Words


def without_labels(names: Sequence[Name], words: Words) -> list[Name]:
    """The names less the initials of people who are named in the text."""
    labels = {name for name in names if _is_label(name, words)}
    if not labels:
        return list(names)
    people = {_initials(name, words) for name in names if name.type is EntityType.PER}
    return [n for n in names if n not in labels or words.forms[n.first] not in people]


def _is_label(name: Name, words: Words) -> bool:
    form = words.forms[name.first]
    return (
        name.stop - name.first == 1
        and form.isupper()
        and "\n" in words.gap(name.first)
        and words.word(name.stop) == ":"
    )


def _initials(name: Name, words: Words) -> str:
    parts = words.slice(name.first, name.stop).split()
    return "".join(part[0] for part in parts if part[0].isupper()) if len(parts) > 1 else ""
