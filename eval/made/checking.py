"""What is wrong with what came of a draw."""

from collections.abc import Iterator, Sequence

from eval.made.sets import Drawn, Expected
from headwater.records import Incident, Slot


def problems(drawn: Drawn, incidents: Sequence[Incident]) -> list[str]:
    """One line for everything that is not as it must be; none where all is right."""
    told = [one for one in incidents if _slot(one, "killed")]
    found = []
    if len(told) != drawn.expected.incidents:
        found.append(f"incidents {len(told)}, not {drawn.expected.incidents}")
    if not told:
        return found
    main = max(told, key=lambda one: (len(_articles(one)), one.id))
    if drawn.expected.incidents == 1 and len(_articles(main)) != len(drawn.stories):
        found.append(f"articles {len(_articles(main))}, not {len(drawn.stories)}")
    found += _origins(main, drawn.expected)
    found += _tolls(main, drawn.expected)
    found += _blame(main, drawn.expected)
    return found


def _origins(incident: Incident, expected: Expected) -> Iterator[str]:
    for name, (shown, possible) in expected.origins.items():
        slot = _slot(incident, name)
        got = (slot.origins.shown, slot.origins.possible) if slot else (0, 0)
        if any(want is not None and want != have for want, have in zip((shown, possible), got, strict=True)):
            yield f"{name} {got[0]} shown up to {got[1]}, not {shown} up to {possible}"


def _tolls(incident: Incident, expected: Expected) -> Iterator[str]:
    slot = _slot(incident, "killed")
    if slot is None:
        return
    numbers = {cell.id: cell.value.get("best") for cell in slot.cells}
    related = {(numbers[one.a], numbers[one.b]): one.relation for one in slot.relations}
    for pair in zip(expected.history, expected.history[1:], strict=False):
        if related.get(pair) != "update":
            yield f"{pair[0]} to {pair[1]} is {related.get(pair)}, not update"
    relations = [one.relation for one in slot.relations]
    if expected.history and "conflict" in relations:
        yield "conflict in a rising toll"
    if expected.conflict and (relations.count("conflict") != 3 or "update" in relations):
        yield f"relations {sorted(relations)}, not three conflicts"
    dates = [cell.as_of for cell in slot.cells if cell.value.get("best") in expected.history]
    if expected.history and (None in dates or dates != sorted(d for d in dates if d)):
        yield f"history by {dates}"


def _blame(incident: Incident, expected: Expected) -> Iterator[str]:
    if expected.denied is None:
        return
    perpetrator, happened = _slot(incident, "perpetrator"), _slot(incident, "happened")
    denied = perpetrator is not None and any(one.relation == "deny" for one in perpetrator.relations)
    if denied != expected.denied:
        yield "no denial by the accused" if expected.denied else "a denial that nobody made"
    if perpetrator is None:
        yield "no perpetrator"
    if happened is None or any(cell.stance == "denies" for cell in happened.cells):
        yield "happened is denied"
    if expected.grade and expected.grade not in [grade.grade for grade in incident.grades]:
        yield f"grade {[grade.grade for grade in incident.grades]}, not {expected.grade}"


def _slot(incident: Incident, name: str) -> Slot | None:
    return next((slot for slot in incident.slots if slot.slot == name and slot.cells), None)


def _articles(incident: Incident) -> set[str]:
    return {article for slot in incident.slots for cell in slot.cells for article in cell.articles}
