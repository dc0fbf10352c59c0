"""Markdown out."""

import pytest

from copydesk.article import (
    Article,
    Block,
    BlockKind,
    Date,
    DateOrigin,
    DateType,
    DocumentDate,
    Entity,
    EntityType,
    Mention,
    Phrase,
    Quote,
    QuoteKind,
    Source,
    Span,
    Speaker,
)
from copydesk.writing import markdown


def article(text: str, *kinds: BlockKind, **fields: object) -> Article:
    """An article whose paragraphs are blocks of these kinds."""
    source = Source(format="text", bytes=1, encoding="utf-8", sha256="0")
    blocks, start = [], 0
    for kind, part in zip(kinds, text.split("\n\n", len(kinds) - 1), strict=True):
        blocks.append(Block(kind=kind, start=start, end=start + len(part)))
        start += len(part) + 2
    return Article(id="a", source=source, text=text, blocks=tuple(blocks), **fields)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (BlockKind.PARAGRAPH, "Plain words.", "Plain words."),
        (BlockKind.PARAGRAPH, "# no heading", "\\# no heading"),
        (BlockKind.PARAGRAPH, "1. no list", "1\\. no list"),
        (BlockKind.PARAGRAPH, "- no list", "\\- no list"),
        (
            BlockKind.PARAGRAPH,
            "5*3 [a] `b` <i> snake_case _em_",
            "5\\*3 \\[a\\] \\`b\\` \\<i> snake_case \\_em\\_",
        ),
        (BlockKind.HEADING, "A heading", "## A heading"),
        (BlockKind.LIST_ITEM, "an item", "- an item"),
        (BlockKind.BLOCKQUOTE, "one\n\ntwo", "> one\n>\n> two"),
        (BlockKind.CODE, "a = `b`", "```\na = `b`\n```"),
        (BlockKind.CODE, "```\nx", "````\n```\nx\n````"),
        (BlockKind.TABLE, "a | b\n1 | 2", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        (BlockKind.TABLE, "a\tb\n1\t2|3", "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |"),
    ],
    ids=[
        "plain",
        "hash",
        "number",
        "dash",
        "inline",
        "heading",
        "item",
        "quote",
        "code",
        "fence",
        "table",
        "tabs",
    ],
)
def test_a_block_is_written_so_that_it_renders_as_it_is(kind: BlockKind, text: str, expected: str):
    assert markdown(article(text, kind)) == expected + "\n"


def test_list_items_stand_together():
    kinds = (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
    assert markdown(article("one\n\ntwo\n\nend", *kinds)) == "- one\n- two\n\nend\n"


def test_everything_found_is_listed_once():
    text = "Mayor Ann Li said “Yes” on Monday. On Monday she left."
    monday = {"type": DateType.DATE, "value": "2020-03-09"}
    shown = markdown(
        article(
            text,
            BlockKind.PARAGRAPH,
            title='A "title"',
            authors=("Bo Ek",),
            published=DocumentDate(value="2020-03-10", origin=DateOrigin.GIVEN),
            entities=(
                Entity(
                    id="e1",
                    name="Ann Li",
                    type=EntityType.PER,
                    aliases=("Li",),
                    role=Phrase(text="Mayor", start=0, end=5),
                    mentions=(Mention(start=6, end=12, text="Ann Li"),),
                ),
            ),
            quotes=(
                Quote(
                    text="“Yes”",
                    spans=(Span(start=18, end=23),),
                    kind=QuoteKind.DIRECT,
                    speaker=Speaker(text="Ann Li", start=6, end=12, entity="e1", name="Ann Li"),
                ),
            ),
            dates=(
                Date(text="Monday", start=27, end=33, **monday),
                Date(text="Monday", start=38, end=44, **monday),
            ),
        )
    )
    assert shown == (
        '---\ntitle: "A \\"title\\""\nauthors: ["Bo Ek"]\npublished: "2020-03-10"\n---\n\n'
        '# A "title"\n\n' + text + "\n\n"
        "## Quotes\n\n- “Yes” — **Ann Li**\n\n"
        "## People\n\n- **Ann Li**, Mayor (also: Li)\n\n"
        "## Dates\n\n- **2020-03-09**: Monday\n"
    )
