"""Letters run into one paragraph: who is addressed in them, and who signed the one before.

Dumps of mail, comments and newsletters lose their line breaks: "Thanks. Ann Bob, I faxed you".
"""

from collections import Counter
from collections.abc import Container, Sequence

from copydesk.article import EntityType
from copydesk.entities.lexicon import given_names, nicknames, not_names
from copydesk.entities.owners import with_passed_over
from copydesk.entities.words import Name, Words

_ADDRESS_MARKS = (",", ":")
_FULL_STOPS = frozenset(".!")
# What begins the sentence behind a salutation, in capitals behind a comma.
_OPENINGS = frozenset(
    {"A", "All", "Also", "An", "And", "Any", "Are", "As", "At", "Attached", "Be", "But", "By"}
    | {"Call", "Can", "Could", "Did", "Do", "Does", "For", "From", "Had", "Has", "Have", "Here"}
    | {"Hope", "How", "I", "If", "In", "Is", "It", "Just", "Let", "My", "No", "Not", "On", "Our"}
    | {"Per", "Please", "See", "Should", "So", "Sorry", "Take", "Thank", "Thanks", "That", "The"}
    | {"There", "These", "They", "This", "Those", "To", "We", "Well", "Were", "What", "When"}
    | {"Where", "Which", "Who", "Why", "Will", "Would", "Yes", "You", "Your"}
)
_SURE = 0.6  # as if the tagger had named them, and had doubts


def with_correspondents(names: Sequence[Name], words: Words) -> list[Name]:
    """The names, those of a writer and an addressee told apart, and those that were passed over."""
    mentions = Counter(words.forms[n.first : n.stop] for n in names)
    full = {form for form in mentions if len(form) > 1}
    ends = {n.stop for n in names}
    cut: list[Name] = []
    for name in names:
        is_once = mentions[words.forms[name.first : name.stop]] == 1
        at = _place_to_cut(name, words, ends, full) if is_once else None
        if at:
            cut.append(name._replace(stop=at, type=EntityType.PER))
        cut.append(name._replace(first=at or name.first))
    passed_over = (
        Name(i, i + 1, EntityType.PER, _SURE)
        for i, form in enumerate(words.forms)
        if form[0].isupper() and _is_given(i, i + 1, words)
        if _is_addressed(i + 1, words) or _signs(i, words)
    )
    return with_passed_over(cut, passed_over)


def _place_to_cut(
    name: Name, words: Words, ends: Container[int], full: Container[tuple[str, ...]]
) -> int | None:
    """Where the second begins of "Ann Bob, I faxed you", "Ann Ann Roe" and "Liz Elizabeth Roe".

    `ends` are the places where names end: what follows another name may be a letter's end. `full`
    are the forms of several words.
    """
    second = words.unit_after(name.first, name.stop)
    if second == name.stop:
        return None
    last = words.unit_before(name.stop, name.first)
    is_apart = (
        name.first in words.openers
        or name.first in ends
        or words.word(name.first - 1) == ","
        or words.forms[name.first : last] in full
    )
    is_salutation = words.word(name.stop) == "," and _is_addressed(name.stop, words)
    if name.type is EntityType.PER and is_apart and is_salutation:
        return last if _is_given(last, name.stop, words) else None
    third = words.unit_after(second, name.stop)
    given, other = words.key(name.first, second), words.key(second, third)
    is_twice = given == other or other in nicknames().get(given, ())
    is_longer = third < name.stop  # "Sirhan Sirhan" is one man
    return second if is_twice and is_longer and _is_given(name.first, second, words) else None


def _is_given(first: int, stop: int, words: Words) -> bool:
    form = words.slice(first, stop)
    low = form.lower()
    return form[0].isupper() and low in given_names() and low not in not_names()


def _is_addressed(stop: int, words: Words) -> bool:
    """Whether a sentence begins behind the comma behind a name."""
    return words.word(stop) in _ADDRESS_MARKS and words.word(stop + 1) in _OPENINGS


def _signs(index: int, words: Words) -> bool:
    """Whether a word is the last sentence of a line, and not all of it, as a heading would be."""
    stop = index + 1
    return (
        index in words.openers
        and "\n" not in words.gap(index)
        and "\n" in words.gap(stop + (words.word(stop) in _FULL_STOPS))
    )
