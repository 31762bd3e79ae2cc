"""The speakers of one article: which namings are the same speaker."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from headwater.reading.attributions.fuller import Bare, full_names
from headwater.reading.attributions.lexicon import Lexicon
from headwater.reading.attributions.naming import Naming
from headwater.records import Article, Entity, Mention, Span
from headwater.records.identity import record_id

# Heads that say only that it is a body: they stand for the one body that spoke before.
_ANY_BODY = frozenset("group organisation organization agency body charity company network party militia".split())
_KINDS = ("organisation", "outlet")
_BODIES = ("organisation", "armed_group", "outlet")
_ANY = "*"
_APPOSITION = re.compile(r", ((?:an?|the|his|her|its|their|one) [^,.;:“”\"\n]{2,70})")


@dataclass(slots=True, eq=False)
class Cast:
    """Every named speaker of an article.

    `entities` has those whom the stage of names found, and those whom only their speaking shows (`added` are their
    mentions).  `same` leads from an entity to the one with its full name, `genders` says "he" or "she" by entity,
    `offices` who bears an office or has a word in its name, `firsts` where each is named first.
    """

    article: Article
    lexicon: Lexicon
    mentions: Sequence[Mention]
    entities: dict[str, Entity] = field(default_factory=dict)
    added: dict[str, Mention] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    firsts: dict[str, int] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, str] = field(default_factory=dict)
    by_last: dict[str, set[str]] = field(default_factory=dict)

    def of(self, naming: Naming) -> Entity | None:
        """The entity that this naming names; null for a pronoun, for a role, and where more than one could be meant."""
        named = self._mentioned(naming) or self._leading(naming)
        id_ = named.id if named else self._settled(naming) if naming.name else None
        entity = self.entities.get(self.same.get(id_, id_)) if id_ else None
        entity = self._whole(entity) if entity is not None and entity.class_ in _BODIES else entity
        if entity is None or naming.pronoun or naming.gender is None or entity.class_ != "person":
            return entity
        if " " in entity.name:
            return entity if self._fits(entity.id, naming) else self._other(naming)
        return self._other(naming) or entity

    def _fits(self, id_: str, naming: Naming) -> bool:
        return self.genders.get(id_, naming.gender) == naming.gender

    def _other(self, naming: Naming) -> Entity | None:
        """The one bearer of the last name whom the title fits: "Mrs. Dorn" is not Peter Dorn."""
        found = [id_ for id_ in self.by_last.get(_last(naming.name or ""), ()) if self._fits(id_, naming)]
        return self.entities[found[0]] if len(found) == 1 else None

    def role(self, naming: Naming) -> Entity | None:
        """Whom "the ministry", "the spokesman" means: the one earlier entity with that office, or word in its name."""
        words = naming.text.casefold().split()
        if naming.name or naming.pronoun or not 2 <= len(words) <= 4 or words[0] not in ("the", "this", "that"):
            return None
        for word in (words[-1], _ANY) if words[-1] in _ANY_BODY else (words[-1],):
            found = {id_ for id_ in self.offices.get(word, ()) if self.firsts.get(id_, 1 << 60) < naming.span.start}
            if found:
                return self.entities.get(next(iter(found))) if len(found) == 1 else None
        return None

    def know(self, entity: Entity) -> None:
        """Take in an entity."""
        self.entities[entity.id] = entity
        key = _key(entity.name, entity.class_)
        self.by_key.setdefault(key, entity.id)
        words = key.partition(":")[2].split()
        first = entity.name.split()[0] if len(words) > 1 else ""
        for gender, names in (("he", "men"), ("she", "women")):
            if entity.class_ == "person" and self.lexicon.among(names, first):
                self.genders[entity.id] = gender
        if entity.class_ == "person" and len(words) > 1:
            self.by_last.setdefault(words[-1], set()).add(entity.id)
        elif entity.class_ in (*_BODIES, "state"):
            for word in words:
                self.offices.setdefault(word, set()).add(entity.id)

    def note(self, naming: Naming) -> None:
        """Take in what a naming beside a cue says: a new entity where it names nobody known, a gender, an office."""
        entity = self.of(naming)
        if entity is None and naming.name and self._free(naming):
            id_ = record_id("entity", self.article.page, naming.head, naming.class_)
            entity = Entity(id_, self.article.id, naming.name, naming.class_, described_as=naming.office)
            self.know(entity)
        if entity is None:
            return
        if naming.gender:
            self.genders.setdefault(entity.id, naming.gender)
        self.firsts[entity.id] = min(self.firsts.get(entity.id, naming.span.start), naming.span.start)
        self.bears(entity.id, (naming.office or "").casefold().replace(",", " ").split())
        if entity.class_ in _BODIES:
            self.offices.setdefault(_ANY, set()).add(entity.id)
        if naming.name and self._mentioned(naming) is None:
            id_ = record_id("mention", self.article.page, naming.head)
            self.added[id_] = Mention(id_, entity.id, self.article.id, naming.head, naming.name)

    def is_called(self, entity: Entity, where: Span, name: str) -> None:
        """Take in the full name of somebody who is known by a last name alone."""
        other = self.by_key.get(_key(name, entity.class_))
        if other is not None and other != entity.id:
            self.same[entity.id] = other
            return
        self.know(replace(entity, name=name))
        if not self._covered(where):
            id_ = record_id("mention", self.article.page, where)
            self.added[id_] = Mention(id_, entity.id, self.article.id, where, name)

    def bears(self, id_: str, words: Iterable[str]) -> None:
        """Take in the offices among these words."""
        for word in words:
            if self.lexicon.among("person", word):
                self.offices.setdefault(word, set()).add(id_)

    def _covered(self, where: Span) -> bool:
        index = bisect_right(self.mentions, where.end - 1, key=lambda mention: mention.span.start) - 1
        return index >= 0 and self.mentions[index].span.end > where.start

    def _mentioned(self, naming: Naming) -> Entity | None:
        """The entity whose mention stands on the head of the naming."""
        index = bisect_right(self.mentions, naming.head.end - 1, key=lambda mention: mention.span.start) - 1
        if naming.pronoun or index < 0 or self.mentions[index].span.end <= naming.head.start:
            return None
        entity = self.entities.get(self.mentions[index].entity)
        role = naming.name is None and naming.class_ == "unnamed"
        return None if entity is None or (role and entity.class_ not in ("person", "armed_group")) else entity

    def _leading(self, naming: Naming) -> Entity | None:
        """The person whose mention a role begins with, where the commas are lost: "Maro Tevin director of the mill"."""
        if naming.name is not None or naming.pronoun or naming.class_ != "unnamed":
            return None
        index = bisect_right(self.mentions, naming.span.start, key=lambda mention: mention.span.start) - 1
        if index < 0 or self.mentions[index].span.start != naming.span.start:
            return None
        entity = self.entities.get(self.mentions[index].entity)
        whole = " " in self.mentions[index].text and self.mentions[index].span.end < naming.head.start
        return entity if entity is not None and entity.class_ == "person" and whole else None

    def _whole(self, entity: Entity) -> Entity:
        """The one body whose name ends or begins with what is only a kind of body: "the Observatory" is the Orsk
        Observatory that the article names too."""
        word = entity.name.casefold().removeprefix("the ").strip()
        if not self.lexicon.any_of(_KINDS, word):
            return entity
        longer = {id_ for id_ in self.offices.get(word, ()) if len(self.entities[id_].name.split()) > 1}
        return self.entities[longer.pop()] if len(longer) == 1 else entity

    def _settled(self, naming: Naming) -> str | None:
        key = _key(naming.name or "", naming.class_)
        if naming.class_ == "person" and " " not in key:
            longer = self.by_last.get(key.partition(":")[2], set())
            if longer:
                return next(iter(longer)) if len(longer) == 1 else None
        return self.by_key.get(key)

    def _free(self, naming: Naming) -> bool:
        """Does nobody bear the name yet, nor more than one a longer one that ends in it?"""
        key = _key(naming.name or "", naming.class_)
        return key not in self.by_key and not (" " not in key and self.by_last.get(key.partition(":")[2]))


def cast_of(
    article: Article,
    entities: Iterable[Entity],
    mentions: Iterable[Mention],
    namings: Sequence[Naming],
    lexicon: Lexicon,
) -> Cast:
    """The cast of these namings, full names before last names alone."""
    cast = Cast(article, lexicon, sorted(mentions, key=lambda mention: mention.span))
    for entity in entities:
        cast.know(entity)
    for mention in cast.mentions:
        cast.firsts.setdefault(mention.entity, mention.span.start)
    for naming in sorted(namings, key=lambda one: (" " not in (one.name or ""), one.span)):
        cast.note(naming)
    return cast


def learn(cast: Cast, text: str, paragraphs: Sequence[Span]) -> None:
    """What the article's words say of those who are named: full names, and offices beside a name."""
    bare = {one.name: one for one in cast.entities.values() if one.class_ == "person" and len(one.name.split()) == 1}
    lasts = {last: Bare(cast.firsts.get(one.id, 0), cast.genders.get(one.id)) for last, one in bare.items()}
    for last, where in full_names(text, paragraphs, lasts, cast.lexicon).items():
        cast.is_called(bare[last], where, text[where.start : where.end])
    for mention in cast.mentions:
        if mention.entity in cast.entities and cast.entities[mention.entity].class_ == "person":
            cast.bears(mention.entity, [*mention.text.casefold().split(), *_beside(text, mention.span)])


def _beside(text: str, span: Span) -> list[str]:
    """The words right before a name ("the former judge"), and those between commas behind it (", a judge,")."""
    before = re.split(r"[^\w\s-]", text[max(span.start - 40, 0) : span.start])[-1].casefold().split()[-4:]
    behind = _APPOSITION.match(text, span.end, span.end + 80)
    return before + (re.split(r"\b(?:of|for|who|at|in)\b", behind.group(1))[0].casefold().split() if behind else [])


def _last(name: str) -> str:
    return name.casefold().rpartition(" ")[2]


def _key(name: str, class_: str) -> str:
    """What two names of the same speaker share."""
    return f"{'person' if class_ == 'person' else 'body'}:{' '.join(name.casefold().removeprefix('the ').split())}"
