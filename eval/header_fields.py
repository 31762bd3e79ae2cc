"""Is a field of ours right?  Null must be null; every answer of the truth's `_or` twin counts as much as the first."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eval.gold_pages import GoldArticle, one_line
from eval.matching import Pairing
from headwater.records import Article, Credit

AGENCIES = {"afp": "agence france-presse", "ap": "associated press", "dpa": "deutsche presse-agentur"}
MOMENT = re.compile(r"(?P<minute>[\d-]+(?:T\d\d(?::\d\d)?)?)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?")
NUMBERED = re.compile(r"^\W*\d{1,3}\W+")


def title(article: Article) -> str | None:
    """The title's words."""
    return article.title.text if article.title else None


def authors(article: Article) -> list[str]:
    """The authors' names."""
    return [name.name for name in article.authors]


def publisher(article: Article) -> str | None:
    """The outlet's name."""
    return article.publisher.name if article.publisher else None


def published(article: Article) -> str | None:
    """The date as we give it, with its zone behind it."""
    return article.published.date + (article.published.zone or "") if article.published else None


def kind(article: Article) -> str:
    """The kind of article."""
    return article.kind


def same_title(ours: Any, gold: Any) -> bool:
    """Without case, quotation marks around, full stop behind, and, where only one side has it, a number before."""
    if ours is None or gold is None:
        return ours is gold
    one, other = _wording(ours), _wording(gold)
    return one == other or NUMBERED.sub("", one) == other or one == NUMBERED.sub("", other)


def same_names(ours: Any, gold: Any) -> bool:
    """The same set of names; case and order aside."""
    return {_plain(name) for name in ours} == {_plain(name) for name in gold}


def same_name(ours: Any, gold: Any) -> bool:
    """The same outlet; case, a leading article, and the long and short name of an agency aside."""
    if ours is None or gold is None:
        return ours is gold
    one, other = (_plain(name).removeprefix("the ") for name in (ours, gold))
    return AGENCIES.get(one, one) == AGENCIES.get(other, other)


def same_moment(ours: Any, gold: Any) -> bool:
    """The same day and minute; where the truth has a zone, the same zone.  Seconds count for nothing."""
    if ours is None or gold is None:
        return ours is gold
    one, other = MOMENT.fullmatch(ours), MOMENT.fullmatch(gold)
    if one is None or other is None or one["minute"] != other["minute"]:
        return False
    return other["zone"] is None or _zone(one) == _zone(other)


def same(ours: Any, gold: Any) -> bool:
    """Equal, to the character."""
    return bool(ours == gold)


FIELDS: Mapping[str, tuple[Callable[[Article], Any], Callable[[Any, Any], bool]]] = {
    "title": (title, same_title),
    "authors": (authors, same_names),
    "publisher": (publisher, same_name),
    "published": (published, same_moment),
    "kind": (kind, same),
}


def judge(pairing: Pairing, index: int) -> dict[str, bool]:
    """By field: whether the article of ours that matches article `index` of the truth has it right."""
    gold, article = pairing.gold.articles[index], pairing.ours[pairing.pairs[index]].article
    verdicts = {
        name: any(alike(read(article), right) for right in gold.right[name]) for name, (read, alike) in FIELDS.items()
    }
    verdicts["credits"] = right_credits(article.credits, gold.credits)
    verdicts["embedded_in"] = _parent(pairing, article) == gold.embedded_in
    return verdicts


def right_credits(ours: Sequence[Credit], gold: Sequence[Mapping[str, Any]]) -> bool:
    """As many as in the truth, and each of these among ours with its kind and outlet."""
    left = list(ours)
    for credit in gold:
        found = next((one for one in left if _same_credit(one, credit)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def stated(gold: GoldArticle, name: str) -> bool:
    """Whether the page gives the field at all."""
    value = {"credits": gold.credits, "embedded_in": gold.embedded_in}.get(name, gold.right.get(name, (None,))[0])
    return value not in (None, (), [])


def shown(pairing: Pairing, index: int, name: str) -> str:
    """Ours and the truth's value of a field, for people."""
    gold, article = pairing.gold.articles[index], pairing.ours[pairing.pairs[index]].article
    if name == "credits":
        pairs = [(one.kind, one.outlet) for one in article.credits]
        return f"credits {pairs!r} not {[(credit['kind'], credit['outlet']) for credit in gold.credits]!r}"
    if name == "embedded_in":
        return f"embedded_in {_parent(pairing, article)} not {gold.embedded_in}"
    return f"{name} {FIELDS[name][0](article)!r} not {gold.right[name][0]!r}"


def _same_credit(ours: Credit, gold: Mapping[str, Any]) -> bool:
    kinds = (gold["kind"], *gold.get("kind_or", ()))
    outlets = (gold["outlet"], *gold.get("outlet_or", ()))
    return ours.kind in kinds and any(same_name(ours.outlet, outlet) for outlet in outlets)


def _parent(pairing: Pairing, article: Article) -> int | None:
    return None if article.embedded_in is None else pairing.parents.get(article.embedded_in, -1)


def _zone(moment: re.Match[str]) -> str | None:
    zone: str | None = moment["zone"]
    return "+0000" if zone == "Z" else zone and zone.replace(":", "")


def _wording(text: str) -> str:
    return _plain(text).strip("“”\"'‘’ ").rstrip(" .")


def _plain(name: str) -> str:
    return one_line(name).casefold()
