"""How fast models read, side by side: words per CPU-second of one core.

    python tests/speed/bench_model.py TEXTS.jsonl[.gz] accurate fast spacy:en_core_web_sm

Each line has a `text`. A spaCy pipeline runs whole, parser and all, as its users run it. The
models take turns over all texts, so that a busy machine slows them alike.
"""

import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from copydesk.language import analyse, load_tagger

_ROUNDS = 3


def reader_of(model: str) -> Callable[[str], object]:
    """What reads one text with that model."""
    if model.startswith("spacy:"):
        import spacy

        return spacy.load(model.removeprefix("spacy:"))
    tagger = load_tagger(model)
    return lambda text: analyse(text, tagger)


def words_per_second(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """The speed of one pass over the texts."""
    begun = time.process_time()
    for text in texts:
        read(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - begun)


def main(path: Path, models: Sequence[str]) -> None:
    """Print each model's median speed, and how many times that of the last model it is."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    readers = {model: reader_of(model) for model in models}
    speeds: dict[str, list[float]] = {model: [] for model in models}
    for read in readers.values():
        read(texts[0])
    for _ in range(_ROUNDS):
        for model, read in readers.items():
            speeds[model].append(words_per_second(read, texts))
    last = statistics.median(speeds[models[-1]])
    for model, measured in speeds.items():
        median = statistics.median(measured)
        spread = f"{min(measured):,.0f} to {max(measured):,.0f}"
        print(f"{model:24} {median:8,.0f} words/s ({spread})  {median / last:.2f} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
