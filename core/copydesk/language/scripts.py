"""Which sentences the shipped encoders can read: those in Latin letters."""

import re
from collections.abc import Sequence

from copydesk.language.tokens import Token

_OTHER_LETTER = re.compile(r"[^\W\d_\u0000-\u02ff\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff5a]")
"""A letter of another script: ж, ω, ש, 語."""


def readable(text: str, sentences: Sequence[Token]) -> Sequence[Token]:
    """The sentences of which at least half the letters are Latin.

    The encoders know English words. Of another script they know single letters, in which they
    find no name at all, or take every capitalised word for one.
    """
    if _OTHER_LETTER.search(text) is None:
        return sentences
    return [sentence for sentence in sentences if _is_latin(text[sentence.start : sentence.end])]


def _is_latin(sentence: str) -> bool:
    others = len(_OTHER_LETTER.findall(sentence))
    return not others or 2 * others <= sum(map(str.isalpha, sentence))
