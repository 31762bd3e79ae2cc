"""What a trained network of six layers teaches one of fewer: its whole opinion of each piece, on any text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from headwater.knowledge import Knowledge
from training.encoder.batches import Batch
from training.encoder.examples import Document, Sentence, cut_text
from training.encoder.network import Network, Said

HEAT = 2.0  # opinions are compared softened, so that what is nearly chosen counts too (Hinton et al. 2015)
EVERY = 3  # of the articles of gva
SHORTEST, LONGEST = 400, 8000  # characters of a text that is worth hearing


def lowest(state: dict[str, Tensor], layers: int) -> Network:
    """A network with the lowest layers of a trained one, and all of its heads."""
    network = Network(layers)
    over = tuple(f"layers.{number}." for number in range(layers, 6))
    network.load_state_dict({name: value for name, value in state.items() if not name.startswith(over)})
    return network


def taught(said: Said, teacher: Network, batch: Batch) -> Tensor:
    """How far the opinions on parts and names are from the teacher's, mean over pieces."""
    with torch.no_grad():
        told = teacher(batch.ids, batch.marks)
    there = batch.ids != 0
    return _apart(said.parts[there], told.parts[there]) + _apart(said.names[there], told.names[there])


def unlabelled(data: Path, tokenizer: Any, knowledge: Knowledge) -> list[Document]:
    """News that nobody labelled, in the sentences that the reader would cut: parts of gva and of entityframing."""
    found = []
    for identity, text in _texts(data):
        if len(text) >= SHORTEST:
            pieces = cut_text(identity, text[:LONGEST], tokenizer, knowledge)
            found.append(Document(identity, text, tuple(Sentence(one) for one in pieces)))
    return found


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    with (data / "gva" / "docs.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % EVERY == 0:
                yield f"gva/{number}", str(json.loads(line)["content"])
    for path in sorted((data / "entityframing" / "raw-documents").glob("EN_*.txt")):
        yield path.stem, path.read_text(encoding="utf-8")


def _apart(said: Tensor, told: Tensor) -> Tensor:
    soft = functional.log_softmax(said.float() / HEAT, -1)
    return functional.kl_div(soft, functional.softmax(told.float() / HEAT, -1), reduction="batchmean") * HEAT**2
