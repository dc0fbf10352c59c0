"""The first of each story is remembered, and no crowd of like texts slows the search."""

import random
from pathlib import Path

import pytest

from copydesk.batch.duplicates import Duplicates
from copydesk.batch.ledger import Key, Ledger
from copydesk.batch.minhash import signature


@pytest.fixture
def ledger(tmp_path: Path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    yield ledger
    ledger.close()


def story(seed: int, words: int = 200) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(50_000)}" for _ in range(words)]


def first_of(duplicates: Duplicates, name: str, words: list[str]) -> str | None:
    return duplicates.first_of(name, signature(" ".join(words)), Key(name, name, 1))


def test_a_story_with_other_furniture_is_the_same(ledger: Ledger):
    duplicates = Duplicates(ledger)
    assert first_of(duplicates, "a", story(1)) is None
    assert first_of(duplicates, "b", story(2)) is None
    assert first_of(duplicates, "c", [*story(1), "read", "more"]) == "a"
    assert first_of(duplicates, "d", ["share", *story(1)[:-3]]) == "a"
    assert first_of(duplicates, "e", story(1)[:100] + story(3)[:100]) is None


def test_what_is_forgotten_can_come_first_again(ledger: Ledger):
    duplicates = Duplicates(ledger)
    first_of(duplicates, "a", story(1))
    duplicates.forget(Key("a", "a", 1))
    assert first_of(duplicates, "b", story(1)) is None


def test_like_texts_in_any_number_are_told_apart_and_the_same_one_found(ledger: Ledger):
    """Pages that share half of their text, as weather reports do, crowd the same runs."""
    duplicates = Duplicates(ledger)
    pages = [story(0, 100) + story(n, 60) for n in range(1, 200)]
    assert [first_of(duplicates, str(n), page) for n, page in enumerate(pages)] == [None] * 199
    again = [first_of(duplicates, f"again {n}", page) for n, page in enumerate(pages)]
    assert again == [str(n) for n in range(199)]
    query = "SELECT max(n) FROM (SELECT count(*) AS n FROM runs GROUP BY hash)"
    with ledger.writing() as rows:
        assert rows.execute(query).fetchone()[0] <= 8
