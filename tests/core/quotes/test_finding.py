"""Quotations are found, put together and attributed."""

import time
from itertools import pairwise

import pytest

from copydesk.language import analyse
from copydesk.quotes import find_quotes


@pytest.fixture
def said(article_of):
    """A function from a text to (quotation, speaker's words, speaker's name) triples."""

    def find(text, *people, **more):
        quotes = find_quotes(article_of(text, people, **more), analyse(text, None))
        return [
            (q.text, q.speaker and q.speaker.text, q.speaker and q.speaker.name) for q in quotes
        ]

    return find


LEE = ("Ann Lee", "Lee")
ROY = ("Marc Roy", "Roy")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“The road is closed for good,” Ann Lee said.", "Ann Lee", id="after"),
        pytest.param(
            "“The road is closed for good,” said Ann Lee, a nurse.", "Ann Lee", id="inverted"
        ),
        pytest.param("Ann Lee said: “The road is closed for good.”", "Ann Lee", id="colon"),
        pytest.param(
            "Ann Lee, a nurse in Ottawa, said, “The road is closed for good.”",
            "Ann Lee",
            id="apposition",
        ),
        pytest.param("“Is the road closed for good?” Ann Lee asked.", "Ann Lee", id="question"),
        pytest.param("“The road is closed for good.” — Ann Lee, Ottawa", "Ann Lee", id="signature"),
        pytest.param(
            "“The road is closed for good,” a spokesman for the city said.",
            "a spokesman for the city",
            id="description",
        ),
        pytest.param("“The road is closed for good,” police said.", "police", id="collective"),
    ],
)
def test_the_speaker_beside_a_quotation_is_found(said, text, speaker):
    assert [s for _, s, _ in said(text, LEE)] == [speaker]


def test_a_split_quotation_is_one_quote(said):
    assert said("“It is late,” Lee said. “We must go home now.”", LEE) == [
        ("“It is late,” “We must go home now.”", "Lee", "Ann Lee")
    ]


def test_a_quotation_over_paragraphs_is_one_quote_with_the_speaker_of_its_end(said):
    text = "Ann Lee spoke up.\n\n“It is late, and we are tired of it.\n\n“We must go,” Lee said."
    assert said(text, LEE) == [
        ("“It is late, and we are tired of it. “We must go,”", "Lee", "Ann Lee")
    ]


def test_a_quotation_without_speaker_takes_the_last_one(said):
    text = (
        "“It is late and dark,” said Ann Lee.\n\nThe road was shut.\n\n“We must all go home now.”"
    )
    assert [(s, n) for _, s, n in said(text, LEE)] == [("Ann Lee", "Ann Lee")] * 2


def test_left_over_markup_is_no_quotation(said):
    text = 'Ann Lee spoke. <p class="We must all go home now and rest." id="a">'
    assert said(text, LEE) == []


def test_a_few_words_that_a_report_introduces_are_a_quotation(said):
    assert said("In two words, Ann Lee said, “Never again.”", LEE) == [
        ("“Never again.”", "Ann Lee", "Ann Lee")
    ]


def test_a_title_is_no_quotation(said):
    assert said("Ann Lee said she had read “The Long Road Home” twice.", LEE) == []


def test_pronouns_stand_for_the_last_person_of_their_gender(said):
    text = (
        "Ann Lee met Marc Roy on Monday.\n\n“The road is closed for good,” he said.\n\n"
        "“It is open for all of us,” she said."
    )
    assert [n for _, _, n in said(text, LEE, ROY)] == ["Marc Roy", "Ann Lee"]


def test_a_definite_description_stands_for_the_person_it_fits(said):
    text = (
        "Ann Lee, a nurse, met Marc Roy, 45, in Ottawa.\n\n“The road is closed now,” the nurse "
        "said.\n\n“It is open for all of us,” the 45-year-old said."
    )
    assert [n for _, _, n in said(text, LEE, ROY)] == ["Ann Lee", "Marc Roy"]


def test_a_lawyer_is_not_the_client(said):
    assert said("“He will fight on in court,” Lee’s lawyer said.", LEE) == [
        ("“He will fight on in court,”", "Lee’s lawyer", "Lee’s lawyer")
    ]


def test_contents_with_a_cue_beside_them_are_indirect_quotations(article_of, tagged):
    text = "Ann Lee said that the road was closed. Nobody minded."
    analysis = tagged(
        text, ("source", "Ann Lee"), ("cue", "said"), ("content", "that the road was closed")
    )
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert (quote.text, quote.kind, quote.speaker.name, quote.cue.text) == (
        "that the road was closed",
        "indirect",
        "Ann Lee",
        "said",
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("the road was “closed for good” since May", "mixed"),
        ("that “the road was closed for good”", "mixed"),
        ("“the road was closed for good”", "direct"),
    ],
)
def test_quoted_words_in_a_content_make_it_mixed(article_of, tagged, content, kind):
    text = f"Ann Lee said {content}."
    analysis = tagged(text, ("source", "Ann Lee"), ("cue", "said"), ("content", content))
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert (quote.text, quote.kind) == (content, kind)


