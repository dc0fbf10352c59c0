"""Interviews, headlines and transcripts name their speakers by labels."""

import pytest

from copydesk.language import Analysis, TaggedSpan, analyse
from copydesk.quotes import find_quotes


@pytest.fixture
def said(article_of):
    """A function from a text and its names to (quotation, speaker's words, name) triples."""

    def find(text, *people, **more):
        plain = analyse(text, None)
        spans = [(text.index(form), form) for forms in people for form in forms if form in text]
        names = tuple(TaggedSpan(at, at + len(form), "PER", 0.9) for at, form in sorted(spans))
        analysis = Analysis(text, plain.tokens, plain.sentences, names)
        quotes = find_quotes(article_of(text, people, **more), analysis)
        return [
            (q.text, q.speaker and q.speaker.text, q.speaker and q.speaker.name) for q in quotes
        ]

    return find


LEE = ("Ann Lee", "Lee")


def test_questions_and_answers_go_to_the_author_and_the_one_most_named(said):
    text = (
        "Ann Lee bakes bread.\n\nQ: Why bread?\n\nA: It is warm.\n\nIt keeps.\n\nQ: And cake?\n\n"
        "A: Never."
    )
    assert said(text, LEE, authors=("Marc Roy",)) == [
        ("Why bread?", "Q", "Marc Roy"),
        ("It is warm. It keeps.", "A", "Ann Lee"),
        ("And cake?", "Q", "Marc Roy"),
        ("Never.", "A", "Ann Lee"),
    ]


def test_labels_in_capitals_go_to_the_person_of_that_surname(said):
    text = "Ann Lee bakes.\n\nPOST: Why?\n\nLEE: It is warm.\n\nPOST: And cake?\n\nLEE: Never."
    assert [name for _, _, name in said(text, LEE)][1::2] == ["Ann Lee", "Ann Lee"]


def test_initials_go_to_the_one_person_who_has_them(said):
    text = "Ann Lee met Marc Roy.\n\nMR: Why?\n\nAL: It is warm.\n\nMR: And cake?\n\nAL: Never."
    assert [name for _, _, name in said(text, LEE, ("Marc Roy",))] == ["Marc Roy", "Ann Lee"] * 2
    names = [name for _, _, name in said(text + "\n\nAbe Low left.", LEE, ("Abe Low",))]
    assert names == ["MR", "AL"] * 2


def test_initials_go_on_from_full_names(said):
    text = "Ann Lee bakes.\n\nMarc Roy: Why?\n\nAnn Lee: It is warm.\n\nMR: And cake?\n\nAL: Never."
    spoken = [(q, name) for q, _, name in said(text, LEE, ("Marc Roy",))]
    assert spoken == [
        ("Why?", "Marc Roy"),
        ("It is warm.", "Ann Lee"),
        ("And cake?", "Marc Roy"),
        ("Never.", "Ann Lee"),
    ]


def test_a_name_and_its_initials_take_no_turns_with_each_other(said):
    text = "Ann Lee: It is warm.\n\nAL: It keeps.\n\nAL: It is cheap.\n\nAL: Never mind cake."
    assert said(text, LEE) == []


def test_a_label_that_takes_turns_with_a_name_is_one(said):
    text = (
        "Magazine: Why?\n\nLee: It is warm.\n\nMagazine: And cake?\n\nLee: Never.\n\nAnn Lee bakes."
    )
    assert [(q, s) for q, s, _ in said(text, LEE)][:3] == [
        ("Why?", "Magazine"),
        ("It is warm.", "Lee"),
        ("And cake?", "Magazine"),
    ]
    form = "Price: Ten pounds.\n\nTaste: Sour.\n\nPrice: Two pounds.\n\nTaste: Sweet."
    assert said(form, LEE) == []


def test_furniture_is_no_interview(said):
    text = "READ MORE: Bread is back\n\nWATCH: How to bake\n\nREAD MORE: Cake\n\nWATCH: Pies"
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lee: Talks will go on in May", id="colon"),
        pytest.param("Talks will go on in May - Lee", id="dash"),
    ],
)
def test_a_headline_that_ends_or_begins_with_a_name_is_what_the_person_said(said, text):
    body = "\n\nAnn Lee spoke to the press on Monday."
    assert said(text + body, LEE) == [("Talks will go on in May", "Lee", "Ann Lee")]


def test_a_label_inside_the_marks_names_the_speaker(said):
    assert [s for _, s, _ in said("“LEE: It is warm in here now.”", LEE)] == ["LEE"]
