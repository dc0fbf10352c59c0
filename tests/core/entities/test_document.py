"""The whole-document view: names found again, types agreed on."""

from copydesk.article import Caption, Dateline


def named(entities):
    return [(m.text, e.type.value) for e in entities for m in e.mentions]


def test_a_name_found_once_is_found_everywhere(find):
    entities = find("[ORG Petrocorp] fell. Shares of Petrocorp rose, and Petrocorp said so.")
    assert named(entities) == [("Petrocorp", "ORG")] * 3


def test_a_surname_is_found_alone(find):
    entities = find("[PER Jane Hollis] spoke. The crowd heard Hollis out.")
    assert named(entities) == [("Jane Hollis", "PER"), ("Hollis", "PER")]


def test_a_surname_is_found_without_its_particle(find):
    entities = find("[PER Omar al-Hariq] spoke. The Hariq regime fell.")
    assert named(entities) == [("Omar al-Hariq", "PER"), ("Hariq", "PER")]


def test_a_surname_in_another_name_is_left_alone(find):
    entities = find("[PER John Major] spoke. He likes Major League games.")
    assert named(entities) == [("John Major", "PER")]


def test_parts_of_words_and_small_letters_are_not_names(find):
    entities = find("[ORG Apple] rose. An apple fell. Applesauce is good.")
    assert named(entities) == [("Apple", "ORG")]


def test_a_rarely_tagged_word_is_not_looked_for(find):
    text = "[ORG Bond] rose. Bond fell. Bond rose. Bond stood. Bond sat. Bond lay."
    assert named(find(text)) == [("Bond", "ORG")]


def test_a_doubtful_name_that_is_a_common_word_elsewhere_is_none(find):
    text = "[LOC Thicket] burned. The thicket is dry, and no thicket is safe."
    assert find(text, score=0.8) == ()
    assert named(find(text, score=0.95)) == [("Thicket", "LOC")]


def test_a_given_name_and_a_country_are_no_common_words(find):
    text = "[PER Will] left [LOC Chad]. He will return and will say: chad, chad."
    assert named(find(text, score=0.8)) == [("Will", "PER"), ("Chad", "LOC")]


def test_the_type_is_the_one_most_mentions_have(find):
    entities = find("[PER Arbila] fell. They left [LOC Arbila]. [LOC Arbila] burned.")
    assert named(entities) == [("Arbila", "LOC")] * 3


def test_a_mention_as_something_else_weighs_less(find):
    once = "The [MISC Miru] site and a [MISC Miru] file, a [MISC Miru] card. [ORG Miru] left."
    assert {kind for _, kind in named(find(once))} == {"MISC"}
    assert {kind for _, kind in named(find(f"{once} [ORG Miru] won."))} == {"ORG"}


def test_a_brand_is_no_person(find):
    assert named(find("[PER SmartMill] hired [PER McAdam].")) == [
        ("SmartMill", "ORG"),
        ("McAdam", "PER"),
    ]


def test_a_medium_with_news_in_its_name_is_a_body_and_is_found(find):
    text = "[PER Wikinews] met [PER Ann Roe]. Renews talks, says Euronews. Sinews tore."
    assert named(find(text)) == [("Wikinews", "ORG"), ("Ann Roe", "PER"), ("Euronews", "ORG")]


def test_newspapers_with_a_common_word_for_a_name_are_known_by_their_reports(find):
    text = "The Guardian cited [PER Ann Roe], the Sun wrote."
    assert named(find(text)) == [("Guardian", "ORG"), ("Ann Roe", "PER"), ("Sun", "ORG")]
    assert named(find("The Sun rose over the Hill, said a Guardian.")) == []


def test_whom_a_person_belongs_to_is_no_person(find):
    text = "[PER Demosis]'s [PER Nathan Law] met [PER Ann Roe] of [PER Pulpa]. [PER Pulpa] sold."
    assert {text: kind for text, kind in named(find(text))} == {
        "Demosis": "ORG",
        "Nathan Law": "PER",
        "Ann Roe": "PER",
        "Pulpa": "ORG",
    }


def test_the_surname_of_a_person_stays_one_before_a_relative(find):
    text = "[PER Ida Moss] left. [PER Moss]'s [PER Aunt Berta] stayed."
    assert named(find(text))[1] == ("Moss", "PER")


def test_the_initials_that_label_an_interviewers_turns_are_no_name(find):
    text = "[PER Clara Whit] met [PER Ann Roe].\n\n[ORG CW]: Who won?\n\n[ORG BBC]: We did."
    assert named(find(text))[2:] == [("BBC", "ORG")]


