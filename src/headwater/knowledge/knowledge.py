"""Lexicons and coding policies (TOML), trained weights (npz) and the encoder, read from the package."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.errors import KnowledgeError
from headwater.knowledge.encoder import Encoder
from headwater.knowledge.gazetteer import Gazetteer
from headwater.knowledge.houses import guide
from headwater.knowledge.policies import policies
from headwater.records import Guide

HERE = Path(__file__).parent

Lexicon = Mapping[str, Any]
Weights = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All lexicons, weights and the encoder, with the hash of each file.

    `lexicons["furniture"]` is what stands in lexicon/furniture.toml; `weights["maintext"]` the arrays of
    weights/maintext.npz; `encoder` and `gazetteer` are null where the folder holds none.  Compared by identity, so a
    stage may keep what it compiles from it (`functools.lru_cache`).
    """

    lexicons: Mapping[str, Lexicon]
    weights: Mapping[str, Weights]
    hashes: Mapping[str, str]
    encoder: Encoder | None = None
    guide: Guide = field(default_factory=Guide)
    gazetteer: Gazetteer | None = None


def load(folder: Path = HERE, threads: int = 1) -> Knowledge:
    """The knowledge in `folder`, its encoder for that many threads.

    Raises KnowledgeError, naming the file, for one that cannot be read.
    """
    lexicons: dict[str, Lexicon] = {}
    weights: dict[str, Weights] = {}
    hashes: dict[str, str] = {}
    for path in sorted(folder.glob("lexicon/*.toml")):
        data = path.read_bytes()
        hashes[f"lexicon/{path.stem}"] = sha256(data).hexdigest()[:16]
        lexicons[path.stem] = _parse_toml(path, data)
    coding: dict[str, Lexicon] = {}
    for path in sorted(folder.glob("policies/*.toml")):
        data = path.read_bytes()
        hashes[f"policies/{path.stem}"] = sha256(data).hexdigest()[:16]
        coding[path.stem] = _parse_toml(path, data)
    for path in sorted(folder.glob("weights/*.npz")):
        data = path.read_bytes()
        hashes[f"weights/{path.stem}"] = sha256(data).hexdigest()[:16]
        weights[path.stem] = _parse_arrays(path, data)
    path = folder / "weights" / "encoder.onnx"
    if path.exists():
        hashes["weights/encoder"] = sha256(path.read_bytes()).hexdigest()[:16]
    encoder = Encoder(path, threads) if path.exists() else None
    path = folder / "gazetteer" / "places.npz"
    gazetteer = Gazetteer(path) if path.exists() else None
    if gazetteer:
        hashes["gazetteer"] = gazetteer.digest()
    return Knowledge(lexicons, weights, hashes, encoder, guide(lexicons, policies(coding)), gazetteer)


def _parse_toml(path: Path, data: bytes) -> Lexicon:
    try:
        return tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: not a readable lexicon ({error})") from error


def _parse_arrays(path: Path, data: bytes) -> Weights:
    try:
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path}: not a readable weights file ({error})") from error