def test_a_source_that_was_cut_behind_its_preposition_is_whole_again(article_of, tagged):
    text = "The road is closed, a spokesman for the town said."
    parts = ("a spokesman for", "the town")
    analysis = tagged(
        text, ("content", "The road is closed"), *(("source", p) for p in parts), ("cue", "said")
    )
    (quote,) = find_quotes(article_of(text), analysis)
    assert quote.speaker.text == "a spokesman for the town"


def test_what_a_report_parts_is_one_quotation(article_of, tagged):
    text = "The road, Ann Lee said, is shut until May."
    analysis = tagged(
        text,
        ("content", "The road"),
        ("source", "Ann Lee"),
        ("cue", "said"),
        ("content", "is shut until May"),
    )
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert (quote.text, len(quote.spans)) == ("The road is shut until May", 2)


@pytest.mark.parametrize(
    ("clause", "source", "expected"),
    [
        pytest.param("The ministry on Friday said", "The ministry on", "The ministry", id="loose"),
        pytest.param("Lee, who said", "Lee, who", "Lee", id="who"),
        pytest.param(
            "Lee, who voted against, said",
            "Lee, who voted against,",
            "Lee, who voted against",
            id="a preposition that ends a clause",
        ),
        pytest.param("It is so dark that the judge said", "the judge", "the judge", id="that"),
    ],
)
def test_a_source_has_no_loose_ends(article_of, tagged, clause, source, expected):
    text = f"{clause} the road is shut until May."
    analysis = tagged(
        text, ("source", source), ("cue", "said"), ("content", "the road is shut until May")
    )
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert quote.speaker.text == expected


def test_a_clause_is_no_source(article_of, tagged):
    text = "An aide, who spoke because he was not allowed to speak, said the road was shut."
    analysis = tagged(
        text,
        ("source", "An aide"),
        ("source", "he was not allowed to speak"),
        ("cue", "said"),
        ("content", "the road was shut"),
    )
    (quote,) = find_quotes(article_of(text), analysis)
    assert quote.speaker.name == "aide"


def test_no_colon_ends_what_is_reported(article_of, tagged):
    text = "Ann Lee said that there were two ways: by road and by sea."
    analysis = tagged(
        text, ("source", "Ann Lee"), ("cue", "said"), ("content", "that there were two ways:")
    )
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert quote.text == "that there were two ways"


def test_a_phrase_that_nobody_says_is_no_speech(article_of, tagged):
    text = "The suspect is described."
    analysis = tagged(text, ("content", "The suspect"), ("cue", "described"))
    assert find_quotes(article_of(text), analysis) == ()


def test_a_content_without_a_cue_is_none(article_of, tagged):
    text = "Ann Lee knew the road. It was closed."
    analysis = tagged(text, ("source", "Ann Lee"), ("content", "It was closed"))
    assert find_quotes(article_of(text, [LEE]), analysis) == ()


