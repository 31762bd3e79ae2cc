"""Networks to the arrays of the weights file."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.maintext.network import POOLS, Network

LAYERS = ("enter", "around", "leave")
PARTS = (("", "weight"), ("_b", "bias"))


def export(
    path: Path,
    networks: Sequence[Network],
    vocab: Sequence[int],
    *,
    calibration: tuple[float, float],
) -> None:
    """Write the weights file; half precision, compressed."""
    states = [{k: v.detach().numpy() for k, v in network.state_dict().items()} for network in networks]
    stacks = {f"{layer}{short}": f"{layer}.{long}" for layer in LAYERS for short, long in PARTS}
    for turn in range(len(networks[0].sizes.dilations)):
        stacks |= {f"turn{turn}": f"turns.{turn}.weight", f"turn{turn}_b": f"turns.{turn}.bias"}
    arrays = {
        f"w_{name}": np.stack([state[key] for state in states]).astype(np.float16) for name, key in stacks.items()
    }
    embedding = np.concatenate([state["embedding.weight"] for state in states], axis=1).astype(np.float16)
    embedding[0] = 0
    np.savez_compressed(
        path,
        vocabulary=np.array(vocab, dtype=np.uint32),
        mean=states[0]["mean"],
        scale=states[0]["scale"],
        pools=np.array(POOLS),
        dilations=np.array(networks[0].sizes.dilations),
        calibration=np.array(calibration),
        embedding=embedding,
        **arrays,
    )
