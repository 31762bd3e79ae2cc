"""Pages taken apart: bytes to blocks, and blocks to articles with their headers and credits."""

from headwater.reading.articles.layout import Layout
from headwater.reading.articles.take_apart import page_text, read

__all__ = ["Layout", "page_text", "read"]