def test_no_two_quotes_share_characters_and_all_slice_true(said, article_of):
    text = "“A ‘b’ “c” d,” Lee said “e.” He ”f“ g” “h\n\n“Lee “said: “i” ” j."
    quotes = find_quotes(article_of(text, [LEE]), analyse(text, None))
    spans = [s for q in quotes for s in q.spans]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(q.text == " ".join(text[s.start : s.end] for s in q.spans) for q in quotes)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        '"a," he said. ',
        '"a," she said, ',
        ", , , said ",
        "the nurse said\n",
        "A-",
        "Q: a.\n",
        " ",
    ],
)
def test_hostile_text_takes_linear_time(article_of, unit):
    text = unit * (100_000 // len(unit))
    analysis = analyse(text, None)
    begin = time.process_time()
    find_quotes(article_of(text), analysis)
    assert time.process_time() - begin < 3


def test_furniture_between_paragraphs_takes_no_word(said):
    text = (
        "“It is late and dark,” said Ann Lee.\n\nREAD MORE: Marc Roy says roads are safe\n\n"
        "“We must all go home now.”"
    )
    assert [n for _, _, n in said(text, LEE, ROY)] == ["Ann Lee", "Ann Lee"]


def test_coordinated_verbs_share_their_subject(said):
    text = "Ann Lee left. The nurses' union welcomed it, but warned that “it may come too late”."
    assert [(s, n) for _, s, n in said(text, LEE)] == [("The nurses' union", "nurses' union")]


def test_a_place_before_a_colon_says_nothing(article_of, tagged):
    text = "OTTAWA: Roads that were shut are open again."
    marked = [("source", "OTTAWA"), ("cue", ":"), ("content", "Roads that were shut are open")]
    assert find_quotes(article_of(text, [LEE]), tagged(text, *marked)) == ()


@pytest.mark.parametrize("dateline", ["OTTAWA (Wire) — ", "OTTAWA/HULL, Sept 2, 2022 (Wire) - "])
def test_a_dateline_is_no_part_of_what_was_said(article_of, tagged, dateline):
    text = f"{dateline}Roads will close in May, Ann Lee said."
    analysis = tagged(
        text,
        ("content", f"{dateline}Roads will close in May"),
        ("source", "Ann Lee"),
        ("cue", "said"),
    )
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert quote.text == "Roads will close in May"


@pytest.mark.parametrize(
    ("content", "score", "count"),
    [
        pytest.param("the talks with the nurses", 0.6, 0, id="an unsure phrase"),
        pytest.param("the talks with the nurses", 0.8, 1, id="a sure phrase"),
        pytest.param("that the talks had failed", 0.6, 1, id="that"),
        pytest.param("the talks had failed", 0.6, 1, id="an auxiliary"),
        pytest.param("talks between US nurses and Canada", 0.6, 0, id="US is no pronoun"),
    ],
)
def test_an_unsure_phrase_without_a_clause_is_no_speech(article_of, tagged, content, score, count):
    text = f"Ann Lee noted {content}."
    marked = [("source", "Ann Lee"), ("cue", "noted"), ("content", content)]
    assert len(find_quotes(article_of(text, [LEE]), tagged(text, *marked, score=score))) == count


def test_a_deed_is_no_speech(article_of, tagged):
    text = "Ann Lee apologised to the islanders on Monday."
    analysis = tagged(
        text, ("source", "Ann Lee"), ("cue", "apologised to"), ("content", "the islanders")
    )
    assert find_quotes(article_of(text, [LEE]), analysis) == ()


@pytest.mark.parametrize(
    ("text", "cue", "content", "count"),
    [
        ("Ruritania agreed to burn its mills by May.", "agreed", "to burn its mills by May", 0),
        ("Ruritania agreed that the mills had to go.", "agreed", "that the mills had to go", 1),
        (
            "Ruritania passed a resolution condemning the use of old mills.",
            "passed a resolution condemning",
            "the use of old mills",
            0,
        ),
        ("Ruritania passed a vote that mills be shut.", "passed a vote", "that mills be shut", 0),
        ("Ruritania did not respond to a request.", "did not respond to", "a request", 0),
        ("Asked whether the mills pay, Ruritania left.", "Asked", "whether the mills pay", 0),
        ("Ruritania also discussed the mills of the valley.", "discussed", "the mills of", 0),
        ("Ruritania also discussed what the mills cost.", "discussed", "what the mills cost", 1),
    ],
)
def test_what_is_decided_or_talked_over_is_no_speech(article_of, tagged, text, cue, content, count):
    analysis = tagged(text, ("content", content), ("source", "Ruritania"), ("cue", cue))
    assert len(find_quotes(article_of(text), analysis)) == count


def test_a_bullet_is_no_part_of_what_was_said(article_of, tagged):
    text = "The news:\n- The road is shut until May, says Ann Lee."
    marked = [("source", "Ann Lee"), ("cue", "says"), ("content", "- The road is shut until May")]
    (quote,) = find_quotes(article_of(text, [LEE]), tagged(text, *marked))
    assert quote.text == "The road is shut until May"


def test_whoever_was_asked_about_is_not_the_one_who_answers(said):
    found = said(
        'Ann Lee told the station: "I have voted for the road for nineteen years." Asked whether'
        ' she wanted Jane Roe to go, she said: "Not today, and not on this road either."',
        LEE,
        ("Jane Roe",),
    )
    assert [name for _, _, name in found] == ["Ann Lee", "Ann Lee"]


def test_a_report_at_the_end_makes_all_before_it_indirect(article_of, tagged):
    text = "OTTAWA — The road is shut until the end of May, Ann Lee said on Monday."
    analysis = tagged(text, ("source", "Ann Lee"), ("cue", "said"))
    (quote,) = find_quotes(article_of(text, [LEE]), analysis)
    assert (quote.text, quote.speaker.name) == ("The road is shut until the end of May", "Ann Lee")


def test_a_ruling_at_the_end_makes_all_before_it_indirect(article_of, tagged):
    text = "Families that were told to leave can stay, a court ruled on Monday."
    analysis = tagged(text, ("content", "can stay"), ("source", "a court"), ("cue", "ruled"))
    (quote,) = find_quotes(article_of(text, []), analysis)
    assert quote.text == "Families that were told to leave can stay"
