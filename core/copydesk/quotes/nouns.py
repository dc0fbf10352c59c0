"""The noun that heads a phrase."""

import re

TAIL = re.compile(
    r"[,.;:()\n]|\s(?:who|which|whose|that|of|for|at|in|from|with|on|and|de|du|von|di|do|da)\s"
    r"|\s[-–—]\s|\s(?:familiar|close|aware)\s"  # "a person familiar with the matter"
)


def head_noun(phrase: str) -> str | None:
    """The noun of a phrase, in lower case: `the minister of health` is minister."""
    words = TAIL.split(phrase.strip())[0].lower().split()
    return words[-1].removesuffix("'s").removesuffix("’s") if words else None
