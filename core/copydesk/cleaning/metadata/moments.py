"""Machine-readable dates, as pages write them, to ISO 8601."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from htmldate.extractors import try_date_expr

EARLIEST = datetime(1990, 1, 1)
LATEST = datetime(2100, 1, 1)
"""Bounds of a plausible date: fixed, for the clock must not change what comes out."""

LINE_LONGEST, ADDRESS_LONGEST = 200, 2000
"""Characters of a line and of an address that are read."""

ISO = re.compile(
    r"(?P<day>(?:19|20)\d\d-\d\d?-\d\d?)"
    r"(?:[T\s]\s?(?P<time>\d\d?:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d)?)?",
    re.I,
)
"""2024-05-06, 2024-05-06T07:08:09.000+02:00, 2024-05-06 07:08."""

COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d(?!\d)")
DAY_FIRST = re.compile(r"(?<!\d)(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d)")
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
SLASHES = re.compile(r"((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)(?:\s+(\d\d:\d\d(?::\d\d)?))?")
RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}")
IN_PATH = re.compile(
    r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d|\d(?!-))(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"
)
"""/2024/05/06/, /2024-05-06-…, …-20240506."""


def moment_of(said: str | None) -> str | None:
    """Give a machine-readable date in ISO 8601, with the time of day and zone where it has them.

    >>> moment_of("2024-05-06T07:08:09.123Z")
    '2024-05-06T07:08:09Z'
    >>> moment_of("May 6, 2024")
    '2024-05-06'
    """
    said = (said or "").strip()[:80]
    if not said:
        return None
    if found := ISO.match(said):
        return _checked(found["day"].split("-"), _time(found["time"], found["zone"]))
    if found := SLASHES.match(said):
        return _checked(found.groups()[:3], _time(found[4], None))
    if EPOCH.fullmatch(said):
        return datetime.fromtimestamp(int(said[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if found := COMPACT.fullmatch(said):
        clock = f"{found[4]}:{found[5]}:{found[6] or '00'}" if found[4] else None
        return _checked(found.groups()[:3], _time(clock, found[7]))
    if RFC_2822.match(said):
        return _from_mail(said)
    return try_date_expr(said, "%Y-%m-%d", False, EARLIEST, LATEST)


def day_in(line: str) -> str | None:
    """Give the first full date in a short line of a page's text.

    >>> day_in("Published on 6 May 2024 by the desk")
    '2024-05-06'
    """
    line = line[:LINE_LONGEST]
    if not YEAR.search(line):
        return None
    if found := ISO.search(line):
        return _checked(found["day"].split("-"), "")
    if found := DAY_FIRST.search(line):
        return _checked(found.groups()[::-1], "")
    return try_date_expr(line, "%Y-%m-%d", False, EARLIEST, LATEST)


def day_in_path(address: str | None) -> str | None:
    """Give the day that an address has in its path.

    >>> day_in_path("https://example.org/news/2024/05/06/rain")
    '2024-05-06'
    """
    found = IN_PATH.search((address or "")[:ADDRESS_LONGEST].split("?")[0])
    if not found:
        return None
    return _checked((part for part in found.groups() if part), "")


def _time(clock: str | None, zone: str | None) -> str:
    if not clock:
        return ""
    clock = clock if len(clock.split(":")[0]) == 2 else f"0{clock}"
    clock = clock if clock.count(":") == 2 else f"{clock}:00"
    if zone and zone[0] in "+-":
        zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    elif zone:
        zone = "Z"
    return f"T{clock}{zone or ''}"


def _checked(parts: Iterable[str], time: str) -> str | None:
    year, month, day = (int(part) for part in parts)
    try:
        whole = f"{year:04}-{month:02}-{day:02}{time}"
        datetime.fromisoformat(whole.replace("Z", "+00:00"))
    except ValueError:
        return None
    return whole if EARLIEST.year <= year < LATEST.year else None


def _from_mail(said: str) -> str | None:
    try:
        return parsedate_to_datetime(said).isoformat().replace("+00:00", "Z")
    except (ValueError, TypeError, IndexError):
        return None
