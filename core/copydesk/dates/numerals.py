"""Tokens that begin with a digit: what they may stand for, by their shape."""

import re
from functools import lru_cache

_SHAPES: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(shape), frozenset(classes.split()))
    for shape, classes in (
        (r"\d{4}-\d\d-\d\d", "ISODATE"),  # 2015-08-05
        (r"\d{4}-\d\d-\d\dT.*", "ISOTIME"),  # 2015-08-05T10:00Z
        (r"[12]\d{3}[/.]\d\d?[/.]\d\d?", "YMD"),  # 2015/08/05
        (r"[12]\d{3} ?[年년] ?\d\d? ?[月월] ?\d\d? ?[日일]", "YMD"),  # 2015年8月5日
        (r"\d\d?([/.-])\d\d?\1(?:[12]\d{3}|\d\d)", "DMY"),  # 5/8/2015, 5.8.15
        (r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?", "CLOCK"),  # 10:32
        (r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:am|pm|AM|PM)", "CLOCKAMPM"),  # 4:30pm
        (r"(?:[01]?\d|2[0-4])(?:am|pm|AM|PM)", "CLOCKAMPM"),  # 4pm
        (r"(?:[01]?\d|2[0-4])h", "HOURH"),  # 10h
        (r"(?:[12]\d|3[01]|[1-9])\.(?:1[0-2]|[1-9])", "NUM DECIMAL DDMM CLOCKDOT"),  # 23.3
        (r"(?:[01]?\d|2[0-4])\.[0-5]\d", "NUM DECIMAL CLOCKDOT"),  # 10.30
        (r"[12]\d{3}/(?:\d\d|\d{4})", "YEARS"),  # 2013/14
        (r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th|er|º|ª)", "ORD ORDDAY"),  # 5th
        (r"\d{2,3}(?:st|nd|rd|th|e|º|ª)", "ORD"),  # 21st
        (r"(?:1[5-9]|20)\d0(?:s|er)|[1-9]0(?:s|er)", "DECADE"),  # 1990s, 90s, 1990er
        (r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d+", "NUM DECIMAL"),  # 1,200, 3.5
        (r"1/[234]|3/4", "FRACTION"),
        (r"\d+½", "NUM DECIMAL"),
    )
)
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 2100


@lru_cache(maxsize=4096)
def numeric_classes(token: str) -> frozenset[str]:
    """The classes of a token that begins with a digit; none where its shape tells nothing."""
    if token.isascii() and token.isdecimal():
        return _plain_classes(token)
    for shape, classes in _SHAPES:
        if shape.fullmatch(token):
            return classes
    return frozenset()


def all_numeric_classes() -> set[frozenset[str]]:
    """Every set of classes that `numeric_classes` gives."""
    plain = (*range(101), 1200, 1299, 2200, 2299)
    zeros = (f"{n:02d}" for n in range(10))
    return {classes for _, classes in _SHAPES} | {
        _plain_classes(token) for token in (*map(str, plain), *zeros)
    }


def _plain_classes(digits: str) -> frozenset[str]:
    number = int(digits) if len(digits) <= 6 else -1
    classes = {"NUM"}
    if len(digits) <= 2:
        classes |= {"YY"} if len(digits) == 2 else set()
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"MON"} if 1 <= number <= 12 else set()
        classes |= {"HOUR"} if number <= 24 else set()
    elif len(digits) == 4:
        classes |= {"YEAR"} if _EARLIEST_YEAR <= number <= _LATEST_YEAR else set()
        classes |= {"HHMM"} if number // 100 <= 24 and number % 100 < 60 else set()
    return frozenset(classes)


def full_year(token: str) -> int:
    """A year of two or four digits, "'82" and "FY15" too; two digits mean 1950 to 2049."""
    digits = token.lstrip("'’‘fy")
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 50 else 1900)
