"""An invented page on which everybody speaks: seven classes of source, joint ones, and voices up to five deep."""

from fake_view import Scribe
from headwater.records import Attribution, Content, Entity, Name, Source, Span
from headwater.records.identity import record_id

TITLE = "Orsk bridge hit twice before dawn, and nobody owns up to it"
BLOCKS = [
    ("standfirst", "Both banks of the river say that the other one fired first."),
    ("body", "The bridge at Orsk was hit twice before dawn on Friday. The Ministry of Defence of Vell said in a statement that General Iva Dorn had been told by a commander of the Third Column that “nobody fired from our bank before the first shell fell”. The road to the north stayed closed until the afternoon."),
    ("body", "“We carried eleven people (two of them children) out of the ferry house. There was no light and no water, and the stairs were gone,” said Maro Tevin and Lisk Abern, medics who worked through the night."),
    ("body", "The Third Column denied that it had shelled the crossing. Sarn claimed that a leaked order “gives the hour of the attack to the minute”, and pointed out that the order carries a stamp."),
    ("heading", "What the river people heard"),
    ("body", "According to the Orsk Ledger, residents of the lower town said the siren never sounded. The yearly report of the River Watch lists “nine earlier breaches” at the same place."),
    ("body", "The Orsk Ledger wrote that Sarn believed the ministry knew from a captured notebook that the Column had promised “no shelling by day”."),
    ("body", "“I have crossed that bridge every morning for forty years, with my goats and then without them, and I never once looked up,” said Tam Orrin, a herdsman. “Now I look up.” He confirmed that the second shell came after the first."),
    ("body", "The bridge was built in the year of the flood and mended twice. Traffic is counted by hand at both ends."),
]  # fmt: skip

DORN, TEVIN, ABERN, ORRIN, COLUMN, LEDGER, SARN, MINISTRY = (
    ("Iva Dorn", "person"), ("Maro Tevin", "person"), ("Lisk Abern", "person"), ("Tam Orrin", "person"),
    ("Third Column", "armed_group"), ("Orsk Ledger", "outlet"), ("Sarn", "state"),
    ("Ministry of Defence of Vell", "organisation"),
)  # fmt: skip
WHO = (DORN, TEVIN, ABERN, ORRIN, COLUMN, LEDGER, SARN, MINISTRY)
NESTED = "General Iva Dorn had been told by a commander of the Third Column that “nobody fired from our bank before the first shell fell”"
DEEPEST = "“no shelling by day”"


class Choir:
    """Gives the words of a scribe's page to those who speak them."""

    def __init__(self, scribe, article):
        self.scribe, self.article = scribe, article
        ids = {name: record_id("entity", article, Span(n, n + 1), name) for n, (name, _) in enumerate(WHO)}
        self.entities = {name: Entity(ids[name], article, name, class_) for name, class_ in WHO}

    def source(self, words, who=None, *, at=None, **more):
        span = self.scribe.find(words, after=at or 0)
        entity = self.entities[who[0]] if who else None
        class_ = who[1] if who else more.pop("class_")
        name = entity.name if entity else None
        return Source(span, words, entity.id if entity else None, name, class_, **more)

    def says(self, sources, cues, contents, *, verbatim=False, parent=None, kind="indirect", **more):
        spans = [self.scribe.find(words) for words in contents]
        at = spans[0].start
        id_ = record_id("attribution", self.article, spans[0], str(parent))
        inserted = tuple(self.scribe.find(words) for words in more.pop("insertions", ()))
        stance = more.pop("stance", "neutral")
        doubt = 0.08 if parent is None else 0.31
        self.scribe.attributions.append(
            Attribution(
                id_, self.article, tuple(sources), tuple(self.near(cue, at) for cue in cues),
                tuple(Content(span, verbatim) for span in spans), inserted, kind, stance, parent, "name_said", doubt,
            )
        )  # fmt: skip
        return id_

    def near(self, words, at):
        """The place of these words that is nearest to an offset."""
        places, text = [], self.scribe.text
        place = text.find(words)
        while place >= 0:
            places.append(place)
            place = text.find(words, place + 1)
        best = min(places, key=lambda place: abs(place - at))
        return Span(best, best + len(words))


