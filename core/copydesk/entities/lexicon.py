"""The word lists beside this file, loaded once."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_DATA = files("copydesk.entities") / "data"
_PLACES = ("countries.tsv", "regions.tsv")
_POSTAL_CODE = 3  # column
_LONG = 4  # a name of more letters is known in any case of letters; "us" and "who" are not names


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names: any of a thing's names leads to its usual one."""

    usual: MappingProxyType[str, str]
    demonyms: frozenset[str]

    def find(self, name: str) -> str | None:
        """The usual name of a known thing, whatever it is called here."""
        return self.usual.get(name) or (
            self.usual.get(name.casefold()) if len(name) > _LONG else None
        )


def _lines(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _gazetteer(*tables: str) -> Gazetteer:
    usual: dict[str, str] = {}
    demonyms: set[str] = set()
    for line in (line for table in tables for line in _lines(table)):
        name, others, people, *_ = [*line.split("\t"), "", ""]
        demonyms.update(people.casefold().split("|"))
        for form in filter(None, (name, *others.split("|"))):
            usual[form] = name
            if len(form) > _LONG:
                usual[form.casefold()] = name
    demonyms.discard("")
    return Gazetteer(MappingProxyType(usual), frozenset(demonyms))


@cache
def places() -> Gazetteer:
    """Countries with their demonyms, states and provinces."""
    return _gazetteer(*_PLACES)


@cache
def postal_codes() -> frozenset[str]:
    """The two letters that stand for a US state in an address."""
    rows = (line.split("\t") for table in _PLACES for line in _lines(table))
    return frozenset(row[_POSTAL_CODE] for row in rows if len(row) > _POSTAL_CODE)


@cache
def us_states() -> frozenset[str]:
    """US states, their abbreviations and postal codes, case folded."""
    rows = (line.split("\t") for table in _PLACES for line in _lines(table))
    states = (row for row in rows if len(row) > _POSTAL_CODE)
    forms = (form for row in states for form in (row[0], *row[1].split("|"), row[_POSTAL_CODE]))
    return frozenset(form.casefold() for form in forms if form)


@cache
def organisations() -> Gazetteer:
    """Bodies that are often named by letters alone."""
    return _gazetteer("organisations.tsv")


@cache
def newspapers() -> frozenset[str]:
    """Newspapers whose names are common words."""
    return frozenset(_lines("newspapers.txt"))


@cache
def offices() -> frozenset[str]:
    """Nouns that head an office or a description of a person."""
    return frozenset(line.lstrip("!") for line in _lines("offices.txt"))


@cache
def titles() -> frozenset[str]:
    """Offices that stand before a name as a title, and honorifics."""
    marked = {line[1:] for line in _lines("offices.txt") if line[0] == "!"}
    return frozenset(marked | honorifics().keys())


@cache
def honorifics() -> MappingProxyType[str, str]:
    """ "Mr", "Dr", …, each with "m" or "f" where it tells the gender, else ""."""
    pairs = (line.partition(" ") for line in _lines("honorifics.txt"))
    return MappingProxyType({word: gender for word, _, gender in pairs})


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that name nobody."""
    return frozenset(line.lstrip("!") for line in _lines("not_names.txt"))


@cache
def furniture() -> frozenset[str]:
    """Words of the page that run on behind a name."""
    return frozenset(line[1:] for line in _lines("not_names.txt") if line[0] == "!")


@cache
def given_names() -> MappingProxyType[str, str]:
    """Given names and their short forms, case folded, each with "m" or "f", or "" for both."""
    rows = (line.partition("\t") for line in _lines("given_names.tsv"))
    genders = {name: gender for gender, _, names in rows for name in names.split()}
    for short, full in nicknames().items():
        told = {genders.get(name, "") for name in full}
        genders.setdefault(short, told.pop() if len(told) == 1 else "")
    return MappingProxyType(genders)


@cache
def nicknames() -> MappingProxyType[str, frozenset[str]]:
    """Short forms of given names, folded, each with the names that it may stand for."""
    full: dict[str, set[str]] = {}
    for name, _, short in (line.partition("\t") for line in _lines("nicknames.tsv")):
        for form in short.split():
            full.setdefault(form, set()).add(name)
    return MappingProxyType({form: frozenset(names) for form, names in full.items()})
