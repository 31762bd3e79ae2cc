"""The ledger for other programs: every record, with its spans, in the contract's names and in a fixed order."""

from headwater.exports.csvtable import write_csv
from headwater.exports.jsonl import write_jsonl

__all__ = ["write_csv", "write_jsonl"]
