"""The encoder in torch: BERT's layers over word pieces and letter case, with one linear head.

The same network as `sentence-transformers/all-MiniLM-L6-v2`, plus an embedding of each word's
letter case. After `piece_layers` layers only the first piece of each word is read on, which
shortens the sequence by a quarter. A network with an early exit scores the words once more before
the layer `exit`; those whose tags are sure by then are read no further, nor by the others.
"""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from copydesk.language.pieces import SHAPES
from copydesk.language.tagset import HEADS, SCORES

SURE = 0.95
"""The probability from which on the best tag of every head lets a word leave early."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the network is."""

    vocabulary: int = 30522
    positions: int = 256
    width: int = 384
    inner: int = 1536
    heads: int = 12
    head_width: int = 32
    layers: int = 6
    piece_layers: int = 6
    unit: Literal["gelu", "relu"] = "gelu"
    """What the inner units do with their sum. In 8 bits ReLU costs nothing: rounding does it."""
    exit: int | None = None
    """The layers that every word is read by, at least `piece_layers`; the others are for words
    that are not sure."""


class Batch(NamedTuple):
    """Windows side by side, padded: B windows of N pieces and W words.

    The first word is [CLS], the last one [SEP].
    """

    ids: Tensor
    """B × N, word-piece ids."""
    shapes: Tensor
    """B × N, letter case of the word that a piece belongs to."""
    pieces: Tensor
    """B × N, true where there is a piece."""
    firsts: Tensor
    """B × W, the place of each word's first piece."""
    words: Tensor
    """B × W, true where there is a word."""


class Read(NamedTuple):
    """What a network makes of a batch."""

    states: list[Tensor]
    """Of each word after each layer, B × W × width: where a layer reads pieces, of the first;
    where a word has left, as it was then."""
    scores: Tensor
    """B × W × SCORES."""
    early: Tensor | None = None
    """B × W × SCORES, what all words had before the first could leave."""
    stays: Tensor | None = None
    """B × W, true where a word was read to the end."""


