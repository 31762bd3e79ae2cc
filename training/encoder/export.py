"""The trained network as one ONNX file in whole numbers, with all that reading needs in its metadata."""

import json
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from headwater.knowledge.labels import NAME_LABELS, PART_LABELS, PROTOCOL
from training.encoder.network import Network


class _Spoken(nn.Module):
    """All heads as one, so that one table comes out: parts, names, near, far."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        heads = (network.parts, network.names, network.near, network.far)
        self.heads = nn.Linear(heads[0].in_features, sum(head.out_features for head in heads))
        self.heads.weight.data = torch.cat([head.weight.data for head in heads])
        self.heads.bias.data = torch.cat([head.bias.data for head in heads])

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        """[windows, pieces, numbers]"""
        return self.heads(self.network.hidden(ids, marks))


def export(network: Network, vocabulary: Sequence[str], out: Path, slope: float) -> None:
    """Writes `out`; the heads keep their full precision, everything else has eight bits."""
    spoken = _Spoken(network).eval()
    whole = out.with_suffix(".float.onnx")
    example = (torch.randint(5, 999, (2, 9)), torch.zeros(2, 9, 3, dtype=torch.long))
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "marks", "said")}
    torch.onnx.export(
        spoken, example, str(whole), input_names=["ids", "marks"], output_names=["said"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    left_out = [node.name for node in onnx.load(whole).graph.node if node.op_type == "MatMul"][-1:]
    quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=left_out)
    model = onnx.load(out)
    meta = model.metadata_props.add()
    meta.key, meta.value = "headwater", json.dumps(_meta(network, vocabulary) | {"slope": slope}, separators=(",", ":"))
    onnx.save(model, out)


def _meta(network: Network, vocabulary: Sequence[str]) -> dict[str, object]:
    chain = {name: _rounded(getattr(network, name)) for name in ("transitions", "begins", "finishes")}
    return {
        "protocol": PROTOCOL,
        "labels": {"parts": PART_LABELS, "names": NAME_LABELS},
        "chain": chain,
        "apart": _rounded(network.apart),
        "vocabulary": list(vocabulary),
    }


def _rounded(values: Tensor) -> object:
    return [[round(x, 4) for x in row] for row in values.tolist()] if values.dim() == 2 else [
        round(x, 4) for x in values.tolist()
    ]  # fmt: skip
