"""Who speaks, by position alone: the noun phrase beside a reporting verb."""

from collections.abc import Sequence

from copydesk.language.tokens import Token
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import Page, Stretch

LONGEST = 14  # words of a phrase that names a speaker
FURTHEST = 60  # words that are looked at for it
_LINKS = frozenset("&.-’'/")  # marks inside a word
_OF = frozenset({"of", "de", "du", "des", "di", "del", "della", "do", "da", "von", "der"})
_COORDINATES = frozenset({"and", "but", "et", "mais", "und", "aber", "y", "pero", "e", "ma", "mas"})
_AND = frozenset({"and", "&", "et", "und", "y", "e", "и"})


def phrase_after(page: Page, lexicon: Lexicon, start: int, end: int) -> Stretch | None:
    """The noun phrase that begins at `start`: `said [a spokesman for the ministry] on Monday`.

    A time before it is passed over; a name after a comma belongs to it: `said on Monday [the
    minister, Ann Lee], in Ottawa`.
    """
    words = _without_time(page.text, lexicon, page.words.first_inside(start, end, FURTHEST))
    taken = 0
    while taken < min(len(words), LONGEST) and _goes_on(page.text, lexicon, words, taken):
        taken += 1
    if not lexicon.articles:  # "сказала Анна Петрова журналистам": the dative is no part of it
        large = [i + 1 for i in range(taken) if page.text[words[i].start].isupper()]
        taken = large[-1] if large else taken
    while taken and _word(page.text, words[taken - 1]) in lexicon.determiners:
        taken -= 1
    return _stretch(page.text, words[: _with_apposed_name(page.text, words, taken)])


def phrase_before(page: Page, lexicon: Lexicon, start: int, end: int) -> Stretch | None:
    """The noun phrase that ends at `end`: `but [the mayor] also` said.

    An apposition is passed over, but for a name: `[Ann Lee], a nurse,` said.
    """
    words = page.words.last_inside(start, end, FURTHEST)
    last = len(words)
    while last and _is_adverbial(_word(page.text, words[last - 1]), lexicon):
        last -= 1
    if last and _word(page.text, words[last - 1]) in _COORDINATES:
        return _first_subject(page, lexicon, words[: last - 1])
    if last > 2 and _word(page.text, words[last - 1]) == ",":
        return _before_apposition(page, lexicon, words[: last - 1])
    first = last
    while first and last - first < LONGEST:
        word = _word(page.text, words[first - 1])
        joins = word in _AND and first < last and _joins_names(page.text, words, first - 1)
        ends = word in lexicon.subordinators and not joins
        if ends or _is_break(page.text, words, first - 1):
            break
        first -= 1
    return _stretch(page.text, _without_adverbial(page.text, lexicon, words[first:last]))


def _first_subject(page: Page, lexicon: Lexicon, words: Sequence[Token]) -> Stretch | None:
    """`[The nurses' union] welcomed it, but` warned: the subject of the verb before, by its -ed."""
    for i, word in enumerate(words):
        text = page.text[word.start : word.end]
        if i and text.islower() and (text.endswith("ed") or text in lexicon.auxiliaries):
            subject = phrase_after(page, lexicon, words[0].start, word.start)
            between = [_word(page.text, w) for w in words[:i] if subject and w.start >= subject.end]
            return subject if all(_says_when(b, lexicon) for b in between) else None
    return None


def _before_apposition(page: Page, lexicon: Lexicon, words: Sequence[Token]) -> Stretch | None:
    """The phrase before the comma that opens an apposition, which ends with `words`."""
    first = 0
    while first < len(words) and (
        _is_mark(page.text, words[first]) or _word(page.text, words[first]) in lexicon.subordinators
    ):
        first += 1
    if first == len(words):
        return None
    head = phrase_after(page, lexicon, words[first].start, words[-1].end)
    if head and (head.end < words[-1].start or "," in page.text[head.start : head.end]):
        return head
    commas = [w for w in words if _word(page.text, w) == ","]
    return phrase_before(page, lexicon, words[0].start, commas[-1].start) if commas else None


