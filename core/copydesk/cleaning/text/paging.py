"""Page numbers and running heads, which stand in the middle of a text that was once on paper."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from copydesk.cleaning.text.lines import Line
from copydesk.cleaning.text.shapes import end_class, start_class

# "12", "- 12 -", "Page 12 of 20", "Seite 12"
_NUMBER = re.compile(
    r"(?:(?:page|seite|pagina|página|стр|p|s)\.? ?)?[-–—|]? ?(\d{1,4}) ?[-–—|]?"
    r"(?: ?(?:of|von|de|di|/) ?\d{1,4})?",
    re.IGNORECASE,
)
_APART = 5
"""Lines at the least between a page's number and the next."""
_BESIDE = 2
"""Lines above and below a page's number among which its running heads stand."""
_CUT = (0, 6, 8)
"""Those of `end_class` that end a line inside a sentence: a letter, a comma, a hyphen."""
_FIGURES = re.compile(r"\d+")


def parted_from_paging(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without what page breaks brought, and those that they brought.

    The numbers must count on from page to page, the heads come again beside several of them, and
    some sentence run over a break: in a web page bare numbers mean other things.
    """
    numbers = _page_numbers(lines)
    beside = {
        near
        for at in numbers
        for near in range(max(0, at - _BESIDE), min(len(lines), at + _BESIDE + 1))
    }
    times = Counter(map(_form, lines)) if numbers else Counter()
    heads = {_form(lines[at]) for at in beside if times[_form(lines[at])] > 1}
    gone = {at for at, line in enumerate(lines) if at in numbers or _form(line) in heads}
    kept = [at for at in range(len(lines)) if at not in gone]
    over = {
        later
        for at, later in pairwise(kept)
        if later - at > 1 and _runs_on(lines[at].text, lines[later].text)
    }
    if not over:
        return list(lines), []
    stay = [lines[at]._replace(gap=0) if at in over else lines[at] for at in kept]
    return stay, [lines[at] for at in sorted(gone)]


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """The places of the lines that number pages."""
    read = ((at, _NUMBER.fullmatch(line.text)) for at, line in enumerate(lines))
    found = [(at, int(match[1])) for at, match in read if match]
    numbers: set[int] = set()
    for (at, number), (later, following) in pairwise(found):
        if following == number + 1 and later - at >= _APART:
            numbers |= {at, later}
    return numbers


def _form(line: Line) -> str:
    return _FIGURES.sub("0", line.text)


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence, or a word, is cut between two lines."""
    return end_class(above) in _CUT and start_class(below) == 0
