"""The page for reading: well-formed, escaped, with marks where the article has spans."""

from copydesk.article import (
    Article,
    Block,
    BlockKind,
    Date,
    DateType,
    Entity,
    EntityType,
    Mention,
    Quote,
    QuoteKind,
    Source,
    Span,
    Speaker,
)
from copydesk.writing import html

TEXT = 'Late\n\n"Go <now>," said Ann Lee on Monday.\n\nEggs\n\nMilk'


def span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def article(**known) -> Article:
    source = Source(format="text", bytes=1, encoding="utf-8", sha256="0")
    return Article(id="a", source=source, text=TEXT, **known)


FULL = article(
    title="A & B",
    url="javascript:alert(1)",
    blocks=(
        Block(kind=BlockKind.HEADING, **span("Late")),
        Block(kind=BlockKind.PARAGRAPH, **span(TEXT.split("\n\n")[1])),
        Block(kind=BlockKind.LIST_ITEM, **span("Eggs")),
        Block(kind=BlockKind.LIST_ITEM, **span("Milk")),
    ),
    entities=(
        Entity(
            id="e1",
            name='Ann "A" Lee',
            type=EntityType.PER,
            mentions=(Mention(text="Ann Lee", **span("Ann Lee")),),
        ),
    ),
    quotes=(
        Quote(
            text='"Go <now>,"',
            spans=(Span(**span('"Go <now>,"')),),
            kind=QuoteKind.DIRECT,
            speaker=Speaker(text="Ann Lee", **span("Ann Lee")),
        ),
    ),
    dates=(Date(text="Monday", type=DateType.DATE, value="2020-03-02", **span("Monday")),),
)


def test_the_body_has_its_blocks_and_marks():
    body = html(FULL).partition("<h1>")[2].partition("</article>")[0]
    assert body.splitlines() == [
        "A &amp; B</h1>",
        "<h2>Late</h2>",
        '<p><q>"Go &lt;now&gt;,"</q> said <span class="per" title="Ann &quot;A&quot; Lee">Ann Lee'
        '</span> on <time title="2020-03-02">Monday</time>.</p>',
        "<ul>",
        "<li>Eggs</li>",
        "<li>Milk</li>",
        "</ul>",
    ]


def test_who_said_what_is_listed():
    assert '<li>"Go &lt;now&gt;,"  — ' not in html(FULL)
    assert '<li>"Go &lt;now&gt;," — <strong>Ann Lee</strong></li>' in html(FULL)


def test_a_link_that_runs_code_is_not_written():
    assert "javascript" not in html(FULL)


def test_marks_that_cross_stay_well_formed():
    crossing = article(
        quotes=(
            Quote(text="x", spans=(Span(start=0, end=10),), kind=QuoteKind.DIRECT),
            Quote(text="x", spans=(Span(start=5, end=20),), kind=QuoteKind.DIRECT),
        )
    )
    shown = html(crossing)
    assert shown.count("<q>") == shown.count("</q>") == 1
