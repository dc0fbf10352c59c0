"""Where sentences begin and end in news text."""

import re
from collections.abc import Iterator, Sequence

from copydesk.language.tokens import Token

_LINE = re.compile(r"\S[^\n]*")
_ENDERS = ".!?…。！？।؟۔"
_CLOSERS = "\"'”’»›)\\]」』"
_OPENERS = "\"'“‘„«‹(\\[「『¿¡"

# Marks that may end a sentence, with the quotes and brackets that close after them.
_STOP = re.compile(
    rf"(?<![{_ENDERS}])(?:[{_ENDERS}]++[{_CLOSERS}]*+\s+(?=\S)|[。！？]++[{_CLOSERS}]*+(?=[^\s{_CLOSERS}]))"
)
_FOLLOWER = re.compile(rf"[{_OPENERS}\-–—•*]{{0,4}}\s?([^\W_]{{1,12}}|.)")

# Words whose full stop belongs to them, whatever follows.
_TITLE = re.compile(
    r"(?:^|[^\w.])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Dra|Prof|St|Ste|Sra|Srta|Gen|Sen|Sens|Rep|Reps|Gov"
    r"|Govs|Lt|Col|Sgt|Cpl|Pvt|Capt|Maj|Cmdr|Cdr|Adm|Brig|Rev|Fr|Hon|Pres|Supt|Det|Insp|Atty|Amb"
    r"|Coun|Const|Cst|Ald|Mme|Mlle|Hr|Fig|Mt|Ft|vs|v|approx|cf|e\.g|i\.e|ca|c)\.$"
)
# Abbreviations before figures.
_NUMBERED = re.compile(
    r"(?:^|[^\w.])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Nr|pp?|Vol|Ch|Art|Sec|para)\.$",
    re.IGNORECASE,
)
# Initials and endings of company names, which may also close a sentence: "F." "U.S." "p.m." "Inc."
_ENDING = re.compile(
    r"(?:^|[^\w.])(?:[^\W\d_](?:\.[^\W\d_])*|Inc|Corp|Co|Ltd|Jr|Sr|Bros|etc|al|Ave|Blvd|Rd|Ph\.D)\.$"
)
_LONGEST_ABBREVIATION = 12  # characters
# After such an abbreviation a capital may be a name's; these words are seldom part of one.
_OPENING_WORD = re.compile(
    r"(?:A|After|All|Although|An|And|Another|As|At|Because|Before|Both|But|By|During|Each|Earlier|Even"
    r"|For|From|He|Her|His|How|However|I|If|In|It|Its|Last|Later|Many|Meanwhile|More|Most|Nor|Not|On"
    r"|Once|One|Only|Or|Other|Our|Over|She|Since|So|Some|Still|Such|That|The|Their|Then|There|These"
    r"|They|This|Those|Though|Through|To|Under|Until|We|What|When|Where|While|Who|Why|With|Yet|You)"
)


def sentence_spans(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The sentences of a text, in order. No sentence crosses a line break."""
    return tuple(s for line in _LINE.finditer(text) for s in _sentences_of(text, *line.span()))


def _sentences_of(text: str, start: int, end: int) -> Iterator[Token]:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, begin, stop):
            yield Token(begin, stop.start() + len(stop.group().rstrip()))
            begin = stop.end()
    trimmed = begin + len(text[begin:end].rstrip())
    if begin < trimmed:
        yield Token(begin, trimmed)


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    marks = stop.group().rstrip()
    follower = _FOLLOWER.match(text, stop.end())
    following = follower[1] if follower else ""
    if following[:1].islower():
        return False
    if marks != ".":
        return True
    before = text[max(begin, stop.start() - _LONGEST_ABBREVIATION) : stop.start() + 1]
    if _TITLE.search(before):
        return False
    if _NUMBERED.search(before):
        return not following[:1].isdigit()
    return not _ENDING.search(before) or bool(_OPENING_WORD.fullmatch(following))
