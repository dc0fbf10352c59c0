"""What the constants of indirect quotations are worth, with the shipped encoder or another one.

    python tests/quality/tune_quotes.py GOLD.jsonl.gz [--weights FILE] [--limit DOCUMENTS]

The gold is JSON Lines with `text` and `quotes` (start, end, kind), as `copydesk.training.evaluate`
reads it. The encoder runs once over each text; then every setting decodes its scores anew. Prints
precision, recall and F1 of indirect and mixed quotations, by an overlap of 0.8.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from copydesk.article import Article, Source
from copydesk.language import Analysis, TaggedSpan, load_tagger
from copydesk.language import decode as decoding
from copydesk.language.decode import Scores, line_starts, spans
from copydesk.language.encoder import Encoder
from copydesk.language.pieces import load_pieces
from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import Token, tokenise
from copydesk.language.vectors import load_vectors
from copydesk.quotes import find_quotes, indirect
from copydesk.training.evaluate import quote_scores
from copydesk.training.texts import lines_of

GAINS = (0.0, 2.0, 3.0, 4.0)  # nats that a source or a cue gains in the search
SURE = (0.6, 0.7, 0.8)  # probability of a content that no word of speech reports
SOURCE = Source(format="text", bytes=0, encoding="utf-8", sha256="")


class Scored(NamedTuple):
    """A gold record with what the encoder says of its text."""

    record: dict[str, Any]
    tokens: tuple[Token, ...]
    sentences: tuple[Token, ...]
    scores: Scores


def scored(encoder: Encoder, records: Sequence[dict[str, Any]]) -> Iterator[Scored]:
    """The records, each read by the encoder."""
    for record in records:
        tokens = tokenise(record["text"])
        sentences = sentence_spans(record["text"], tokens)
        yield Scored(record, tokens, sentences, encoder.scores(record["text"], tokens, sentences))


def quoted(found: Scored) -> Analysis:
    """The text with the quotations for contents, as the evaluation wants them."""
    text = found.record["text"]
    names, *others = spans(found.tokens, found.scores, line_starts(text, found.tokens))
    attributions = tuple(sorted(span for head in others for span in head))
    analysis = Analysis(text, found.tokens, found.sentences, tuple(names), attributions)
    article = Article(id="x", source=SOURCE, text=text, language="en")
    contents = (
        TaggedSpan(span.start, span.end, "content", 1.0)
        for quote in find_quotes(article, analysis)
        for span in quote.spans
    )
    return Analysis(text, found.tokens, found.sentences, (), tuple(sorted(contents)))


def main() -> None:
    """Prints one line a setting."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    encoder = load_tagger("default")
    if options.weights:
        encoder = Encoder(options.weights.read_bytes(), load_pieces(), load_vectors())
    assert isinstance(encoder, Encoder)
    records = [json.loads(line) for line in lines_of(options.gold)][: options.limit]
    documents = list(scored(encoder, records))
    for source, cue, sure in product(GAINS, GAINS, SURE):
        gains = {"content": 0.0, "source": source, "cue": cue}
        with patch.object(decoding, "_GAINS", gains), patch.object(indirect, "SURE", sure):
            rates = quote_scores((d.record, quoted(d)) for d in documents)
        print(f"source {source}  cue {cue}  sure {sure}  {rates['indirect+mixed, overlap']}")


if __name__ == "__main__":
    main()
