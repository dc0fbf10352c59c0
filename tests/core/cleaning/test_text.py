"""Plain-text dumps, furniture and all, become articles."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Article, Caption
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
        pytest.param("A.\n\n" * 30_000, id="short sentences"),
    ],
)
def test_hostile_input_takes_linear_time(text: str) -> None:
    began = time.process_time()
    cleaned(text)
    assert time.process_time() - began < 10
