"""Training of one network, and scoring of pages with several."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.maintext.examples import Example
from training.maintext.network import Batch, Network, Sizes, make_batch

EPOCHS = 7
HOSTS = 5  # a name or word is known once it was seen on so many sites


def vocabulary(examples: Sequence[Example]) -> list[int]:
    """Hashes of names and words that stand on at least HOSTS sites, ascending."""
    hosts: dict[int, set[str]] = defaultdict(set)
    for example in examples:
        traits = example.traits
        for flat in (traits.names, traits.words):
            for number in set(flat.tolist()):
                if len(hosts[number]) < HOSTS:
                    hosts[number].add(example.host)
    return sorted(number for number, seen in hosts.items() if len(seen) >= HOSTS)


def fit(examples: Sequence[Example], vocab: Sequence[int], sizes: Sizes, *, seed: int) -> Network:
    """A network trained on the examples."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    rows = {number: at + 1 for at, number in enumerate(vocab)}
    dense = np.concatenate([example.traits.dense for example in examples])
    network = Network(dense.shape[1], len(vocab), sizes)
    network.mean.copy_(torch.from_numpy(dense.mean(0)))
    network.scale.copy_(torch.from_numpy(dense.std(0) + 0.05))
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    usable = [example for example in examples if example.shares.max(initial=0) > 0 and len(example.texts) <= 4000]
    steps = EPOCHS * math.ceil(len(usable) / 12)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps, pct_start=0.15)
    network.train()
    for _ in range(EPOCHS):
        order.shuffle(usable)
        for at in range(0, len(usable), 12):
            batch = make_batch(usable[at : at + 12], rows)
            optimiser.zero_grad()
            loss(network(batch), batch).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def loss(logits: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of the pieces, each weighted by the logarithm of its words, as a mean over pages."""
    entropy = torch.nn.functional.binary_cross_entropy_with_logits(logits, batch.labels, reduction="none")
    return (entropy * batch.weights).sum() / len(batch.spans)


@torch.no_grad()
def predict(
    networks: Sequence[Network], vocab: Sequence[int], examples: Sequence[Example]
) -> list[NDArray[np.float32]]:
    """Probability of each piece, by the mean of the networks' logits."""
    rows = {number: at + 1 for at, number in enumerate(vocab)}
    scores = []
    for example in examples:
        if not len(example.texts):
            scores.append(np.zeros(0, dtype=np.float32))
            continue
        batch = make_batch([example], rows)
        logits = torch.stack([network(batch) for network in networks]).mean(0)
        scores.append(torch.sigmoid(logits)[: len(example.texts)].numpy())
    return scores


def folds(examples: Sequence[Example], count: int) -> list[int]:
    """A fold for each example; pages of one site share it."""
    sizes = Counter[int]()
    placed: dict[str, int] = {}
    for host, pages in Counter(example.host for example in examples).most_common():
        fold = min(range(count), key=lambda number: (sizes[number], number))
        placed[host] = fold
        sizes[fold] += pages
    return [placed[example.host] for example in examples]