def _without_time(text: str, lexicon: Lexicon, words: Sequence[Token]) -> Sequence[Token]:
    """`lundi la ministre`, `el lunes la ministra`, `в понедельник министр`: the minister."""
    for i, word in enumerate(words[:3]):
        if _word(text, word) in lexicon.times:
            return words[i + 1 :]
        if _word(text, word) not in lexicon.prepositions | lexicon.determiners:
            break
    return words


def _with_apposed_name(text: str, words: Sequence[Token], taken: int) -> int:
    """How many words a phrase has with a name that a comma sets off: `her son, Marc Roy`."""
    if not 0 < taken < len(words) or _word(text, words[taken]) != ",":
        return taken
    if text[words[taken - 1].start].isupper() and taken < 2:
        return taken
    end = taken + 1
    while end < len(words) and text[words[end].start].isupper():
        end += 1
    return end if end - taken > 2 else taken


def _without_adverbial(text: str, lexicon: Lexicon, words: Sequence[Token]) -> Sequence[Token]:
    """`In Ottawa Ann Lee` is Ann Lee: what follows the last preposition's own phrase."""
    if not words or _word(text, words[0]) not in lexicon.prepositions:
        return words
    for i in range(len(words) - 1, 0, -1):
        if not text[words[i].start].isupper():
            return words[i + 1 :]
    return words[1:]


def _goes_on(text: str, lexicon: Lexicon, words: Sequence[Token], i: int) -> bool:
    """Whether the word `i` still belongs to the phrase that begins with the first."""
    word = _word(text, words[i])
    before = _word(text, words[i - 1]) if i else ""
    if (before in lexicon.pronouns and before not in lexicon.determiners) or word in lexicon.times:
        return False
    if word in lexicon.determiners and (i == 0 or _depends(text, lexicon, words, i)):
        return True
    if word in lexicon.prepositions:
        named = text[words[i - 1].start].isupper()
        return i > 0 and i + 1 < len(words) and (word in _OF or not named)
    if word in _AND:
        return _joins_names(text, words, i)
    if word in lexicon.subordinators or word in lexicon.auxiliaries or word in lexicon.verbs:
        return False
    return not _is_break(text, words, i)


def _depends(text: str, lexicon: Lexicon, words: Sequence[Token], i: int) -> bool:
    """Whether the article `i` opens what a noun belongs to: `Chef [der] Partei`, `jefe de [la]`."""
    between_nouns = _joins_names(text, words, i)
    return _word(text, words[i - 1]) in lexicon.prepositions or (
        between_nouns and _word(text, words[i]) in _OF
    )


def _joins_names(text: str, words: Sequence[Token], i: int) -> bool:
    """Whether the word `i` stands between two names: `Ann Lee and Marc Roy`."""
    return 0 < i < len(words) - 1 and all(text[words[j].start].isupper() for j in (i - 1, i + 1))


def _says_when(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.times or word in lexicon.prepositions


def _is_adverbial(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.auxiliaries or (word.endswith("ly") and len(word) > 4)


def _is_mark(text: str, word: Token) -> bool:
    return not text[word.start].isalnum() and text[word.start : word.end] not in {"'s", "’s"}


def _is_break(text: str, words: Sequence[Token], i: int) -> bool:
    """Whether a mark ends a phrase: not one inside a word, as in "45-year-old" and "AT&T"."""
    if not _is_mark(text, words[i]):
        return False
    inside = 0 < i < len(words) - 1 and words[i - 1].end == words[i].start
    if inside and text[words[i].start] in "'’" and text[words[i].start - 1] == "s":
        return False
    return not (inside and words[i].end == words[i + 1].start and text[words[i].start] in _LINKS)


def _word(text: str, word: Token) -> str:
    return text[word.start : word.end].lower()


def _stretch(text: str, words: Sequence[Token]) -> Stretch | None:
    """The words as one stretch, unless they are but marks and a lone 's."""
    if not any(text[w.start].isalnum() for w in words):
        return None
    return Stretch(words[0].start, words[-1].end)
