"""One JSON object per line, for each record of the ledger."""

from collections.abc import Collection
from typing import TextIO

from headwater.exports.plain import plain_records
from headwater.ledger.base import KINDS, View
from headwater.ledger.packing import dumps

# What depends on when and by whom the program was called, and not on the pages alone.
BOOKKEEPING = ("judgement", "run")


def write_jsonl(view: View, out: TextIO, *, kinds: Collection[str] | None = None, bookkeeping: bool = True) -> int:
    """Write all records of these kinds (of every kind, for None), and say how many lines there are.

    The first key of a line is `record`, its kind; the others are the contract's.  Lines go by kind, page id, start and
    id.  Without `bookkeeping`, which stands last, the same pages give the same bytes whoever reads them and when.
    """
    lines = 0
    for kind in KINDS:
        if (kinds is not None and kind not in kinds) or (kind in BOOKKEEPING and not bookkeeping):
            continue
        for plain in plain_records(view, kind):
            out.write(dumps({"record": kind, **plain}) + "\n")
            lines += 1
    return lines
