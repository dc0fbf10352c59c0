"""Database exports, mail boxes and headers: parted into articles, read as fields."""

import time

import pytest

from copydesk.cleaning.text.exports import Part, parts_of

NEXIS_UNI = """\
Mouse moved to the vicarage
The Westmark Courier
March 9, 2012 Friday

Copyright 2012 Westmark Media All Rights Reserved

Section: LOCAL; Pg. 1
Byline: Paula Renner

Body

The mouse that stopped the clock of St. Anne's has a new home in the garden of the vicarage.

Classification

Language: ENGLISH

Subject: MICE (90%)

Load-Date: March 10, 2012

End of Document

Clock tower strikes thirteen for a week
The Westmark Courier
March 7, 2012 Wednesday

Section: LOCAL; Pg. 3

Body

The clock of St. Anne's has struck thirteen at noon every day since last Thursday.

End of Document
"""

FACTIVA = """\
HD
Clock tower strikes thirteen for a week
BY
By Paula Renner
WC
61 words
PD
7 March 2012
SN
The Westmark Courier
LP
The clock of St. Anne's has struck thirteen at noon every day since last Thursday.
TD
A mouse had built its nest in the works, clockmaker Ivo Kessel found.
AN
Document WESTC00020120307e837000aa

HD
Mouse moved to the vicarage
SN
The Westmark Courier
LP
The mouse that stopped the clock of St. Anne's has a new home.
AN
Document WESTC00020120309e83900001
"""

FACTIVA_COLUMNS = """\
HD   Clock tower strikes thirteen for a week
BY   By Paula Renner
SN   The Westmark Courier
LP   The clock of St. Anne's has struck thirteen at noon every day since last Thursday.

TD   A mouse had built its nest in the works, clockmaker Ivo Kessel found.

     The mouse is well.
"""

PROQUEST = """\
Document 1 of 2

Clock tower strikes thirteen for a week

Author: Renner, Paula

Abstract: None available.

Full text: The clock of St. Anne's has struck thirteen at noon every day since last Thursday.

Publication title: The Westmark Courier

Publication date: Mar 7, 2012

Document 2 of 2

Mouse moved to the vicarage

Author: Renner, Paula

Full text: The mouse that stopped the clock of St. Anne's has a new home in the garden.

Publication title: The Westmark Courier
"""

MAIL_BOX = """\
From post@orrin.example Mon May  4 07:00:00 2015
From: The Orrin Weekly <post@orrin.example>
Date: Mon, 4 May 2015 07:00:00 +0200
Subject: Lamps and gulls

The lighthouse will be painted in June, the council decided on Monday evening.

From post@orrin.example Tue May  5 07:00:00 2015
From: The Orrin Weekly <post@orrin.example>
Date: Tue, 5 May 2015 07:00:00 +0200
Subject: A very small boat

The boat of the harbour master was found on Tuesday.
"""

RULED = """\
Lamps and gulls
By Ada Moss

The lighthouse will be painted in June, the council decided on Monday evening.
==========
A very small boat
By Finn Reed

The boat of the harbour master was found on Tuesday, far out at sea.
==========
"""

STARRED = """\
Lamps and gulls
By Ada Moss

The lighthouse will be painted in June, the council decided on Monday evening.

*****

Ladders first

The ladders are to come from the harbour, where nobody needs them before the summer.
*****
Gulls last

The gulls will have to wait, said the warden, who feeds them every morning.
"""

BARE = """\
Lamps and gulls

The lighthouse will be painted in June, the council decided on Monday evening.
*****
The gulls were not asked.
==========
A very small boat

The boat of the harbour master was found on Tuesday, far out at sea.
"""


def shown(part: Part) -> list[str]:
    return [line.strip() for line in part.text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("dump", "titles"),
    [
        pytest.param(
            NEXIS_UNI,
            ["Mouse moved to the vicarage", "Clock tower strikes thirteen for a week"],
            id="Nexis Uni",
        ),
        pytest.param(
            FACTIVA,
            ["Clock tower strikes thirteen for a week", "Mouse moved to the vicarage"],
            id="Factiva",
        ),
        pytest.param(PROQUEST, [None, None], id="ProQuest"),
        pytest.param(MAIL_BOX, [None, None], id="mbox"),
        pytest.param(RULED, [None, None], id="rules"),
        pytest.param(RULED.replace("=", "*"), [None, None], id="stars, each with a byline"),
        pytest.param(BARE, [None, None], id="rules, stars inside"),
    ],
)
def test_export_is_parted_and_every_line_accounted_for(dump: str, titles: list[str | None]) -> None:
    parts = parts_of(dump)
    assert [part.fields.get("title") for part in parts] == titles
    told = "\n".join(line for part in parts for line in (*part.removed, *shown(part)))
    for line in filter(None, map(str.strip, dump.split("\n"))):
        assert line in told or all(part in told for part in line.split(": ", 1)), line


