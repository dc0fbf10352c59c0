"""A text as words, and as a string of symbols: one letter a word, telling the word's classes.

The grammar's patterns are regular expressions over that string, so what stands between two
temporal expressions costs one look-up a word and nothing more.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.dates.lexicon import Lexicon

# 2015-08-05T10:00Z | 05-08-2015 | 1,200 7/8/07 20th 4pm | a.m. B.C. | word | 's | '82 | blank line
# | the same mark once or more
_WORD = re.compile(
    r"\d{4} ?[年년] ?\d\d? ?[月월] ?\d\d? ?[日일]|"  # 2015年8月5日
    r"\d{4}-\d\d-\d\d(?:T\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|\d{1,2}-\d{1,2}-\d{4}(?![\w-])"
    r"|\d+(?:[.,:/]\d+)*[^\W\d_]*"
    r"|[AaPp]\.[Mm](?:\.|(?!\w))|[AB]\.[CD]\."
    r"|[Oo]['’]clock"
    r"|[Aa]ujourd['’]hui(?!\w)"
    r"|[Ww]eek-end(?!\w)"
    r"|[^\W\d_]\w*(?:-(?:feira|hier|demain|midi|noite)(?!\w))?"
    r"|['’](?:s|ll|d|re|ve)(?!\w)"
    r"|['’‘]\d\ds?(?!\w)"
    r"|\n(?:[ \t\r]*\n)+"
    r"|([^\w\s])\1*"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text, their places, and their symbols; all three of one length."""

    text: str
    tokens: list[str]
    spans: list[tuple[int, int]]
    symbols: str
    lexicon: "Lexicon"

    def glued(self, index: int) -> bool:
        """Whether no white space stands between this token and the next."""
        return index + 1 < len(self.spans) and self.spans[index][1] == self.spans[index + 1][0]

    def capital(self, index: int) -> bool:
        """Whether a capitalised word stands at this place."""
        return 0 <= index < len(self.tokens) and self.tokens[index][:1].isupper()

    def stranger(self, index: int) -> bool:
        """Whether a capitalised word of no class stands here, within a sentence."""
        if not 0 < index < len(self.tokens) or self.tokens[index - 1][0] in ".?!\n":
            return False
        return self.symbols[index] == " " and self.capital(index)

    def plain(self, index: int) -> bool:
        """Whether a word in lower case stands here that has no class."""
        token = self.tokens[index] if index < len(self.tokens) else ""
        return token[:1].isalpha() and token.islower() and self.symbols[index] == " "

    def names_event(self, index: int) -> bool:
        """Whether a noun stands here that makes an event's name: "May Fourth Movement"."""
        return self.among(index, "EVENT") and self.capital(index)

    def title(self, index: int) -> bool:
        """Whether a noun stands here as in a title: "Week", neither "week" nor "WEEK"."""
        if self.lexicon.capital_nouns:
            return False
        return self.capital(index) and not self.tokens[index].isupper()

    def at(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.tokens[index].lower() if 0 <= index < len(self.tokens) else ""

    def among(self, index: int, name: str) -> bool:
        """Whether the token at this place belongs to a class of the lexicon."""
        return 0 <= index < len(self.symbols) and self.symbols[index] in self.lexicon.members(name)


def split_words(text: str, lexicon: "Lexicon") -> Words:
    """Every word and mark of the text with its symbol; only white space is left out."""
    spans = [match.span() for match in _WORD.finditer(text)]
    tokens = [text[start:end] for start, end in spans]
    known, numeric = lexicon.symbols.get, lexicon.numeric_symbol
    symbols = [
        known(token) or (numeric(token) if "0" <= token[0] <= "9" else " ") for token in tokens
    ]
    return Words(text, tokens, spans, "".join(symbols), lexicon)
