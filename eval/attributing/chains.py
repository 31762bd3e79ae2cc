"""Nested sources: our chain of attributions beside the annotators' chain of agents.

A wanted item is an explicit speech event or private state; a found one is an attribution with a cue, whose chain runs
from its outermost parent down to itself.  They are paired by the words of cue and anchor (one to one, most shared
first).  The writer, who is the first link of every chain in MPQA and never explicit, is no link here.
A link is right where the span of a source of that attribution, or a place that names the same one, overlaps a span that
the annotators gave the agent; a chain is exact where it has the same number of links and all are right in order.
Links are counted along the best match that keeps the order; those of unpaired items are missed, or too many.
Chains with an agent that the text does not name ("implicit") are counted apart, under `all`, where such a link is right
when the attribution has no source in the text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.attributing.alignment import characters, overlaps, pairs
from eval.attributing.counts import Counts, matched, share
from eval.attributing.found import Extent, FoundAttribution
from eval.attributing.mpqa import IMPLICIT, Document, Nested

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A wanted item, a found chain, or both; and how many links agree in order."""

    wanted: Nested | None
    chain: tuple[FoundAttribution, ...]
    right: int

    @property
    def exact(self) -> bool:
        """Whether the whole chain is right."""
        return self.wanted is not None and self.right == len(self.wanted.chain) == len(self.chain)


def paired(document: Document, found: Sequence[FoundAttribution]) -> list[Pair]:
    """Every wanted and every found item once."""
    chains = [chain_of(found, index) for index, one in enumerate(found) if one.cues]
    cues = [characters(document.text, chain[-1].cues) for chain in chains]
    anchors = [characters(document.text, [event.anchor]) for event in document.events]
    result: list[Pair] = []
    alone = set(range(len(chains)))
    missed = set(range(len(document.events)))
    for i, j, _ in pairs(cues, anchors):
        event = document.events[j]
        result.append(Pair(event, chains[i], agreeing(chains[i], event.chain, document.agents)))
        alone.discard(i)
        missed.discard(j)
    result += [Pair(document.events[j], (), 0) for j in sorted(missed)]
    return result + [Pair(None, chains[i], 0) for i in sorted(alone)]


def chain_of(found: Sequence[FoundAttribution], index: int) -> tuple[FoundAttribution, ...]:
    """The attribution with those it stands in, outermost first."""
    chain: list[FoundAttribution] = []
    at: int | None = index
    while at is not None and len(chain) <= len(found):
        chain.insert(0, found[at])
        at = found[at].parent
    return tuple(chain)


def agreeing(chain: Sequence[FoundAttribution], agents: Sequence[str], places: Mapping[str, tuple[Extent, ...]]) -> int:
    """The most links that are right when both chains are walked in order."""
    best = [[0] * (len(agents) + 1) for _ in range(len(chain) + 1)]
    for i, link in enumerate(chain):
        for j, agent in enumerate(agents):
            same = best[i][j] + is_link(link, agent, places)
            best[i + 1][j + 1] = max(same, best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


def is_link(link: FoundAttribution, agent: str, places: Mapping[str, tuple[Extent, ...]]) -> bool:
    """Whether one of the attribution's sources is the agent."""
    spans = [span for one in link.sources for span in (*one.namings, *((one.extent,) if one.extent else ()))]
    if agent == IMPLICIT:
        return not spans
    return any(overlaps(span, place) for span in spans for place in places.get(agent, ()))


def chain_figures(all_pairs: Sequence[Pair]) -> Iterator[tuple[str, float]]:
    """Pairing, exact chains and links; by depth; and with implicit agents."""
    named = [pair for pair in all_pairs if pair.wanted is None or not pair.wanted.implicit]
    yield from _figures(named, "")
    for depth in range(1, DEEPEST + 1):
        name = f"depth{depth}{'_or_more' if depth == DEEPEST else ''}"
        own = [one for one in named if one.wanted and min(len(one.wanted.chain), DEEPEST) == depth]
        yield f"{name}.items", len(own)
        yield f"{name}.exact", share(sum(one.exact for one in own), len(own))
        yield f"{name}.exact_of_paired", share(sum(one.exact for one in own), sum(bool(one.chain) for one in own))
    yield from _figures(all_pairs, "all.")


def _figures(own: Sequence[Pair], prefix: str) -> Iterator[tuple[str, float]]:
    wanted, found = sum(one.wanted is not None for one in own), sum(bool(one.chain) for one in own)
    both = sum(one.wanted is not None and bool(one.chain) for one in own)
    exact = sum(one.exact for one in own)
    yield f"{prefix}items", wanted
    yield from matched(both, found, wanted).figures(f"{prefix}paired")
    yield from matched(exact, found, wanted).figures(f"{prefix}chain")
    yield f"{prefix}chain.of_paired", share(exact, both)
    yield from _links(own, lambda _: True).figures(f"{prefix}link")
    yield from _links(own, lambda one: one.wanted is not None and bool(one.chain)).figures(f"{prefix}link_of_paired")


def _links(own: Sequence[Pair], which: Callable[[Pair], bool]) -> Counts:
    kept = [one for one in own if which(one)]
    return matched(
        sum(one.right for one in kept),
        sum(len(one.chain) for one in kept),
        sum(len(one.wanted.chain) for one in kept if one.wanted),
    )
