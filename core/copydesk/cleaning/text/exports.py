"""Database exports and mails: several articles in one file, fields with names."""

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
    "DATELINE": "dateline",
    "LOAD-DATE": "loaded",
    "PUBLICATION-DATE": "date",
    "PUBLICATION DATE": "date",
    "DATE": "date",
    "SUBJECT": "keywords",
    "KEYWORDS": "keywords",
    "KEYWORD": "keywords",
    "HIGHLIGHT": "summary",
    "SOURCE": "publisher",
    "PUBLICATION": "publisher",
    "BODY": "body",
    "TEXT": "body",
}
"""Labels of the exports, in capitals, to the fields that they fill."""
_LABELS = (
    *_FIELDS,
    *("LENGTH", "LANGUAGE", "PUBLICATION-TYPE", "PUBLICATION TYPE", "GRAPHIC", "COPYRIGHT", "URL"),
    *("NOTES", "ACC-NO", "DISTRIBUTION", "JOURNAL-CODE", "COUNTRY", "CITY", "STATE", "COMPANY"),
    *("PERSON", "GEOGRAPHIC", "INDUSTRY", "ORGANIZATION", "TICKER", "CORRECTION-DATE", "EDITION"),
)
_FIELD = re.compile(rf"^[ \t]*({'|'.join(_LABELS)}):[ \t]*(.*)$")
_DATE_LINE = re.compile(r"(?=.*\b(?:19|20)\d\d\b)[^.!?]{6,50}")
_MAIL_LABEL = re.compile(r"(From|Date|Subject|To|Cc|Reply-To|Sender|Message-ID):[ \t]+(.*)")
_ADDRESS = re.compile(r"\s*<[^<>]*>\s*$|^\S+@\S+$")


class Part(NamedTuple):
    """One article of an export: what is left of its text, and the fields read off."""

    text: str
    fields: dict[str, str]
    """`title`, `byline`, `date`, `loaded`, `publisher`, `section`, `keywords`, …"""
    removed: tuple[str, ...] = ()


def parts_of(text: str) -> list[Part]:
    """The articles in a dump; a dump that is no export is one part without fields."""
    cuts = [found.span() for found in _SEPARATOR.finditer(text)]
    if not cuts:
        return [_mail(text) or _part(text, "")]
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    parts = [
        _part(text[stop:end], text[start:stop].strip())
        for (start, stop), end in zip(cuts, ends, strict=True)
        if text[stop:end].strip()
    ]
    if not parts:
        return [Part(text, {})]
    cover = tuple(line.strip() for line in text[: cuts[0][0]].split("\n") if line.strip())
    return [parts[0]._replace(removed=cover + parts[0].removed), *parts[1:]]


def _part(text: str, mark: str) -> Part:
    """One article; `mark` is the separator above it, empty where there is none."""
    kept: list[str] = []
    removed = [mark] if mark else []
    head: int | None = None
    fields: dict[str, str] = {}
    opened: str | None = None
    for line in text.split("\n"):
        words = line.strip()
        found = _FIELD.match(line)
        if found:
            opened, words = _FIELDS.get(found[1], "other"), found[2].strip()
            head = len(kept) if head is None else head
        if opened == "body" or not opened or not (found or words):
            opened = None
            kept.append(words if found else line)
            continue
        fields[opened] = f"{fields.get(opened, '')} {words}".strip()
        removed.append(line.strip())
    if not fields and not mark:
        return Part(text, {})
    above = _above(kept[: head or 0]) if mark else {}
    lines = kept[head or 0 :] if above else kept
    return Part("\n".join(lines), above | fields, (*removed, *above.values()))


def _above(lines: list[str]) -> dict[str, str]:
    """What stands above the labels of an export: the publication, the date, the headline."""
    shown = [" ".join(line.split()) for line in lines if line.strip()]
    dated = next((at for at, line in enumerate(shown[:4]) if _DATE_LINE.fullmatch(line)), None)
    if not dated or dated + 1 == len(shown):
        return {}
    title = " ".join(shown[dated + 1 :])
    return {"publisher": shown[0], "date": shown[dated], "title": title}


def _mail(text: str) -> Part | None:
    """A mail: its head read, the rest as it is."""
    lines = text.lstrip().split("\n")
    fields: dict[str, str] = {}
    count = 0
    for line in lines:
        found = _MAIL_LABEL.match(line)
        if not found:
            break
        fields[found[1]] = found[2].strip()
        count += 1
    if not {"From", "Subject"} <= fields.keys():
        return None
    known = {
        "publisher": _ADDRESS.sub("", fields["From"]).strip(' "'),
        "date": fields.get("Date", ""),
        "subject": fields["Subject"],
    }
    body = "\n".join(lines[count:])
    return Part(body, {k: v for k, v in known.items() if v}, tuple(lines[:count]))
