"""The inlet: what a user names (files, folders, `-`, addresses) becomes pages, and whatever cannot, an Unread."""

from headwater.pages.inlet import Inlet, open_pages
from headwater.pages.options import PageOptions
from headwater.pages.sources import read_sources
from headwater.pages.walk import count_hint

__all__ = ["Inlet", "PageOptions", "count_hint", "open_pages", "read_sources"]
