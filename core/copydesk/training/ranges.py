"""How large the values get that go into each linear layer: the scales of 8-bit arithmetic."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

import torch
from torch import Tensor, nn

from copydesk.training.network import Batch, Network

_KEPT = 0.9999  # share of a channel's values that need not be clipped


class Range(NamedTuple):
    """The least and the greatest value of each input channel."""

    low: Tensor
    high: Tensor


def input_ranges(network: Network, windows: Iterable[Batch]) -> dict[str, Range]:
    """The ranges of the inputs of all linear layers over some text, by the layer's name.

    Of each channel the outermost values are cut off.
    """
    return {name: _range(values) for name, values in linear_inputs(network, windows).items()}


@torch.no_grad()
def linear_inputs(network: Network, windows: Iterable[Batch]) -> dict[str, Tensor]:
    """What goes into each linear layer over some windows, one a batch: N × channels."""
    seen: dict[str, list[Tensor]] = defaultdict(list)

    def listener(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        return lambda _, inputs: seen[name].append(inputs[0].flatten(0, 1))

    linears = [(n, m) for n, m in network.named_modules() if isinstance(m, nn.Linear)]
    hooks = [m.register_forward_pre_hook(listener(n)) for n, m in linears]
    for window in windows:
        network(window)
    for hook in hooks:
        hook.remove()
    return {name: torch.cat(values) for name, values in seen.items()}


def _range(values: Tensor) -> Range:
    ordered = values.sort(dim=0).values
    cut = int((1 - _KEPT) * len(ordered))
    return Range(ordered[cut], ordered[len(ordered) - 1 - cut])
