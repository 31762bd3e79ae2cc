"""One place that names somebody, before it is known who else is the same."""

from dataclasses import dataclass

from headwater.reading.names.dictionary import Actor
from headwater.records import Span
from headwater.records.attributions import EntityClass


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as the text writes it, without article, title or possessive; `actor` is the dictionary's entry, `office`
    what stands before the name ("Gen.", "Foreign Minister"), `rule` the function that found it."""

    span: Span
    text: str
    class_: EntityClass
    rule: str
    actor: Actor | None = None
    office: str | None = None

    @property
    def key(self) -> str:
        """The name for comparing: lower case, no article."""
        return self.text.casefold().removeprefix("the ")
