"""The words that name a speaker are resolved to a name, or to nobody where that is not safe."""

from dataclasses import replace

import pytest
from msgspec import structs

from copydesk.article import EntityType
from copydesk.language import TaggedSpan, analyse
from copydesk.quotes import find_quotes

LEE, ROY, OSEI = ("Ann Lee", "Lee"), ("Marc Roy", "Roy"), ("Wren Osei", "Osei")
LEA_ROY = ("Lea Roy",)


@pytest.fixture
def names(article_of):
    """A function from a text to the resolved names of its quotations."""

    def resolved(text, *people, **more):
        quotes = find_quotes(article_of(text, people, **more), analyse(text, None))
        return [q.speaker and q.speaker.name for q in quotes]

    return resolved


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ann Lee met Marc Roy. “It is over now,” Roy said.", "Marc Roy", id="surname"),
        pytest.param("Ann Lee met Marc Roy. “It is over now,” he said.", "Marc Roy", id="he"),
        pytest.param("Marc Roy met Ann Lee. “It is over now,” he said.", "Marc Roy", id="subject"),
        pytest.param("Marc Roy met Ann Lee. “It is over now,” she said.", "Ann Lee", id="she"),
        pytest.param("Mrs. Osei met Roy. “It is over now,” she said.", "Wren Osei", id="title"),
        pytest.param("“It is over now,” they said.", None, id="they without a group"),
        pytest.param("“It is over now,” the official said.", None, id="nobody known"),
        pytest.param("“It is over now,” a senior official said.", "senior official", id="itself"),
        pytest.param(
            "“It is over now,” the police in Troy, New York, said.",
            "police in Troy, New York",
            id="a place behind a comma",
        ),
        pytest.param("“It is over now,” protesters said.", "protesters", id="collective"),
        pytest.param(
            "“It fell on us,” a person familiar with it said. “It is over now,” the person said.",
            "person familiar with it",
            id="familiar with",
        ),
        pytest.param(
            "“It fell on us,” Lee said in a statement. “It is over now,” the statement said.",
            "Ann Lee",
            id="whose statement it is",
        ),
        pytest.param(
            "“It fell on us,” Lee said. “It is over now,” the statement said.",
            None,
            id="whose statement nobody knows",
        ),
        pytest.param(
            "Lee left early. “It is over now,” said the retired schoolteacher.",
            "Ann Lee",
            id="an agent noun that no list has",
        ),
        pytest.param(
            "“It fell on us,” a witness said. “It is over now,” the man said.",
            "witness",
            id="somebody described before",
        ),
        pytest.param(
            "Ann Lee, a Liberal senator, left. “It is over now,” the senator said.",
            "Ann Lee",
            id="apposition",
        ),
        pytest.param(
            "Defence lawyer Marc Roy rose. “It is over now,” the lawyer said.",
            "Marc Roy",
            id="office before the name",
        ),
        pytest.param(
            "Council leader Ann Lee left. “It is over now,” the council said.",
            None,
            id="a council is not its leader",
        ),
        pytest.param(
            "“It is late,” Marc Roy said. “It is over now,” the rookie said.",
            "Marc Roy",
            id="epithet",
        ),
        pytest.param(
            "Ann Lee and Marc Roy spoke. “It is over now,” Ann Lee and Marc Roy said.",
            "Ann Lee and Marc Roy",
            id="two",
        ),
        pytest.param("“It is over now,” said Ann Lee’s lawyer, Marc Roy.", "Marc Roy", id="lawyer"),
        pytest.param("“It is over now,” SMITH said.", "SMITH", id="unknown name"),
        pytest.param(
            "Det. Ann Lee left. “It is over now,” the detective said.",
            "Ann Lee",
            id="abbreviated title",
        ),
        pytest.param(
            "Marc Roy left early. “It is over now,” the 45-year-old said.",
            "Marc Roy",
            id="an age that nothing tells",
        ),
        pytest.param(
            "Marc Roy met a nurse. “It is over now,” the group's lawyer said.",
            "group's lawyer",
            id="somebody else's lawyer",
        ),
        pytest.param(
            "Ann Lee left. The victim's mother was there. “It is over now,” she said.",
            "victim's mother",
            id="described subject",
        ),
        pytest.param(
            "Ann Lee rose. A judge heard one witness. “It is over now,” the judge said.",
            "judge",
            id="described before",
        ),
        pytest.param(
            "Roy’s reply came late. “It is over now,” he said.", "Marc Roy", id="owner of a subject"
        ),
        pytest.param(
            "The Dutch road ministry met Lee. “It is over now,” the ministry said.",
            "Dutch road ministry",
            id="longer words for a body",
        ),
    ],
)
def test_speakers_are_resolved(names, text, name):
    assert names(text, LEE, ROY, OSEI)[-1] == name


