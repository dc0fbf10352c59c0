"""Database exports and mails: several articles in one file, fields with names."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from copydesk.cleaning.text.separators import Stretch, stretches

# "BYLINE: Ada Moss", "Publication title: The Courier"
_LABEL = re.compile(r"[ \t]*([^\W\d_][\w /-]{0,30}?)[ \t]?[:：][ \t]*(.*)")
# Factiva's two letters and a column, or on a line of their own: "HD   Clock tower strikes"
_CODE = re.compile(r"[ \t]*([A-Z]{2,3})(?:[ \t]{2,}(.*))?")
# Nexis Uni's headings: "Body", "Classification"
_HEADING = re.compile(r"[ \t]*(Body|Classification)[ \t]*()")
_DATE_LINE = re.compile(r"(?=.*\b(?:19|20)\d\d\b)[^.!?]{6,50}")
_COPYRIGHT = re.compile(r"(?:copyright|\(c\)|©).{0,200}", re.IGNORECASE)
# "First Edition", "Late Edition - Final", "Correction Appended"
_EDITION = re.compile(r"[\w .,-]{0,40}\bedition\b[\w .,-]{0,20}|correction appended", re.IGNORECASE)
_MAIL_LABEL = re.compile(r"(From|Date|Subject|To|Cc|Reply-To|Sender|Message-ID):[ \t]+(.*)")
_ADDRESS = re.compile(r"\s*<[^<>]*>\s*$|^\S+@\S+$")
_LEAST_LABELS = 2
"""Labels from which a text that no mark parts is read as fields."""
_NOTHING = frozenset(("none available.", "none available", "none", "n/a", "-"))


class Part(NamedTuple):
    """One article of an export: what is left of its text, and the fields read off."""

    text: str
    fields: dict[str, str]
    """`title`, `byline`, `date`, `loaded`, `publisher`, `section`, `keywords`, …"""
    removed: tuple[str, ...] = ()


class _Field(NamedTuple):
    name: str | None
    """None: the line goes on with what was before it."""
    value: str


def parts_of(text: str) -> list[Part]:
    """The articles in a dump; a dump that is no export is one part without fields."""
    found = stretches(text.split("\n"))
    return [_part(stretch, export=bool(stretch.marks) or len(found) > 1) for stretch in found]


def _part(stretch: Stretch, *, export: bool) -> Part:
    part = _mail(stretch.lines) or _labelled(stretch.lines, export=export)
    return part._replace(removed=stretch.marks + part.removed)


def _labelled(lines: Sequence[str], *, export: bool) -> Part:
    """A text with its labelled lines read as fields, and what stands above the labels."""
    read = list(_fields(lines, export=export))
    named = [field for field in read if field.name]
    if not export and len(named) < _LEAST_LABELS:
        return Part("\n".join(lines), {})
    kept: list[str] = []
    removed: list[str] = []
    fields: dict[str, str] = {}
    opened: str | None = None
    head: int | None = None
    for line, (name, value) in zip(lines, read, strict=True):
        if name:
            opened, head = name, len(kept) if head is None else head
        if opened == "body" or not opened or not (name or value):
            opened = None
            kept.append(value if name else line)
            removed += [line.strip().removesuffix(value).strip()] if name else []
            continue
        fields[opened] = f"{fields.get(opened, '')} {value}".strip()
        removed.append(line.strip())
    above, gone = _above(kept[: head or 0]) if export else ({}, ())
    text = "\n".join(kept[head or 0 :] if gone else kept)
    known = {name: value for name, value in fields.items() if value.lower() not in _NOTHING}
    return Part(text, above | known, (*removed, *gone))


def _fields(lines: Sequence[str], *, export: bool) -> Iterator[_Field]:
    """For each line the field that it opens."""
    codes = _has_codes(lines)
    top = not export and _is_head(lines)
    for line in lines:
        if codes and (code := _CODE.fullmatch(line)) and code[1] in _known().codes:
            yield _Field(_known().codes[code[1]], (code[2] or "").strip())
            continue
        found = (_HEADING.fullmatch(line) if export else None) or _LABEL.fullmatch(line)
        name = _known().labels.get(found[1].casefold()) if found else None
        top = top and (name is not None or not line.strip())
        if found and name and (export or top or found[1].isupper()):
            yield _Field(name, found[2].strip())
        else:
            yield _Field(None, line.strip())


def _has_codes(lines: Sequence[str]) -> bool:
    codes = {found[1] for line in lines if (found := _CODE.fullmatch(line))}
    return "HD" in codes and not codes.isdisjoint(("LP", "TD"))


def _is_head(lines: Sequence[str]) -> bool:
    """Whether the text begins with labelled lines, one of them a title's, name's or date's."""
    shown = (line for line in lines if line.strip())
    first = [_LABEL.fullmatch(line) for _, line in zip(range(_LEAST_LABELS), shown, strict=False)]
    names = [_known().labels.get(found[1].casefold()) if found else None for found in first]
    return len(names) == _LEAST_LABELS and None not in names and "title" in names


def _above(lines: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What stands above the labels of an export: the publication, the date, the headline."""
    shown = [" ".join(line.split()) for line in lines if line.strip()]
    shown_words = [line for line in shown if not _COPYRIGHT.fullmatch(line)]
    dated = next((at for at, line in enumerate(shown_words[:4]) if _DATE_LINE.fullmatch(line)), 0)
    if not dated:
        return {}, ()
    fields = {"publisher": shown_words[dated - 1], "date": shown_words[dated]}
    rest = [*shown_words[: dated - 1], *shown_words[dated + 1 :]]
    title = [line for line in rest if not _EDITION.fullmatch(line)]
    return (fields | {"title": " ".join(title)}, tuple(shown)) if title else ({}, ())


def _mail(lines: Sequence[str]) -> Part | None:
    """A mail: its head read, the rest as it is."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    fields: dict[str, str] = {}
    stop = start
    for line in lines[start:]:
        found = _MAIL_LABEL.fullmatch(line.rstrip("\r"))
        if not found:
            break
        fields[found[1]] = found[2].strip()
        stop += 1
    if not {"From", "Subject"} <= fields.keys():
        return None
    known = {
        "publisher": _ADDRESS.sub("", fields["From"]).strip(' "'),
        "date": fields.get("Date", ""),
        "subject": fields["Subject"],
    }
    body = "\n".join(lines[stop:])
    return Part(body, {k: v for k, v in known.items() if v}, tuple(lines[start:stop]))


class _Known(NamedTuple):
    """Read from `fields.json`: the field that a label, folded, or a code opens."""

    labels: dict[str, str]
    codes: dict[str, str]


@lru_cache(maxsize=1)
def _known() -> _Known:
    source = files("copydesk.cleaning.text") / "fields.json"
    lists = json.loads(source.read_text(encoding="utf-8"))
    labels = {label: name for name, found in lists["labels"].items() for label in found}
    return _Known(labels, lists["codes"])
