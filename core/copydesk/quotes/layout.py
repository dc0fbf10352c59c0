"""From a text's analysis to the page that the rules look at."""

import re
from collections.abc import Iterable, Iterator, Sequence

from copydesk.language import Analysis, TaggedSpan
from copydesk.language.tokens import Token
from copydesk.quotes.dashes import dash_regions, parted
from copydesk.quotes.interview import interview_turns
from copydesk.quotes.lexicon import Lexicon
from copydesk.quotes.page import InOrder, Page, Paragraph, Stretch
from copydesk.quotes.regions import quoted_regions

_HYPHENS = "-‐‑"
_SOFT_BREAK = 4  # characters of white space with which a line break may still be a wrapped line
_LONGEST_DETERMINER = 12
_BEFORE_NAME = re.compile(
    r" ((?:[a-zà-ÿ-]{2,20} ){1,3})(?=[A-ZÀ-Þ])"
)  # "Union [president ]Sam Roy"
_WORD_BEFORE = re.compile(r"(\w+)[ \xa0]$")
_LINE = re.compile(r"[^\n]+")


def lay_out(analysis: Analysis, lexicon: Lexicon, *, tagged: bool) -> Page:
    """Lay a text out for the rules, with the tagger's attributions or without them."""
    text = analysis.text
    by_label: dict[str, list[Stretch]] = {"content": [], "source": [], "cue": []}
    for start, end, label, score in analysis.attributions if tagged else ():
        by_label[label].append(Stretch(start, end, score))
    named = InOrder.of(analysis.names)
    paragraphs = list(_paragraphs(text, lexicon, {text[n.start : n.end] for n in named.items}))
    joined = _joined(text, lexicon, by_label["source"])
    sources = [w for s in joined for w in _whole(text, lexicon, named, s)]
    people = [Stretch(n.start, n.end) for n in analysis.names if n.label == "PER"]
    return Page(
        text=text,
        paragraphs=InOrder.of(paragraphs),
        regions=InOrder.of([Stretch(r.start, r.end) for p in paragraphs for r in p.regions]),
        words=InOrder.of(_words(text, analysis.tokens)),
        sentences=InOrder.of(analysis.sentences),
        contents=InOrder.of(by_label["content"]),
        sources=InOrder.of(sources),
        cues=InOrder.of(by_label["cue"]),
        people=InOrder.of(people),
        voices=frozenset(text[s.start : s.end].split()[-1] for s in sources),
        names=frozenset((n.start, n.end) for n in named.items),
        newcomers=frozenset(_first_full_names(text, people)),
    )


def _words(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens, those put together again that a hyphen joins: `45-year-old`, `dit-il`."""
    words: list[Token] = []
    reached = -1
    for token in tokens:
        start, end = token
        if start == reached and (text[start] in _HYPHENS or text[start - 1] in _HYPHENS):
            words[-1] = Token(words[-1].start, end)
        else:
            words.append(token)
        reached = end
    return words


def _joined(text: str, lexicon: Lexicon, sources: Iterable[Stretch]) -> list[Stretch]:
    """Sources that the tagger cut in two behind a preposition: `a spokesman for | the agency`."""
    whole: list[Stretch] = []
    for source in sources:
        if whole and text[whole[-1].end : source.start] == " ":
            start, end, score = whole[-1]
            if text[start:end].split()[-1] in lexicon.prepositions:
                whole[-1] = Stretch(start, source.end, min(score, source.score))
                continue
        whole.append(source)
    return whole


def _whole(
    text: str, lexicon: Lexicon, names: InOrder[TaggedSpan], source: Stretch
) -> Iterator[Stretch]:
    """A source without loose ends, with its determiner and the whole of its names."""
    start, end, score = source
    end = _without_loose_end(text, lexicon, source)
    while start < end and not text[start].isalnum() and text[start] != "@":
        start += 1
    words = text[start:end].lower().split()
    if not words or _is_clause(lexicon, words):
        return
    for name in names.over(start, end + 2 if text[end : end + 1] == " " else end):
        start, end = min(start, name.start), max(end, name.end)
    ahead = _BEFORE_NAME.match(text, end)
    if ahead and not any(lexicon.bounds_a_phrase(word) for word in ahead[1].split()):
        names_ahead = names.over(ahead.end(), ahead.end() + 1)
        end = next((n.end for n in names_ahead if n.label == "PER"), end)
    if text.startswith(", ", end) and text[start:end].split()[-1].islower():
        end = next((n.end for n in names.over(end + 2, end + 3) if n.label == "PER"), end)
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_DETERMINER), start)
    if before and before[1].lower() in lexicon.determiners and words[0] not in lexicon.determiners:
        start = before.start()
    yield Stretch(start, end, score)


def _without_loose_end(text: str, lexicon: Lexicon, source: Stretch) -> int:
    """Where a source ends without the marks, conjunctions and prepositions behind it.

    A preposition may end a relative clause: `Lee, who voted against`.
    """
    start, end, _ = source
    while end > start:
        if not text[end - 1].isalnum() and text[end - 1] not in ").'’":
            end -= 1
            continue
        rest, _, last = text[start:end].rpartition(" ")
        stays = last not in lexicon.prepositions or "," in rest
        if not rest or (stays and last not in lexicon.subordinators):
            break
        end = start + len(rest)
    return end


def _is_clause(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Whether a source is none but a clause: `he was not allowed to speak`."""
    subject = words[0] in lexicon.pronouns and len(words) > 1
    return subject and words[1] in lexicon.auxiliaries | lexicon.verbs


def _paragraphs(text: str, lexicon: Lexicon, names: Iterable[str]) -> Iterator[Paragraph]:
    bounds = list(_bounds(text))
    turns = interview_turns(text, bounds, names)
    for number, (start, end) in enumerate(bounds):
        if number in turns:
            regions = [turns[number]]
        else:
            quoted = quoted_regions(text, start, end)
            regions = dash_regions(text, start, end, lexicon) or [
                piece for region in quoted for piece in parted(text, region, lexicon)
            ]
        yield Paragraph(start, end, tuple(regions))


def _first_full_names(text: str, people: Sequence[Stretch]) -> Iterator[Stretch]:
    seen: set[str] = set()
    for person in people:
        name = text[person.start : person.end]
        if name not in seen and len(name.split()) > 1:
            yield person
        seen.add(name)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end: at line breaks, but for one in the middle of a sentence."""
    start = end = -1
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if not stripped:
            continue
        begin = line.start() + line[0].index(stripped[0])
        if end >= 0 and begin - end < _SOFT_BREAK and _goes_on(text[end - 1], stripped[0]):
            end = begin + len(stripped)
            continue
        if end >= 0:
            yield start, end
        start, end = begin, begin + len(stripped)
    if end >= 0:
        yield start, end


def _goes_on(last: str, first: str) -> bool:
    """Whether a line that ends and one that begins so are one sentence."""
    return last == "," or (first.islower() and last not in '.?!:;”"»')
