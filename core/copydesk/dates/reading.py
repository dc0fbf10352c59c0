"""The state of reading one text: what expressions are anchored to, and what they come out as."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.article import DateType
from copydesk.dates.values import Moment, is_longer, open_value, shifted, value_of
from copydesk.dates.words import Words


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
    last: Moment | None = None
    """The stretch of the calendar that the text named last."""
    behind: int = -9
    """The token after the last expression."""
    quarter: Moment | None = None
    """The latest quarter that the text named: in a report, the one reported on."""

    @property
    def order(self) -> str:
        """Which comes first in 5/8/2015: `dmy` or `mdy`."""
        return self.words.lexicon.order

    def note(self, timex: Timex) -> None:
        """Remember what an expression named, for those that lean on it."""
        if timex.end is not None:
            self.behind = timex.end
        if timex.moment is not None:
            self.last = timex.moment
            if timex.moment.unit == "Q" and (
                self.quarter is None or timex.moment.day > self.quarter.day
            ):
                self.quarter = timex.moment

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
