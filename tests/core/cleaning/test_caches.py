"""What the cleaning stage remembers from page to page is bounded in bytes, not only in number."""

import tracemalloc

import pytest

from copydesk.cleaning.classwords import class_groups
from copydesk.cleaning.furniture import furniture_reason
from copydesk.cleaning.text.cues import cue_of


@pytest.mark.parametrize(
    "look_up", [class_groups, furniture_reason, cue_of], ids=lambda look_up: look_up.__name__
)
def test_long_strings_are_not_kept(look_up):
    look_up("warm up")
    tracemalloc.start()
    for n in range(500):
        look_up(f"{n} {'rain ' * 4000}")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 1_000_000  # of 10 MB
