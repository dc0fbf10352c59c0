"""A time of day and the day that stands beside it are one expression."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from copydesk.article import DateType
from copydesk.dates.reading import Timex
from copydesk.dates.values import shifted, value_of
from copydesk.dates.words import Words

_LINK_WORDS = """
    on at by around about of the local eastern central pacific time , | - – · /
    um gegen zum auf vom des à a las alle ore às в de del do da du
"""
LINKS = frozenset(_LINK_WORDS.split())
"""What may stand between a day and a time."""
_MOST_LINKS = 3
_RANGES = frozenset({"and", "to", "until", "till", "or", "-", "–"})
_FIRST_HOUR_OF_NIGHT = 6


def join_times(words: Words, timexes: Iterable[Timex]) -> list[Timex]:
    """The same expressions, with "10 p.m." and "Wednesday" made one where they touch."""
    held: list[Timex] = []
    for timex in timexes:
        while held and (joined := _joined(words, held[-1], timex)):
            held.pop()
            timex = joined
        held.append(timex)
    return held


def share_days(words: Words, timexes: Sequence[Timex]) -> Iterator[Timex]:
    """The same expressions; in "between 2 and 3 a.m. on Tuesday" both times are Tuesday's.

    A first time that is later on the clock than the second belongs to the day before it.
    """
    for timex, after in zip_longest(timexes, timexes[1:]):
        told = after is not None and _is_clock(timex) and ":" in timex.value
        if after is None or not told or not _range_between(words, timex, after):
            yield timex
            continue
        assert after.moment is not None
        time = timex.value.split("T", 1)[1]
        day = shifted(after.moment.day, -(time > after.value.split("T", 1)[1]), "D")
        yield timex._replace(value=f"{day}T{time}") if day else timex


def _range_between(words: Words, first: Timex, second: Timex) -> bool:
    dated = second.type is DateType.TIME and second.moment is not None and ":" in second.value
    return dated and " ".join(words.tokens[slice(first.end, second.start)]).lower() in _RANGES


def _joined(words: Words, first: Timex, second: Timex) -> Timex | None:
    assert first.end is not None and second.start is not None
    if second.start - first.end > _MOST_LINKS:
        return None
    if not LINKS.issuperset(t.lower() for t in words.tokens[first.end : second.start]):
        return None
    if words.tokens[first.end - 1].endswith(".") and _begins_sentence(words, second.start):
        return None
    clock, day = (first, second) if _is_clock(first) else (second, first)
    if not _is_clock(clock) or _is_clock(day) or day.moment is None or day.moment.unit != "D":
        return None
    if day.type is DateType.TIME and ":" in day.value:
        return None
    time = clock.value.split("T", 1)[1]
    if day.type is DateType.TIME and ":" in time:
        time = in_part(time, day.value[-2:])
    return clock._replace(
        value=f"{value_of(day.moment)}T{time}", moment=day.moment, start=first.start, end=second.end
    )


def in_part(time: str, part: str) -> str:
    """ "9:30" on Friday evening is 21:30; on Friday night "2:30" stays in the small hours."""
    hour = int(time[:2])
    late = part in ("AF", "EV") or (part == "NI" and hour >= _FIRST_HOUR_OF_NIGHT)
    return f"{hour + 12}{time[2:]}" if late and hour < 12 else time


def _begins_sentence(words: Words, start: int) -> bool:
    """Whether a word stands here that only a new sentence capitalises: "at 8 a.m. The next day"."""
    common = ("ARTICLE", "RELDAY", "LAST", "NEXT", "THIS")
    return words.capital(start) and any(words.among(start, c) for c in common)


def _is_clock(timex: Timex) -> bool:
    return timex.type is DateType.TIME and timex.moment is None and "T" in timex.value