def chorus():
    """The page, read, and its attributions by a name for each."""
    s = Scribe("https://www.two-banks.example/friday/bridge")
    a = s.begin()
    title = s.block("headline", TITLE)
    by = s.block("byline", "By Rin Adair")
    for role, words in BLOCKS:
        s.block(role, words)
    s.end(a, title=title, authors=(Name(s.find("Rin Adair"), "Rin Adair", "by_words"),), publisher=Name(Span(0, 9, "source"), "Two Banks", "jsonld_publisher"))  # fmt: skip
    assert by
    c = Choir(s, a)
    say, src = c.says, c.source
    ids = {}
    ids["banks"] = say(
        [src("Both banks of the river", class_="unnamed", described_as="both banks of the river")],
        ["say"],
        ["the other one fired first"],
    )
    ids["ministry"] = say(
        [src("The Ministry of Defence of Vell", MINISTRY, side="Vell")], ["said in a statement"], [NESTED]
    )
    ids["general"] = say(
        [src("General Iva Dorn", DORN, office="General")],
        ["had been told by"],
        [NESTED[NESTED.index("a commander") :]],
        parent=ids["ministry"],
    )
    ids["commander"] = say(
        [src("a commander of the Third Column", class_="unnamed", described_as="a commander of the Third Column")],
        ["had been told"],
        ["“nobody fired from our bank before the first shell fell”"],
        verbatim=True,
        kind="direct",
        parent=ids["general"],
    )
    ids["medics"] = say(
        [src("Maro Tevin", TEVIN, office="medic"), src("Lisk Abern", ABERN, office="medic")], ["said"],
        ["“We carried eleven people (two of them children) out of the ferry house.", "There was no light and no water, and the stairs were gone,”"],
        verbatim=True, kind="direct", insertions=["(two of them children)"],
    )  # fmt: skip
    ids["column"] = say([src("The Third Column", COLUMN)], ["denied"], ["it had shelled the crossing"], stance="denial")
    ids["sarn"] = say(
        [src("Sarn", SARN)],
        ["claimed"],
        ["a leaked order “gives the hour of the attack to the minute”"],
        stance="distancing",
    )
    ids["order"] = say(
        [src("a leaked order", class_="document", described_as="leaked")],
        ["gives"],
        ["“gives the hour of the attack to the minute”"],
        verbatim=True,
        kind="direct",
        parent=ids["sarn"],
    )
    ids["stamp"] = say(
        [Source(None, None, c.entities["Sarn"].id, "Sarn", "state")],
        ["pointed out"],
        ["the order carries a stamp"],
        stance="endorsing",
    )
    ids["ledger"] = say(
        [src("the Orsk Ledger", LEDGER)], ["According to"], ["residents of the lower town said the siren never sounded"]
    )
    ids["residents"] = say(
        [src("residents of the lower town", class_="unnamed", described_as="residents of the lower town")],
        ["said"],
        ["the siren never sounded"],
        parent=ids["ledger"],
    )
    ids["report"] = say(
        [src("The yearly report of the River Watch", class_="document")],
        ["lists"],
        ["“nine earlier breaches” at the same place"],
        kind="mixed",
    )
    deep = "Sarn believed the ministry knew from a captured notebook that the Column had promised “no shelling by day”"
    ids["wrote"] = say([src("The Orsk Ledger", LEDGER)], ["wrote"], [deep])
    ids["believed"] = say(
        [src("Sarn", SARN, at=s.text.index(deep))],
        ["believed"],
        [deep[deep.index("the ministry") :]],
        parent=ids["wrote"],
    )
    ids["knew"] = say(
        [src("the ministry", MINISTRY)], ["knew"], [deep[deep.index("from a captured") :]], parent=ids["believed"]
    )
    ids["notebook"] = say(
        [src("a captured notebook", class_="document")],
        ["from"],
        [deep[deep.index("the Column had") :]],
        parent=ids["knew"],
    )
    ids["promised"] = say(
        [src("the Column", COLUMN, at=s.text.index(deep))],
        ["had promised"],
        [DEEPEST],
        verbatim=True,
        kind="direct",
        parent=ids["notebook"],
    )
    ids["herdsman"] = say(
        [src("Tam Orrin", ORRIN, office="herdsman")],
        ["said"],
        [
            "“I have crossed that bridge every morning for forty years, with my goats and then without them, and I never once looked up,”",
            "“Now I look up.”",
        ],
        verbatim=True,
        kind="direct",
    )
    ids["he"] = say([src("He", class_="person", at=s.text.index("He confirmed"))], ["confirmed"], ["the second shell came after the first"], stance="endorsing")  # fmt: skip
    s.counted(a, "eleven people", 11, unit="injured")
    s.happened(a, "was hit")
    reading = s.reading(entities=tuple(c.entities.values()))
    return reading, ids
