"""The web face: a reporter's desk over a ledger's View."""

from headwater.web.app import create_app, serve
from headwater.web.desk import Progress

__all__ = ["Progress", "create_app", "serve"]
