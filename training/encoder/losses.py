"""What the network is held to: parts by a chain over each sentence, links pair by pair, names by what a set says."""

import torch
from torch import Tensor
from torch.nn import functional

from training.encoder.batches import Batch
from training.encoder.distil import taught
from training.encoder.network import Network


def loss_of(network: Network, batch: Batch, teacher: Network | None = None) -> Tensor:
    """Mean over words of the chain's loss, plus those of links and names where the batch has any, plus the distance
    from a teacher's opinions where there is one."""
    said = network(batch.ids, batch.marks)
    total = torch.zeros(()) if teacher is None else taught(said, teacher, batch)
    if len(batch.rows):
        total = total + chain_loss(network, said.parts.float().flatten(0, 1), batch.rows, batch.labels)
    if len(batch.pairs):
        near, far = said.near.float().flatten(0, 1), said.far.float().flatten(0, 1)
        first, last, other, kind, apart = batch.pairs.T
        scores = ((near[first] + near[last]) * far[other]).sum(1) / 8 + network.apart[kind, apart]
        total = total + 0.5 * functional.binary_cross_entropy_with_logits(scores, batch.linked)
    if len(batch.named):
        logits = said.names.float().flatten(0, 1)[batch.named]
        kept = torch.logsumexp(logits.masked_fill(~batch.allowed, -1e4), 1)
        total = total + (torch.logsumexp(logits, 1) - kept).mean()
    return total


def chain_loss(network: Network, emissions: Tensor, rows: Tensor, labels: Tensor) -> Tensor:
    """Minus the log-likelihood of each sentence's labels under a linear chain, by word."""
    there = rows >= 0
    scores = emissions[rows.clamp(min=0)]
    gold = _gold(network, scores, labels, there)
    state = network.begins + scores[:, 0]
    for word in range(1, rows.shape[1]):
        onward = torch.logsumexp(state[:, :, None] + network.transitions, 1) + scores[:, word]
        state = torch.where(there[:, word, None], onward, state)
    every = torch.logsumexp(state + network.finishes, 1)
    return (every - gold).sum() / there.sum()


def _gold(network: Network, scores: Tensor, labels: Tensor, there: Tensor) -> Tensor:
    own = scores.gather(2, labels[..., None]).squeeze(2)
    steps = network.transitions[labels[:, :-1], labels[:, 1:]] * there[:, 1:]
    last = labels.gather(1, (there.sum(1) - 1)[:, None]).squeeze(1)
    return (own * there).sum(1) + steps.sum(1) + network.begins[labels[:, 0]] + network.finishes[last]
