"""The state of reading one text: what expressions are anchored to, and what they come out as."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from copydesk.article import DateType
from copydesk.dates.values import Moment, is_longer, open_value, shifted, value_of
from copydesk.dates.words import Words

_NEAR = 7
"""Days."""
_LONGEST_SENTENCE = 60
"""Tokens."""


class Timex(NamedTuple):
    """A temporal expression, before its place in the text is known in characters."""

    type: DateType
    value: str
    mod: str | None = None
    moment: Moment | None = None
    """The stretch of the calendar that the value stands for, where there is one."""
    start: int | None = None
    """First token, where it is not the match's own."""
    end: int | None = None


@dataclass(slots=True)
class Reading:
    """One text being read from its beginning to its end."""

    words: Words
    anchor: dt.date | None
    """The document's own date."""
    order: Callable[[], str]
    """Tells which comes first in 5/8/2015: `dmy` or `mdy`."""
    last: Moment | None = None
    """The stretch of the calendar that the text named last."""
    day: dt.date | None = None
    """The day that the text named last, whatever else it named since."""
    behind: int = -9
    """The token after the last expression."""
    named_at: int = -9
    """The token after the expression that named `day`."""
    days: dict[tuple[int, int], dt.date] = field(default_factory=dict)
    """The days that the text named, by month and day: "October 7" stays the one of that year."""
    quarter: Moment | None = None
    """The latest quarter that the text named: in a report, the one reported on."""
    quarter_last: Moment | None = None
    """The quarter that the text named last."""

    @property
    def year(self) -> int | None:
        """The year that the text speaks of: of what it named last, else of its own date."""
        if self.last is None:
            return self.anchor.year if self.anchor else None
        return None if is_longer(self.last.unit, "Y") else self.last.day.year

    def note(self, timex: Timex) -> None:
        """Remember what an expression named, for those that lean on it."""
        if timex.end is not None:
            self.behind = timex.end
        if timex.moment is not None:
            self.last = timex.moment
            if timex.moment.unit == "D":
                self.day, self.named_at = timex.moment.day, self.behind
                self.days[self.day.month, self.day.day] = self.day
            if timex.moment.unit == "Q":
                self.quarter_last = timex.moment
                if self.quarter is None or timex.moment.day > self.quarter.day:
                    self.quarter = timex.moment

    def day_at(self, at: int) -> dt.date | None:
        """The day that a time of day at this token belongs to.

        The one named last; but one far from the document's date only within its sentence, and
        none where the time heads a paragraph, as in a live blog.
        """
        day, anchor = self.day, self.anchor
        heads_entry = at == 0 or self.words.tokens[at - 1][0] == "\n"
        if day is None or (heads_entry and anchor):
            return anchor
        if anchor is None or abs((day - anchor).days) <= _NEAR:
            return day
        near = at - self.named_at <= _LONGEST_SENTENCE
        between = self.words.tokens[self.named_at : at] if near else ["."]
        return anchor if any(token[0] in ".?!\n" for token in between) else day

    def from_anchor(self, number: int, unit: str, mod: str | None = None) -> Timex:
        """The stretch so many units from the document's date."""
        day = self.anchor and shifted(self.anchor, number, unit)
        return (
            calendar_timex(Moment(day, unit), mod)
            if day
            else Timex(DateType.DATE, open_value(unit), mod)
        )

    def from_last(self, number: int, unit: str) -> Timex:
        """The stretch so many units from the last named one, else from the document's date.

        It stays open where the last was named more coarsely: no day is known after "in 2012".
        """
        base = self.last.day if self.last else self.anchor
        if self.last and is_longer(self.last.unit, unit):
            base = None
        day = base and shifted(base, number, unit)
        return calendar_timex(Moment(day, unit)) if day else Timex(DateType.DATE, open_value(unit))


def calendar_timex(moment: Moment, mod: str | None = None) -> Timex:
    """A DATE for a stretch of the calendar."""
    return Timex(DateType.DATE, value_of(moment), mod, moment)
