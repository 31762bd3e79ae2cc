"""The command line: one module for each command of `headwater`, or for a few that are alike."""

from headwater.cli.door import main

__all__ = ["main"]
