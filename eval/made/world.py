"""One draw: the town, its hospitals, governors, groups and papers, the numbers and the days, all out of one seed."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
NUMBERS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
TO_SPELL = 12


@dataclass(frozen=True)
class Outlet:
    """An invented paper or station and its address."""

    name: str
    host: str


class World:
    """Draws names and words; the same seed draws the same."""

    def __init__(self, seed: str) -> None:
        self.rng = random.Random(seed)
        self.taken: set[str] = set()
        self._used: dict[int, list[str]] = {}
        real = self.rng.random() < 0.4
        self.town: str = self.rng.choice(WORDS["real_towns"]) if real else self.name()
        self.province = f"{self.name()} province"
        self.attack: dict[str, Any] = self.rng.choice(WORDS["attack"])
        self.site: str = self.rng.choice(WORDS["sites"])
        self.other_site: str = self.rng.choice(WORDS["other_sites"])
        self.people: str = self.rng.choice(WORDS["people"])
        self.day = date(self.rng.randint(2015, 2025), self.rng.randint(1, 12), self.rng.randint(1, 28))
        self.toll = self.rng.randint(5, 60)

    def name(self) -> str:
        """A name that nobody has in this draw."""
        while True:
            parts = [self.rng.choice(WORDS["syllables"]) for _ in range(self.rng.choice((1, 1, 2)))]
            made: str = ("".join(parts) + self.rng.choice(WORDS["ends"])).capitalize()
            if len(made) > 4 and made not in self.taken:
                self.taken.add(made)
                return made

    def person(self) -> str:
        return f"{self.name()} {self.name()}"

    def hospital(self) -> str:
        made: str = self.rng.choice(WORDS["hospitals"]).format(town=self.town, name=self.name())
        if made in self.taken:
            return self.hospital()
        self.taken.add(made)
        return made

    def official(self) -> str:
        made: str = self.rng.choice(WORDS["attributed"]["officials"])
        return made.format(person=self.person(), province=self.province.removesuffix(" province"))

    def group(self) -> str:
        made: str = self.rng.choice(WORDS["groups"])
        return made.format(name=self.name())

    def outlet(self) -> Outlet:
        name = self.name()
        made: str = self.rng.choice(WORDS["paper_heads"]).format(name=name, kind=self.rng.choice(WORDS["papers"]))
        host = "".join(each for each in made.casefold().removeprefix("the ") if each.isalnum())
        return Outlet(made, f"{host}.example")

    def other_number(self, *not_these: int, low: int = 4, high: int = 70) -> int:
        """A number that is none of these."""
        return self.rng.choice([n for n in range(low, high) if n not in not_these])

    def number(self, number: int) -> str:
        """In figures, or in words as papers do for small ones."""
        spelled = number <= TO_SPELL and self.rng.random() < 0.7
        return NUMBERS[number] if spelled else str(number)

    def when(self, written: date, happened: date | None = None) -> str:
        """How a text of that day says when it happened."""
        happened = happened or self.day
        day = f"{happened:%A}"
        choices = [f"on {day}"] if (written - happened).days < 6 else []
        choices += [f"on {happened.day} {happened:%B}", f"on {happened:%B} {happened.day}"]
        return self.rng.choice(choices)

    def say(self, wording: str, number: int | None = None, **names: str) -> str:
        """The wording with its names; capitals where it asks for them."""
        told = {"site": self.site, "town": self.town, "people": self.people, "province": self.province, **names}
        if number is not None:
            told["n"] = self.number(number)
            told["N"] = NUMBERS[number] if number < len(NUMBERS) else str(number)
        told = {**told, **{key[0].upper() + key[1:]: capital(each) for key, each in told.items()}}
        return capital(wording.format(**told))

    def pick(self, wordings: list[str]) -> str:
        """One of these that was not used yet in this draw, as long as there is one: who writes by himself writes in
        his own words."""
        used = self._used.setdefault(id(wordings), [])
        if len(used) == len(wordings):
            used.clear()
        used.append(self.rng.choice([each for each in wordings if each not in used]))
        return used[-1]

    def more(self, count: int) -> list[str]:
        """Sentences that count nobody."""
        return [self.say(self.pick(WORDS["more"]["lines"])) for _ in range(count)]

    def after(self, days: int) -> date:
        return self.day + timedelta(days=days)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
