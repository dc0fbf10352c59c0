import random
import subprocess
import sys
import time

import pytest

from copydesk.errors import CopydeskError
from copydesk.language import analyse, load_tagger
from copydesk.language.encoder import ENCODERS

STORY = (
    "OSLO (Norwire) — Prime Minister Greta Halvorsen said on Monday that Norway would sell "
    "its stake in Nordbank. “We have waited long enough,” Halvorsen told reporters.\n\n"
    "Analysts at Brandt & Lowe expect the sale to raise 2 billion euros, according to a report."
)
OTHERS = [
    "A short note.",
    "LONDON — Mayor Ada Quill opened the Tate Modern's new wing, the Guardian reported. " * 40,
    "Nothing is named here, and nobody said anything.\n" * 30,
]


@pytest.fixture(scope="module", params=ENCODERS)
def model(request):
    return request.param


@pytest.fixture(scope="module")
def encoder(model):
    return load_tagger(model)


def test_the_default_is_the_accurate_one():
    assert load_tagger("default") is load_tagger("accurate")


def test_names_and_attributions_are_found(encoder):
    found = analyse(STORY, encoder)
    names = {(STORY[n.start : n.end], n.label) for n in found.names}
    assert {("OSLO", "LOC"), ("Greta Halvorsen", "PER"), ("Norway", "LOC")} <= names
    parts = {(STORY[a.start : a.end].strip("“”,"), a.label) for a in found.attributions}
    assert {("We have waited long enough", "content"), ("Halvorsen", "source")} <= parts


def test_the_tags_of_a_text_depend_on_it_alone(encoder):
    alone = {text: analyse(text, encoder) for text in (STORY, *OTHERS)}
    crowd = [STORY, *OTHERS] * 2
    random.Random(1).shuffle(crowd)
    assert all(analyse(text, encoder) == alone[text] for text in crowd)


def test_a_process_of_its_own_gives_the_same_tags(model, encoder):
    code = (
        "import sys; from copydesk.language import analyse, load_tagger;"
        "print(analyse(sys.argv[1], load_tagger(sys.argv[2])))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, STORY, model], capture_output=True, check=True
    )
    assert run.stdout.decode().strip() == str(analyse(STORY, encoder))


def test_no_span_crosses_a_line(encoder):
    text = "Sale of Nordbank\nGreta Halvorsen\nOSLO\nBrandt & Lowe"
    found = analyse(text, encoder)
    assert all("\n" not in text[s.start : s.end] for s in (*found.names, *found.attributions))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "a" * 100_000,
        "他说" * 600,
        "١٢٣ \u200b\ufeff \x00 �",
        "w" * 90 + " " + "x&" * 900,
        "…" * 3000,
    ],
    ids=["empty", "blank", "long-word", "chinese", "odd-characters", "many-pieces", "marks"],
)
def test_odd_texts_are_read(encoder, text):
    found = analyse(text, encoder)
    spans = [*found.names, *found.attributions]
    assert all(0 <= s.start < s.end <= len(text) and 0 <= s.score <= 1 for s in spans)


def test_sentences_in_another_script_are_not_read(encoder):
    russian = "Затем Анна Петрова открыла мост. Она приехала из Москвы. Но никто не пришёл. " * 3
    found = analyse(f"{STORY}\n\n{russian}\n\n{STORY}", encoder)
    alone = analyse(STORY, encoder)
    behind = len(STORY) + len(russian) + 4
    twice = [*alone.names, *(n._replace(start=n.start + behind) for n in alone.names)]
    assert [(n.start, n.label) for n in found.names] == [(n.start, n.label) for n in twice]
    assert len(found.attributions) == 2 * len(alone.attributions)


def test_foreign_words_do_not_keep_a_sentence_from_being_read(encoder):
    text = "Mayor Ada Quill read the sign «Мост закрыт» in Oslo aloud."
    assert {text[n.start : n.end] for n in analyse(text, encoder).names} >= {"Ada Quill", "Oslo"}


def test_an_unknown_model_is_refused():
    with pytest.raises(CopydeskError, match="unknown model 'none'"):
        load_tagger("none")


def test_training_is_not_imported_by_the_product():
    code = "import copydesk.language, sys; print([m for m in sys.modules if 'training' in m])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"


def test_the_model_loads_fast():
    code = "import copydesk.language as l; l.load_tagger('default')"
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", code], check=True)
    assert time.monotonic() - begun < 5  # 0.5 s on a quiet machine
