from copydesk.article import EntityType


def summary(entities):
    return [(e.id, e.type.value, e.name, e.aliases, len(e.mentions)) for e in entities]


def test_an_agency_story_names_everybody_once(find):
    entities = find(
        "US Secretary of State [PER John Kerry] met [MISC Russian] Foreign Minister"
        " [PER Sergei Lavrov] in [LOC Doha]. [PER Kerry] said that [PER Sergey Lavrov] agreed."
        " [PER Lavrov] will report to [PER Bashar al-Assad] and the [PER Assad] government."
    )
    assert summary(entities) == [
        ("e1", "PER", "John Kerry", ("Kerry",), 2),
        ("e2", "MISC", "Russian", (), 1),
        ("e3", "PER", "Sergei Lavrov", ("Sergey Lavrov", "Lavrov"), 3),
        ("e4", "LOC", "Doha", (), 1),
        ("e5", "PER", "Bashar al-Assad", ("Assad",), 2),
    ]
    assert entities[0].role.text == "US Secretary of State"
    assert entities[2].role.text == "Russian Foreign Minister"


def test_mentions_slice_true(find):
    text = "The [ORG Acme Corp.] board met. [ORG Acme]'s chairman left."
    (entity,) = find(text)
    plain = "The Acme Corp. board met. Acme's chairman left."
    assert [plain[m.start : m.end] for m in entity.mentions] == ["Acme Corp.", "Acme"]
    assert [m.text for m in entity.mentions] == ["Acme Corp.", "Acme"]


def test_title_knows_the_surname(find):
    entities = find("[PER John Kerry] is in [LOC Doha].", title="Kerry pleads for peace")
    assert [(e.name, e.in_title) for e in entities] == [("John Kerry", True), ("Doha", False)]


def test_title_knows_letters_before_a_comma(find):
    (country,) = find("He left the [LOC US] today.", title="US, Ruritania agree")
    assert country.in_title
    (country,) = find("He left the [LOC US] today.", title="They took us, it seems")
    assert not country.in_title


def test_title_knows_whose_surname_it_has(find):
    text = "[PER Ruth Petofi] died. Her son [PER Peter Petofi] wept. [ORG Albion] sent flowers."
    found = {e.name: e.in_title for e in find(text, title="Albion: Ruth Petofi dies")}
    assert found == {"Ruth Petofi": True, "Peter Petofi": False, "Albion": True}


def test_names_in_capitals_are_written_small(find):
    text = "[LOC ST. LOUIS], [LOC OSLO], [LOC LOS ALTOS]: [PER J.R. PETOFI], [ORG ACME], [LOC USSR]"
    names = ["St. Louis", "Oslo", "Los Altos", "J.R. Petofi", "ACME", "USSR"]
    assert [e.name for e in find(text)] == names


def test_a_text_without_names_has_no_entities(find):
    assert find("Nothing to see here.") == ()
    assert find("") == ()


def test_nationality_is_not_the_country(find):
    entities = find("[MISC Italian] police were in [LOC Italy]. [LOC Italian] food is good.")
    assert [(e.name, e.type, len(e.mentions)) for e in entities] == [
        ("Italian", EntityType.MISC, 2),
        ("Italy", EntityType.LOC, 1),
    ]
