"""Whole articles, written for these tests in the manner of scraped Canadian news: who says what.

Below the line `====` of each file stand the first words of its quotations with the name, or the
names, by which the speaker may be resolved: most have no speaker beside them.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from copydesk import Extractor
from copydesk.options import Options, Part
from copydesk.reading import raw_document

FOLDER = Path(__file__).parent / "articles"
FLOOR = 0.96  # share of the quotations with the right name; 0.98 when this was written


class Said(NamedTuple):
    words: str
    names: tuple[str, ...]


@pytest.fixture(scope="module")
def extractor():
    return Extractor(Options(only=frozenset({Part.QUOTES}), verbatim=True, language="en"))


def read(path):
    body, _, expected = path.read_text("utf-8").partition("\n====\n")
    lines = (line.partition(" = ") for line in expected.splitlines())
    return body.strip(), [Said(words, tuple(names.split("|"))) for words, _, names in lines]


def is_right(article, said):
    """Whether a quotation begins with (or, if none does, holds) the words and has the name."""
    pieces = [
        (article.text[s.start : s.end].lstrip("“\"'‘"), q) for q in article.quotes for s in q.spans
    ]
    found = [q for piece, q in pieces if piece.startswith(said.words)]
    found = found or [q for piece, q in pieces if said.words in piece]
    name = found[0].speaker.name if found and found[0].speaker else None
    return bool(name) and any(n in name for n in said.names)


def test_speakers_of_whole_articles_are_resolved_by_name(extractor):
    right, wrong = 0, []
    for path in sorted(FOLDER.glob("*.txt")):
        body, expected = read(path)
        (article,) = extractor.extract(raw_document(body, id=path.stem))
        misses = [f"{path.stem}: {s.words}" for s in expected if not is_right(article, s)]
        right += len(expected) - len(misses)
        wrong += misses
    assert right / (right + len(wrong)) >= FLOOR, wrong