class Layer(nn.Module):
    """Attention and a feed-forward part, each followed by its normalisation."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.unit = {"gelu": F.gelu, "relu": F.relu}[size.unit]
        self.qkv = nn.Linear(size.width, 3 * size.heads * size.head_width)
        self.mix = nn.Linear(size.heads * size.head_width, size.width)
        self.norm1 = nn.LayerNorm(size.width, eps=1e-12)
        self.up = nn.Linear(size.width, size.inner)
        self.down = nn.Linear(size.inner, size.width)
        self.norm2 = nn.LayerNorm(size.width, eps=1e-12)
        self.drop = nn.Dropout(0.0)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """One layer over B × N × width; mask is B × 1 × 1 × N, 0 or minus infinity."""
        batch, length, _ = x.shape
        heads = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # Written out: on a CPU the backward pass of the fused operator takes twice as long.
        query, key, value = (h.reshape(batch * self.heads, length, -1) for h in heads.unbind(0))
        alike = torch.bmm(query * query.shape[2] ** -0.5, key.transpose(1, 2))
        alike = alike.view(batch, self.heads, length, length) + mask.to(alike.dtype)
        seen = torch.bmm(alike.softmax(-1).view(-1, length, length), value)
        seen = seen.view(batch, self.heads, length, -1).transpose(1, 2)
        x = self.norm1(x + self.drop(self.mix(seen.reshape(batch, length, -1))))
        return self.norm2(x + self.drop(self.down(self.unit(self.up(x)))))


class Network(nn.Module):
    """Word pieces in, scores of all heads for each word out."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.word = nn.Embedding(size.vocabulary, size.width)
        self.place = nn.Embedding(size.positions, size.width)
        self.shape = nn.Embedding(SHAPES, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.out = nn.Linear(size.width, SCORES)
        if size.exit is not None:
            self.early = nn.Linear(size.width, SCORES)
        self.drop = nn.Dropout(0.0)
        nn.init.normal_(self.shape.weight, std=0.02)

    def forward(self, batch: Batch) -> Read:
        """Read the words of a batch."""
        place = self.place.weight[: batch.ids.shape[1]]
        x = self.drop(self.norm(self.word(batch.ids) + self.shape(batch.shapes) + place))
        mask, states = _mask(batch.pieces), []
        for i, layer in enumerate(self.layers[: self.size.exit]):
            if i == self.size.piece_layers:
                x, mask = _rows(x, batch.firsts), _mask(batch.words)
            x = layer(x, mask)
            states.append(x if i >= self.size.piece_layers else _rows(x, batch.firsts))
        if self.size.exit is not None:
            return self._read_on(states, batch.words)
        return Read(states, self.out(self.drop(states[-1])))

    def _read_on(self, states: list[Tensor], words: Tensor) -> Read:
        """Read the words that are not sure to the end, among themselves."""
        whole = states[-1]
        early = self.early(whole)
        stays = (sureness(early.detach()) < SURE) & words
        stays[:, 0] = True  # [CLS], so that there is always one
        count = stays.sum(1)
        order = stays.logical_not().byte().argsort(dim=1, stable=True)[:, : int(count.max())]
        present = torch.arange(order.shape[1]) < count[:, None]
        x = _rows(whole, order)
        for layer in self.layers[self.size.exit :]:
            x = layer(x, _mask(present))
            states.append(_put(whole, order, present, x))
        late = self.out(self.drop(x))
        return Read(states, _put(early, order, present, late), early, stays)


def sureness(scores: Tensor) -> Tensor:
    """The least, over the heads, of the best tag's probability, for B × W × SCORES."""
    heads = [scores[..., head.low : head.high].float().softmax(-1) for head in HEADS]
    return torch.stack([head.amax(-1) for head in heads]).amin(0)


def set_dropout(network: Network, share: float) -> None:
    """Leave out this share of what each part of a layer adds, while training."""
    for part in network.modules():
        if isinstance(part, nn.Dropout):
            part.p = share


def _mask(present: Tensor) -> Tensor:
    return torch.where(present, 0.0, float("-inf"))[:, None, None, :]


def _rows(x: Tensor, places: Tensor) -> Tensor:
    return x.gather(1, places[:, :, None].expand(-1, -1, x.shape[2]))


def _put(whole: Tensor, order: Tensor, present: Tensor, x: Tensor) -> Tensor:
    """`whole` with the rows `order` as they are in `x`, where one is present."""
    x = torch.where(present[:, :, None], x.to(whole.dtype), _rows(whole, order))
    return whole.scatter(1, order[:, :, None].expand_as(x), x)


def save(network: Network, path: Path) -> None:
    """Write the weights with the size that they belong to."""
    partial = path.with_suffix(".partial")
    torch.save({"size": asdict(network.size), "weights": network.state_dict()}, partial)
    partial.replace(path)


def load(path: Path, piece_layers: int | None = None) -> Network:
    """Read a network that `save` wrote; it may go on with another number of piece layers."""
    stored: dict[str, Any] = torch.load(path, weights_only=True)
    size = Size(**stored["size"])
    network = Network(size if piece_layers is None else replace(size, piece_layers=piece_layers))
    network.load_state_dict(stored["weights"])
    return network


def with_exit(network: Network, layers: int) -> Network:
    """The network with an exit behind so many layers, which scores as the end does until taught."""
    new = Network(replace(network.size, exit=layers))
    new.load_state_dict(network.state_dict(), strict=False)
    new.early.load_state_dict(network.out.state_dict())
    return new


def freeze_before_exit(network: Network) -> None:
    """Keep what every word goes through as it is; only what comes behind is trained."""
    common = network.layers[: network.size.exit]
    for part in (network.word, network.place, network.shape, network.norm, *common):
        part.requires_grad_(False)
