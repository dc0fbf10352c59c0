"""What a page says twice: a line once more, or all its text again in a hidden box."""

from collections.abc import Iterator, Sequence

from copydesk.cleaning.readings import MUCH, squeezed

SAME = 16
"""Letters from which a piece that says just what an earlier one says is a repetition."""

PULLED = 25
"""Letters from which a quotation set apart that stands in a paragraph too is pulled from it."""

COPY = 1000
"""Letters from which a piece may be many others over again."""

PROBES, PROBE = 20, 30
"""Places in such a piece that are looked up elsewhere, and the letters looked up at each."""

COPIED = 0.8
"""Share of them that others hold too in a copy."""


def repetitions(texts: Sequence[str], apart: Sequence[bool] | None = None) -> set[int]:
    """Give the places of the pieces whose words others have; of two alike the first stays.

    `apart` tells which pieces are set apart: what such a one says may be pulled from another.
    """
    first: dict[str, int] = {}
    again = set()
    for at, form in enumerate(map(squeezed, texts)):
        if first.setdefault(form, at) != at and len(form) >= SAME:
            again.add(at)
    copies = set(_copies(list(first)))
    whole = "\n".join(form for form in first if form not in copies)
    again.update(first[form] for form in copies)
    if apart is not None and len(whole) * sum(apart) < MUCH:
        again.update(at for form, at in first.items() if apart[at] and _is_pulled(form, whole))
    return again


def _copies(forms: Sequence[str]) -> Iterator[str]:
    """Find the long pieces that are many others over again, the longest first."""
    long = sorted((form for form in forms if len(form) >= COPY), key=len, reverse=True)
    whole = "".join(forms)
    for form in long if len(whole) * len(long) < MUCH else ():
        rest = whole.replace(form, "", 1)
        if _is_copy(form, rest):
            yield form
            whole = rest


def _is_pulled(form: str, whole: str) -> bool:
    """Tell whether a piece stands in the text once more."""
    return len(form) >= PULLED and whole.count(form) > 1


def _is_copy(form: str, rest: str) -> bool:
    """Tell whether the rest has the piece's words, looked up at even distances."""
    step = (len(form) - PROBE) // (PROBES - 1)
    probes = (form[at * step : at * step + PROBE] for at in range(PROBES))
    return sum(probe in rest for probe in probes) >= COPIED * PROBES
