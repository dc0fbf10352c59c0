"""How long the entities stage takes for very many mentions in one document.

    python tests/speed/bench_entities.py [MENTIONS]

Prints the CPU seconds for each kind of document; the default is 50,000 mentions.
"""

import random
import sys
import time
from collections.abc import Callable

from copydesk.article import Article, EntityType, Source
from copydesk.entities import find_entities
from copydesk.entities.grouping import groups_of
from copydesk.entities.words import tagged_names, words_of
from copydesk.language import Analysis, TaggedSpan
from copydesk.language.sentences import sentence_spans
from copydesk.language.tokens import tokenise

_GIVEN = ("Ann", "Ben", "Carl", "Dora", "Egon", "Fay", "Gus", "Hal", "Ida", "Jack", "J.", "A.")


def _word(dice: random.Random) -> str:
    return "".join(dice.choices("abcdefghiklmnoprstuvz", k=7)).title()


def _distinct(dice: random.Random) -> tuple[str, str]:
    return f"{_word(dice)} {_word(dice)}", "PER"


def _one_surname(dice: random.Random) -> tuple[str, str]:
    return dice.choice(("Smith", f"{_word(dice)} Smith", f"{dice.choice(_GIVEN)} Smith")), "PER"


def _organisations(dice: random.Random) -> tuple[str, str]:
    long = f"Bank of {_word(dice)} {_word(dice)}"
    return dice.choice((long, "".join(dice.choices("ABCD", k=3)), "Bank")), "ORG"


def _article_like(dice: random.Random) -> tuple[str, str]:
    name = dice.choice(("Smith", "John Smith", "Mr Smith", "Acme Corp", "Acme", "France", "UN"))
    kind = {"Acme Corp": "ORG", "Acme": "ORG", "UN": "ORG", "France": "LOC"}.get(name, "PER")
    return name, kind


def document(kind: Callable[[random.Random], tuple[str, str]], mentions: int) -> Analysis:
    """A text of short sentences with one name each."""
    dice = random.Random(1)
    parts: list[str] = []
    names: list[TaggedSpan] = []
    at = 0
    for _ in range(mentions):
        name, label = kind(dice)
        names.append(TaggedSpan(at, at + len(name), EntityType(label), 0.9))
        parts.append(f"{name} said so today. ")
        at += len(parts[-1])
    text = "".join(parts)
    tokens = tokenise(text)
    return Analysis(text, tokens, sentence_spans(text, tokens), tuple(names))


def main() -> None:
    """Times grouping alone and the whole stage."""
    mentions = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    source = Source(format="text", bytes=0, encoding="utf-8", sha256="")
    for kind in (_article_like, _distinct, _one_surname, _organisations):
        analysis = document(kind, mentions)
        words = words_of(analysis)
        names = tagged_names(analysis)
        start = time.process_time()
        groups = groups_of(names, words)
        grouped = time.process_time()
        find_entities(Article(id="x", source=source, text=analysis.text), analysis)
        done = time.process_time()
        print(
            f"{kind.__name__[1:]:15} {mentions} mentions, {len(groups)} groups:"
            f" grouping {grouped - start:.2f} s, whole stage {done - grouped:.2f} s"
        )


if __name__ == "__main__":
    main()
