"""Why something was not taken in: one word each, all explained in docs/pages.md."""

from typing import Literal

Reason = Literal[
    "bad_feed",
    "bad_line",
    "broken_link",
    "damaged",
    "empty",
    "folder_link",
    "no_page",
    "no_permission",
    "not_a_file",
    "not_a_page",
    "not_fetched",
    "not_text",
    "pdf",
    "summary_only",
    "too_large",
    "truncated",
    "unreadable",
]
