"""Plain-text dumps, furniture and all, become articles."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, BlockKind, Caption, Dateline
from copydesk.cleaning.draft import CleanOptions, Draft
from copydesk.cleaning.text import clean_text
from copydesk.reading.document import RawDocument

DUMPS = Path(__file__).parent / "dumps"
AGENCY = (DUMPS / "agency.txt").read_text(encoding="utf-8")


def cleaned(text: str, *, explain: bool = True, **known: str) -> tuple[Draft, ...]:
    raw = RawDocument(id="dump", data=text.encode("utf-8", "surrogatepass"), **known)
    return clean_text(text, raw, CleanOptions(explain=explain))


def article_in(text: str, **known: str) -> Article:
    (draft,) = cleaned(text, **known)
    return draft.article


def _known_bodies() -> list[str]:
    return sorted(path.name.removesuffix(".body.txt") for path in DUMPS.glob("*.body.txt"))


@pytest.mark.parametrize("name", _known_bodies())
def test_dump_gives_the_known_body(name: str) -> None:
    text = (DUMPS / f"{name}.txt").read_text(encoding="utf-8")
    body = (DUMPS / f"{name}.body.txt").read_text(encoding="utf-8")
    assert article_in(text).text == body.strip()


def test_lines_of_a_poem_all_stay() -> None:
    poem = (DUMPS / "poem.txt").read_text(encoding="utf-8")
    assert article_in(poem).text.split() == poem.split()


def test_non_breaking_spaces_become_plain_ones() -> None:
    text = article_in("The fare rose to 1\u00a0200 crowns on\u00a0Monday, the company said.").text
    assert text == "The fare rose to 1 200 crowns on Monday, the company said."


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("german", "title", "Neue Brücke über die Lauer wird teurer als geplant"),
        ("german", "publisher", "Lauertaler Bote"),
        ("german", "authors", ("Katrin Holzapfel",)),
        ("german", "language", "de"),
        ("french", "title", "Les boulangers de Morvannes réclament un moulin"),
        ("french", "authors", ("Hélène Vautrin",)),
        ("french", "dateline", Dateline(place="MORVANNES", agency="AFP")),
        ("russian", "title", "В Заозёрске открыли музей маяков"),
        (
            "russian",
            "dateline",
            Dateline(place="ЗАОЗЁРСК", agency="Северный вестник", date="12 окт"),
        ),
        ("russian", "language", "ru"),
        ("wrapped", "title", "Fishing fleet to test sails on two of its trawlers"),
        ("wrapped", "authors", ("Tom Ashgrove",)),
    ],
)
def test_dump_gives_the_field(name: str, field: str, value: object) -> None:
    article = article_in((DUMPS / f"{name}.txt").read_text(encoding="utf-8"))
    assert getattr(article, field) == value


@pytest.mark.parametrize(
    ("name", "clue"),
    [
        ("german", "14.03.2018, 17:42 Uhr"),
        ("french", "Publié le 6 février 2020 à 18h10"),
        ("russian", "12 октября 2016, 14:05"),
        ("wrapped", "Published 2 June 2021"),
    ],
)
def test_date_line_is_the_first_clue(name: str, clue: str) -> None:
    (draft,) = cleaned((DUMPS / f"{name}.txt").read_text(encoding="utf-8"))
    assert clue in draft.clues[0].text


EXPORT = """\
                               1 of 2 DOCUMENTS

                              The Westmark Courier

                            March 7, 2012 Wednesday

Clock tower strikes thirteen for a week

BYLINE: Paula Renner

SECTION: LOCAL; Pg. 3

LENGTH: 61 words

The clock of St. Anne's has struck thirteen at noon every day since last Thursday, the parish
said on Tuesday.

A mouse had built its nest in the works, clockmaker Ivo Kessel found.

LOAD-DATE: March 8, 2012

                               2 of 2 DOCUMENTS

                              The Westmark Courier

                            March 9, 2012 Friday

Mouse moved to the vicarage

BYLINE: Paula Renner

SECTION: LOCAL; Pg. 1

The mouse that stopped the clock of St. Anne's has a new home in the garden of the vicarage.

