"""What `import copydesk` offers, and what it costs."""

import subprocess
import sys

import pytest

import copydesk


def test_every_public_name_can_be_had():
    for name in copydesk.__all__:
        assert getattr(copydesk, name) is not None


def test_the_homes_list_exactly_the_public_names():
    assert {*copydesk._HOME_OF, "__version__"} == set(copydesk.__all__)


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
