"""Small made papers, and spans told by their words."""

from eval.attributing.found import Extent, FoundAttribution, FoundSource


def at(text: str, words: str, nth: int = 0) -> Extent:
    """Where the words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def said(text: str, source: str | None, cue: str, *contents: str, **more: object) -> FoundAttribution:
    """An attribution told by its words; the source's name is its words."""
    sources = (FoundSource(at(text, source), source),) if source else (FoundSource(None),)
    return FoundAttribution(
        sources, (at(text, cue),) if cue else (), tuple(at(text, words) for words in contents), **more
    )


def annotation(kind: str, start: int, end: int, **features: str) -> str:
    body = "".join(f"<Feature><Name>{name}</Name><Value>{value}</Value></Feature>" for name, value in features.items())
    return f'<Annotation Id="1" Type="{kind}" StartNode="{start}" EndNode="{end}">{body}</Annotation>'


NODES = (
    '<TextWithNodes><Node id="0"/>Iva Dorn &amp; co.<Node id="14"/> <Node id="15"/>said<Node id="19"/>\n'
    '<Node id="20"/>they<Node id="24"/> <Node id="25"/>hope<Node id="29"/>.</TextWithNodes>'
)
GATE = (
    f"<?xml version='1.0' encoding='UTF-8'?><GateDocument>{NODES}<AnnotationSet Name=\"MPQA\">"
    + annotation("agent", 0, 14, **{"id": "dorn", "nested-source": "w, dorn"})
    + annotation("agent", 0, 0, id="w")
    + annotation("agent", 20, 24, **{"nested-source": "w,dorn,they"})
    + annotation("objective-speech-event", 15, 19, **{"nested-source": "w,dorn"})
    + annotation("direct-subjective", 25, 29, **{"nested-source": "w, dorn, they"})
    + annotation("direct-subjective", 0, 14, **{"nested-source": "w", "implicit": "true"})
    + annotation("objective-speech-event", 15, 15, **{"nested-source": "w"})
    + "</AnnotationSet></GateDocument>"
)
