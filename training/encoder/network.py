"""The network: MiniLM-L6 with marks added to its input, and heads for parts, links and names."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from headwater.knowledge.labels import FARTHEST, NAME_LABELS, PART_LABELS

WIDTH, HEADS, LINK = 384, 12, 64
MARKS = (4, 4, 3)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`mask` is added to the scores of attention."""
        batch, length, _ = hidden.shape
        query, key, value = (
            part(hidden).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask.to(query.dtype))
        hidden = self.norm1(hidden + self.drop(self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(hidden + self.drop(self.down(functional.gelu(self.up(hidden)))))


@dataclass(frozen=True, slots=True)
class Said:
    """What the network says of each piece; `near` and `far` are the two sides of a link."""

    parts: Tensor
    names: Tensor
    near: Tensor
    far: Tensor


class Network(nn.Module):
    """`layers` of MiniLM; `transitions`, `begins` and `finishes` belong to the decoder of parts."""

    def __init__(self, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.marks = nn.ModuleList(nn.Embedding(size, WIDTH) for size in MARKS)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.parts = nn.Linear(WIDTH, len(PART_LABELS))
        self.names = nn.Linear(WIDTH, len(NAME_LABELS))
        self.near, self.far = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.transitions = nn.Parameter(torch.zeros(len(PART_LABELS), len(PART_LABELS)))
        self.begins = nn.Parameter(torch.zeros(len(PART_LABELS)))
        self.finishes = nn.Parameter(torch.zeros(len(PART_LABELS)))
        self.apart = nn.Parameter(torch.zeros(2, 2 * FARTHEST + 1))
        for table in self.marks:
            nn.init.zeros_(table.weight)

    def hidden(self, ids: Tensor, marks: Tensor) -> Tensor:
        """The last layer; piece 0 is padding."""
        mask = ((ids == 0).float() * -1e4)[:, None, None, :]
        hidden = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        for number, table in enumerate(self.marks):
            hidden = hidden + table(marks[..., number])
        hidden = self.drop(self.norm(hidden))
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def forward(self, ids: Tensor, marks: Tensor) -> Said:
        """What is said of each piece of each window."""
        hidden = self.hidden(ids, marks)
        return Said(self.parts(hidden), self.names(hidden), self.near(hidden), self.far(hidden))


def pretrained(folder: Path, layers: int = 6, dropout: float = 0.1) -> Network:
    """A network with the weights of MiniLM in `folder`; of six layers, the lowest `layers` are kept."""
    network = Network(layers, dropout)
    given = load_file(folder / "model.safetensors")
    given = {name.removeprefix("bert."): value for name, value in given.items()}
    state = network.state_dict()
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["places.weight"] = given["embeddings.position_embeddings.weight"]
    state["kind"] = given["embeddings.token_type_embeddings.weight"][0]
    state |= _pair("norm", given, "embeddings.LayerNorm")
    for number in range(layers):
        mine, theirs = f"layers.{number}", f"encoder.layer.{number}"
        for name, other in _LAYER.items():
            state |= _pair(f"{mine}.{name}", given, f"{theirs}.{other}")
    network.load_state_dict(state)
    return network


def shortened(state: dict[str, Tensor], layers: int) -> Network:
    """A network with `layers` of those in a trained one of six, spread evenly from the first to the last."""
    network = Network(layers)
    kept = [round(number * 5 / (layers - 1)) for number in range(layers)]
    mine = {name: value for name, value in state.items() if not name.startswith("layers.")}
    for number, other in enumerate(kept):
        old = f"layers.{other}."
        mine |= {name.replace(old, f"layers.{number}."): value for name, value in state.items() if name.startswith(old)}
    network.load_state_dict(mine)
    return network


_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def _pair(mine: str, given: dict[str, Tensor], theirs: str) -> dict[str, Tensor]:
    return {f"{mine}.{side}": given[f"{theirs}.{side}"] for side in ("weight", "bias")}