def test_nexis_uni_gives_its_fields() -> None:
    part = parts_of(NEXIS_UNI)[0]
    assert part.fields["publisher"] == "The Westmark Courier"
    assert part.fields["date"] == "March 9, 2012 Friday"
    assert part.fields["section"] == "LOCAL; Pg. 1"
    assert part.fields["keywords"] == "MICE (90%)"
    assert shown(part) == [
        "The mouse that stopped the clock of St. Anne's has a new home in the garden of the"
        " vicarage."
    ]


@pytest.mark.parametrize("dump", [FACTIVA, FACTIVA_COLUMNS], ids=["lines", "columns"])
def test_factiva_codes_are_fields(dump: str) -> None:
    part = parts_of(dump)[0]
    assert part.fields["title"] == "Clock tower strikes thirteen for a week"
    assert part.fields["byline"] == "By Paula Renner"
    assert part.fields["publisher"] == "The Westmark Courier"
    assert shown(part)[0].startswith("The clock of St. Anne's")
    assert shown(part)[1].startswith("A mouse had built")


def test_proquest_gives_its_fields_and_no_empty_abstract() -> None:
    first = parts_of(PROQUEST)[0]
    assert first.fields["byline"] == "Renner, Paula"
    assert first.fields["date"] == "Mar 7, 2012"
    assert "summary" not in first.fields
    assert shown(first)[0] == "Clock tower strikes thirteen for a week"


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        pytest.param(
            "Headline: Lamps and gulls\nByline: Ada Moss\nDate: 4 May 2015\n",
            {"title": "Lamps and gulls", "byline": "Ada Moss", "date": "4 May 2015"},
            id="English",
        ),
        pytest.param(
            "Titel: Lampen und Möwen\nAutor: Ada Moss\nQuelle: Orriner Bote\n",
            {"title": "Lampen und Möwen", "byline": "Ada Moss", "publisher": "Orriner Bote"},
            id="German",
        ),
        pytest.param(
            "标题：灯塔\n作者：张三\n日期：2015年5月4日\n",
            {"title": "灯塔", "byline": "张三", "date": "2015年5月4日"},
            id="Chinese",
        ),
        pytest.param(
            "TITLE: Lamps\nURL: https://orrin.example/lamps\nTEXT:\n",
            {"title": "Lamps", "url": "https://orrin.example/lamps"},
            id="capitals",
        ),
    ],
)
def test_labelled_head_is_read(head: str, fields: dict[str, str]) -> None:
    (part,) = parts_of(f"{head}\nThe lighthouse will be painted in June.\n")
    assert part.fields == fields
    assert shown(part) == ["The lighthouse will be painted in June."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lamps\n\nThe lighthouse waits.\n\nSource: the harbour master.", id="label"),
        pytest.param("Lamps\n=====\n\nThe lighthouse will be painted in June.", id="underlined"),
        pytest.param("Menu\n__________________________\nHome\nNews", id="a page's rule"),
        pytest.param(STARRED, id="sections of one article"),
        pytest.param("From here on the road is closed, said the mayor.", id="a sentence"),
    ],
)
def test_what_is_no_export_is_left_alone(text: str) -> None:
    assert parts_of(text) == [Part(text, {})]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 of 2 DOCUMENTS\n" + "A: b\n" * 100_000, id="labels"),
        pytest.param("HD  x\nLP  y\n" + "Document A" + "1" * 1_000_000, id="digits"),
        pytest.param("=" * 1_000_000, id="one rule"),
        pytest.param("=====\n" * 100_000, id="rules"),
        pytest.param("TITLE: x\nBYLINE:" + " " * 1_000_000 + "y", id="spaces"),
    ],
)
def test_hostile_export_takes_linear_time(text: str) -> None:
    began = time.process_time()
    parts_of(text)
    assert time.process_time() - began < 5
