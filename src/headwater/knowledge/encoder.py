"""The encoder: one small network that reads sentences and says what each word is part of.

One file, weights/encoder.onnx, with vocabulary, decoder and protocol in its metadata.  Scales of its whole-number
arithmetic depend on what else is in a batch, so a batch never holds words of two pages: what is said of a page is the
same whatever is read beside it, and by however many workers.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.errors import KnowledgeError
from headwater.knowledge.chain import Chain, Floats, ruled
from headwater.knowledge.labels import NAME_LABELS, PART_LABELS, PROTOCOL
from headwater.knowledge.pieces import Pieces, Stretch, cut, load_tokenizer
from headwater.knowledge.windows import ROOM, windows

LINK = 64
BEGIN, END = 101, 102
# More windows at once do not fit near the core, and are slower.
WINDOWS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """What is said of a sentence: a row for each of its words, in `parts`, `names`, and both sides of a link."""

    parts: Floats
    names: Floats
    near: Floats
    far: Floats


@dataclass(frozen=True, slots=True)
class _Portion:
    """Pieces [first, last) of one sentence of one group."""

    group: int
    sentence: int
    first: int
    last: int


class Encoder:
    """The network in `path`, opened when it is first asked, once in each process."""

    def __init__(self, path: Path, threads: int = 1) -> None:
        self.path, self.threads = path, threads

    def __reduce__(self) -> tuple[type["Encoder"], tuple[Path, int]]:
        return Encoder, (self.path, self.threads)

    def cut(self, text: str, stretches: Sequence[Stretch]) -> list[Pieces]:
        """The pieces of each stretch, as this encoder reads them."""
        return cut(self._tokenizer, text, stretches) if stretches else []

    def say(self, groups: Sequence[Sequence[Pieces]]) -> list[list[Saying]]:
        """What is said of each sentence of each group.  Sentences of a group are read with those around them."""
        cuts = [window for number, group in enumerate(groups) for window in _windows_of(number, group)]
        cuts.sort(key=lambda window: sum(portion.last - portion.first for portion in window))
        rows: dict[tuple[int, int], dict[int, Floats]] = {}
        for start in range(0, len(cuts), WINDOWS):
            for portion, said in self._batch(groups, cuts[start : start + WINDOWS]):
                rows.setdefault((portion.group, portion.sentence), {})[portion.first] = said
        return [
            [_saying(rows.get((number, index), {})) for index in range(len(group))]
            for number, group in enumerate(groups)
        ]

    @cached_property
    def chain(self) -> Chain:
        """The decoder of parts."""
        kept = self._meta["chain"]
        return ruled(*(np.array(kept[name], dtype=np.float32) for name in ("transitions", "begins", "finishes")))

    @cached_property
    def apart(self) -> Floats:
        """What the distance in sentences adds to a link: [source or cue, from three before to three behind]."""
        return np.array(self._meta["apart"], dtype=np.float32)

    @cached_property
    def slope(self) -> float:
        """What the network's own doubt is multiplied by, so that it says how often it is wrong; 1 if not measured."""
        return float(self._meta.get("slope", 1.0))

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(str(self.path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtime has many kinds of its own
            raise KnowledgeError(f"{self.path}: not a readable encoder ({error}); install the package again") from error

    @cached_property
    def _meta(self) -> dict[str, Any]:
        kept = self._session.get_modelmeta().custom_metadata_map.get("headwater")
        meta: dict[str, Any] = json.loads(kept) if kept else {}
        if meta.get("protocol") != PROTOCOL:
            found = meta.get("protocol", "none")
            raise KnowledgeError(
                f"{self.path}: an encoder of protocol {found}, and this program reads protocol {PROTOCOL}; "
                "install both of one release"
            )
        return meta

    @cached_property
    def _tokenizer(self) -> Any:
        return load_tokenizer(self._meta["vocabulary"])

    def _batch(
        self, groups: Sequence[Sequence[Pieces]], cuts: Sequence[Sequence[_Portion]]
    ) -> Iterator[tuple[_Portion, Floats]]:
        length = 2 + max(sum(portion.last - portion.first for portion in window) for window in cuts)
        ids = np.zeros((len(cuts), length), dtype=np.int64)
        marks = np.zeros((len(cuts), length, 3), dtype=np.int64)
        places: list[tuple[_Portion, int, NDArray[np.int64]]] = []
        for row, window in enumerate(cuts):
            ids[row, 0], at = BEGIN, 1
            for portion in window:
                pieces = groups[portion.group][portion.sentence]
                stop = at + portion.last - portion.first
                ids[row, at:stop] = pieces.ids[portion.first : portion.last]
                marks[row, at:stop] = pieces.marks[portion.first : portion.last]
                heads = pieces.heads[(pieces.heads >= portion.first) & (pieces.heads < portion.last)]
                places.append((portion, row, heads - portion.first + at))
                at = stop
            ids[row, at] = END
        said = self._session.run(["said"], {"ids": ids, "marks": marks})[0]
        for portion, row, heads in places:
            yield portion, said[row, heads]


def _windows_of(number: int, group: Sequence[Pieces]) -> Iterator[list[_Portion]]:
    """The windows of a group; a sentence longer than a window is read in portions."""
    portions = [
        _Portion(number, index, first, min(first + ROOM, len(pieces)))
        for index, pieces in enumerate(group)
        for first in range(0, len(pieces), ROOM)
    ]
    for window in windows([portion.last - portion.first for portion in portions]):
        yield [portions[index] for index in window]


def _saying(portions: dict[int, Floats]) -> Saying:
    widths = np.cumsum([len(PART_LABELS), len(NAME_LABELS), LINK])
    rows = [portions[first] for first in sorted(portions)]
    whole = np.concatenate(rows) if rows else np.zeros((0, int(widths[-1]) + LINK), dtype=np.float32)
    return Saying(*np.split(whole, widths, axis=1))
