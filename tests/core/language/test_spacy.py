import sys
from types import SimpleNamespace

import pytest

from copydesk.errors import CopydeskError, MissingExtraError
from copydesk.language import analyse, load_tagger
from copydesk.language.spacy import SpacyTagger

TEXT = "Ann Lee left.\n\nOn Monday Ann Lee flew to Oslo, Norwegians say."


def pipeline(text):
    """Stands for a loaded pipeline: finds a few strings."""
    labels = {"Ann Lee": "PERSON", "Oslo": "GPE", "Norwegians": "NORP", "Monday": "DATE"}
    found = [
        SimpleNamespace(
            label_=label, start_char=text.index(name), end_char=text.index(name) + len(name)
        )
        for name, label in labels.items()
        if name in text
    ]
    return SimpleNamespace(ents=sorted(found, key=lambda e: e.start_char))


def test_entities_of_all_paragraphs_get_our_types():
    names = analyse(TEXT, SpacyTagger(pipeline)).names
    assert [(TEXT[n.start : n.end], n.label) for n in names] == [
        ("Ann Lee", "PER"),
        ("Ann Lee", "PER"),
        ("Oslo", "LOC"),
        ("Norwegians", "MISC"),
    ]


def test_without_spacy_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"copydesk\[spacy\]"):
        load_tagger("spacy:a_missing_extra")


def test_a_pipeline_that_is_not_installed_is_named(monkeypatch):
    def refuse(name):
        raise OSError(name)

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=refuse))
    with pytest.raises(CopydeskError, match="'xx_none' is not installed"):
        load_tagger("spacy:xx_none")


def test_a_pipeline_without_entities_is_refused(monkeypatch):
    blank = SimpleNamespace(pipe_names=["tagger"])
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=lambda name: blank))
    with pytest.raises(CopydeskError, match="finds no entities"):
        load_tagger("spacy:xx_tagger_only")


def test_a_real_pipeline_is_used():
    spacy = pytest.importorskip("spacy")
    english = spacy.blank("en")
    ruler = english.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Nordbank"}])
    text = "Shares of Nordbank fell."
    assert analyse(text, SpacyTagger(english)).names == ((10, 18, "ORG", 1.0),)
