"""What the encoder marks and what the rules find, put together.

The encoder's parts are the ground; quotation marks mend their edges; quotations and tolls that it missed are added.
"""

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.attributions.completing import with_cues, with_loose, with_sources
from headwater.reading.attributions.draft import Draft
from headwater.reading.attributions.ground import Ground
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.linking import Linked
from headwater.reading.attributions.mending import mended
from headwater.reading.attributions.quotations import meets_quotation
from headwater.reading.attributions.spans import meets, united
from headwater.reading.attributions.stance import SAYING, wording
from headwater.reading.attributions.untangling import untangled

TALLY = "tally"


def joined(ground: Ground, model: Linked, rules: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The attributions of a text.  A rule never takes words that the encoder gives to somebody."""
    marked = [one for draft in model.drafts if (one := _with_words(ground.text, draft)) is not None]
    said = [draft for draft in marked if not wording(ground.text, draft.cues, lexicon).nothing_said]
    spoken = with_sources(ground, with_loose(ground, said, model, rules), model, rules)
    named = [draft for draft in spoken if is_somebodys(ground, draft, lexicon)]
    drafts = [replace(draft, contents=mended(ground, draft)) for draft in named]
    drafts += with_cues(drafts, model.cues, rules)
    taken = list(united(span for draft in drafts for span in (*draft.sources, *draft.cues, *draft.contents)))
    quoted = [draft for draft in rules if any(meets_quotation(ground.quotations, span) for span in draft.contents)]
    quoted += [draft for draft in rules if draft.rule == TALLY and draft not in quoted]
    missed = [one for one in quoted if not any(next(meets(taken, span), None) for span in (*one.contents, *one.cues))]
    return untangled(ground.text, [*drafts, *missed])


def is_somebodys(ground: Ground, draft: Draft, lexicon: Lexicon) -> bool:
    """Not: "it seems", "we no longer see".  A belief or an aim counts where the text says whose it is; what is said,
    even by nobody ("is said to have fled"), is never the narrator's own."""
    if wording(ground.text, draft.cues, lexicon).kinds & SAYING:
        return True
    return any(ground.text[span.start : span.end].lower() not in lexicon.speakers["generic"] for span in draft.sources)


def _with_words(text: str, draft: Draft) -> Draft | None:
    """The draft without sources that are mere marks; null where it is left without source and cue."""
    sources = tuple(span for span in draft.sources if any(map(str.isalnum, text[span.start : span.end])))
    return replace(draft, sources=sources) if sources or draft.cues else None
