"""Shards: what comes later changes no other shard."""

from pathlib import Path

import pytest

from copydesk.batch import sharding
from copydesk.batch.sharding import Shard, shards_of
from copydesk.reading import Found


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards of some four files."""
    monkeypatch.setattr(sharding, "_SMALL_FILES", 4)


def files(folder: Path, *names: str) -> list[Found]:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return [Found(folder / name, name) for name in names]


def contents(shards) -> dict[str, tuple[str, ...]]:
    return {shard.stem: tuple(file.name for file in shard.files) for shard in shards}


@pytest.mark.usefixtures("few")
def test_every_file_is_in_one_shard_in_order(tmp_path: Path):
    names = [f"in/{n:03}.txt" for n in range(100)]
    shards = contents(shards_of(files(tmp_path, *names)))
    assert [name for members in shards.values() for name in members] == names
    assert 10 < len(shards) < 50
    assert next(iter(shards)) == "in/part-"


@pytest.mark.usefixtures("few")
def test_a_new_file_changes_its_own_shard_alone(tmp_path: Path):
    names = [f"in/{n:03}.txt" for n in range(100)]
    before = contents(shards_of(files(tmp_path, *names)))
    for new in ("in/000a.txt", "in/050a.txt", "in/zzz.txt"):
        after = contents(shards_of(files(tmp_path, *sorted([*names, new]))))
        changed = {stem for stem in before if after[stem] != before[stem]}
        assert len(changed) + len(after.keys() - before.keys()) in (1, 2)
        assert before.keys() <= after.keys()


def test_a_large_file_is_a_shard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sharding, "LARGE", 1000)
    found = files(tmp_path, "in/a.txt", "in/b.warc", "in/c.txt", "other/d.txt")
    (tmp_path / "in/b.warc").write_bytes(bytes(1000))
    assert contents(shards_of(found)) == {
        "in/b.warc/part-": ("in/b.warc",),
        "in/part-": ("in/a.txt", "in/c.txt"),
        "other/part-": ("other/d.txt",),
    }


def test_inputs_of_the_same_name_have_shards_of_their_own(tmp_path: Path):
    found = [*files(tmp_path, "in/a"), *files(tmp_path, "x/b"), *files(tmp_path / "2", "in/a")]
    found += files(tmp_path / "3", "In/a")
    stems = ["in/part-", "x/part-", "in/part-2-", "In/part-3-"]
    assert list(contents(shards_of(found))) == stems


@pytest.mark.parametrize("name", ["../up", "/etc/passwd", ".copydesk/x", "a\nb"])
def test_no_name_leads_out_of_the_folder(name: str):
    (shard,) = shards_of([Found(Path("none"), name)])
    assert not shard.stem.startswith(("/", ".copydesk/"))
    assert ".." not in shard.stem.split("/")


def test_the_fingerprint_hangs_on_names_states_and_settings(tmp_path: Path):
    (shard,) = shards_of(files(tmp_path, "in/a.txt"))
    (tmp_path / "in/a.txt").write_text("other and longer")
    (changed,) = shards_of([Found(tmp_path / "in/a.txt", "in/a.txt")])
    renamed = Shard(shard.stem, (shard.files[0]._replace(name="in/b.txt"),), shard.states)
    prints = [shard.fingerprint("x"), shard.fingerprint("y")]
    prints += [changed.fingerprint("x"), renamed.fingerprint("x")]
    assert len(set(prints)) == 4
