"""Rules over the symbols of a text, and the search for the longest that fits."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from copydesk.dates.lexicon import Lexicon
from copydesk.dates.pattern import compile_pattern, expand, literals
from copydesk.dates.reading import Reading, Timex
from copydesk.dates.words import Words

FRAGMENTS = {
    "month": "MONTH | MAYMARCH | MONTHABBR DOT?",
    "weekday": "WEEKDAY | WEEKDAYABBR DOT?",
    "day": "DAY | ORDDAY",
    "onweekday": "( this? ( <beside> ) )? ( <weekday> ) COMMA? the?",
    "spelled": "ORD | TENS DASH ORD",
    "number": "A | A? BIG ( and? NUM ( DASH? NUM )? )? | NUM ( DASH? NUM ){0,3}",
    "part": "DASH? and DASH? A DASH? half | DASH? FRACTION",
    "unit": "UNIT | LENGTH | SECONDUNIT",
    "units": "UNITS | LENGTHS",
    "anyunit": "<unit> | <units>",
    "order": "LAST | NEXT | SPAN",
    "minutes": "TENS ( DASH? NUM )? | oh NUM",
    "hour": "CLOCK | CLOCKDOT | HOUR",
    "quarter": "( fiscal DASH? )? q:ORD DASH? quarter",
    "yearago": "A year ( ago | earlier )",
    "beside": "LAST | NEXT | THIS",
    "when": "EARLY | WITHIN",
    "early": "EARLY ( DASH? to DASH? EARLY )?",
    "apart": "earlier | later | before | after | previously | prior | afterwards | afterward",
    "mark": "BAR | DOT | SLASH | DASH",
    "till": "DASH | to | and | through",
    "kind": "fiscal | calendar | financial | academic | school",
    "nearly": "about | around | almost | nearly | roughly | some | approximately | another | only"
    " | just | at ( least | most ) | up to | just? ( over | under )"
    " | ( no | not )? ( more | less | fewer ) than",
    "span": "year DASH earlier | LAST | NEXT | LATEST | first | final | same | additional | full"
    " | trading | business | working | calendar | consecutive | more | extra | straight"
    " | long | whole | other | another",
}
"""Patterns with a name, for others to use as `<name>`."""

_WEAK_CLASSES = """
    NUM DECIMAL FRACTION DAY MON HOUR YY HHMM ORD A BIG TENS QUANT CLOCKDOT DDMM
    COMMA DOT DASH SLASH APOS LPAR RPAR PLUS BAR COLON DEGREE POSS
    ARTICLE PREP CLOCKPREP AND TO OF PER EVERY AGOPRE PARTOF NEARLY SPAN AGEWORD
    LAST NEXT THIS EARLY WITHIN EDGE COUNTED MONEY NAMEDDAY NEWSPAPER MEASURING FEASTWORD
    FUTUREVERB PASTVERB DAYPREP MODAL POSSESSIVE STREET BEFORETO BEFOREBE NOTVERB BAREVERB MAYBE
    UNTIL PUTOFF CHAIN RANGE REPORTED CLAUSE ABBR AGEPRE NARRATED INPRE LATERPOST EARLIERPOST
    ATCLOCK BEYOND ALSOPREP HOURLETTER DECADEEND DECADENUM
    SPEECH GENERIC FIXED PRODUCT EVENT PERCENT SEASONS AWARDED
