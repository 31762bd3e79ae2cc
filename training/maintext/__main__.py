"""`python -m training.maintext --data DIR --work DIR`: examples, held-out figures by folds, and the weights file.

Whatever is finished lies in the work folder and is not done again.
"""

import argparse
import json
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.maintext.examples import Example, read_examples
from training.maintext.export import export
from training.maintext.fit import fit, folds, predict, vocabulary
from training.maintext.judge import Scores, calibrated, figures
from training.maintext.network import Network, Sizes

SIZES = Sizes()
SLOPES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7, 1.0)


def main() -> None:
    """Train on all pages; the slope of the calibration is that with the best held-out figures."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    work: Path = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    examples = kept(work / "examples.pkl", lambda: list(read_examples(arguments.data)))
    scores = held_out(examples, work, arguments.folds)
    slope = max(SLOPES, key=lambda slope: _mean(figures(examples, calibrated(scores, slope))))
    for name, value in figures(examples, calibrated(scores, slope)).items():
        print(f"held_out.{name} {value:.4f}")
    vocab = vocabulary(examples)
    networks = [trained(examples, vocab, work / f"all-{seed}.pt", seed) for seed in range(arguments.networks)]
    export(arguments.out, networks, vocab, calibration=(slope, 0.0))
    print(f"slope {slope}; {len(networks)} networks, {len(vocab)} names and words, {len(examples)} pages")


def held_out(examples: Sequence[Example], work: Path, count: int) -> Scores:
    """Scores of each page by a network that saw no page of its site."""
    fold_of = folds(examples, count)
    scores: dict[int, Any] = {}
    for fold in range(count):
        rest = [example for example, number in zip(examples, fold_of, strict=True) if number != fold]
        mine = [at for at, number in enumerate(fold_of) if number == fold]
        vocab = vocabulary(rest)
        network = trained(rest, vocab, work / f"fold-{fold}.pt", fold)
        scores |= dict(zip(mine, predict([network], vocab, [examples[at] for at in mine]), strict=True))
    return [scores[at] for at in range(len(examples))]


def trained(examples: Sequence[Example], vocab: Sequence[int], path: Path, seed: int) -> Network:
    """The network of that file, or one trained now and kept there."""
    if path.exists():
        network = Network(examples[0].traits.dense.shape[1], len(vocab), SIZES)
        network.load_state_dict(torch.load(path))
        network.eval()
        return network
    network = fit(examples, vocab, SIZES, seed=seed)
    torch.save(network.state_dict(), path)
    print(json.dumps({"trained": path.name, "pages": len(examples), "seed": seed}), flush=True)
    return network


def kept(path: Path, make: Callable[[], list[Example]]) -> list[Example]:
    """What the file holds, made and written where it does not exist."""
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    return list(pickle.loads(path.read_bytes()))


def _mean(values: dict[str, float]) -> float:
    return float(np.mean([values["article"], values["lists"], values["news"]]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.maintext", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds wcxb and naeb")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is in the making")
    parser.add_argument("--out", type=Path, default=Path("src/headwater/knowledge/weights/maintext.npz"))
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--networks", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
