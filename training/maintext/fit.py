"""Training of one network, and scoring of pages with several."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.maintext.examples import Example
from training.maintext.network import Batch, Network, Sizes, make_batch

LISTS = ("listing", "collection")
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


@dataclass(frozen=True, slots=True)
class Course:
    """How a network is trained: `soft` weighs one minus the soft F1 of a page's words against cross-entropy, `lists`
    how often a page of teasers or goods is shown in an epoch."""

    epochs: int = 10
    soft: float = 1.0
    lists: int = 1


def fit(examples: Sequence[Example], vocab: Sequence[int], sizes: Sizes, course: Course, *, seed: int) -> Network:
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
    usable += [example for example in usable if example.kind in LISTS] * (course.lists - 1)
    steps = course.epochs * math.ceil(len(usable) / 12)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps, pct_start=0.15)
    network.train()
    for _ in range(course.epochs):
        order.shuffle(usable)
        for at in range(0, len(usable), 12):
            batch = make_batch(usable[at : at + 12], rows)
            optimiser.zero_grad()
            loss(network(batch), batch, usable[at : at + 12], course.soft).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def loss(logits: Tensor, batch: Batch, examples: Sequence[Example], soft: float) -> Tensor:
    """Mean over pages."""
    entropy = torch.nn.functional.binary_cross_entropy_with_logits(logits, batch.labels, reduction="none")
    total = (entropy * batch.weights).sum()
    chance = torch.sigmoid(logits)
    for (start, end), example in zip(batch.spans, examples, strict=True):
        lengths = torch.from_numpy(example.lengths)
        gold = max(float(batch.matched[start:end].sum()), 1.0)
        found = (chance[start:end] * batch.matched[start:end]).sum()
        total = total + soft * (1 - 2 * found / ((chance[start:end] * lengths).sum() + gold))
    return total / len(examples)


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
