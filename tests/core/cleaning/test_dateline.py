"""The datelines that open agency stories."""

import time

import pytest

from copydesk.cleaning.dateline import dateline_of


@pytest.mark.parametrize(
    ("text", "place", "agency", "date"),
    [
        ("LISBON (Meridian) — The ministers met.", "LISBON", "Meridian", None),
        ("BERLIN, Aug 5 (Wire) - The ministers met.", "BERLIN", "Wire", "Aug 5"),
        ("KAMPALA, Uganda (AP) — The ministers met.", "KAMPALA, Uganda", "AP", None),
        ("ОМСК, 5 авг — Вестник. Министры встретились.", "ОМСК", "Вестник", "5 авг"),
        ("Berlin (dpa/lhe) - Die Minister trafen sich.", "Berlin", "dpa/lhe", None),
        ("HONG KONG — The ministers met.", "HONG KONG", None, None),
        ("CHICAGO--(NEWS WIRE)--The ministers met.", "CHICAGO", "NEWS WIRE", None),
        ("Berlin, 14. September 2023 – Die Minister", "Berlin", None, "14. September 2023"),
        ("BONN, 14. Mai 2023. Die Minister trafen sich.", "BONN", None, "14. Mai 2023"),
        ("Paris, le 14 mai 2023 – Les ministres", "Paris", None, "14 mai 2023"),
        ("HANOI/TAIPEI, Jan 9 - The ministers met.", "HANOI/TAIPEI", None, "Jan 9"),
        ("Madrid, 3 may (Noticia).- Los ministros", "Madrid", "Noticia", "3 may"),
        ("(NOVA) - ROMA, 03 MAG - I ministri", "ROMA", "NOVA", "03 MAG"),
        ("МОСКВА, 5 августа. /ВЕСТ/. Министры", "МОСКВА", "ВЕСТ", "5 августа"),
        ("Москва. 5 августа. VEST.RU - Министры", "Москва", "VEST.RU", "5 августа"),
        ("New Delhi [India], May 3 (NNI): The", "New Delhi", "NNI", "May 3"),
        ("Warszawa, 3 maja (NOWA) Ministrowie", "Warszawa", "NOWA", "3 maja"),
        ("BERLIN bote | Die Minister", "BERLIN", "bote", None),
        ("新闻社北京5月3日电（记者张三、李四）部长", "北京", "新闻社", "5月3日"),
        ("（晨光社記者王小明台北3日電）部長", "台北", "晨光社", "3日"),
        ("【北京共同】大臣は", "北京", "共同", None),
        ("【ワシントン＝佐藤太郎】大臣は", "ワシントン", None, None),
        ("(서울=한빛뉴스) 홍길동 기자 = 장관들이", "서울", "한빛뉴스", None),
    ],
)
def test_dateline_is_read(text: str, place: str, agency: str | None, date: str | None) -> None:
    found = dateline_of(text)
    assert found is not None
    assert (found[0].place, found[0].agency, found[0].date) == (place, agency, date)


@pytest.mark.parametrize(
    "text",
    [
        "The minister (right) - said so.",
        "Kerry — who spoke first — left early.",
        "In 2015 (the year of the flood) - nothing happened.",
        "A plain sentence about nothing.",
        "Monday, 14 September 2023 – The ministers met.",
        "Ada Quill, 14 March 1950 – 3 May 2023",
        "Berlin, 14. September – Die Minister",
        "Ada Quill, May 14, 1950. A bridge is opened.",
        "Born in Orrin, 14 May 1950: the bridge-builder's daughter.",
        "Das war gut. 5 Mai. Heute - nichts",
        "The bank (BNP) The",
        "北京时间5月3日电视台报道",
        "",
    ],
)
def test_no_dateline_where_there_is_none(text: str) -> None:
    assert dateline_of(text) is None


@pytest.mark.parametrize(
    "text", ["A" * 1_000_000, "A, " * 300_000, "(" * 1_000_000, "社" * 500_000]
)
def test_hostile_dateline_takes_no_time(text: str) -> None:
    began = time.process_time()
    dateline_of(text)
    assert time.process_time() - began < 1
