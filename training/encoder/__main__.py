"""`python -m training.encoder --data DIR --minilm DIR --work DIR [--out FILE]`: trains, and writes the encoder."""

import argparse
from dataclasses import fields
from pathlib import Path

import torch

from eval import names_gold
from headwater.knowledge import load
from headwater.knowledge.pieces import load_tokenizer
from training.encoder import distil, examples
from training.encoder.export import export
from training.encoder.fit import Lessons, Plan, fit
from training.encoder.network import Network, pretrained, shortened


def main() -> None:
    """Fold 0 of the names and the held-out fifth of PolNeAR are kept from training."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.work.mkdir(parents=True, exist_ok=True)
    knowledge = load()
    vocabulary = (arguments.minilm / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    tokenizer = load_tokenizer(vocabulary)
    spoken = examples.polnear(arguments.data, tokenizer, knowledge, test=False)
    spoken = spoken[: max(1, round(len(spoken) * arguments.share))]
    golds = [one for one in names_gold.load(arguments.data) if names_gold.fold(one.set, one.id) != arguments.fold]
    golds += [one for one in golds if one.set == "re3d"] * 2
    named = examples.named(golds, tokenizer, knowledge)
    plan = Plan(**{field.name: getattr(arguments, field.name) for field in fields(Plan)})
    network = _begun(arguments)
    heard = distil.unlabelled(arguments.data, tokenizer, knowledge) if plan.heard_passes else []
    teacher = _teacher(arguments.teacher) if arguments.teacher else None
    fit(network, Lessons(spoken, named, heard, teacher), plan, arguments.work / f"{arguments.name}.pt")
    if arguments.out:
        export(network, vocabulary, arguments.out, arguments.slope)


def _begun(arguments: argparse.Namespace) -> Network:
    """MiniLM itself, or the layers of a network that is trained already."""
    if arguments.teacher:
        return distil.lowest(torch.load(arguments.teacher)["mean"], arguments.layers)
    if arguments.begin:
        return shortened(torch.load(arguments.begin)["mean"], arguments.layers)
    return pretrained(arguments.minilm, arguments.layers)


def _teacher(path: Path) -> Network:
    """The network of this checkpoint, which learns no more."""
    teacher = Network()
    teacher.load_state_dict(torch.load(path)["mean"])
    return teacher.eval().requires_grad_(False)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.encoder", description="Train the encoder.")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--minilm", type=Path, required=True, help="folder of MiniLM-L6: vocab.txt, model.safetensors")
    parser.add_argument("--work", type=Path, required=True, help="folder of checkpoints")
    parser.add_argument("--out", type=Path, help="write the encoder to this file")
    parser.add_argument(
        "--slope", type=float, default=1.0, help="of the calibration: what `eval doubts` says, times this"
    )
    parser.add_argument("--name", default="encoder", help="of the checkpoint")
    parser.add_argument("--layers", type=int, default=6, help="how many of the six layers")
    parser.add_argument("--begin", type=Path, help="checkpoint of six layers to take the layers from, not MiniLM")
    parser.add_argument("--teacher", type=Path, help="checkpoint of six layers that teaches one of fewer")
    parser.add_argument("--share", type=float, default=1.0, help="of PolNeAR's articles, for the learning curve")
    parser.add_argument("--fold", type=int, default=0, help="of the names, kept from training")
    parser.add_argument("--threads", type=int, default=2)
    for field in fields(Plan):
        parser.add_argument(f"--{field.name}", type=field.type, default=field.default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
