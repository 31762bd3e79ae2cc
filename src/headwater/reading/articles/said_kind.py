"""What kind of page its own metadata say it is: one story, or a list of things."""

from urllib.parse import urlsplit

import numpy as np

from headwater.reading.articles.characters import Floats
from headwater.reading.articles.outline import Outline

SCRIPT_TYPES = (
    "NewsArticle", "Article", "BlogPosting", "ItemList", "CollectionPage", "Product", "ListItem", "WebPage",
    "datePublished", "articleBody", "FAQPage", "Person",
)  # fmt: skip
OPEN_GRAPH = ("article", "website", "product")
LONGEST_SCRIPT = 100_000


def said_kind(outline: Outline) -> Floats:
    """Types named in JSON-LD and Open Graph, dates of publication in meta tags, and the shape of the page's address:
    stories have long addresses of words, lists short ones."""
    facts = outline.facts
    scripts = " ".join([fact.value for fact in facts if fact.kind == "jsonld"])[:LONGEST_SCRIPT]
    graph = " ".join([fact.value for fact in facts if fact.name == "og:type"]).lower()
    names = [fact.name for fact in facts if fact.kind == "meta"]
    dated = any(name.startswith("article:") for name in names)
    authored = "author" in names or "article:author" in names
    times = sum(fact.kind == "time" for fact in facts)
    found = [
        *(float(f'"{name}"' in scripts) for name in SCRIPT_TYPES),
        *(float(name in graph) for name in OPEN_GRAPH),
        float(dated), float(authored), np.log1p(times) / 3, float(bool(scripts)), *_address(outline),
    ]  # fmt: skip
    return np.array(found, dtype=np.float32)


def _address(outline: Outline) -> tuple[float, float, float, float]:
    """Of the address that the page gives as its own: whether there is one, its depth, words and digits of its end."""
    stated = [fact.value for fact in outline.facts if fact.kind == "canonical" or fact.name == "og:url"]
    try:
        parts = [part for part in urlsplit(stated[0][:1000]).path.split("/") if part]
    except (IndexError, ValueError):
        return 0.0, 0.0, 0.0, 0.0
    words = max((part.count("-") + part.count("_") for part in parts), default=0)
    digits = sum(character.isdigit() for part in parts for character in part)
    return 1.0, min(len(parts), 6) / 6, min(words, 12) / 12, min(digits, 12) / 12
