import pytest

from copydesk.entities.acronyms import initials
from copydesk.entities.sounds import sounds_of


def groups(entities):
    return [[m.text for m in e.mentions] for e in entities]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[PER John F. Kerry] met [PER J. Kerry]. [PER Kerry] left.",
            [["John F. Kerry", "J. Kerry", "Kerry"]],
            id="initials",
        ),
        pytest.param(
            "[PER Alexander Petrov] is [PER Aleksandr Petrov].",
            [["Alexander Petrov", "Aleksandr Petrov"]],
            id="transliteration of the given name",
        ),
        pytest.param(
            "[PER Muammar Gaddafi] fell. [PER Qaddafi] and [PER Moammar Kadhafi].",
            [["Muammar Gaddafi", "Qaddafi", "Moammar Kadhafi"]],
            id="transliteration of the surname",
        ),
        pytest.param(
            "[PER José Núñez] spoke. [PER Jose Nunez] left.",
            [["José Núñez", "Jose Nunez"]],
            id="accents",
        ),
        pytest.param(
            "[PER Ban Ki-moon] spoke. [PER Ban Ki Moon] left. [PER Ban] came.",
            [["Ban Ki-moon", "Ban Ki Moon", "Ban"]],
            id="hyphen, surname first",
        ),
        pytest.param(
            "[PER Ed Moss Jr.] spoke. [PER Ed Moss] left.",
            [["Ed Moss Jr.", "Ed Moss"]],
            id="junior",
        ),
        pytest.param(
            "[PER Ed Moss Jr.] is the son of [PER Ed Moss Sr.] of Leeds.",
            [["Ed Moss Jr."], ["Ed Moss Sr."]],
            id="father and son",
        ),
        pytest.param(
            "[PER George H. Moss] and [PER George W. Moss] met.",
            [["George H. Moss"], ["George W. Moss"]],
            id="middle initials",
        ),
        pytest.param(
            "[PER Aung San Suu Kyi] spoke. [PER Suu Kyi] left.",
            [["Aung San Suu Kyi", "Suu Kyi"]],
            id="end of a longer name",
        ),
        pytest.param(
            "[PER Jane Moss] and [PER Peter Moss] met. Mr [PER Moss] and Mrs [PER Moss] left.",
            [["Jane Moss", "Moss"], ["Peter Moss", "Moss"]],
            id="gender of the honorific",
        ),
        pytest.param(
            "[PER Jane Moss] spoke. Mr [PER Moss] did not.",
            [["Jane Moss"], ["Moss"]],
            id="another gender, another person",
        ),
        pytest.param(
            "[PER Garrin Moss] wept. His wife, [PER Jane Moss], left. Mrs [PER Moss] knew.",
            [["Garrin Moss"], ["Jane Moss", "Moss"]],
            id="a known gender before an unknown one",
        ),
        pytest.param(
            "[PER Boris Moss] visits his wife [PER Naina Moss]. [PER Moss] is well.",
            [["Boris Moss", "Moss"], ["Naina Moss"]],
            id="the one introduced first",
        ),
        pytest.param(
            "[PER Bob Moss] is [PER Robert Moss]. [PER Bill Low], [PER Ron Low]",
            [["Bob Moss", "Robert Moss"], ["Bill Low"], ["Ron Low"]],
            id="short forms of given names",
        ),
        pytest.param(
            "[PER Ed Moss], [PER Edward Moss], [PER Edmund Moss]",
            [["Ed Moss"], ["Edward Moss"], ["Edmund Moss"]],
            id="a short form of two",
        ),
        pytest.param(
            "[PER Robert Moss] and [PER Roberta Moss] met.",
            [["Robert Moss"], ["Roberta Moss"]],
            id="given names that differ in the last letter",
        ),
    ],
)
def test_people(find, marked, expected):
    assert groups(find(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "The [ORG Organization for Clean Water] ([ORG OCW]) met. The [ORG OCW] left.",
            [["Organization for Clean Water", "OCW", "OCW"]],
            id="letters with small words left out",
        ),
        pytest.param(
            "The [ORG Bank of Ruritania] spoke. [ORG BOR] left.",
            [["Bank of Ruritania", "BOR"]],
            id="letters without brackets",
        ),
        pytest.param(
            "The [ORG Ruritanian Plastic Society] ([ORG SRP]) met.",
            [["Ruritanian Plastic Society", "SRP"]],
            id="letters of another language",
        ),
        pytest.param(
            'The [ORG Bank of Ruritania] ("[ORG BOR]") spoke. It left [ORG BOR].',
            [["Bank of Ruritania", "BOR", "BOR"]],
            id="letters in brackets and quotation marks",
        ),
        pytest.param("[LOC LONDON] ([ORG AP]) - It rained.", [["LONDON"], ["AP"]], id="agency"),
        pytest.param(
            "[ORG Acme Corp.] and [ORG Acme Corporation] and [ORG Acme]",
            [["Acme Corp.", "Acme Corporation", "Acme"]],
            id="legal form",
        ),
        pytest.param(
            "[ORG Acme Steel Works] spoke. [ORG Acme Steel] left.",
            [["Acme Steel Works", "Acme Steel"]],
            id="short form",
        ),
        pytest.param(
            "[ORG Acme Steel] and [ORG Acme Oil] met. [ORG Acme] left.",
            [["Acme Steel"], ["Acme Oil"], ["Acme"]],
            id="short form of two",
        ),
        pytest.param(
            "The [ORG House Whigs] met. The [ORG House] rose. The [ORG Trade Court] sat. The"
            " [ORG Court] rose.",
            [["House Whigs"], ["House"], ["Trade Court", "Court"]],
            id="common words",
        ),
        pytest.param(
            "The [LOC US], the [LOC U.S.], the [LOC United States], [LOC America]",
            [["US", "U.S.", "United States", "America"]],
            id="one country",
        ),
        pytest.param(
            "[LOC Fresno], [LOC Calif.], is in [LOC California].",
            [["Fresno"], ["Calif.", "California"]],
            id="state",
        ),
        pytest.param(
            "[LOC North Korea] fired. The [LOC North] denied it. The [LOC South] did not.",
            [["North Korea", "North"], ["South"]],
            id="half of a country",
        ),
        pytest.param(
            "[LOC North Korea] and [LOC North Yemen] met. The [LOC North] fired.",
            [["North Korea"], ["North Yemen"], ["North"]],
            id="halves of two countries",
        ),
        pytest.param(
            "[LOC France] and the [MISC French] agreed.", [["France"], ["French"]], id="demonym"
        ),
        pytest.param("The [ORG UN] and the [ORG WHO] met.", [["UN"], ["WHO"]], id="bodies apart"),
    ],
)
def test_bodies_and_places(find, marked, expected):
    assert groups(find(marked)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergei", "sergey"),
        ("mohammed", "muhammad"),
        ("yuri", "yury"),
        ("zelenskiy", "zelenskyy"),
        ("gaddafi", "qadhafi"),
        ("ghaddafi", "qaddafi"),
        ("alexei", "aleksey"),
    ],
)
def test_transliterations_sound_the_same(one, other):
    told = sounds_of([one, other])
    assert told[one] == told[other]


