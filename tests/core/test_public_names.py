"""What `import copydesk` offers, and what it costs."""

import itertools
import subprocess
import sys

import pytest

import copydesk
import copydesk.batch
import copydesk.reading

PACKAGES = [copydesk, copydesk.batch, copydesk.reading]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_public_name_can_be_had(package):
    for name in package.__all__:
        assert getattr(package, name) is not None


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_the_homes_list_exactly_the_public_names(package):
    homes = itertools.chain(*package._HOMES.values())
    assert set(package.__all__) - {"__version__"} == set(homes)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nonsense"):
        copydesk.nonsense  # noqa: B018


def modules_after(statement: str) -> set[str]:
    listing = f"{statement}; import sys; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", listing], capture_output=True, check=True)
    return set(shown.stdout.decode().split())


def test_the_library_imports_no_command_line_packages():
    loaded = modules_after("import copydesk; copydesk.Extractor; copydesk.markdown")
    assert not loaded & {"copydesk_cli", "typer", "rich", "tqdm", "torch", "spacy", "transformers"}


def test_importing_the_command_line_loads_no_model():
    loaded = modules_after("import copydesk_cli.app")
    assert not loaded & {"onnxruntime", "numpy", "trafilatura", "tokenizers", "lxml"}


def test_what_stands_over_the_workers_of_a_batch_loads_no_model():
    loaded = modules_after("import copydesk.batch as b; b.BatchSettings().hash()")
    assert not loaded & {"onnxruntime", "numpy", "trafilatura", "tokenizers", "lxml"}


def test_a_worker_loads_nothing_of_the_plan_the_ledger_and_the_containers():
    loaded = modules_after("import copydesk.batch.worker")
    assert not loaded & {"sqlite3", "subprocess", "tarfile", "copydesk.reading.files"}
