"""`python -m eval [NAME …] [--data DIR] [--json FILE]`: one line `name value` per figure."""

import argparse
import importlib
import json
import os
import pkgutil
from pathlib import Path

import eval as house
from eval.report import Options, Report, Skipped, lines, plain


def yardsticks() -> list[str]:
    """Names of the modules here that measure something."""
    names = [found.name for found in pkgutil.iter_modules(house.__path__) if not found.name.startswith("_")]
    return sorted(name for name in names if hasattr(importlib.import_module(f"eval.{name}"), "measure"))


def main() -> None:
    """Run the yardsticks that are asked for, or all."""
    arguments = _arguments()
    systems = tuple(arguments.systems.split(",")) if arguments.systems else ()
    options = Options(arguments.half, systems, arguments.keep, arguments.seed, arguments.pages)
    reports = []
    for name in yardsticks() if arguments.names in ([], ["all"]) else arguments.names:
        report = run(name, arguments.data, options)
        reports.append(report)
        print("\n".join(lines(report)), flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps([plain(report) for report in reports], indent=1) + "\n")


def run(name: str, data: Path, options: Options) -> Report | Skipped:
    """The report of one yardstick; skipped where its data is absent."""
    result: Report | Skipped = importlib.import_module(f"eval.{name}").measure(data, options)
    return result


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure the reader against public yardsticks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="yardsticks to run (default: all)")
    default = os.environ.get("HEADWATER_DATA", "../shared/data")
    parser.add_argument("--data", type=Path, default=Path(default), help=f"folder of the data sets ({default})")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    parser.add_argument("--half", choices=["all", "choose", "report"], default="all", help="which half of the items")
    parser.add_argument("--systems", default="", help="comma-separated names out of eval/zoo (default: all)")
    parser.add_argument("--keep", type=Path, help="folder outside the repository for the texts of every system")
    parser.add_argument("--seed", type=int, default=1, help="of the pages that are drawn (unseen)")
    parser.add_argument("--pages", action="store_true", help="say of each page what is wrong (unseen, sample)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
