"""MPQA 3.0 on disk: texts and nested sources out of the GATE files, whose offsets hold where those of man_anns slip."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from eval.attributing.found import Extent

EVENTS = ("direct-subjective", "objective-speech-event")
WRITER, IMPLICIT = "w", "implicit"


@dataclass(frozen=True, slots=True)
class Nested:
    """An explicit speech event or private state: its words, and the agents from the outermost source to the innermost,
    the writer left out."""

    anchor: Extent
    chain: tuple[str, ...]

    @property
    def implicit(self) -> bool:
        """Whether a link is an agent that the text does not name."""
        return IMPLICIT in self.chain


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its text, its events in text order, and the places that refer to each agent."""

    id: str
    text: str
    events: tuple[Nested, ...]
    agents: Mapping[str, tuple[Extent, ...]]


def gate_files(data: Path) -> list[Path]:
    """The annotated files under `data`/mpqa3."""
    return sorted((data / "mpqa3" / "gate_anns").glob("*/*/*.xml"))


def read_document(path: Path) -> Document:
    """The document of one GATE file."""
    root = parse(path).getroot()
    body = root.find("TextWithNodes")
    text, places = _text(body) if body is not None else ("", {})
    events: list[Nested] = []
    agents: dict[str, list[Extent]] = {}
    for annotation in root.iterfind("AnnotationSet/Annotation"):
        extent = places[annotation.get("StartNode", "")], places[annotation.get("EndNode", "")]
        features = dict(_features(annotation))
        chain = _chain(features)
        if annotation.get("Type") == "agent" and extent[0] < extent[1]:
            for agent in {features.get("id", "").strip(), *chain[-1:]} - {""}:
                agents.setdefault(agent, []).append(extent)
        elif annotation.get("Type") in EVENTS and _explicit(features, extent) and chain:
            events.append(Nested(extent, chain))
    unique = sorted(dict.fromkeys(events), key=lambda event: event.anchor)
    return Document("/".join(path.parts[-3:-1]), text, tuple(unique), {k: tuple(sorted(v)) for k, v in agents.items()})


def _text(body: Element) -> tuple[str, dict[str, int]]:
    """The text between the nodes, and where in it each node stands."""
    parts = [body.text or ""]
    length = len(parts[0])
    places: dict[str, int] = {}
    for node in body:
        places[node.get("id", "")] = length
        parts.append(node.tail or "")
        length += len(parts[-1])
    return "".join(parts), places


def _features(annotation: Element) -> Iterator[tuple[str, str]]:
    for feature in annotation.iterfind("Feature"):
        yield feature.findtext("Name", ""), feature.findtext("Value", "")


def _chain(features: Mapping[str, str]) -> tuple[str, ...]:
    agents = [agent.strip() for agent in features.get("nested-source", "").split(",") if agent.strip()]
    return tuple(agents[1:] if agents[:1] == [WRITER] else agents)


def _explicit(features: Mapping[str, str], extent: Extent) -> bool:
    return extent[0] < extent[1] and not {"implicit", "is-implicit"} & features.keys()
