"""The web face: a reporter's desk over a ledger's View.

What a name needs is imported when it is asked for, so that the desk can answer before all of it is there.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from headwater.web.app import create_app
    from headwater.web.desk import Progress
    from headwater.web.opening import Opening
    from headwater.web.reviewer import Reviewer
    from headwater.web.serving import serve

__all__ = ["Opening", "Progress", "Reviewer", "create_app", "serve"]

HOMES = {
    "Opening": "opening",
    "Progress": "desk",
    "Reviewer": "reviewer",
    "create_app": "app",
    "serve": "serving",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
