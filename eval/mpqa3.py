"""Nested sources on MPQA 3.0: who says that who says (attributing/chains has the definitions).

Every system reads each document as one article whose paragraphs are cut as in a plain text file.  Rivals that do not
nest give chains of one link; the rules of the product are the trivial baseline.
Layout: mpqa3/gate_anns/FOLDER/NAME/gateman.mpqa.3.0.xml (text and annotations).
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from eval.attributing.chains import chain_figures, paired
from eval.attributing.found import Paper, System
from eval.attributing.mpqa import Document, gate_files, read_document
from eval.attributing.ours import laid_out
from eval.attributing.systems import scored
from eval.corpus import corpus_hash, in_half
from eval.plain_page import plain_page
from eval.report import Options, Report, Skipped
from headwater.reading.articles.plain import outline_plain
from headwater.records import Span


def measure(data: Path, options: Options) -> Report | Skipped:
    """Figures of every system on the documents under `data`/mpqa3."""
    files = [path for path in gate_files(data) if in_half("/".join(path.parts[-3:-1]), options.half)]
    if not files:
        return Skipped("mpqa3", f"no documents under {data / 'mpqa3'}")
    documents = [read_document(path) for path in files]
    papers = [paper_of(document) for document in documents]
    ran, notes = scored(options, lambda system: _figures(system, documents, papers))
    items = sum(len(document.events) for document in documents)
    return Report(
        "mpqa3", items, corpus_hash(files), {"half": options.half}, {"documents": len(documents)} | ran, notes
    )


def paper_of(document: Document) -> Paper:
    """The paper of a document: lines that are wrapped by hand make one paragraph."""
    page = plain_page(document.id, document.text)
    like = page.blocks[0]
    pieces = outline_plain(page.text.decoded).pieces
    blocks = tuple(
        replace(like, id=f"{like.id}.{number}", span=Span(piece.start, piece.end))
        for number, piece in enumerate(pieces)
    )
    return laid_out(document.id, replace(page, blocks=blocks))


def _figures(system: System, documents: Sequence[Document], papers: Sequence[Paper]) -> Iterator[tuple[str, float]]:
    begun = time.process_time()
    founds = [system(paper) for paper in papers]
    yield "seconds", time.process_time() - begun
    yield "attributions", sum(len(found) for found in founds)
    pairs = [pair for document, found in zip(documents, founds, strict=True) for pair in paired(document, found)]
    yield "deepest", max((len(pair.chain) for pair in pairs), default=0)
    yield from chain_figures(pairs)
