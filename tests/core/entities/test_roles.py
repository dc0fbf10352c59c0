import pytest


def roles(entities):
    return {e.name: e.role.text if e.role else None for e in entities if e.type.value == "PER"}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("US Secretary of State [PER Jo Roe] left.", "US Secretary of State", id="of"),
        pytest.param(
            "Assistant Secretary of the [ORG Bureau for Peace and Trade] [PER Jo Roe] left.",
            "Assistant Secretary of the Bureau for Peace and Trade",
            id="office with a body's name",
        ),
        pytest.param(
            "[PER Jo Roe], 51, is the chief executive of Acme and a keen sailor.",
            "chief executive of Acme",
            id="predicate",
        ),
        pytest.param("[PER Jo Roe] is late. [PER Jo Roe] is in Leeds.", None, id="no predicate"),
        pytest.param("[PER Jo Roe], the mayor of Leeds, left.", "mayor of Leeds", id="apposition"),
        pytest.param(
            "[PER Jo Roe], 45, a teacher from Leeds, left.", "teacher from Leeds", id="age"
        ),
        pytest.param(
            "The mayor of Leeds, [PER Jo Roe], left.", "mayor of Leeds", id="before comma"
        ),
        pytest.param(
            "The [ORG Trade Board]'s president, [PER Jo Roe], left.",
            "Trade Board's president",
            id="possessive",
        ),
        pytest.param(
            "The union's secretary, [PER Jo Roe], left.", "union's secretary", id="common owner"
        ),
        pytest.param(
            "So said the clinic's chief surgeon, Dr. [PER Jo Roe].",
            "clinic's chief surgeon",
            id="honorific before comma",
        ),
        pytest.param(
            "It was former trade secretary Sir [PER Jo Roe] who left.",
            "former trade secretary",
            id="before an honorific",
        ),
        pytest.param("Leeds Const. [PER Jo Roe] left.", "Leeds Const.", id="title with its stop"),
        pytest.param(
            "So says [PER Jo Roe], a glaciologist at the [ORG Ice Survey], there.",
            "glaciologist at the Ice Survey",
            id="scientist by the ending",
        ),
        pytest.param(
            "CEO [PER Jo Roe], who founded the firm with her brother, left.", "CEO", id="no deed"
        ),
        pytest.param("President and CEO [PER Jo Roe] left.", "President and CEO", id="two offices"),
        pytest.param(
            "A spokesman for Foreign Minister [PER Jo Roe] left.", "Foreign Minister", id="other's"
        ),
        pytest.param("But former coach [PER Jo Roe] left.", "former coach", id="opening word"),
        pytest.param("He saw the tax law expert [PER Jo Roe].", "tax law expert", id="small words"),
        pytest.param(
            "The Dutch transport minister [PER Jo Roe] left.",
            "Dutch transport minister",
            id="Dutch",
        ),
        pytest.param(
            "The U.S. President [PER Jo Roe] left.", "U.S. President", id="after a full stop"
        ),
        pytest.param("Talks between Germany and President [PER Jo Roe]", "President", id="and"),
        pytest.param(
            "Son of former German President [PER Jo Roe] held.", "former German President", id="son"
        ),
        pytest.param("The brother of [PER Jo Roe] left.", None, id="relation of the person"),
        pytest.param(
            "Pro-Leeds district councillor [PER Jo Roe] left.",
            "Pro-Leeds district councillor",
            id="unknown nouns at the start",
        ),
        pytest.param(
            "The revolution in Cuba brought President [PER Jo Roe] down.", "President", id="verb"
        ),
        pytest.param("On Monday Mr [PER Jo Roe] left.", None, id="honorific"),
        pytest.param(
            "He met the president and the first lady, [PER Jo Roe], there.", None, id="next person"
        ),
        pytest.param(
            "He felt “the presence of [PER Jo Roe],” his stern mother.", "stern mother", id="quoted"
        ),
        pytest.param('It was "Then-Senator [PER Jo Roe].', "Then-Senator", id="then-"),
        pytest.param("It was worse under former coach [PER Jo Roe].", "former coach", id="under"),
        pytest.param(
            "[PER Jo Roe], who chairs the board, left.", "chairs the board", id="who chairs"
        ),
        pytest.param("She called, declared Senator [PER Jo Roe].", "Senator", id="verb before"),
        pytest.param("[PER Jo Roe], who left, and a mayor", None, id="relative clause"),
        pytest.param("The mayor left. [PER Jo Roe] stayed.", None, id="another sentence"),
        pytest.param("Mayor\n\n[PER Jo Roe] stayed.", None, id="another line"),
    ],
)
def test_role(find, marked, expected):
    assert roles(find(marked)) == {"Jo Roe": expected}


def test_two_offices_of_two_people(find):
    entities = find(
        "The US Secretary of State [PER Jo Roe] and Russian Foreign Minister [PER Al Doe] met."
    )
    assert roles(entities) == {
        "Jo Roe": "US Secretary of State",
        "Al Doe": "Russian Foreign Minister",
    }


def test_a_fuller_role_is_preferred(find):
    entities = find("President [PER Jo Roe] spoke. [PER Roe], the president of Chad, left.")
    assert roles(entities) == {"Jo Roe": "president of Chad"}


def test_role_slices_true(find):
    (entity,) = find("The new mayor of Leeds, [PER Jo Roe], left.")
    text = "The new mayor of Leeds, Jo Roe, left."
    assert text[entity.role.start : entity.role.end] == entity.role.text == "new mayor of Leeds"


def test_an_owner_with_particles(find):
    entities = find("He saw [PER Jan van der Meer]'s lawyer, [PER Jo Roe], there.")
    assert roles(entities)["Jo Roe"] == "Jan van der Meer's lawyer"
