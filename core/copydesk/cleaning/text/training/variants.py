"""Other shapes of a dump, so that the models see more kinds than the data has."""

import random
import textwrap
from collections.abc import Callable

from copydesk.cleaning.text.training.labels import in_gold

_BLANK = "\n\n"
_SURE = 0.8
"""Share of a line's words in the gold from which it marks the body for cropping."""


def hard_wrapped(text: str, chance: random.Random) -> str:
    """As in an email or by `lynx -dump`: lines cut at a width, paragraphs a blank line apart."""
    width, indent = chance.choice((65, 70, 72, 76, 80)), " " * chance.choice((0, 0, 3))
    paragraphs = (" ".join(line.split()) for line in text.split("\n"))
    return _BLANK.join(
        textwrap.fill(p, width, initial_indent=indent, subsequent_indent=indent)
        for p in paragraphs
        if p
    )


def wrapped_tight(text: str, chance: random.Random) -> str:
    """Cut at a width with no blank line between paragraphs."""
    return hard_wrapped(text, chance).replace(_BLANK, "\n")


def without_blanks(text: str, chance: random.Random) -> str:
    """One line a paragraph, no indentation."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def all_apart(text: str, chance: random.Random) -> str:
    """A blank line after every line."""
    return _BLANK.join(line.strip() for line in text.split("\n") if line.strip())


RESHAPED: tuple[Callable[[str, random.Random], str], ...] = (
    hard_wrapped,
    wrapped_tight,
    without_blanks,
    all_apart,
)


def cropped(text: str, gold: str, chance: random.Random) -> str:
    """The dump with most of the page above and below the article cut off, the article shortened.

    So come dumps by people who select and copy, or by tools that drop the navigation.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    share = in_gold([line.strip() for line in lines], gold)
    body = [at for at, line in enumerate(lines) if share[at] > _SURE and line.count(" ") > 4]
    if len(body) < 3:
        return text
    keep = len(body) if chance.random() < 0.5 else chance.randint(1, min(8, len(body)))
    start = max(0, body[0] - chance.choice((0, 1, 2, 3, 5, 8, 15)))
    stop = body[keep - 1] + 1
    tail = body[-1] + 1
    return "\n".join(
        [*lines[start:stop], *lines[tail : tail + chance.choice((0, 0, 2, 5, 10, 20))]]
    )


def clean(gold: str, title: str | None, chance: random.Random) -> str:
    """The article alone, as somebody would send it: perhaps its title, then its paragraphs."""
    paragraphs = [paragraph.strip() for paragraph in gold.split("\n") if paragraph.strip()]
    if chance.random() < 0.5:
        paragraphs = paragraphs[: chance.randint(1, 5)]
    head = [title] if title and chance.random() < 0.6 else []
    return chance.choice(("\n", _BLANK)).join([*head, *paragraphs])
