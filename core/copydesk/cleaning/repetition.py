"""What a page says twice: a line once more, or all its text again in a hidden box."""

from collections.abc import Sequence

from copydesk.cleaning.readings import MUCH, squeezed

SAME = 16
"""Letters from which a piece that says just what an earlier one says is a repetition."""

COPY = 1000
"""Letters from which a piece may be many others over again."""

PROBES, PROBE = 20, 30
"""Places in such a piece that are looked up elsewhere, and the letters looked up at each."""

COPIED = 0.8
"""Share of them that others hold too in a copy."""


def repetitions(texts: Sequence[str]) -> set[int]:
    """Give the places of the pieces whose words others have; of two alike the first stays."""
    first: dict[str, int] = {}
    again = set()
    for at, form in enumerate(map(squeezed, texts)):
        if first.setdefault(form, at) != at and len(form) >= SAME:
            again.add(at)
    long = sorted((form for form in first if len(form) >= COPY), key=len, reverse=True)
    whole = "".join(first)
    for form in long if len(whole) * len(long) < MUCH else ():
        rest = whole.replace(form, "", 1)
        if _is_copy(form, rest):
            again.add(first[form])
            whole = rest
    return again


def _is_copy(form: str, rest: str) -> bool:
    """Tell whether the rest has the piece's words, looked up at even distances."""
    step = (len(form) - PROBE) // (PROBES - 1)
    probes = (form[at * step : at * step + PROBE] for at in range(PROBES))
    return sum(probe in rest for probe in probes) >= COPIED * PROBES
