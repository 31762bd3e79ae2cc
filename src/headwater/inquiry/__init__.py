"""Questions put to a ledger, answered alike on the command line and on the desk."""
