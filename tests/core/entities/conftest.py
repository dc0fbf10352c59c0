from collections.abc import Callable

import pytest

from copydesk.article import Article, Entity, Source
from copydesk.entities import find_entities
from copydesk.language import Analysis, TaggedSpan
from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import tokenise

Finder = Callable[..., tuple[Entity, ...]]


def analysed(marked: str, score: float) -> Analysis:
    """The analysis of a text whose tags are written into it: "[PER John Kerry] spoke.\""""
    text, names, at = "", [], 0
    while (opened := marked.find("[", at)) >= 0:
        if marked[opened + 1 : opened + 4] not in ("PER", "ORG", "LOC", "MIS"):
            text += marked[at : opened + 1]
            at = opened + 1
            continue
        closed = marked.index("]", opened)
        label, _, name = marked[opened + 1 : closed].partition(" ")
        text += marked[at:opened]
        names.append(TaggedSpan(len(text), len(text) + len(name), label, score))
        text += name
        at = closed + 1
    text += marked[at:]
    tokens = tokenise(text)
    return Analysis(text, tokens, sentence_spans(text, tokens), tuple(names))


SOURCE = Source(format="text", bytes=0, encoding="utf-8", sha256="")


@pytest.fixture
def find() -> Finder:
    """Finds the entities of an article whose text has its tags written into it."""

    def found(marked: str, score: float = 0.95, **fields: object) -> tuple[Entity, ...]:
        analysis = analysed(marked, score)
        return find_entities(Article(id="a", source=SOURCE, text=analysis.text, **fields), analysis)

    return found