"""
"""Classes of words too common to be worth a look where no other stands beside them."""
_WEAK_BEFORE = 8
"""How many such words before another may belong to its expression."""
_LONGEST_STRETCH = 500
"""Tokens. Prose has an unknown word every few tokens; so long a run is a table or an attack."""


class Hit(NamedTuple):
    """A rule's match: which tokens, and what its named parts hold."""

    words: Words
    match: re.Match[str]

    @property
    def start(self) -> int:
        """The first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.match.end()

    def has(self, name: str) -> bool:
        """Whether the named part is there."""
        return self.match.groupdict().get(name) is not None

    def span(self, name: str) -> tuple[int, int]:
        """The tokens of a named part."""
        return self.match.span(name)

    def tokens(self, name: str) -> list[str]:
        """The tokens of a named part, in lower case."""
        start, end = self.match.span(name)
        return [token.lower() for token in self.words.tokens[start:end]]

    def token(self, name: str) -> str:
        """The first token of a named part, in lower case; empty where it is not there."""
        return self.tokens(name)[0] if self.has(name) else ""

    @property
    def modifier(self) -> str | None:
        """TIMEX3's `mod` for the part named `e`: "early", "late", "the end of"."""
        return self.code("e", "EARLY", "WITHIN", "EDGE") or None if self.has("e") else None

    @property
    def step(self) -> int:
        """Where the part named `r` points: -1 for "last", 1 for "next", 0 for "this"."""
        at = self.match.start("r") if self.has("r") else -1
        return self.words.among(at, "NEXT") - self.words.among(at, "LAST")

    def number(self, name: str, *classes: str) -> int:
        """The lexicon's number for a named part's first token, in the first class that has it."""
        return int(self._value(name, classes))

    def code(self, name: str, *classes: str) -> str:
        """The lexicon's code for a named part's first token, in the first class that has it."""
        return str(self._value(name, classes))

    def _value(self, name: str, classes: Iterable[str]) -> str | int:
        token, values = self.token(name), self.words.lexicon.values
        return next(values[c][token] for c in classes if token in values.get(c, ()))


Outcome = Timex | Sequence[Timex] | None
"""One expression or several; None to let a shorter match try; empty if the words are none."""
Build = Callable[[Hit, Reading], Outcome]


class Rule(NamedTuple):
    """A pattern, and what to make of its matches."""

    pattern: str
    build: Build
    article: bool = False
    """Whether a "the" before the match belongs to it."""


@dataclass(frozen=True)
class _Ready:
    regex: str
    rule: Rule

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Compiled when first needed: a text begins few of the rules of a language."""
        return re.compile(self.regex).match


class Grammar:
    """The rules of one language, compiled for its lexicon."""

    def __init__(self, entries: dict[str, Any], rules: Sequence[Rule]) -> None:
        patterns = [expand(rule.pattern, FRAGMENTS) for rule in rules]
        words = set().union(*map(literals, patterns))
        self.lexicon = Lexicon(entries, words)
        self._starting: dict[str, list[_Ready]] = {}
        for pattern, rule in zip(patterns, rules, strict=True):
            compiled = compile_pattern(pattern, self.lexicon)
            if compiled is None:
                continue
            ready = _Ready(compiled.regex, rule)
            for symbol in compiled.first:
                self._starting.setdefault(symbol, []).append(ready)
        weak = self.lexicon.symbols_within(words | set(_WEAK_CLASSES.split()))
        known = self.lexicon.known
        triggers = "".join(s for s in known if s not in weak)
        self._stretch = re.compile(f"[{weak}]{{0,{_WEAK_BEFORE}}}[{triggers}][{known}]*")

    def stretches(self, symbols: str) -> Iterator[tuple[int, int]]:
        """The runs of tokens that may hold a temporal expression; a table of dates is not one."""
        spans = (m.span() for m in self._stretch.finditer(symbols))
        return (span for span in spans if span[1] - span[0] <= _LONGEST_STRETCH)

    def hits(self, words: Words, at: int) -> list[tuple[Hit, Rule]]:
        """All matches that begin at a token, the longest first, then in the order of the rules.

        Those that begin behind an article belong to the article's place too.
        """
        found = self._hits(words, at)
        if words.symbols[at] in self.lexicon.members("ARTICLE") and at + 1 < len(words.symbols):
            found += self._hits(words, at + 1)
        if len(found) > 1:
            found.sort(key=lambda pair: -pair[0].end)
        return found

    def _hits(self, words: Words, at: int) -> list[tuple[Hit, Rule]]:
        found = []
        for ready in self._starting.get(words.symbols[at], ()):
            match = ready.match(words.symbols, at)
            if match is not None:
                found.append((Hit(words, match), ready.rule))
        return found
