"""Repair of the tagger's spans: where a name begins and where it ends."""

import re
from collections.abc import Iterator, Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import not_names, titles
from copydesk.entities.words import Name, Words

_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = frozenset({"'s", "’s"})
_ABBREVIATIONS = frozenset(
    {"inc", "corp", "co", "ltd", "bros", "jr", "sr", "cos", "dept", "calif", "fla", "ala", "ariz"}
    | {
        "mass",
        "conn",
        "pa",
        "va",
        "md",
        "tenn",
        "okla",
        "ore",
        "wash",
        "wis",
        "ill",
        "mich",
        "minn",
    }
)
_INITIAL = re.compile(r"[A-Z]")
_OPEN, _CLOSE = "([", ")]"
_UNSURE = 0.9  # a name cut in two has halves that the tagger doubts


def repaired(names: Sequence[Name], words: Words) -> list[Name]:
    """The names with their edges set right, in text order; what names nobody is gone."""
    pieces = [p for name in names for p in _one_line(name, words)]
    pieces = [p for name in _stitched(pieces, words) for p in _without_and(name, words)]
    trimmed = (_balanced(_trimmed(p, words), words) for p in pieces)
    return [
        _completed(n, words) for n in trimmed if n.first < n.stop and _names_something(n, words)
    ]


def _one_line(name: Name, words: Words) -> Iterator[Name]:
    first = name.first
    for i in range(name.first + 1, name.stop + 1):
        if i == name.stop or words.lines[i] != words.lines[first]:
            yield name._replace(first=first, stop=i)
            first = i


def _stitched(names: Sequence[Name], words: Words) -> list[Name]:
    whole: list[Name] = []
    for name in names:
        if whole and _is_one(whole[-1], name, words):
            left = whole[-1]
            score = max(left.score, name.score)
            whole[-1] = Name(left.first, name.stop, _type_of_whole(left, name), score)
        else:
            whole.append(name)
    return whole


def _is_one(left: Name, right: Name, words: Words) -> bool:
    between = words.forms[left.stop : right.first]
    if words.lines[left.first] != words.lines[right.first]:
        return False
    if between == (".",):  # "D. Gough" in two
        return left.type is right.type is EntityType.PER and bool(
            _INITIAL.fullmatch(words.forms[left.stop - 1])
        )
    if between or max(left.score, right.score) > _UNSURE or left.type is EntityType.MISC:
        return False
    return words.forms[left.stop - 1][-1].isalnum() and words.forms[right.first][0].isupper()


def _type_of_whole(left: Name, right: Name) -> EntityType:
    types = {left.type, right.type}
    if EntityType.ORG in types and types <= {EntityType.ORG, EntityType.LOC, EntityType.MISC}:
        return EntityType.ORG
    return max(left, right, key=lambda name: name.score).type


def _without_and(name: Name, words: Words) -> Iterator[Name]:
    """ "Kerry and Lavrov" are two people; an organisation may have an "and"."""
    first = name.first
    if name.type in (EntityType.PER, EntityType.LOC):
        for i in range(name.first, name.stop):
            if words.forms[i] in ("and", "AND", "&", ";") and first < i:
                yield name._replace(first=first, stop=i)
                first = i + 1
    if first < name.stop:
        yield name._replace(first=first)


def _trimmed(name: Name, words: Words) -> Name:
    first, stop = name.first, name.stop
    while first < stop and not words.forms[first][0].isalnum() and words.forms[first] not in _OPEN:
        first += 1
    if first < stop - 1 and words.forms[first].lower() in _ARTICLES:
        first += words.key(first, stop) != "the hague"
    if name.type is EntityType.PER:
        first = _past_titles(first, stop, words)
    while first < stop and _hangs(stop - 1, first, words):
        stop -= 1
    return name._replace(first=first, stop=stop)


def _hangs(last: int, first: int, words: Words) -> bool:
    form = words.forms[last]
    if form in _POSSESSIVE:
        return True
    if form == ".":  # part of "Inc." but not of the sentence's end
        return words.forms[last - 1].lower() not in _ABBREVIATIONS
    return not form[-1].isalnum() and form not in _CLOSE and not form.endswith(".")


def _past_titles(first: int, stop: int, words: Words) -> int:
    """ "Secretary of State John Kerry" names John Kerry."""
    at = first
    while at < stop - 1 and words.forms[at].lower() in titles():
        at += 1
        if words.forms[at] == "of" and at + 3 < stop:
            at = stop - 2
    return at


def _balanced(name: Name, words: Words) -> Name:
    first, stop = name.first, name.stop
    depth = 0
    for i in range(first, stop):
        if words.forms[i] in _OPEN:
            depth, opened = depth + 1, i
        elif words.forms[i] in _CLOSE:
            depth -= 1
            if depth < 0:
                return name._replace(first=i + 1) if i == first else name._replace(stop=i)
    if depth == 0:
        return name
    if words.word(stop) in tuple(_CLOSE) and opened > first:
        return name._replace(stop=stop + 1)
    return name._replace(stop=opened) if opened > first else name._replace(first=opened + 1)


def _completed(name: Name, words: Words) -> Name:
    """Takes the full stop of "Salomon Bros." in."""
    last = words.forms[name.stop - 1].lower()
    ends = words.word(name.stop) == "." and not words.gap(name.stop)
    return name._replace(stop=name.stop + 1) if ends and last in _ABBREVIATIONS else name


def _names_something(name: Name, words: Words) -> bool:
    if not any(c.isalpha() for c in words.slice(name.first, name.stop)):
        return False
    if _touches(words, name.first, name.stop, "@"):
        return False
    if name.stop - name.first > 1:
        return True
    form = words.forms[name.first]
    return form.lower() not in not_names() or (name.type is EntityType.PER and len(form) > 2)


def _touches(words: Words, first: int, stop: int, mark: str) -> bool:
    before = words.word(first - 1) == mark and not words.gap(first)
    return before or (words.word(stop) == mark and not words.gap(stop))
