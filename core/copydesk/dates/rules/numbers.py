"""Numbers in words and digits, as the rules meet them."""

import re

from copydesk.dates.grammar import Hit

_DIGITS = re.compile(r"\d+")
_HALF = 0.5
_JOINERS = ("-", "–", "—", "and")
_LONGEST_NUMBER = 12
"""Characters; nothing longer counts days or years."""


def ordinal_of(hit: Hit, name: str) -> int:
    """The number of a named part that is an ordinal, in digits or spelled: "2nd", "second"."""
    digits = _DIGITS.match(hit.token(name))
    return int(digits[0]) if digits else hit.number(name, "ORD")


def number_of(hit: Hit, name: str = "n") -> float | None:
    """The number of a named part: "14", "twenty-four", "a hundred", "3.5"; None if it is odd."""
    values = hit.words.lexicon.values["NUM"]
    parts = [token for token in hit.tokens(name) if token not in _JOINERS]
    if len(parts) > 1 and any(part[0].isdigit() for part in parts[1:]):
        return None  # "3-4" is a range
    total = 0.0
    for token in parts:
        number = 1.0 if _is_article(hit, token) else _plain(token, values)
        if number is None or (total and not _continues(total, number, token)):
            return None
        if total and parts[0][0].isdigit() and not _multiplies(number, token):
            return None  # "up from $1,450 five years ago"
        total = total * number if total and _multiplies(number, token) else total + number
    return total


def _multiplies(number: float, token: str) -> bool:
    return number >= 100 or token == "dozen"


def _continues(total: float, number: float, token: str) -> bool:
    """ "twenty five", "two hundred", "a hundred and ten"; but "two four-year terms"."""
    return _multiplies(number, token) or total >= 100 or (total >= 20 and number < 10)


def _is_article(hit: Hit, token: str) -> bool:
    """Whether a token is the indefinite article, which counts as one."""
    symbol = hit.words.lexicon.symbols.get(token, " ")
    return symbol in hit.words.lexicon.members("A") and token not in hit.words.lexicon.values["NUM"]


def _plain(token: str, values: dict[str, str | int]) -> float | None:
    if len(token) > _LONGEST_NUMBER:
        return None
    if token in values:
        return float(values[token])
    if token.endswith("½"):
        return float(token[:-1]) + _HALF
    digits = (
        token.replace(",", "") if token.count(",") and len(token.split(",")[-1]) == 3 else token
    )
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None
