"""The README's commands and code, run as they stand."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from expected import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
PYTHON = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
# The two that install are run by .ci/run, in empty environments.
COMMANDS = [block for block in SHELL if "pip install" not in block]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working directory with the samples in it."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.split("\n")[0][:60])
def test_a_command_of_the_readme_runs(command: str, folder: Path):
    if "jq" in command and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["sh", "-euc", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout or ran.stderr


@pytest.mark.parametrize("code", PYTHON, ids=lambda c: c.split("\n")[0][:60])
def test_the_python_of_the_readme_runs(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    exec(compile(code, "README.md", "exec"), {})


def test_the_readme_names_the_commands_that_install():
    assert sum("pip install" in block for block in SHELL) >= 2
    assert len(COMMANDS) >= 4
    assert PYTHON
