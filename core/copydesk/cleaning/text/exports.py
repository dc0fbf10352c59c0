"""Database exports: several articles in one file, each with named fields."""

import re
from typing import NamedTuple

# "1 of 2 DOCUMENTS", "Document 3 of 20", "DOCUMENT 1 OF 2"
_SEPARATOR = re.compile(
    r"^[ \t]*(?:\d{1,6} (?:of|OF) \d{1,6} DOCUMENTS?"
    r"|(?:DOCUMENT|Document) \d{1,6} (?:of|OF) \d{1,6})[ \t]*$",
    re.MULTILINE,
)
_FIELDS = {
    "BYLINE": "byline",
    "AUTHOR": "byline",
    "HEADLINE": "title",
    "TITLE": "title",
    "SECTION": "section",
    "LENGTH": "length",
    "DATELINE": "dateline",
    "LOAD-DATE": "date",
    "PUBLICATION-DATE": "date",
    "PUBLICATION DATE": "date",
    "DATE": "date",
    "LANGUAGE": "language",
    "PUBLICATION-TYPE": "other",
    "PUBLICATION TYPE": "other",
    "SUBJECT": "keywords",
    "KEYWORDS": "keywords",
    "KEYWORD": "keywords",
    "GRAPHIC": "caption",
    "HIGHLIGHT": "summary",
    "SOURCE": "publisher",
    "PUBLICATION": "publisher",
    "COPYRIGHT": "rights",
    "URL": "other",
    "NOTES": "other",
    "ACC-NO": "other",
    "DISTRIBUTION": "other",
    "JOURNAL-CODE": "other",
    "COUNTRY": "other",
    "CITY": "other",
    "STATE": "other",
    "COMPANY": "other",
    "PERSON": "other",
    "GEOGRAPHIC": "other",
    "INDUSTRY": "other",
    "ORGANIZATION": "other",
    "TICKER": "other",
    "BODY": "body",
    "TEXT": "body",
}
_FIELD = re.compile(rf"^[ \t]*({'|'.join(_FIELDS)}):[ \t]*(.*)$")


class Part(NamedTuple):
    """One article of an export: what is left of its text, and the fields read off."""

    text: str
    fields: dict[str, str]
    removed: tuple[str, ...]


def parts_of(text: str) -> list[Part]:
    """The articles in a dump; a dump that is no export is one part without fields."""
    cuts = [found.span() for found in _SEPARATOR.finditer(text)]
    if not cuts:
        return [_part(text, "")]
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    marks = [text[slice(*cut)].strip() for cut in cuts]
    return [
        _part(text[cut[1] : end], mark)
        for cut, end, mark in zip(cuts, ends, marks, strict=True)
        if text[cut[1] : end].strip()
    ]


def _part(text: str, mark: str) -> Part:
    kept: list[str] = []
    fields: dict[str, str] = {}
    removed = [mark] if mark else []
    open_field: str | None = None
    for line in text.split("\n"):
        if found := _FIELD.match(line):
            open_field, value = _FIELDS[found[1]], found[2].strip()
            if open_field == "body":
                open_field = None
                kept.append(value)
                continue
        elif open_field and line.strip():
            value = line.strip()
        else:
            open_field = None
            kept.append(line)
            continue
        fields[open_field] = f"{fields.get(open_field, '')} {value}".strip()
        removed.append(line.strip())
    return Part("\n".join(kept), fields, tuple(removed)) if fields or mark else Part(text, {}, ())
