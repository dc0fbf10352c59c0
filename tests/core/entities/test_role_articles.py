"""The roles in short articles, with the tags and the expected roles written into them."""

import re
from pathlib import Path

import pytest

ARTICLES = sorted(Path(__file__).with_name("roles").glob("*.txt"), key=lambda p: p.stem)
_EXPECTED = re.compile(r"\[PER ([^]|]+)\|([^]]*)\]")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_roles_of_an_article(find, path):
    marked = path.read_text(encoding="utf-8")
    expected = {name: role or None for name, role in _EXPECTED.findall(marked)}
    entities = find(_EXPECTED.sub(r"[PER \1]", marked), score=0.99)
    roles = {e.name: e.role.text if e.role else None for e in entities if e.name in expected}
    assert roles == expected
