"""What the tests of the readers share."""

import pytest

from copydesk.reading import compression


@pytest.fixture
def small_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little may unpack from next to nothing, so that a small bomb will do."""
    monkeypatch.setattr(compression, "_FREE", 2**20)
