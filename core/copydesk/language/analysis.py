"""The analysis of one text: tokens, sentences, and what the tagger found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import Token, tokenise


class TaggedSpan(NamedTuple):
    """A run of tokens that the tagger marked: `text[start:end]`, half open."""

    start: int
    end: int
    label: str
    """PER, ORG, LOC, MISC for names; content, source, cue for attributions."""
    score: float
    """The tagger's mean probability of its own tags over the run, 0 to 1."""


class Tags(NamedTuple):
    """All that a tagger finds in one text, each list in text order."""

    names: tuple[TaggedSpan, ...] = ()
    attributions: tuple[TaggedSpan, ...] = ()


class Tagger(Protocol):
    """Finds names, and attributions where it can; the tags of a text depend on it alone."""

    def tag(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Tags:
        """Tag one text, given its tokens and sentences."""
        ...


@dataclass(frozen=True, slots=True)
class Analysis:
    """What later stages need to know of a text; all offsets are code points of `text`."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Token, ...]
    """Half-open spans without the white space between them; none crosses a line break."""
    names: tuple[TaggedSpan, ...] = ()
    attributions: tuple[TaggedSpan, ...] = ()


def analyse(text: str, tagger: Tagger | None) -> Analysis:
    """Tokens and sentences of a text, with names and attributions if there is a tagger."""
    tokens = tokenise(text)
    sentences = sentence_spans(text, tokens)
    tags = tagger.tag(text, tokens, sentences) if tagger else Tags()
    return Analysis(text, tokens, sentences, tags.names, tags.attributions)