def test_the_first_author_of_a_cited_paper_is_a_person(find):
    text = "It grows on ice (Daly et al. 2013). Image: [PER Bos] et al. Pigs et al. do too: et al."
    assert [m for m, _ in named(find(text))] == ["Daly", "Bos", "Pigs"]


def test_the_internet_is_no_body(find):
    assert named(find("The [ORG Internet] is down.")) == [("Internet", "MISC")]


def test_the_people_of_a_party_are_not_the_party(find):
    text = "[MISC Democrats] met. The [ORG Democratic Party] won."
    assert named(find(text)) == [("Democrats", "MISC"), ("Democratic Party", "ORG")]


def test_the_names_of_one_country_share_their_type(find):
    text = "[LOC North Korea] fired. [LOC North Korea] denied it. The [ORG DPRK] protested."
    (country,) = find(text)
    assert (country.type.value, country.aliases) == ("LOC", ("DPRK",))


def test_a_known_place_is_nothing_else(find):
    (sea,) = find("They sailed the [MISC Mediterranean].", score=0.9)
    assert sea.type.value == "LOC"


def test_a_team_and_its_city_may_have_one_name(find):
    entities = find("[ORG Leeds] won. The city of [LOC Leeds] celebrated.")
    assert [(e.type.value, len(e.mentions)) for e in entities] == [("ORG", 1), ("LOC", 1)]


def test_a_surname_takes_the_type_of_the_full_name(find):
    entities = find("[PER Ann Petofi] said so. [ORG Petofi] left.")
    assert named(entities) == [("Ann Petofi", "PER"), ("Petofi", "PER")]


def test_a_known_body_is_a_body(find):
    assert named(find("He spoke at the [LOC United Nations] today.")) == [("United Nations", "ORG")]


def test_a_body_known_by_its_letters_is_a_body(find):
    assert named(find("He told [LOC UPI] so.")) == [("UPI", "ORG")]


def test_the_page_tells_the_type_of_its_agency(find):
    dateline = Dateline(place="LONDON", agency="Ruritel")
    entities = find("[LOC Ruritel] was told. He told [LOC Ruritel] so.", dateline=dateline)
    assert named(entities) == [("Ruritel", "ORG")] * 2


def test_letters_in_brackets_share_the_type_of_the_name(find):
    entities = find("The [MISC Open Rover Plan] ([ORG ORP]) began. The [MISC ORP] ended.")
    assert [(e.name, e.type.value, e.aliases) for e in entities] == [
        ("Open Rover Plan", "MISC", ("ORP",))
    ]


def test_a_company_lends_its_type_to_its_short_name(find):
    entities = find("[ORG Newhill Mining Corp.] fell. [PER Newhill] or [LOC Newhill] said so.")
    assert named(entities) == [("Newhill Mining Corp.", "ORG")] + [("Newhill", "ORG")] * 2


def test_a_city_stays_one_beside_its_university(find):
    entities = find("[ORG Sorrel University] is in [LOC Sorrel]. They left [LOC Sorrel].")
    assert named(entities)[1:] == [("Sorrel", "LOC")] * 2


def test_in_a_foreign_language_the_tagger_must_be_sure(find):
    text = "Der [LOC Gleisbau] in [LOC Leipzig Nord] ruht."
    assert named(find(text, score=0.7, language="de")) == [("Leipzig Nord", "LOC")]
    assert len(find(text, score=0.7, language="en")) == 2


def test_in_a_foreign_language_a_given_name_makes_it_surer(find):
    text = "Das sagte [PER Jan Petofi] im [LOC Neuen Haus]."
    assert named(find(text, score=0.5, language="de")) == [("Jan Petofi", "PER")]


def test_in_a_foreign_language_a_name_ends_as_names_do(find):
    text = "[ORG Am Dienstag] kam [PER Uwe Rademann], [PER heute nicht] Ada."
    assert named(find(text, score=0.9, language="de")) == [("Uwe Rademann", "PER")]


def test_a_spelling_that_only_a_caption_has_is_an_alias(find):
    captions = (Caption(text="Envoy Andrey Bolkanov (left) and Andrea Bolkanov in Oslo"),)
    entities = find("[PER Andrei Bolkanov] left. Bolkanov was late.", captions=captions)
    assert [(e.name, e.aliases) for e in entities] == [
        ("Andrei Bolkanov", ("Bolkanov", "Andrey Bolkanov"))
    ]
