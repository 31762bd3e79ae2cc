"""What can go wrong, in words a user can act on.

Every message names the thing (file, line, ledger), says what is wrong with it, and what to do next.  The command line
prints it as one line; the library raises it.
"""


class HeadwaterError(Exception):
    """The root: whatever Headwater itself refuses to do.  `exit_code` is what the command line leaves with."""

    exit_code = 1


class InputError(HeadwaterError):
    """A path, address or option that the user gave cannot be used."""

    exit_code = 2


class LedgerError(HeadwaterError):
    """A ledger that is not one, is newer than this program, is locked, or cannot be written."""

    exit_code = 3


class KnowledgeError(HeadwaterError):
    """A lexicon, policy or weights file that this program cannot read."""

    exit_code = 4


class HeadwaterWarning(UserWarning):
    """Something the user should hear once, though the run goes on."""