LOAD-DATE: March 10, 2012
"""


def test_export_gives_one_record_an_article() -> None:
    first, second = (draft.article for draft in cleaned(EXPORT))
    assert (first.id, second.id) == ("dump#1", "dump#2")
    assert first.authors == second.authors == ("Paula Renner",)
    assert first.publisher == second.publisher == "The Westmark Courier"
    assert (first.section, second.section) == ("LOCAL; Pg. 3", "LOCAL; Pg. 1")
    assert first.title == "Clock tower strikes thirteen for a week"
    assert first.text.startswith("The clock of St. Anne's")
    assert first.text.endswith("clockmaker Ivo Kessel found.")
    assert second.title == "Mouse moved to the vicarage"
    assert second.text.startswith("The mouse that stopped")


def test_export_is_dated_by_the_line_below_its_name_and_then_by_its_load_date() -> None:
    first, _ = cleaned(EXPORT)
    assert [clue.text for clue in first.clues] == ["March 7, 2012 Wednesday", "March 8, 2012"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He said “no”.\nShe said so to the Courier on 5 May.", id="two short lines"),
        pytest.param(
            "The railway between Orrin and Arle reopened on Friday, the operator said.\n\n"
            '"The first train was on time," said stationmaster Ivo Kessel. "The next was not."\n\n'
            "The repairs had taken four months.",
            id="a quotation between two paragraphs",
        ),
        pytest.param("Rain fell in Orrin.", id="one sentence"),
    ],
)
def test_text_without_furniture_stays_whole(text: str) -> None:
    assert article_in(text).text.split() == text.split()


def test_question_of_an_interview_is_a_paragraph() -> None:
    text = (
        "The keeper of the light at Cape Orrin retires on Monday after forty years.\n\n"
        "Q: Will you miss it?\n\n"
        "A: The sea is still there. I can look at it from my kitchen, and it makes less noise.\n\n"
    )
    assert {block.kind for block in article_in(text).blocks} == {BlockKind.PARAGRAPH}


def test_mail_head_is_read_as_fields() -> None:
    text = (
        "From: The Orrin Weekly <post@orrin.example>\n"
        "Date: Mon, 4 May 2015 07:00:00 +0200\n"
        "Subject: Lamps, gulls and a very small boat\n\n"
        "The lighthouse will be painted in June, the council decided on Monday evening.\n\n"
        "The work is to take three weeks and to cost 14,000 crowns, the harbour master said.\n"
    )
    (draft,) = cleaned(text)
    assert draft.article.publisher == "The Orrin Weekly"
    assert draft.article.title == "Lamps, gulls and a very small boat"
    assert draft.article.text.startswith("The lighthouse")
    assert draft.clues[0].text == "Mon, 4 May 2015 07:00:00 +0200"


def test_given_title_is_not_body() -> None:
    text = "Rain floods the market\n\nThe market in Orrin was under water on Monday, police said."
    assert article_in(text, title="Rain floods the market").text.startswith("The market")


def test_agency_dump_gives_the_story_and_nothing_else() -> None:
    article = article_in(AGENCY)
    paragraphs = article.text.split("\n\n")
    assert [paragraph.split()[0] for paragraph in paragraphs] == [
        "Night",
        "VILLACH",
        "“We",
        "The",
        "The",
    ]
    assert paragraphs[-1].endswith("three times since then.")


def test_agency_dump_gives_the_fields_around_the_story() -> None:
    article = article_in(AGENCY)
    assert article.title == "Ministers Agree on Night Trains After Long Dispute Over Tunnel Fees"
    assert article.publisher == "Alpine Wire Service"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("VILLACH", "Alpine Wire")
    assert article.summary is not None and article.summary.startswith("Night trains between")
    assert article.language == "en"
    assert (
        article.related[0] == "Railway Unions Threaten Strike Over New Rosters in December - Poll"
    )


def test_caption_glued_to_its_credit_comes_once_with_the_credit_apart() -> None:
    first, second = article_in(AGENCY).captions
    assert first == Caption(
        text="Austria's Transport Minister Franz Haller (L) and Italian Secretary Rita Bonelli"
        " sign the agreement in Villach, Austria March 3, 2019",
        credit="PICTURA / Ada Brandt/Pool",
    )
    assert second.text == "A night train waits at the station of Udine on November 9, 2014"


def test_captions_may_date_the_document() -> None:
    (draft,) = cleaned(AGENCY)
    assert draft.clues[0].text.endswith("March 3, 2019")


def test_every_line_out_of_the_body_is_explained() -> None:
    article = article_in(AGENCY)
    assert isinstance(article.removed, tuple)
    reasons = {removed.text: removed.reason for removed in article.removed}
    assert reasons["Subscribe"] == "furniture"
    assert reasons["Ministers Agree on Night Trains After Long Dispute Over Tunnel Fees"] == "title"
    kept = article.text.replace("\n\n", "\n").split("\n")
    for line in filter(None, AGENCY.split("\n")):
        assert line in kept or any(line in text for text in reasons), line


@pytest.mark.parametrize("path", sorted(DUMPS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_line_goes_without_a_word(path: Path) -> None:
    dump = path.read_text(encoding="utf-8")
    article = article_in(dump)
    assert isinstance(article.removed, tuple)
    told = " ".join([*article.text.split(), *(w for r in article.removed for w in r.text.split())])
    missing = [word for word in dump.split() if word not in told and word not in "*•+"]
    assert not missing


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("新闻社北京5月3日电（记者张三）两国外长3日在北京举行会谈，就河上新水坝达成协议。", "张三"),
        ("(서울=한빛뉴스) 홍길동 기자 = 두 나라 장관이 3일 서울에서 만나 협정을 맺었다.", "홍길동"),
    ],
)
def test_reporter_in_the_dateline_is_the_author(text: str, author: str) -> None:
    assert article_in(text).authors == (author,)


def test_labelled_head_gives_names_turned_and_the_url() -> None:
    text = (
        "TITLE: Lamps and gulls\nAUTHOR: Moss, Ada; Reed, Finn\nURL: https://orrin.example/lamps\n"
        "PUBLISHED: 4 May 2015\n\nThe lighthouse will be painted in June, the council decided.\n"
    )
    (draft,) = cleaned(text)
    assert draft.article.authors == ("Ada Moss", "Finn Reed")
    assert draft.article.url == "https://orrin.example/lamps"
    assert draft.clues[0].text == "4 May 2015"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_body_holds_nothing_that_was_not_in_the_input(text: str) -> None:
    for draft in cleaned(text):
        left = iter("".join(text.split()))
        assert all(letter in left for letter in "".join(draft.article.text.split()))


@given(st.text(alphabet=st.sampled_from("aB. \n,:©-\u00a0"), max_size=200))
def test_blocks_tile_the_text(text: str) -> None:
    for draft in cleaned(text):
        article = draft.article
        end = 0
        for block in article.blocks:
            assert not article.text[end : block.start].strip()
            assert block.start < block.end
            end = block.end
        assert not article.text[end:].strip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 200_000, id="one line of a million characters"),
        pytest.param("word\n" * 50_000, id="50,000 equal lines"),
        pytest.param("".join(f"w{n}\n" for n in range(50_000)), id="50,000 different lines"),
        pytest.param("(" * 1_000_000, id="a million brackets"),
        pytest.param("© " * 300_000, id="copyright signs"),
        pytest.param(" - " * 300_000, id="dashes"),
        pytest.param("7" * 1_000_000, id="digits"),
        pytest.param("[" * 1_000_000, id="brackets"),
        pytest.param("**a _b " * 140_000, id="emphasis"),
        pytest.param("|---" * 250_000, id="rules of tables"),
        pytest.param("[a](http:" * 100_000, id="links"),
        pytest.param("A.\n\n" * 30_000, id="short sentences"),
    ],
)
def test_hostile_input_takes_linear_time(text: str) -> None:
    began = time.process_time()
    cleaned(text)
    assert time.process_time() - began < 10


def test_what_stands_below_the_heading_of_comments_is_no_body() -> None:
    paragraph = "The council of Orrin decided on Monday that the old pier will be repaired by May. "
    remark = (
        "I have walked on that pier since I was a child, and it was never safe in all that time."
    )
    text = "\n\n".join([paragraph * 3, paragraph * 3, "Comments (2)", "gull77", remark, remark])
    assert remark not in article_in(text).text


def test_cover_of_an_export_is_explained() -> None:
    first, _ = cleaned(f"Search: clock AND tower\n\n{EXPORT}")
    assert isinstance(first.article.removed, tuple)
    assert first.article.removed[0].text == "Search: clock AND tower"


@pytest.mark.parametrize("text", ["1 of 2 DOCUMENTS", "•\n*\n-", "©", "\u200b", ". . .", "By\n"])
def test_dump_with_hardly_anything_is_one_record(text: str) -> None:
    assert len(cleaned(text)) == 1
