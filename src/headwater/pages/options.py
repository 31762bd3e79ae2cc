"""Everything that can be set about the inlet, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from headwater.records import Given

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How pages are taken in.  Every limit counts bytes really read or unpacked; declared sizes are never trusted.

    sources: what the user says of pages beside them, as `read_sources` gives it: file name, path or address to Given.
        It overrules what a jsonl line or a feed says of the same page.  Default: nothing.
    seen_at: when the pages were seen (ISO 8601), for those whose container does not say so itself.  Default: unknown.
        The clock is never asked.
    max_page_bytes: the largest page, after all unpacking; also the longest jsonl line.  A larger one is `too_large`,
        and no more than this is held while that is found out.  Default: 20 MB.
    max_whole_bytes: the largest MHTML or feed file; an MHTML file has to be held whole.  Default: 100 MB.
    max_container_bytes: how far one container (WARC, WACZ, jsonl, anything gzipped) is unpacked before it is given up
        as `too_large`; the pages before that are given.  Default: 64 GB, a dozen times the largest common WARC.
    max_expansion: a container that unpacks to more than this many times its size, counted once 100 MB have come out,
        is taken for a bomb.  Text seldom reaches 50; gzip cannot pass 1032.  Default: 400.
    allow_network: whether http(s) addresses may be fetched at all.  Default: no.
    allow_private_networks: whether an address may lead to this machine or a private network.  Say yes only for
        addresses that you wrote yourself: a redirect could otherwise read out what stands inside.  Default: no.
    timeout: seconds for one address with all its redirects; looking up a host's name is not counted.  Default: 30.
    max_redirects: how many redirects are followed, each checked like a new address.  Default: 5.
    user_agent: how the program names itself to a server.
    """

    sources: Mapping[str, Given] = field(default_factory=dict)
    seen_at: str | None = None
    max_page_bytes: int = 20 * MB
    max_whole_bytes: int = 100 * MB
    max_container_bytes: int = 64_000 * MB
    max_expansion: int = 400
    allow_network: bool = False
    allow_private_networks: bool = False
    timeout: float = 30.0
    max_redirects: int = 5
    user_agent: str = "headwater (reads pages that its user names)"
