"""These need `copydesk[train]`, and are left out without it."""

import random
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from copydesk.language.encoder import Encoder  # noqa: E402
from copydesk.language.tagset import SCORES  # noqa: E402
from copydesk.language.vectors import Vectors  # noqa: E402
from copydesk.training.distil import taught  # noqa: E402
from copydesk.training.examples import UNKNOWN, collated, examples_of  # noqa: E402
from copydesk.training.export import onnx_model  # noqa: E402
from copydesk.training.loss import student_loss  # noqa: E402
from copydesk.training.network import Network, Size  # noqa: E402
from copydesk.training.prune import pruned  # noqa: E402
from copydesk.training.ranges import input_ranges  # noqa: E402
from copydesk.training.texts import AnnotatedText  # noqa: E402

SMALL = Size(width=64, inner=96, heads=2, layers=3, piece_layers=1)
STORY = "Greta Halvorsen of Nordbank spoke in Oslo on Monday, and Brandt & Lowe agreed. " * 12


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(3)
    return Network(SMALL).eval()


@pytest.fixture(scope="module")
def examples():
    return list(examples_of(AnnotatedText(STORY)))


def scores_of(model, examples):
    with torch.no_grad():
        return model(collated(examples)[0])


def test_pruning_nothing_changes_nothing(model, examples):
    batch = collated(examples)[0]
    same = pruned(model, SMALL, [0, 1, 2], [batch]).eval()
    assert torch.allclose(scores_of(same, examples), scores_of(model, examples), atol=1e-5)


def test_pruning_units_that_nothing_reads_changes_nothing(model, examples):
    batch = collated(examples)[0]
    wide = Network(SMALL).eval()
    wide.load_state_dict(model.state_dict())
    with torch.no_grad():
        for layer in wide.layers:
            layer.down.weight[:, ::3] = 0
            layer.mix.weight[:, :32] = 0
    small = pruned(wide, replace(SMALL, inner=64, heads=1), [0, 1, 2], [batch]).eval()
    assert torch.allclose(scores_of(small, examples), scores_of(wide, examples), atol=1e-5)


def test_a_student_that_scores_as_its_teacher_has_nothing_to_learn(model, examples):
    with_soft = taught(model, examples, 4096)
    tags = torch.full((*scores_of(model, with_soft).shape[:2], 4), UNKNOWN)
    agreed = student_loss(scores_of(model, with_soft), tags, with_soft)
    other = student_loss(scores_of(Network(SMALL).eval(), with_soft), tags, with_soft)
    assert agreed.item() < 0.01 < other.item()


def test_the_exported_graph_scores_as_the_network(model, examples):
    graph = onnx_model(model, input_ranges(model, [collated(examples)[0]]))
    vectors = Vectors.of(model.word.weight.detach().numpy())
    encoder = Encoder(graph.SerializeToString(), None, vectors)
    example = random.Random(1).choice(examples)
    exact = scores_of(model, [example])[0, 1:-1].numpy()
    rounded = encoder.window_scores(example.words)
    assert rounded.shape == exact.shape == (len(example.words), SCORES)
    assert np.abs(rounded - exact).mean() < 0.05 * np.abs(exact).mean() + 0.01