def test_a_ministry_and_a_company_are_found_again(names):
    text = (
        "The Ministry of Roads closed it. “It is closed for good,” the ministry said.\n\n"
        "Bell Ferries Inc. objected. “It must open soon,” the company said."
    )
    assert names(text, bodies=[("Ministry of Roads",), ("Bell Ferries Inc.",)]) == [
        "Ministry of Roads",
        "Bell Ferries Inc.",
    ]


def test_i_is_the_author_outside_quotation_marks(names):
    assert names("“It is over now,” I said.", authors=("Ann Lee",)) == ["Ann Lee"]
    assert names("“It is over now,” I said.", authors=("Ann Lee", "Marc Roy")) == [None]


def test_a_quotation_in_the_headline_has_the_speaker_of_the_one_it_repeats(names):
    text = (
        "‘We will rebuild here’: mayor\n\nRain fell.\n\n“We will rebuild here soon,” said Ann Lee."
    )
    assert names(text, LEE) == ["Ann Lee", "Ann Lee"]


def test_a_person_described_in_the_lead_has_the_name_that_the_next_paragraph_gives(names):
    text = (
        "The mayor of a small town spoke up. “It is over now,” a mayor said.\n\n"
        "Ann Lee made the remark on Monday.\n\n“I was tired,” Lee said."
    )
    assert names(text, LEE) == ["Ann Lee", "Ann Lee"]


def with_people(analysis, *names):
    """The analysis with each name tagged as a person's where it first stands."""
    spans = [(analysis.text.index(name), name) for name in names]
    tagged_names = (TaggedSpan(at, at + len(name), "PER", 0.9) for at, name in sorted(spans))
    return replace(analysis, names=tuple(tagged_names))


def test_a_person_presented_in_a_paragraph_speaks_in_the_next(article_of):
    text = (
        "“It is late and dark,” said Marc Roy.\n\nAnn Lee has lived here for ten years.\n\n"
        "“We must all go home now.”"
    )
    analysis = with_people(analyse(text, None), "Marc Roy", "Ann Lee")
    quotes = find_quotes(article_of(text, [LEE, ROY]), analysis)
    assert [q.speaker.name for q in quotes] == ["Marc Roy", "Ann Lee"]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        pytest.param(
            "“It is over now,” said Bell Ferries president Ann Lee.",
            "“It is over now,”",
            "Bell Ferries president Ann Lee",
            id="office",
        ),
        pytest.param(
            "Bell Ferries said Ann Lee was ill.", "Ann Lee was ill", "Bell Ferries", id="verb"
        ),
    ],
)
def test_a_source_holds_the_name_behind_its_office(article_of, tagged, text, content, speaker):
    tags = tagged(text, ("source", "Bell Ferries"), ("cue", "said"), ("content", content))
    (quote,) = find_quotes(article_of(text, [LEE]), with_people(tags, "Ann Lee"))
    assert quote.speaker.text == speaker


def test_a_name_behind_a_long_office_heads_its_phrase(article_of, tagged):
    office = "deputy head of the Bureau for Road Safety"
    text = f"The {office} Ann Lee said that the road was closed."
    analysis = tagged(
        text, ("source", f"The {office} Ann Lee"), ("cue", "said"), ("content", "that the road was")
    )
    article = article_of(
        text, [["Ann Lee"]], [["Bureau for Road Safety"]], roles={"Ann Lee": office}
    )
    (quote,) = find_quotes(article, analysis)
    assert quote.speaker.name == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "“We miss him,” said Lea Roy. Marc Roy died in May. “It is over now,” Roy said.",
            "Lea Roy",
            id="the one who speaks",
        ),
        pytest.param(
            "“We tried,” said Marc Roy. Lea Roy died in May. “It is over now,” Roy said.",
            "Marc Roy",
            id="a speaker by full name",
        ),
        pytest.param(
            "“We tried,” said Lea Roy. Marc Roy died. “It is over now,” Mr. Roy said.",
            "Marc Roy",
            id="title",
        ),
        pytest.param(
            "Marc Roy, 39, met Lea Roy, 71. “It is over now,” the elder Roy said.",
            "Lea Roy",
            id="elder by age",
        ),
        pytest.param(
            "Lea Roy has a son, Marc Roy, in Ottawa. “It is over now,” the younger Roy said.",
            "Marc Roy",
            id="younger by kin",
        ),
    ],
)
def test_a_shared_surname_stands_for_whoever_of_the_family_speaks(names, text, name):
    assert names(text, ROY, LEA_ROY)[-1] == name


