"""What the samples come out as. `python tests/expected.py` writes it anew after a change.

Read the difference before you commit it: it is what users will see.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from copydesk import Article, Extractor, Failure, markdown
from copydesk.reading import paths_hold
from copydesk.writing import json_line, json_object

ROOT = Path(__file__).parent.parent
DUMPS = Path("samples", "dumps")  # below ROOT, where all this runs: ids are the same everywhere
ARTICLES = Path("samples", "articles")


def sample_files() -> list[Path]:
    """The raw dumps, sorted by name."""
    return sorted(DUMPS / p.name for p in (ROOT / DUMPS).iterdir())


def records_of(sample: Path) -> list[Article | Failure]:
    """What a sample comes out as."""
    documents = paths_hold([sample])
    return list(Extractor().extract_many(documents.items))


def outputs_of(sample: Path, records: list[Article | Failure]) -> Iterator[tuple[Path, bytes]]:
    """The expected files of a sample: JSON (Lines where it holds several), and Markdown."""
    if len(records) == 1:
        yield ARTICLES / f"{sample.stem}.json", json_object(records[0])
    else:
        yield ARTICLES / f"{sample.stem}.jsonl", b"".join(map(json_line, records))
    shown = [markdown(record) for record in records if isinstance(record, Article)]
    yield ARTICLES / f"{sample.stem}.md", "\n".join(shown).encode()


def main() -> None:
    """Write every expected file."""
    os.chdir(ROOT)
    ARTICLES.mkdir(exist_ok=True)
    for sample in sample_files():
        for path, content in outputs_of(sample, records_of(sample)):
            path.write_bytes(content)


if __name__ == "__main__":
    main()
