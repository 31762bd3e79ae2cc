"""What each policy makes of an incident: its figures where sources differ, and its grade of evidence."""

from collections.abc import Iterable, Mapping, Sequence

from headwater.gathering.origins.candidates import candidates, figure_of, is_perpetrator
from headwater.gathering.origins.cells import Said, counted
from headwater.gathering.origins.choosing import Chosen, choose
from headwater.gathering.origins.comparing import compare
from headwater.gathering.origins.dividing import divided
from headwater.records import Figured, Grade, GradeRule, Policy

ORDER = ("figure", "low", "best", "high")
BY_SLOT = Mapping[str, Sequence[Said]]


def figures(slot: str, said: BY_SLOT, policies: Sequence[Policy]) -> Mapping[str, Figured]:
    """What each policy writes for this slot, by its name; nothing for slots that hold no counts."""
    if not any(one.first.quantity for one in said.get(slot, ())):
        return {}
    return {policy.name: figured(slot, said, policy) for policy in policies}


def figured(slot: str, said: BY_SLOT, policy: Policy) -> Figured:
    """The figure of one policy; `blank` where it leaves open what it knows, `no_rule` where it says nothing."""
    options = candidates(slot, said, policy)
    chosen = choose(options, policy)
    if not chosen:
        known = [figure for one in said.get(slot, ()) if (figure := figure_of(one, policy)) is not None]
        blank = next((figure for figure in known if figure.status == "blank"), None)
        rules, pages = ((blank.rule or "",), (blank.page or "",)) if blank else ((), ())
        return Figured(None, None, None, "blank" if blank else "no_rule", rules, pages, ())
    return _figured(chosen, policy, differ=len({one.number for one in options}) > 1)


def _figured(chosen: Mapping[str, Chosen], policy: Policy, *, differ: bool) -> Figured:
    ordered = [chosen[field] for field in ORDER if field in chosen]
    one = chosen.get("figure")
    numbers = [(one or chosen[field]).number if one or field in chosen else None for field in ("low", "best", "high")]
    low, best, high = numbers
    parts, rule = _parts(ordered, policy)
    return Figured(
        low, best, high, "coded",
        rules=_once(each.rule.id for each in ordered),
        pages=_once(each.rule.page for each in ordered),
        why=_once(said.cell.id for each in ordered for candidate in each.among for said in candidate.cells),
        note=differ and any(each.rule.note for each in ordered),
        parts=parts,
        divided_by=rule,
    )  # fmt: skip


def _parts(ordered: Sequence[Chosen], policy: Policy) -> tuple[tuple[int | None, ...], str | None]:
    first = ordered[0]
    parts, rule = divided(first.number, first.among[0], policy)
    return parts, rule.id if rule else None


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def grades(said: BY_SLOT, policies: Sequence[Policy]) -> tuple[Grade, ...]:
    """The grade of each policy that has grades, by the first rule whose needs are met."""
    found = []
    for policy in policies:
        for rule in policy.grades:
            why = _met(rule, said)
            if why is not None:
                found.append(Grade(policy.name, rule.grade, rule.id, rule.page, why))
                break
    return tuple(found)


def _met(rule: GradeRule, said: BY_SLOT) -> tuple[str, ...] | None:
    """The cells by which the rule is met; None where it is not."""
    why: list[str] = []
    for need in rule.needs:
        cells = NEEDS[need](said)
        if not cells:
            return None
        why += [one.cell.id for one in cells]
    happened = said.get("happened", ())
    if counted(happened).shown < rule.origins:
        return None
    if rule.origins:
        why += [one.cell.id for one in happened if one.cell.stance == "affirms" and one.voice.mouth.shown]
    return tuple(dict.fromkeys(why))


def accepted(said: BY_SLOT) -> list[Said]:
    """Somebody says of himself that he did it."""
    perpetrators = _affirmed(said, "perpetrator")
    return [one for one in perpetrators if is_perpetrator(one, [one])]


def competing(said: BY_SLOT) -> list[Said]:
    """Sources name different ones."""
    perpetrators = _affirmed(said, "perpetrator")
    return [one for one in perpetrators if any(compare(one.first, other.first) == "apart" for other in perpetrators)]


def not_civilians(said: BY_SLOT) -> list[Said]:
    """All who are said to be killed are combatants."""
    killed = _affirmed(said, "killed")
    return killed if all(one.cell.value.get("class") == "combatant" for one in killed) else []


def near_actions(said: BY_SLOT) -> list[Said]:
    """A belligerent is named as the one who did it."""
    return _affirmed(said, "perpetrator")


NEEDS = {
    "accepted": accepted,
    "competing": competing,
    "not_civilians": not_civilians,
    "near_actions": near_actions,
}


def _affirmed(said: BY_SLOT, slot: str) -> list[Said]:
    return [one for one in said.get(slot, ()) if one.cell.stance == "affirms"]
