"""How fast quotations are found, without the model: words per CPU-second.

    python tests/speed/bench_quotes.py TEXTS.jsonl[.gz]

Each line has a `text`. The model runs once over each text first; its time is not counted.
"""

import gzip
import json
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from copydesk import Article
from copydesk.article import Source
from copydesk.entities import find_entities
from copydesk.language import analyse, load_tagger
from copydesk.quotes import find_quotes

SOURCE = Source(format="text", bytes=0, encoding="utf-8", sha256="")


def main(path: Path) -> None:
    """Print the speed over all texts of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    encoder = load_tagger("default")
    prepared = []
    for text in texts:
        analysis = analyse(text, encoder)
        article = Article(id="-", source=SOURCE, text=text, language="en")
        prepared.append((replace(article, entities=find_entities(article, analysis)), analysis))
    find_quotes(*prepared[0])
    begin = time.process_time()
    quotes = sum(len(find_quotes(article, analysis)) for article, analysis in prepared)
    seconds = time.process_time() - begin
    words = sum(len(text.split()) for text in texts)
    print(f"{words:,} words, {quotes:,} quotes, {words / seconds:,.0f} words per CPU-second")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
