"""What each coding policy makes of a quantity."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from headwater.records import Policy, PolicyFigure, Quantity, WordingRule
from headwater.records.policies import Amount

NO_RULE = PolicyFigure(None, None, None, "no_rule")


def code(quantity: Quantity, policies: Iterable[Policy], named: int = 0) -> Mapping[str, PolicyFigure]:
    """The figure of each policy, by its name; `named` is how many of those counted the text names."""
    return {policy.name: figure(policy, quantity, named) for policy in policies}


def figure(policy: Policy, quantity: Quantity, named: int = 0) -> PolicyFigure:
    """What the first rule that knows the wording writes; `no_rule` where none does."""
    wordings = {"any", quantity.wording or quantity.qualifier}
    for rule in policy.wordings:
        if quantity.unit in rule.units and not wordings.isdisjoint(rule.wordings):
            return _with_named(policy, _by(rule, quantity), named)
    return NO_RULE


def _by(rule: WordingRule, quantity: Quantity) -> PolicyFigure:
    low, best, high = (_amount(amount, quantity) for amount in (rule.low, rule.best, rule.high))
    return PolicyFigure(low, best, high, rule.status, rule.id, rule.page, rule.unit)


def _amount(amount: Amount | None, quantity: Quantity) -> int | None:
    stated = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
    match amount:
        case "low" | "best" | "high":
            return (quantity.low, quantity.best, quantity.high)[("low", "best", "high").index(amount)]
        case "low+1":
            return None if quantity.low is None else quantity.low + 1
        case "lowest":
            return min(stated, default=None)
        case "number":
            return stated[0] if len(set(stated)) == 1 else None
    return amount


def _with_named(policy: Policy, figure: PolicyFigure, named: int) -> PolicyFigure:
    """No minimum below the number of named victims, where the policy says so."""
    if policy.named_minimum is None or figure.status != "coded" or named <= (figure.low or 0):
        return figure
    high = None if figure.high is None else max(figure.high, named)
    rule = f"{policy.name}.named_minimum"
    return replace(figure, low=named, high=high, rule=rule, page=policy.named_minimum)
