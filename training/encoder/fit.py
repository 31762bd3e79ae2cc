"""Training of one network on all sets at once, with checkpoints."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from headwater.knowledge.windows import windows
from training.encoder.batches import Batch, batch_of
from training.encoder.examples import Document, Sentence
from training.encoder.losses import loss_of
from training.encoder.network import Network
from training.encoder.wearing import worn

# Windows of one batch; some of each epoch's windows are shorter, so that borders fall elsewhere each time.
WINDOWS = 16
ROOMS = (254, 254, 254, 220, 180, 60)


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast: passes over PolNeAR, over the names, over what only a teacher labels; peaks of the rate of
    learning.

    `without` names what is left out to see what it is worth: marks (of pieces), context (around a sentence), wear.
    """

    passes: int = 5
    name_passes: int = 6
    heard_passes: int = 0
    body: float = 2.5e-4
    heads: float = 1e-3
    seed: int = 1
    without: str = ""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a network learns from: documents with parts, with names, and, from a teacher alone, with neither."""

    spoken: Sequence[Document]
    named: Sequence[Document]
    heard: Sequence[Document] = ()
    teacher: Network | None = None


def fit(network: Network, lessons: Lessons, plan: Plan, work: Path) -> Network:
    """The trained network: the mean of its last weights (decay .995).  A run that was stopped goes on from `work`."""
    batches = list(_batches(lessons, plan))
    groups = _groups(network, plan)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    peaks = [group["lr"] for group in groups]
    mean = {name: value.detach().clone().float() for name, value in network.state_dict().items()}
    step = _resume(work, network, optimizer, mean)
    network.train()
    began, shown = time.time(), 0.0
    while step < len(batches):
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * _slope(step / len(batches))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, batches[step], lessons.teacher)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        step += 1
        decay = min(0.995, (1 + step) / (10 + step))
        for name, value in network.state_dict().items():
            mean[name].lerp_(value.float(), 1 - decay)
        shown = 0.95 * shown + 0.05 * float(loss.detach())
        if step % 25 == 0:
            print(f"step {step}/{len(batches)} loss {shown:.3f} {time.time() - began:.0f} s", flush=True)
        if step % 200 == 0:
            torch.save(
                {"step": step, "network": network.state_dict(), "optimizer": optimizer.state_dict(), "mean": mean}, work
            )
    network.load_state_dict(mean)
    torch.save({"step": step, "network": mean, "mean": mean}, work)
    return network


def _resume(work: Path, network: Network, optimizer: Any, mean: dict[str, Tensor]) -> int:
    if not work.exists():
        return 0
    kept = torch.load(work)
    network.load_state_dict(kept["network"])
    if "optimizer" in kept:
        optimizer.load_state_dict(kept["optimizer"])
    mean.update(kept["mean"])
    return int(kept["step"])


def _slope(done: float) -> float:
    """Up over the first twentieth, then down in a straight line to a fiftieth."""
    return min(done / 0.05, 1.0) if done < 0.05 else max(1 - (done - 0.05) / 0.95, 0.02)


def _groups(network: Network, plan: Plan) -> list[dict[str, Any]]:
    """The table of words stays as it is; what is new learns faster than what was there."""
    network.words.weight.requires_grad_(False)
    body = [
        value for name, value in network.named_parameters() if name.startswith(("layers", "places", "norm", "kind"))
    ]
    known = {id(value) for value in body} | {id(network.words.weight)}
    return [
        {"params": body, "lr": plan.body},
        {"params": [value for value in network.parameters() if id(value) not in known], "lr": plan.heads},
    ]


def _batches(lessons: Lessons, plan: Plan) -> Iterator[Batch]:
    """All batches of the run, in the order they are taken: those of each pass over all kinds of set mixed."""
    dice = random.Random(plan.seed)
    for turn in range(plan.passes):
        cuts = _windows(lessons.spoken, dice, plan)
        for documents, passes in ((lessons.named, plan.name_passes), (lessons.heard, plan.heard_passes)):
            share = (turn + 1) * passes // plan.passes - turn * passes // plan.passes
            for _ in range(share):
                cuts += _windows(documents, dice, plan)
        for batch in _shuffled(cuts, dice):
            yield replace(batch, marks=torch.zeros_like(batch.marks)) if plan.without == "marks" else batch


def _windows(documents: Sequence[Document], dice: random.Random, plan: Plan) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for given in documents:
        document = given if plan.without == "wear" else worn(given, dice)
        room = 1 if plan.without == "context" else dice.choice(ROOMS)
        for window in windows([len(sentence.pieces) for sentence in document.sentences], room):
            found.append([document.sentences[index] for index in window])
    return found


def _shuffled(cuts: list[list[Sentence]], dice: random.Random) -> Iterator[Batch]:
    """Batches of windows of like length and of one kind, in any order."""
    dice.shuffle(cuts)
    groups: list[list[list[Sentence]]] = []
    for kind in (True, False):
        mine = [cut for cut in cuts if (cut[0].parts is not None) == kind]
        for start in range(0, len(mine), WINDOWS * 20):
            portion = sorted(mine[start : start + WINDOWS * 20], key=lambda cut: sum(len(one.pieces) for one in cut))
            groups += [portion[at : at + WINDOWS] for at in range(0, len(portion), WINDOWS)]
    dice.shuffle(groups)
    for group in groups:
        yield batch_of(group, np.random.default_rng(dice.randrange(2**32)))
