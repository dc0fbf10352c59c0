"""Articles for the tests of quotations: texts written here, with entities named by hand."""

import pytest

from copydesk.article import Article, Entity, EntityType, Mention, Phrase, Source
from copydesk.language import Analysis, TaggedSpan, analyse

SOURCE = Source(format="text", bytes=0, encoding="utf-8", sha256="")


@pytest.fixture
def article_of():
    """A function from text, names and the words that stand for each name to an article."""

    def build(text, people=(), bodies=(), language="en", authors=(), roles=None):
        entities = [_entity(text, "PER", forms, roles or {}) for forms in people]
        entities += [_entity(text, "ORG", forms, {}) for forms in bodies]
        return Article(
            id="a",
            source=SOURCE,
            text=text,
            language=language,
            authors=authors,
            entities=tuple(entities),
        )

    return build


@pytest.fixture
def tagged():
    """A function from text and words marked with content, source or cue to an analysis."""

    def build(text, *marked, score=0.99):
        plain = analyse(text, None)
        spans = []
        for label, words in marked:
            start = text.index(words)
            spans.append(TaggedSpan(start, start + len(words), label, score))
        return Analysis(text, plain.tokens, plain.sentences, (), tuple(sorted(spans)))

    return build


def _entity(text, kind, forms, roles):
    mentions, taken = [], set()
    for form in sorted(forms, key=len, reverse=True):
        at = text.find(form)
        while at >= 0:
            if at not in taken:
                mentions.append(Mention(start=at, end=at + len(form), text=form))
                taken.update(range(at, at + len(form)))
            at = text.find(form, at + 1)
    role = roles.get(forms[0], "")
    begin = max(0, text.find(role))
    return Entity(
        id=forms[0],
        name=forms[0],
        type=EntityType(kind),
        aliases=tuple(forms[1:]),
        role=Phrase(text=role, start=begin, end=begin + len(role)) if role else None,
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
    )
