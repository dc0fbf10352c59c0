"""Annotated texts: CoNLL files and quotation records become running text with spans."""

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.language.tagset import NAME_LABELS

_SHORT_SHARE = 0.35  # of the documents are read in bits of one to four sentences

Span = tuple[int, int, str]  # start, end, label


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with what was annotated in it; None where a layer was not annotated."""

    text: str
    names: tuple[Span, ...] | None = None
    attributions: tuple[Span, ...] | None = None
    misc: bool = True
    """False where names of type MISC were left out."""


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from lines


# --- CoNLL -----------------------------------------------------------------------------------

Sentence = list[tuple[str, str]]  # (word, tag) pairs

_CLINGS_LEFT = re.compile(r"[.,:;!?)\]}%…»]|n't|['’](?:s|t|re|ve|ll|d|m)?", re.IGNORECASE)
_CLINGS_RIGHT = re.compile(r"[(\[{$£€#«]")
_CONTRACTED = re.compile(r"(?:s|t|re|ve|ll|d|m)", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;,\"'”’]$")


def conll_documents(path: Path) -> Iterator[list[Sentence]]:
    """The documents of a CoNLL file as sentences; without marks, every sentence is one."""
    documents: list[list[Sentence]] = [[]]
    sentence: Sentence = []
    marked = False
    for line in [*lines_of(path), ""]:
        word, _, tag = line.rstrip("\n").rpartition("\t")
        if word and word != "-DOCSTART-":
            sentence.append((word, tag))
            continue
        if sentence:
            documents[-1].append(sentence)
            sentence = []
        if word:
            marked = True
            documents.append([])
    if not marked:
        return iter([s] for s in documents[0])
    return (d for d in documents if d)


def running_text(sentences: list[Sentence], *, misc: bool = True) -> AnnotatedText:
    """Words joined as a newspaper would print them, a heading on a line of its own."""
    text, names = "", []
    for sentence in sentences:
        if text:
            text += " " if _STOP.search(text) else "\n"
        begin = len(text)
        open_span: Span | None = None
        for i, (word, tag) in enumerate(sentence):
            if len(text) > begin and not _joined(text, word, sentence[i - 1][0]):
                text += " "
            start = len(text)
            text += word
            goes_on = tag[:1] == "I" and open_span and open_span[2] == tag[2:]
            if open_span and not goes_on:
                names.append(open_span)
                open_span = None
            if tag[2:] in NAME_LABELS:
                open_span = (open_span[0] if open_span else start, len(text), tag[2:])
        if open_span:
            names.append(open_span)
    return AnnotatedText(text, names=tuple(names), misc=misc)


def _joined(text: str, word: str, before: str) -> bool:
    if _CLINGS_LEFT.fullmatch(word) or _CLINGS_RIGHT.fullmatch(before) or "-" in (word, before):
        return True
    if before in ("'", "’"):
        return bool(_CONTRACTED.fullmatch(word))
    # "1 , 000"
    return word.isdigit() and len(word) == 3 and before == "," and text[-2:-1].isdigit()


# --- quotations ------------------------------------------------------------------------------


def quotation_texts(path: Path) -> Iterator[AnnotatedText]:
    """Records with `text` and `quotes` (start, end, speaker, cue), one JSON object a line."""
    for line in lines_of(path):
        record = json.loads(line)
        spans = {(q["start"], q["end"], "content") for q in record["quotes"]}
        for part, label in (("speaker", "source"), ("cue", "cue")):
            found = [q[part] for q in record["quotes"] if q[part]]
            spans |= {(s["start"], s["end"], label) for s in found}
        yield AnnotatedText(record["text"], attributions=tuple(sorted(spans)))


def plain_texts(path: Path) -> Iterator[AnnotatedText]:
    """The texts of records with `text`, one JSON object a line; nothing is annotated."""
    return (AnnotatedText(json.loads(line)["text"]) for line in lines_of(path))


# --- sources ---------------------------------------------------------------------------------


class Source:
    """One file of annotated texts, read as often as its weight says.

    The argument is a path, with `=WEIGHT` behind it if it is not to be read once an epoch. Kinds
    are `names`, `no-misc` (names without type MISC), `untagged` (tags not read), `quotes`, and
    `texts` (JSON Lines without tags).
    """

    def __init__(self, argument: str, kind: str) -> None:
        path, _, weight = argument.partition("=")
        self.weight = float(weight or 1)
        reader = {"quotes": quotation_texts, "texts": plain_texts}.get(kind)
        self._documents = [] if reader else list(conll_documents(Path(path)))
        self._texts = list(reader(Path(path))) if reader else []
        self._misc = kind != "no-misc"
        self._tagged = kind != "untagged"

    def texts(self, dice: random.Random) -> Iterator[AnnotatedText]:
        """The texts of one epoch."""
        for text in self._texts:
            yield from [text] * _times(self.weight, dice)
        for document in self._documents:
            for _ in range(_times(self.weight, dice)):
                step = dice.randint(1, 4) if dice.random() < _SHORT_SHARE else len(document)
                for at in range(0, len(document), step):
                    text = running_text(document[at : at + step], misc=self._misc)
                    yield text if self._tagged else replace(text, names=None)


def _times(weight: float, dice: random.Random) -> int:
    return int(weight) + (dice.random() < weight % 1)