@pytest.mark.parametrize(
    ("one", "other"), [("john", "jane"), ("maria", "mario"), ("martin", "marvin"), ("kim", "tim")]
)
def test_other_names_sound_different(one, other):
    told = sounds_of([one, other])
    assert told[one] != told[other]


def test_a_single_word_has_no_initials():
    assert list(initials(("bank",))) == []


def test_a_birth_name_is_the_persons(find):
    text = (
        "[PER Ruth Roe], née [PER Doe], and [PER Ann] ([PER Low]) [PER Doe] left. [PER Bob Lee],"
        " born [PER Robert Levy], and [PER Doe] stayed."
    )
    people = [(e.name, [m.text for m in e.mentions]) for e in find(text)]
    assert people == [
        ("Ruth Roe", ["Ruth Roe", "Doe"]),
        ("Ann (Low) Doe", ["Ann (Low) Doe", "Doe"]),
        ("Bob Lee", ["Bob Lee", "Robert Levy"]),
    ]


def test_ben_and_al_are_given_names_where_they_stand_so(find):
    text = (
        "[PER Ben Roe] met [PER Al Doe]. [PER Roe] and [PER Doe] left. [PER Bashar al-Amin] came;"
        " [PER al-Amin] and [PER Amin] stayed. [PER Vincent van Mill] met [PER Van Mill]."
    )
    people = [[m.text for m in e.mentions] for e in find(text)]
    assert people == [
        ["Ben Roe", "Roe"],
        ["Al Doe", "Doe"],
        ["Bashar al-Amin", "al-Amin", "Amin"],
        ["Vincent van Mill", "Van Mill"],
    ]


def test_a_body_within_a_body_is_another(find):
    text = (
        "[ORG Mill University] left. [ORG Mill University Press] and [ORG Mill University] stayed."
    )
    assert [(e.name, len(e.mentions)) for e in find(text)] == [
        ("Mill University", 2),
        ("Mill University Press", 1),
    ]


def test_the_companys_own_form_is_its_name(find):
    (company,) = find("[ORG Mill Watch] is of [ORG Mill] and of [ORG Mill Inc] too.")
    assert company.name == "Mill Inc"
