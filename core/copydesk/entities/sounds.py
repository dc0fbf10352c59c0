"""One spelling for the many transliterations of a personal name."""

import re
from collections.abc import Iterable

# Latin spellings of Cyrillic and Arabic names, from many systems of transliteration to one.
_LETTERS = str.maketrans({"w": "v", "x": "ks", "q": "k"})
_SPELLINGS = (
    *(("\nga", "\nka"), ("\ngha", "\nka")),  # the qaf of Gaddafi, Ghaddafi, Qaddafi
    *(("ph", "f"), ("oo", "u"), ("ou", "u")),
    *(("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ck", "k")),
)
_SEMIVOWEL = re.compile(r"[yj](?![aeou])")
_DOUBLE = re.compile(r"(.)\1+")
_INNER_E, _INNER_O = re.compile("e(?=.)"), re.compile("o(?=.)")  # the last tells a Roberto
_VOWELS = str.maketrans("", "", "aeiou")


def sounds_of(words: Iterable[str]) -> dict[str, str]:
    """Each folded word with the one spelling that all its transliterations share.

    >>> told = sounds_of(["sergei", "sergey", "mohammed", "muhamad"])
    >>> told["sergei"] == told["sergey"], told["mohammed"] == told["muhamad"]
    (True, True)
    """
    distinct = list(dict.fromkeys(words))
    lines = "\n" + "\n".join(distinct).translate(_LETTERS)  # one text: word by word takes longer
    for spelling, plain in _SPELLINGS:
        lines = lines.replace(spelling, plain)
    lines = _DOUBLE.sub(r"\1", _SEMIVOWEL.sub("i", lines))
    lines = _INNER_O.sub("u", _INNER_E.sub("a", lines))
    return dict(zip(distinct, lines[1:].split("\n"), strict=bool(distinct)))


def skeleton(told: str) -> str:
    """The consonants of a word's one spelling, and an "a" where it ends in a vowel.

    >>> told = sounds_of(["alexander", "aleksandr", "robert", "roberta"])
    >>> skeleton(told["alexander"]) == skeleton(told["aleksandr"])
    True
    >>> skeleton(told["robert"]) == skeleton(told["roberta"])
    False
    """
    return told.translate(_VOWELS) + ("a" if told[-1:] in "aeiou" else "")
