"""The command line: `headwater read serve demo why export verify`."""

from headwater.cli.door import main

__all__ = ["main"]
