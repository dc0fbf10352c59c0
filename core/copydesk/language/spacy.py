"""Any installed spaCy pipeline as a tagger: entities only, for other languages or to compare."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from copydesk.errors import CopydeskError, MissingExtraError
from copydesk.language.analysis import TaggedSpan, Tags
from copydesk.language.tokens import Token

if TYPE_CHECKING:
    from spacy.language import Language

# OntoNotes' and the news pipelines' labels, and CoNLL's own.
_LABELS = {
    "PERSON": "PER",
    "PER": "PER",
    "persName": "PER",
    "PRS": "PER",
    "ORG": "ORG",
    "orgName": "ORG",
    "ORGANIZATION": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "placeName": "LOC",
    "geogName": "LOC",
    "GPE_LOC": "LOC",
    "GPE_ORG": "LOC",
    "NORP": "MISC",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "PRODUCT": "MISC",
    "MISC": "MISC",
}


class SpacyTagger:
    """Gives a pipeline's entities; it finds no attributions."""

    def __init__(self, pipeline: "Language") -> None:
        self._pipeline = pipeline

    def tag(self, text: str, tokens: Sequence[Token], sentences: Sequence[Token]) -> Tags:
        """The names of one text, of the labels that have one of our types, with score 1."""
        # A paragraph at a time: memory stays bounded, and spaCy refuses a million characters.
        names = []
        for start, end in _paragraphs(text, sentences):
            for entity in self._pipeline(text[start:end]).ents:
                if label := _LABELS.get(entity.label_):
                    span = (start + entity.start_char, start + entity.end_char)
                    names.append(TaggedSpan(*span, label, 1.0))
        return Tags(tuple(names))


def _paragraphs(text: str, sentences: Sequence[Token]) -> list[Token]:
    joined: list[Token] = []
    for sentence in sentences:
        if joined and "\n" not in text[joined[-1].end : sentence.start]:
            joined[-1] = Token(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


@cache
def load_spacy(name: str) -> SpacyTagger:
    """The tagger of an installed pipeline. Raises `CopydeskError`."""
    try:
        import spacy
    except ImportError:
        raise MissingExtraError(f"the model 'spacy:{name}'", "spacy") from None
    try:
        pipeline = spacy.load(name)
    except OSError:
        raise CopydeskError(
            f"the spaCy pipeline {name!r} is not installed: python -m spacy download {name}"
        ) from None
    if not {"ner", "entity_ruler"} & set(pipeline.pipe_names):
        raise CopydeskError(f"the spaCy pipeline {name!r} finds no entities")
    return SpacyTagger(pipeline)