def test_a_surname_is_not_that_of_somebody_presented_later(names):
    text = "Marc Roy left. “It is over now,” Roy said. “It is late,” said his mother, Lea Roy."
    assert names(text, LEA_ROY, ROY) == ["Marc Roy", "Lea Roy"]


def test_a_person_who_says_she_did_something_is_a_woman(article_of, tagged):
    text = "Lea Roy left. “We tried,” Marc Roy said. Roy says she has gone home."
    analysis = tagged(text, ("cue", "says"), ("content", "she has gone home"))
    start = text.rindex("Roy")
    source = TaggedSpan(start, start + 3, "source", 0.99)
    analysis = replace(analysis, attributions=tuple(sorted([*analysis.attributions, source])))
    quotes = find_quotes(article_of(text, [ROY, LEA_ROY]), analysis)
    assert [q.speaker.name for q in quotes] == ["Marc Roy", "Lea Roy"]


@pytest.mark.parametrize(
    "between",
    ["She wrote to Lea Osei.", "Born in Ottawa, she is the daughter of Lea Osei."],
)
def test_whoever_is_named_behind_she_is_not_she(names, between):
    text = f"Ann Lee left. {between} “It is over now,” she said."
    assert names(text, LEE, ("Lea Osei",)) == ["Ann Lee"]


def test_a_name_behind_a_fronted_clause_may_be_he(names):
    text = "Ann Lee met Lou Osei. Asked what he wanted, Roy sat down. “It is over now,” he said."
    assert names(text, LEE, ROY, ("Lou Osei",)) == ["Marc Roy"]


def test_a_clause_set_off_does_not_keep_a_description_from_its_person(names):
    text = "Marc Roy left early. “It is over now,” said the former rookie, who is 20."
    assert names(text, ROY) == ["Marc Roy"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marc Roy left early. “It is over now,” the Norwegian said.", "Marc Roy"),
        ("Rain fell. “It is over now,” the Norwegian said.", "Norwegian"),
        ("Marc Roy met the Norwegians. “It is over now,” the Norwegians said.", "Norwegians"),
    ],
)
def test_a_nationality_is_a_person_in_focus(article_of, text, speaker):
    people = [ROY] if "Roy" in text else []
    article = article_of(text, people, [("Norwegians",) if "ans " in text else ("Norwegian",)])
    *others, nation = article.entities
    article = structs.replace(
        article, entities=(*others, structs.replace(nation, type=EntityType.MISC))
    )
    (quote,) = find_quotes(article, analyse(text, None))
    assert quote.speaker is not None
    assert quote.speaker.name == speaker


def test_words_that_go_to_and_fro_change_speakers(names):
    text = (
        "“Is the road shut?” Lee asked.\n\n“It is shut for now,” Roy replied. “Why do you ask?”\n\n"
        "“I have to drive home.”\n\n“Then you have to walk.”"
    )
    assert names(text, LEE, ROY) == ["Ann Lee", "Marc Roy", "Ann Lee", "Marc Roy"]


def test_without_a_question_the_last_speaker_goes_on(names):
    text = (
        "“It is late,” Lee said.\n\n“It is late for me too,” Roy replied.\n\n"
        "“We close at six every day of the week.”"
    )
    assert names(text, LEE, ROY) == ["Ann Lee", "Marc Roy", "Marc Roy"]


def test_a_spokesman_is_not_the_minister(article_of):
    text = "“The road is closed now,” said a spokesman for Justice Minister Ann Lee."
    article = article_of(text, [["Ann Lee"]], roles={"Ann Lee": "Justice Minister"})
    (quote,) = find_quotes(article, analyse(text, None))
    assert quote.speaker.name == "spokesman for Justice Minister Ann Lee"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The Road Party and the Mill Union", "Road Party and Mill Union"),
        ("Groups including the Road Party", "Groups including the Road Party"),
    ],
)
def test_two_bodies_speak_together_and_those_included_do_not(article_of, tagged, source, name):
    text = f"{source} said that the road was shut."
    marked = [("source", source), ("cue", "said"), ("content", "that the road was shut")]
    article = article_of(text, bodies=[("Road Party",), ("Mill Union",)])
    (quote,) = find_quotes(article, tagged(text, *marked))
    assert quote.speaker.name == name


@pytest.mark.parametrize(
    ("text", "source", "is_lee"),
    [
        ("A soldier said that the road was shut. Ann Lee left.", "A", False),
        ("Ann Lee KC said that the road was shut.", "Ann Lee KC", True),
    ],
)
def test_an_article_is_no_label_and_an_honour_no_name(article_of, tagged, text, source, is_lee):
    marked = [("source", source), ("cue", "said"), ("content", "that the road was shut")]
    (quote,) = find_quotes(article_of(text, [LEE]), tagged(text, *marked))
    assert (quote.speaker.name == "Ann Lee") is is_lee
