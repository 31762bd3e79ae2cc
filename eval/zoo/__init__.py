"""Systems that turn a page (bytes, UTF-8) into its main text: ours, and rivals with the settings named here.

Each entry makes its system (imports and loading), so that a system's memory is its own and loading is not timed.
"""

from collections.abc import Callable, Mapping

from eval.zoo import ours, rivals

Extract = Callable[[bytes], str]

SYSTEMS: Mapping[str, Callable[[], Extract]] = {
    "headwater": ours.whole_path,
    "maintext": ours.main_text,
    "trafilatura-fast": rivals.trafilatura_fast,
    "trafilatura": rivals.trafilatura_default,
    "newspaper4k": rivals.newspaper4k,
    "readability-lxml": rivals.readability,
    "resiliparse": rivals.resiliparse,
}

SETTINGS: Mapping[str, str] = {
    "headwater": "articles.read: bodies of all articles joined in page order",
    "maintext": "decode, outline, score, threshold: no roles, no header, no separation of articles",
    "trafilatura-fast": "extract(fast=True, include_comments=False)",
    "trafilatura": "extract(include_comments=False)",
    "newspaper4k": "Article(fetch_images=False), text",
    "readability-lxml": "Document.summary, text of its nodes",
    "resiliparse": "extract_plain_text(main_content=True, alt_texts=False, links=False)",
}
