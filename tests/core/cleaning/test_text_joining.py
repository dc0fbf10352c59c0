"""What the dump cut apart is joined again."""

import pytest

from copydesk.cleaning.languages import language_of, stopwords
from copydesk.cleaning.text.joining import joined_lines
from copydesk.cleaning.text.lines import Line, lines_of


def joined(text: str) -> list[str]:
    return [line.text for line in joined_lines(lines_of(text), stopwords("en"))]


def test_fragments_cut_at_inline_tags_are_one_sentence() -> None:
    text = "The mayor,\nPaula Renner\n, told the\nHarbour Ledger\nthat the bridge would close.\n"
    assert joined(text) == [
        "The mayor, Paula Renner, told the Harbour Ledger that the bridge would close."
    ]


def test_paragraphs_stay_apart() -> None:
    text = "The bridge will close on Monday.\nIt was built in 1931 by a firm from Ulm.\n"
    assert joined(text) == text.splitlines()


def test_hard_wraps_are_undone() -> None:
    words = ("the keeper of the light said that the storm had broken the glass again " * 4).split()
    rows, row = [], ""
    for word in words:
        if len(row) + 1 + len(word) > 70:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    rows.append(f"{row}.")
    assert joined("\n".join(rows)) == [" ".join(words) + "."]


def test_lines_lose_bullets_indentation_and_invisible_characters() -> None:
    assert lines_of("\n  * First\u00a0item\u200b\n\tSecond") == [
        Line("First item", indent=2, gap=1, bullet=True, number=1),
        Line("Second", indent=8, number=2),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("By [Ada Moss](https://orrin.example/ada) | 3 May", "By Ada Moss | 3 May"),
        ("![The pier](/pier.jpg) at dawn", "The pier at dawn"),
        ("## What comes next", "What comes next"),
        ("By [5]Ada Moss", "By Ada Moss"),
        ("They [the gulls] (all of them) left [5].", "They [the gulls] (all of them) left [5]."),
        ("#orrin is flooded", "#orrin is flooded"),
        ("**Pros** and _cons_ of __this__", "Pros and cons of this"),
        ("ada_moss_2 and 2 ** 3 ** 4", "ada_moss_2 and 2 ** 3 ** 4"),
        ("| Lens | 28 mm |", "Lens | 28 mm"),
        ("Home | Sport", "Home | Sport"),
    ],
)
def test_links_keep_their_words_alone(line: str, text: str) -> None:
    assert [found.text for found in lines_of(line)] == [text]


def test_quotation_marks_of_markdown_go_and_other_arrows_stay() -> None:
    quotation = "> The pier is safe.\n>> It is not."
    lines = [line.text for line in lines_of(f"# The pier\n{quotation}")]
    assert lines == ["The pier", "The pier is safe.", "It is not."]
    assert lines_of(quotation)[0].text == "> The pier is safe."


def test_the_rule_below_the_head_of_a_table_is_no_line() -> None:
    found = lines_of("Lens | Price\n---|---\n| :--- | ---: |\n28 mm | 90")
    assert [line.text for line in found] == ["Lens | Price", "28 mm | 90"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge was closed on Monday, and it will not open before the end of May.", "en"),
        ("Die Brücke ist seit Montag gesperrt, und sie wird erst im Mai wieder geöffnet.", "de"),
        ("Мост закрыли в понедельник, и до конца мая он не откроется.", "ru"),
        ("橋は月曜日から閉鎖されている。", "ja"),
        ("桥梁自周一起关闭，五月底前不会开放。", "zh"),
        ("다리는 월요일부터 폐쇄되었다.", "ko"),
        ("Η γέφυρα έκλεισε τη Δευτέρα.", "el"),
        ("12345 678", None),
        ("", None),
    ],
)
def test_language_is_told(text: str, language: str | None) -> None:
    assert language_of(text) == language
