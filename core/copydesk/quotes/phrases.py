"""Who speaks, by position alone: the noun phrase beside a reporting verb."""

from collections.abc import Sequence

from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Stretch

_LINKS = frozenset("&.-’'/")
_LONGEST = 14  # words of a phrase that names a speaker


def phrase_after(page: Page, lexicon: Lexicon, start: int, end: int) -> Stretch | None:
    """The noun phrase that begins at `start`: `said [a spokesman for the ministry] on Monday`."""
    words = page.words.inside(start, end)
    taken = 0
    for i in range(min(len(words), _LONGEST)):
        if not _goes_on(page.text, lexicon, words, i):
            break
        taken = i + 1
    while taken and _word(page.text, words[taken - 1]) in lexicon.determiners:
        taken -= 1
    return _stretch(words[:taken])


def phrase_before(page: Page, lexicon: Lexicon, start: int, end: int) -> Stretch | None:
    """The noun phrase that ends at `end`: `but [the mayor] also` said.

    An apposition is passed over: `[Ann Lee], a nurse,` said.
    """
    words = page.words.inside(start, end)
    last = len(words)
    while last and _is_adverbial(_word(page.text, words[last - 1]), lexicon):
        last -= 1
    if last > 2 and _word(page.text, words[last - 1]) == ",":
        return _before_apposition(page, lexicon, words[: last - 1])
    first = last
    while first and last - first < _LONGEST:
        word = _word(page.text, words[first - 1])
        if word in lexicon.subordinators or _is_break(page.text, words, first - 1):
            break
        first -= 1
    return _stretch(_without_adverbial(page.text, lexicon, words[first:last]))


def _before_apposition(page: Page, lexicon: Lexicon, words: Sequence[Stretch]) -> Stretch | None:
    """The phrase before the comma that opens an apposition, which ends with `words`."""
    begin = 0
    while begin < len(words) and (
        _is_mark(page.text, words[begin]) or _word(page.text, words[begin]) in lexicon.subordinators
    ):
        begin += 1
    head = (
        phrase_after(page, lexicon, words[begin].start, words[-1].end)
        if begin < len(words)
        else None
    )
    if head and head.end < words[-1].start:
        return head
    commas = [i for i, w in enumerate(words) if _word(page.text, w) == ","]
    if not commas:
        return None
    return phrase_before(page, lexicon, words[0].start, words[commas[-1]].start)


def _without_adverbial(text: str, lexicon: Lexicon, words: Sequence[Stretch]) -> Sequence[Stretch]:
    """`In Ottawa Ann Lee` is Ann Lee: what follows the last preposition's own phrase."""
    if not words or _word(text, words[0]) not in lexicon.prepositions:
        return words
    for i in range(len(words) - 1, 0, -1):
        if not text[words[i].start].isupper():
            return words[i + 1 :]
    return words[1:]


def _goes_on(text: str, lexicon: Lexicon, words: Sequence[Stretch], i: int) -> bool:
    word = _word(text, words[i])
    before = _word(text, words[i - 1]) if i else ""
    if i and (before in lexicon.pronouns):
        return False
    if word in lexicon.prepositions:
        follows = i + 1 < len(words) and words[i + 1].start < words[-1].end
        wanted = not text[words[i - 1].start].isupper() or word in {"of", "de", "di", "von"}
        return bool(i) and follows and wanted and word not in lexicon.times
    if word in {"and", "&"} and i:
        return i + 1 < len(words) and text[words[i + 1].start].isupper()
    if word in lexicon.subordinators or word in lexicon.auxiliaries or word in lexicon.verbs:
        return False
    if _is_break(text, words, i):
        return False
    return not (i and word in lexicon.times)


def _is_adverbial(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.auxiliaries or (word.endswith("ly") and len(word) > 4)


def _is_mark(text: str, word: Stretch) -> bool:
    return not text[word.start].isalnum() and text[word.start : word.end] not in {"'s", "’s"}


def _is_break(text: str, words: Sequence[Stretch], i: int) -> bool:
    """Whether a mark ends a phrase: not one inside a word, as in "45-year-old" and "AT&T"."""
    if not _is_mark(text, words[i]):
        return False
    inside = 0 < i < len(words) - 1 and words[i - 1].end == words[i].start
    return not (inside and words[i].end == words[i + 1].start and text[words[i].start] in _LINKS)


def _word(text: str, word: Stretch) -> str:
    return text[word.start : word.end].lower()


def _stretch(words: Sequence[Stretch]) -> Stretch | None:
    return Stretch(words[0].start, words[-1].end) if words else None
