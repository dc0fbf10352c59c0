"""The words that roles are made of: offices, what stands before them, what joins them."""

from copydesk.entities.lexicon import offices
from copydesk.entities.words import Words

DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "my"}
    | {"le", "la", "un", "une", "el", "una", "il", "der", "die", "das", "ein", "eine"}
)
JOINTS = frozenset(
    {"of", "for", "to", "at", "on", "in", "from", "with", "the", "and", "&"}
    | {"de", "du", "des", "del", "à", "von", "für", "der", "beim", "im", "para"}
)
POSSESSIVE = frozenset({"'s", "’s"})
ENDS = frozenset(',.;:()[]—–-"“”«»!?') | {
    *("''", "``", "since", "than", "under", "during", "after", "before", "although", "though"),
    *("because", "if", "until", "about", "between", "among", "without", "through", "into"),
    *("who", "whose", "which", "that", "said", "says", "told", "added", "has", "had", "was", "is"),
    *("were", "are", "will", "would", "when", "where", "while", "but", "as", "by", "be", "or"),
    *("include", "including", "like", "plus", "over", "against", "met", "saw", "called"),
}
LONGEST = 16  # words of a role

# "Bundesfinanzminister", "Gewerkschaftssprecher"
_COMPOUND_ENDS = (
    *("minister", "sprecher", "präsident", "chef", "leiter", "direktor", "trainer", "vorsitzende"),
    *("vorsitzender", "kanzler", "meister", "anwalt", "experte", "forscher"),
)
# "Glaciologist", "oceanographer", "geophysicist"
_SCIENCES = ("ologist", "ographer", "physicist", "chemist", "iatrist", "therapist", "metrist")
_LONGEST_UNIT = 5  # words of "secretary-general", "porte-parole"


def is_office(index: int, words: Words) -> bool:
    """Whether a word, or the hyphened compound that it ends, is an office."""
    form = words.forms[index]
    if words.word(index - 1) == "-" and not words.gap(index):
        first = words.unit_before(index + 1, max(0, index + 1 - _LONGEST_UNIT))
        if words.slice(first, index + 1).lower() in offices():
            return True
    low = form.lower().removeprefix("ex")
    if form.lower() in offices() or low in offices() or low.endswith(_SCIENCES):
        return True
    low = low.removesuffix("in")  # "Sprecherin"
    return form[0].isupper() and (low in offices() or low.endswith(_COMPOUND_ENDS))


def is_joint(index: int, words: Words) -> bool:
    """Whether a word joins an office to what it is an office of, as the "in" of "-in-chief" not."""
    return words.forms[index].lower() in JOINTS and bool(words.gap(index))


def is_end(index: int, words: Words) -> bool:
    """Whether no role goes on over a word."""
    is_hyphen = words.forms[index] == "-" and not (words.gap(index) or words.gap(index + 1))
    return words.forms[index].lower() in ENDS and not is_hyphen
