"""These need `copydesk[train]`, and are left out without it."""

import random
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from copydesk.language.encoder import Encoder  # noqa: E402
from copydesk.language.tagset import SCORES  # noqa: E402
from copydesk.language.vectors import Vectors, load_vectors  # noqa: E402
from copydesk.training.average import averaged  # noqa: E402
from copydesk.training.distil import taught  # noqa: E402
from copydesk.training.examples import collated, examples_of  # noqa: E402
from copydesk.training.export import onnx_model  # noqa: E402
from copydesk.training.loss import StudentLoss  # noqa: E402
from copydesk.training.network import (  # noqa: E402
    Network,
    Size,
    freeze_before_exit,
    sureness,
    with_exit,
)
from copydesk.training.prune import pruned  # noqa: E402
from copydesk.training.ranges import input_ranges  # noqa: E402
from copydesk.training.release import from_release  # noqa: E402
from copydesk.training.texts import AnnotatedText  # noqa: E402
from copydesk.training.train import optimiser_of  # noqa: E402
from copydesk.training.widen import widened  # noqa: E402

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
        return model(collated(examples)[0]).scores


def exported(model, examples):
    """What reads with the network in 8 bits, its ranges those of the examples."""
    graph = onnx_model(model, input_ranges(model, [collated(examples)[0]]))
    vectors = Vectors.of(model.word.weight.detach().numpy())
    return Encoder(graph.SerializeToString(), None, vectors)


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


def test_new_units_change_nothing_before_training(model, examples):
    batch = collated(examples)[0]
    size = replace(SMALL, inner=64)
    small = pruned(model, size, [0, 1, 2], [batch]).eval()
    wide = widened(small, replace(size, inner=90), model, [0, 1, 2], [batch]).eval()
    assert torch.allclose(scores_of(wide, examples), scores_of(small, examples), atol=1e-5)
    assert wide.layers[0].up.out_features == 90


def test_a_student_that_reads_as_its_teacher_has_nothing_to_learn(model, examples):
    with_lesson = taught(model, examples, 4096, layers=(1, 2))
    batch, tags = collated(with_lesson)
    loss = StudentLoss((1, 2), until=0.5)
    torch.manual_seed(5)
    with torch.no_grad():
        agreed, other = model(batch), Network(SMALL).eval()(batch)
        early, late = (loss(other, tags, with_lesson, done).item() for done in (0.2, 0.7))
        assert loss(agreed, tags, with_lesson, 0.2).item() < 0.02 < late < early


@pytest.mark.parametrize("unit", ["gelu", "relu"])
def test_the_exported_graph_scores_as_the_network(model, examples, unit):
    weights = model.state_dict()
    model = Network(replace(SMALL, unit=unit)).eval()
    model.load_state_dict(weights)
    encoder = exported(model, examples)
    example = random.Random(1).choice(examples)
    exact = scores_of(model, [example])[0, 1:-1].numpy()
    rounded = encoder.window_scores(example.words)
    assert rounded.shape == exact.shape == (len(example.words), SCORES)
    assert np.abs(rounded - exact).mean() < 0.05 * np.abs(exact).mean() + 0.01


@pytest.fixture
def leaving(model, examples, monkeypatch):
    """The network with an exit by which half of the words leave."""
    torch.manual_seed(6)
    leaving = with_exit(model, 2).eval()
    torch.nn.init.normal_(leaving.early.weight)
    early = leaving(collated(examples)[0]).early
    half = sureness(early.detach()).median().item()
    for module in ("network", "export"):
        monkeypatch.setattr(f"copydesk.training.{module}.SURE", half)
    return leaving


def test_sure_words_leave_with_their_early_scores_and_the_others_read_on(leaving, examples):
    batch = collated(examples)[0]
    with torch.no_grad():
        read = leaving(batch)
        crowd = leaving(collated([examples[0], *examples])[0])
    stays = read.stays
    assert 0.3 < stays[batch.words].float().mean() < 0.7
    assert torch.equal(read.scores[~stays], read.early[~stays])
    assert not torch.isclose(read.scores[stays], read.early[stays]).all(-1).any()
    assert torch.allclose(crowd.scores[1:], read.scores, atol=1e-5)


def test_only_what_comes_behind_the_exit_is_trained(model, examples):
    student = with_exit(model, 2)
    freeze_before_exit(student)
    with_lesson = taught(model, examples, 4096)
    batch, tags = collated(with_lesson)
    before = {name: weight.clone() for name, weight in student.state_dict().items()}
    loss = StudentLoss()(student(batch), tags, with_lesson, 0.0)
    loss.backward()
    optimiser_of(student).step()
    moved = {n for n, weight in student.state_dict().items() if not torch.equal(weight, before[n])}
    assert {name.split(".")[0] for name in moved} == {"layers", "early", "out"}
    assert all(name.startswith("layers.2.") for name in moved if name.startswith("layers"))


def test_an_average_has_the_exit_of_those_that_have_one(model, leaving):
    other = Network(SMALL).state_dict()
    mixed = averaged([0.25, 0.75], [leaving.state_dict(), other])
    assert torch.allclose(mixed["early.weight"], leaving.early.weight)
    expected = 0.25 * model.out.weight + 0.75 * other["out.weight"]
    assert torch.allclose(mixed["out.weight"], expected)


def test_the_exported_graph_lets_the_same_words_leave(leaving, examples):
    encoder = exported(leaving, examples[:1])
    exact = scores_of(leaving, examples[:1])[0, 1:-1].numpy()
    rounded = encoder.window_scores(examples[0].words)
    apart = np.abs(rounded - exact).mean(1) / np.abs(exact).mean()
    assert np.mean(apart < 0.1) > 0.9  # rounding moves a word or two over the threshold


def test_a_window_of_sure_words_is_read_to_the_end_by_none(leaving, examples, monkeypatch):
    for module in ("network", "export"):
        monkeypatch.setattr(f"copydesk.training.{module}.SURE", 0.0)
    encoder = exported(leaving, examples[:1])
    with torch.no_grad():
        early = leaving(collated(examples[:1])[0]).early[0, 1:-1].numpy()
    rounded = encoder.window_scores(examples[0].words)
    assert np.abs(rounded - early).mean() < 0.05 * np.abs(early).mean() + 0.01


@pytest.mark.parametrize(("unit", "exit"), [("gelu", None), ("relu", 1)])
def test_a_released_graph_becomes_the_network_again(examples, unit, exit):
    torch.manual_seed(4)
    size = Size(inner=96, heads=2, layers=2, piece_layers=1, unit=unit, exit=exit)
    before = Network(size).eval()
    with torch.no_grad():
        before.word.weight.copy_(torch.tensor(load_vectors()(np.arange(size.vocabulary))))
    batch = collated(examples)[0]
    graph = onnx_model(before, input_ranges(before, [batch])).graph
    after = from_release(graph).eval()
    assert after.size == size
    exact, rounded = scores_of(before, examples), scores_of(after, examples)
    assert (rounded - exact).abs().mean() < 0.02 * exact.abs().mean()
