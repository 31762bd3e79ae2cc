"""Draws news pages with their truth: 15 of HTML and 15 of plain text, of 30 makes, the same for the same seed.

python eval/pages_unseen/make.py --out DIR [--seed N]
python eval/pages_unseen/make.py --check [--seed N]
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import html_many
import html_single
import text_makes
from sheet import Sheet, faults
from stories import Desk


def draw(seed: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and truth of each page; a page depends on the seed and its own name alone."""
    named = [("html", make) for make in (*html_single.MAKES, *html_many.MAKES)]
    named += [("txt", make) for make in text_makes.MAKES]
    for number, (ending, make) in enumerate(named, 1):
        label = make.__name__.replace("_", "-")
        rng = Random(f"{seed}/{label}")
        desk = Desk(rng)
        # A site that prints others' work has another sort of name than a newspaper.
        sheet = Sheet(rng, desk, desk.site() if rng.random() < 0.4 else desk.outlet())
        page = make(sheet)
        truth = sheet.truth(f"{number:02d}-{label}.{ending}", make.__doc__ or label)
        if "og:site_name" not in page and "ld+json" not in page:
            for article in truth["articles"]:
                article.setdefault("publisher_or", []).append(None)
        yield truth["page"], page, truth


def write(out: Path, seed: int) -> int:
    """Writes pages to `pages/` and their truths to `truth/`; gives how many."""
    for folder in ("pages", "truth"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    count = 0
    for name, page, truth in draw(seed):
        (out / "pages" / name).write_text(page, encoding="utf-8", newline="\n")
        words = json.dumps({"seed": seed, **truth}, ensure_ascii=False, indent=1)
        (out / "truth" / f"{name}.json").write_text(words + "\n", encoding="utf-8", newline="\n")
        count += 1
    return count


def check(seed: int) -> list[str]:
    """The faults of all pages of a seed."""
    return [f"{name}: {fault}" for name, page, truth in draw(seed) for fault in faults(page, truth)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="folder for pages/ and truth/")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="store_true", help="only see whether pages and truth agree")
    options = parser.parse_args()
    if options.check:
        found = check(options.seed)
        sys.stdout.write("".join(f"{line}\n" for line in found) or "pages and truth agree\n")
        return 1 if found else 0
    if options.out is None:
        parser.error("--out DIR or --check is needed")
    sys.stdout.write(f"{write(options.out, options.seed)} pages in {options.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
