"""Which forms of organisations' and places' names are one body's or one place's."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from copydesk.entities.acronyms import join_acronyms
from copydesk.entities.forms import Form, Sets
from copydesk.entities.lexicon import Gazetteer, organisations, places

COMPANY_FORMS = frozenset(
    {"inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "llp", "lp"}
    | {"sa", "ag", "nv", "gmbh", "spa", "kk", "as", "ab", "oyj", "group", "holdings", "holding"}
)
# The "Senate" may be the US Senate and the "Bank" the Bank of Japan, but the "House" is not the
# House Democrats.
_COMMON = frozenset(
    {"association", "bank", "board", "chamber", "church", "club", "college", "commission"}
    | {"committee", "congress", "council", "court", "department", "fund", "government", "house"}
    | {"institute", "league", "ministry", "national", "office", "parliament", "party", "police"}
    | {"school", "senate", "state", "team", "union", "united", "university"}
)
# "Harvard University Press" is no longer name of Harvard University.
_HEADS = _COMMON - {"chamber", "house", "national", "state", "united"} | {
    *("agency", "bureau", "center", "centre", "conference", "faculty", "foundation", "hospital"),
    *("library", "museum", "press", "society"),
}
_HALVES = frozenset({"north", "south", "east", "west"})  # of Korea: "the North"
_LONGEST = 8  # words of a name whose parts are looked up
_FEWEST_LETTERS = 2


def join_bodies(forms: Sequence[Form], indices: Sequence[int], sets: Sets) -> None:
    """Joins the forms of organisations that name one body."""
    cores = {i: _core(forms[i].words) for i in indices}
    _join_by(cores.__getitem__, indices, sets)
    _join_known(forms, indices, organisations(), sets)
    letters = {i: forms[i].words[0] for i in indices if _is_acronym(forms[i])}
    join_acronyms(letters, {i: forms[i].words for i in indices if i not in letters}, sets)
    short = {i: words for i, words in cores.items() if i not in letters and _may_shorten(words)}
    _join_short(short, cores, sets)


def join_places(forms: Sequence[Form], indices: Sequence[int], sets: Sets) -> None:
    """Joins the forms of places that name one place."""
    _join_known(forms, indices, places(), sets)
    halves = {i: w for i in indices if (w := forms[i].words)[0] in _HALVES}
    _join_short({i: w for i, w in halves.items() if len(w) == 1}, halves, sets)
    letters = {i: forms[i].words[0] for i in indices if _is_acronym(forms[i])}
    join_acronyms(letters, {i: forms[i].words for i in indices if i not in letters}, sets)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """A company's name without its legal form."""
    end = len(words)
    while end > 1 and words[end - 1] in COMPANY_FORMS:
        end -= 1
    return words[:end]


def _is_acronym(form: Form) -> bool:
    return len(form.words) == 1 and len(form.words[0]) >= _FEWEST_LETTERS and form.text.isupper()


def _may_shorten(words: tuple[str, ...]) -> bool:
    name = " ".join(words)
    return not (name in places().demonyms or places().find(name) or organisations().find(name))


def _join_by(key: Callable[[int], object], indices: Sequence[int], sets: Sets) -> None:
    same: defaultdict[object, list[int]] = defaultdict(list)
    for i in indices:
        same[key(i)].append(i)
    for group in same.values():
        sets.join(group)


def _join_known(
    forms: Sequence[Form], indices: Sequence[int], gazetteer: Gazetteer, sets: Sets
) -> None:
    same: defaultdict[str, list[int]] = defaultdict(list)
    for i in indices:
        if usual := gazetteer.find(forms[i].text):
            same[usual].append(i)
    for group in same.values():
        sets.join(group)


def _join_short(
    short: Mapping[int, tuple[str, ...]], cores: Mapping[int, tuple[str, ...]], sets: Sets
) -> None:
    """Joins a short name to the one longer name that begins or ends with it."""
    longer: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, words in cores.items():
        for part in _parts(words):
            longer[part].add(sets.root(i))
    for i, words in short.items():
        roots = {sets.root(r) for r in longer.get(words, ())} - {sets.root(i)}
        if len(roots) == 1:
            sets.join([i, *roots])


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(words) <= _LONGEST:
        for cut in range(1, len(words)):
            yield words[cut:]
            beginning = words[:-cut]
            is_named = cut < len(words) - 1 or words[0] not in _COMMON or words[1] in ("of", "for")
            if is_named and not (words[-1] in _HEADS and _HEADS.intersection(beginning)):
                yield beginning
