"""Which comes first in 5/8/2015: the day or the month."""

import re
from collections.abc import Callable
from functools import partial

from copydesk.dates.words import Words

_MONTH_FIRST = frozenset({"us", "ph"})
"""Countries, as ISO 3166 has them, where the month comes first; all others that write English
put the day first, but Canada does either."""
_UNTOLD = frozenset(
    ["ca", "ai", "cc", "co", "fm", "gg", "io", "ly", "me", "sh", "so", "to", "tv", "ws"]
)
"""Countries whose domains tell nothing of where a publisher is, and Canada."""
_COUNTRY = re.compile(r"https?://[^/?#]*\.([a-z]{2})(?=[:/?#]|$)", re.IGNORECASE)
_TOKEN = re.compile(r"(\d+)[/-](\d+)[/-]\d+")


def day_order(words: Words, *, language: str | None, url: str | None) -> str:
    """`dmy` or `mdy`; day first in all languages but English.

    There, by the first of these that tells: the language's region ("en-GB"), a numeric date of
    the text that can be read in one way only, the country of the address, how the text writes
    its dates in words; else month first.
    """
    if language and not re.match("en(?![a-z])", language.lower()):
        return "dmy"
    told: tuple[Callable[[], str | None], ...] = (
        partial(_by_region, language),
        partial(_by_number, words),
        partial(_by_address, url),
        partial(_by_word, words),
    )
    return next((order for tell in told if (order := tell())), "mdy")


def _by_region(language: str | None) -> str | None:
    region = re.split("[-_]", language or "")[-1].lower()
    return _of_country(region) if language and len(language) > len(region) else None


def _by_address(url: str | None) -> str | None:
    country = _COUNTRY.match(url or "")
    return _of_country(country[1].lower()) if country else None


def _of_country(code: str) -> str | None:
    if len(code) != 2 or not code.isalpha() or code in _UNTOLD:
        return None
    return "mdy" if code in _MONTH_FIRST else "dmy"


def _by_number(words: Words) -> str | None:
    numeric = words.lexicon.members("DMY")
    pairs = zip(words.tokens, words.symbols, strict=True)
    dates = [m for t, symbol in pairs if symbol in numeric and (m := _TOKEN.match(t))]
    day_first = sum(int(date[1]) > 12 for date in dates)
    month_first = sum(int(date[2]) > 12 for date in dates)
    return _commoner(day_first, month_first)


def _by_word(words: Words) -> str | None:
    day = f"[{words.lexicon.members('DAY')}{words.lexicon.members('ORDDAY')}]"
    month = f"[{words.lexicon.members('MONTH')}{words.lexicon.members('MAYMARCH')}]"
    return _commoner(
        len(re.findall(day + month, words.symbols)), len(re.findall(month + day, words.symbols))
    )


def _commoner(day_first: int, month_first: int) -> str | None:
    if day_first == month_first:
        return None
    return "dmy" if day_first > month_first else "mdy"
