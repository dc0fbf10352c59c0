"""How a batch run shows how far it is, where it is not on a terminal."""

from types import SimpleNamespace

import pytest

from copydesk.batch import Report
from copydesk_cli import progress


@pytest.mark.parametrize(("quiet", "times"), [(False, [30, 60, 90]), (True, [])])
def test_there_is_a_line_every_half_minute(monkeypatch, capsys, quiet: bool, times: list[int]):
    second = 0
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: float(second)))
    with progress.progress(None, quiet=quiet) as shown:
        for second in range(100):
            shown(Report(documents=second, seconds=second or 1))
    said = capsys.readouterr().err.splitlines()
    assert said == [f"copydesk: {second} documents, 1.0/s, 0 failed" for second in times]
