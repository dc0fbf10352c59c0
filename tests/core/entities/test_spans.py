import pytest

from copydesk.article import EntityType


def named(entities):
    return [(m.text, e.type.value) for e in entities for m in e.mentions]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("He left [LOC the Bahamas] today.", [("Bahamas", "LOC")], id="article"),
        pytest.param("He is in [LOC The Hague] now.", [("The Hague", "LOC")], id="the hague"),
        pytest.param("It is [ORG Acme's] plan.", [("Acme", "ORG")], id="possessive"),
        pytest.param("It is [ORG Acme’s] plan.", [("Acme", "ORG")], id="curly possessive"),
        pytest.param(
            "The [ORG Acme Institute\n\nLeeds] said.",
            [("Acme Institute", "ORG"), ("Leeds", "ORG")],
            id="line break",
        ),
        pytest.param("The group [ORG (ABC] said.", [("ABC", "ORG")], id="opening bracket"),
        pytest.param("The group ([ORG ABC)] said.", [("ABC", "ORG")], id="closing bracket"),
        pytest.param(
            "The [ORG Rescue Union (Wales]) said.", [("Rescue Union (Wales)", "ORG")], id="bracket"
        ),
        pytest.param(
            "[PER Secretary of State John Kerry] left.", [("John Kerry", "PER")], id="office"
        ),
        pytest.param("[PER Mr. Miller] left.", [("Miller", "PER")], id="honorific"),
        pytest.param("[PER Stephen King] left.", [("Stephen King", "PER")], id="king by name"),
        pytest.param(
            "[PER Kerry and Lavrov] met.", [("Kerry", "PER"), ("Lavrov", "PER")], id="two people"
        ),
        pytest.param(
            "The [ORG Harbour Care] plc and [ORG AB] Volta fell; so did Investor [ORG AB].",
            [("Harbour Care plc", "ORG"), ("AB", "ORG"), ("Investor AB", "ORG")],
            id="legal form without its comma, or alone",
        ),
        pytest.param(
            "He left the [ORG Academy, Squadron School] for the [ORG Ministry of Roads, Ports and"
            " Parks].",
            [
                ("Academy", "ORG"),
                ("Squadron School", "ORG"),
                ("Ministry of Roads, Ports and Parks", "ORG"),
            ],
            id="a comma with and without an and behind it",
        ),
        pytest.param(
            "The [ORG Rail], [ORG Tram and Bus Union] met the Shop, [ORG Trade and Allied Union].",
            [("Rail, Tram and Bus Union", "ORG"), ("Shop, Trade and Allied Union", "ORG")],
            id="one union of several trades",
        ),
        pytest.param(
            "He left [ORG Shell], [ORG Tram and Bus Union] and [ORG Acme].",
            [("Shell", "ORG"), ("Tram and Bus Union", "ORG"), ("Acme", "ORG")],
            id="a list of bodies",
        ),
        pytest.param(
            "The [MISC 2013 Ohio] vote and the [MISC 2013 World Cup] are over.",
            [("Ohio", "LOC"), ("2013 World Cup", "MISC")],
            id="the year of a place's vote",
        ),
        pytest.param(
            "The [LOC Oak and Ash Museum] is in [LOC Bosnia] and [PER Herzegovina], not in"
            " [LOC Newfoundland and] [LOC Labrador].",
            [
                ("Oak and Ash Museum", "LOC"),
                ("Bosnia and Herzegovina", "LOC"),
                ("Newfoundland and Labrador", "LOC"),
            ],
            id="a place with an and",
        ),
        pytest.param(
            "\n\nQ. So?\n\nA. [LOC Rome] writes. [PER Abbot Ann Roe] left.\n\n[PER A. Doe] did.",
            [("Rome", "LOC"), ("Ann Roe", "PER"), ("Doe", "PER")],
            id="the label of an answer",
        ),
        pytest.param("\n\nA. [PER Noel Doe] left.", [("A. Noel Doe", "PER")], id="no answer"),
        pytest.param("But [PER Cllr Ann Munn] left.", [("Ann Munn", "PER")], id="councillor"),
        pytest.param(
            "The [ORG Bureau for Security] and [ORG Nonproliferation] said.",
            [("Bureau for Security and Nonproliferation", "ORG")],
            id="one bureau",
        ),
        pytest.param(
            "The [ORG Ministry of Energy] and [ORG NATO] said.",
            [("Ministry of Energy", "ORG"), ("NATO", "ORG")],
            id="two bodies",
        ),
        pytest.param("[PER A Miller] b Roe 12", [("A Miller", "PER")], id="A as an initial"),
        pytest.param(
            "The [ORG Geneva-based Acme Institute] met.", [("Acme Institute", "ORG")], id="based"
        ),
        pytest.param(
            "He is in [LOC Suva, Fiji], now.",
            [("Suva", "LOC"), ("Fiji", "LOC")],
            id="city, country",
        ),
        pytest.param(
            "I live in [LOC San Juan Ca], they in [LOC leeds new york].",
            [("San Juan", "LOC"), ("Ca", "LOC"), ("leeds", "LOC"), ("new york", "LOC")],
            id="city and state",
        ),
        pytest.param(
            "In [LOC Southern California] and [LOC West Virginia] it rains.",
            [("Southern California", "LOC"), ("West Virginia", "LOC")],
            id="part of a state",
        ),
        pytest.param(
            "Box 9, Miller MA 01040-2841 or OK 12 and [LOC Leeds].",
            [("MA", "LOC"), ("Leeds", "LOC")],
            id="zip code",
        ),
        pytest.param(
            "We ate at [ORG Miller's]. It is [ORG Acme's] plan.",
            [("Miller's", "ORG"), ("Acme", "ORG")],
            id="shop's own possessive",
        ),
        pytest.param(
            "[ORG Miller]'s said so. It is [ORG Miller]'s plan. [ORG Acme]'s plan failed.",
            [("Miller's", "ORG"), ("Miller's", "ORG"), ("Acme", "ORG")],
            id="possessive before a verb",
        ),
        pytest.param(
            "[ORG LPD Const]. [PER Ann Roe] and [LOC Mill, Ont]. - Rain.",
            [("LPD", "ORG"), ("Ann Roe", "PER"), ("Mill", "LOC"), ("Ont.", "LOC")],
            id="rank and province",
        ),
        pytest.param(
            'He wrote "[MISC Low Mill] at [LOC Leeds]," “The [MISC Mill],” read “The [ORG Mill]”.',
            [("Low Mill at Leeds", "MISC"), ("The Mill", "MISC"), ("The Mill", "MISC")],
            id="titles of works",
        ),
        pytest.param(
            'He said "[MISC British] mills are old" and "In [LOC Leeds]".',
            [("British", "MISC"), ("Leeds", "LOC")],
            id="quoted words that are no title",
        ),
        pytest.param(
            "Bills of [PER Ann L]. [ORG Roe & Associates], PC; and [PER Bob Miller] & Sons.",
            [("Ann L. Roe & Associates, PC", "ORG"), ("Bob Miller & Sons", "ORG")],
            id="partners",
        ),
        pytest.param("El [ORG de la Liga Norte] dijo.", [("Liga Norte", "ORG")], id="de la"),
        pytest.param("Shares of [ORG Miller Bros]. fell.", [("Miller Bros.", "ORG")], id="Bros."),
        pytest.param("He works for [ORG Acme].", [("Acme", "ORG")], id="end of sentence"),
        pytest.param(
            "It was A. [PER Noel Miller] who came.", [("A. Noel Miller", "PER")], id="initial"
        ),
        pytest.param(
            "It was [PER John D]. [PER Miller] who came.", [("John D. Miller", "PER")], id="halves"
        ),
        pytest.param("The [LOC Leeds-based] firm closed.", [], id="compound"),
        pytest.param("A [ORG pro-London] group met.", [], id="pro-"),
        pytest.param("Pro-[LOC London] men met.", [], id="Pro- at the head"),
        pytest.param("A pro-[ORG London MDA] man left.", [("MDA", "ORG")], id="half of pro-"),
        pytest.param("Sen. Joe Doe ([PER R-Ariz].) said.", [], id="party and state"),
        pytest.param("Write to [PER jane]@acme.com today.", [], id="mail address"),
        pytest.param(
            '"[PER Ann Roe]"<ann@acme.com> wrote to [PER Bob Roe]/ACME@acme.',
            [("Ann Roe", "PER"), ("Bob Roe", "PER")],
            id="beside a mail address",
        ),
        pytest.param("It opens on [ORG Monday] at 10 [ORG GMT].", [], id="day and time zone"),
        pytest.param("[PER Ann Roe KC] left.", [("Ann Roe", "PER")], id="honour"),
        pytest.param("[PER Supt] [PER Ann Roe] left.", [("Ann Roe", "PER")], id="lone rank"),
        pytest.param("Ann Doe, D-[LOC Ore]., and I left.", [], id="party's state"),
        pytest.param("[PER PM Jane Roe] left.", [("Jane Roe", "PER")], id="position"),
        pytest.param("[PER JK Roe] left.", [("JK Roe", "PER")], id="initials"),
        pytest.param(
            "He left [ORG Acme / Roe] and [ORG Low/Doe] in May.",
            [("Acme", "ORG"), ("Roe", "ORG"), ("Low/Doe", "ORG")],
            id="spaced slash",
        ),
        pytest.param(
            'He saw [PER Jane "]Iron[PER " Roe] and [PER Al] “[LOC Boston]” [PER Doe].',
            [('Jane "Iron" Roe', "PER"), ("Al “Boston” Doe", "PER")],
            id="nickname in quotation marks",
        ),
        pytest.param(
            "He said [PER Ann] “and” [PER Bob].", [("Ann", "PER"), ("Bob", "PER")], id="quoted and"
        ),
        pytest.param(
            "[PER Ann Roe] saw “Ragtag” [PER Bob].",
            [("Ann Roe", "PER"), ("Bob", "PER")],
            id="a word in quotation marks",
        ),
        pytest.param(
            "By [PER Ann Roe]\n\n“Never” [PER Bob] said.",
            [("Ann Roe", "PER"), ("Bob", "PER")],
            id="a quotation on another line",
        ),
        pytest.param(
            "He left [ORG Acme], Inc. and [ORG Roe], LLC today.",
            [("Acme, Inc.", "ORG"), ("Roe, LLC", "ORG")],
            id="legal form behind a comma",
        ),
        pytest.param("[PER June] came home.", [("June", "PER")], id="June the person"),
        pytest.param("[PER Jane Roe Image]: Acme.", [("Jane Roe", "PER")], id="furniture"),
        pytest.param("The [ORG Lake Watch] spoke.", [("Lake Watch", "ORG")], id="body's own word"),
        pytest.param(
            "He sued the [ORG state Department of Parks].",
            [("Department of Parks", "ORG")],
            id="small word before",
        ),
        pytest.param("In [LOC Blida province] it rained.", [("Blida", "LOC")], id="small word"),
        pytest.param(
            "Painted by [PER Vincent van Gogh] himself.", [("Vincent van Gogh", "PER")], id="van"
        ),
    ],
)
def test_edges_of_a_name(find, marked, expected):
    assert named(find(marked)) == expected


def test_known_body_cut_in_two_is_one(find):
    (entity,) = find("The [LOC United] [ORG Nations] met.")
    assert (entity.name, entity.type) == ("United Nations", EntityType.ORG)


def test_people_in_a_row_are_told_apart(find):
    entities = find("[PER Ann Roe] spoke.\n\n[PER Bob Low Ann Roe Carl Doe] signed it.")
    assert named(entities) == [
        ("Ann Roe", "PER"),
        ("Ann Roe", "PER"),
        ("Bob Low", "PER"),
        ("Carl Doe", "PER"),
    ]


def test_links_and_mail_addresses_hold_no_names(find):
    marked = "See https://www.acme.org/[ORG lsu]/x and <[PER Jane].[PER Roe]@acme.org> today."
    assert find(marked) == ()
