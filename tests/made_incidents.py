"""An invented air strike on a market, told by four articles, gathered into an incident by hand; and a thousand more."""

from dataclasses import replace

from fake_view import FakeView, Scribe, copy_id
from headwater.records import (
    Argument,
    Cell,
    CellRelation,
    Copy,
    Counted,
    Entity,
    Event,
    Family,
    Figured,
    Grade,
    Incident,
    Member,
    Mention,
    Moment,
    Name,
    Origin,
    OriginCount,
    Passages,
    PolicyFigure,
    Reason,
    Slot,
    Span,
    Tie,
    ValueOrigins,
)
from headwater.records.identity import joint_id, record_id

STRIKE = "Jets struck the covered market in Orsk on Friday"
TOLL = "at least 12 people were killed and some 30 hurt, the Orsk hospital said"
ORSK = {
    "name": "Orsk",
    "geonames": 9000001,
    "lat": 35.9,
    "lon": 36.6,
    "precision": 1,
    "country": "XA",
    "adm1": "Sarn",
    "adm2": None,
}
MARKET_DAY = {"from": "2031-05-02", "to": "2031-05-02", "precision": 1, "text": "Friday"}


class Page:
    """One article of one outlet, with a strike in it."""

    def __init__(self, outlet, date, title, *paragraphs):
        self.outlet = outlet
        self.scribe = s = Scribe(f"https://{outlet.lower().replace(' ', '-')}.example/{date}/market")
        self.article = s.begin()
        self.title = s.block("headline", title)
        self.by = s.block("byline", f"{outlet}, {date}")
        for words in paragraphs:
            s.block("body", words)
        self.date = date
        self.entities = []

    def entity(self, words, class_, voice=None):
        span = self.scribe.find(words)
        id_ = record_id("entity", self.article, span)
        self.entities.append(Entity(id_, self.article, words, class_))
        self.scribe.mentions.append(
            Mention(record_id("mention", self.article, span), id_, self.article, span, words, voice)
        )
        return id_

    def event(self, words, arguments, **more):
        span = self.scribe.find(words)
        id_ = record_id("event", self.article, span)
        fields = {"polarity": "positive", "factuality": "reported", "attributions": (), "background": False} | more
        self.scribe.events.append(
            Event(
                id_, self.article, "air_strike", span, words, arguments=tuple(arguments), rule="trigger_verb", **fields
            )
        )
        return id_

    def argument(self, role, words, value, **more):
        return Argument(role, self.scribe.find(words), words, value, f"{role}_rule", **more)

    def counted(self, words, best, unit, voice, **more):
        policies = {
            "acled_2024": PolicyFigure(best, best, best, "coded", "acled_2024.number", "p. 30"),
            "gtd_2017": PolicyFigure(None, None, None, "blank", "gtd_2017.vague", "p. 41"),
            "airwars": PolicyFigure(None, None, None, "no_rule"),
        }
        span = self.scribe.find(words)
        of = Counted(span, "people", "unknown")
        id_ = self.scribe.counted(
            self.article, words, best, unit=unit, attributions=(voice,), policies=policies, **more
        )
        self.scribe.quantities[-1] = replace(
            self.scribe.quantities[-1], of=of, high=None if more.get("qualifier") == "at_least" else best
        )
        return id_, Argument("quantity", span, words, {"id": id_}, "quantity_near", (voice,))

    def at(self, words):
        return self, self.scribe.find(words)

    def read(self):
        s = self.scribe
        publisher = Name(s.find(self.outlet, after=self.title.end), self.outlet, "by_line")
        published = Moment(s.find(self.date, after=self.title.end), self.date, "day", None, False, "by_line")
        s.end(self.article, title=self.title, publisher=publisher, published=published)
        return s.reading(entities=tuple(self.entities))


def ledger_page():
    p = Page(
        "Orsk Ledger",
        "2031-05-03",
        "Market in Orsk struck from the air",
        f"{STRIKE}; {TOLL}.",
        "Governor Iva Dorn claimed that the Third Column sent the jets.",
    )
    s = p.scribe
    toll = s.said(
        p.article, "the Orsk hospital", "said", "at least 12 people were killed and some 30 hurt", kind="indirect"
    )
    blame = s.said(p.article, "Governor Iva Dorn", "claimed", "the Third Column sent the jets", kind="indirect")
    column = p.entity("the Third Column", "armed_group", blame)
    p.entity("Orsk hospital", "organisation")
    _, killed = p.counted("at least 12 people", 12, "killed", toll, qualifier="at_least")
    _, hurt = p.counted("some 30", 30, "injured", toll, qualifier="about")
    p.strike = p.event("struck", [
        p.argument("perpetrator", "the Third Column", {"entity": column, "name": "the Third Column"}, attributions=(blame,), blame="claimed", factuality="reported"),
        p.argument("target", "the covered market", {"entity": None, "name": "covered market"}),
        p.argument("place", "Orsk", ORSK),
        p.argument("time", "Friday", MARKET_DAY),
        killed, hurt,
    ], factuality="asserted")  # fmt: skip
    p.toll, p.blame = toll, blame
    return p


def copy_page():
    p = Page(
        "Tarn Reader", "2031-05-04", "Orsk market hit", f"{STRIKE}; {TOLL}.", "We have the report from the Orsk Ledger."
    )
    s = p.scribe
    toll = s.said(
        p.article, "the Orsk hospital", "said", "at least 12 people were killed and some 30 hurt", kind="indirect"
    )
    _, killed = p.counted("at least 12 people", 12, "killed", toll, qualifier="at_least")
    p.strike = p.event(
        "struck",
        [p.argument("place", "Orsk", ORSK), p.argument("time", "Friday", MARKET_DAY), killed],
        factuality="asserted",
    )
    p.toll = toll
    return p


def mirror_page():
    p = Page(
        "Vell Mirror",
        "2031-05-04",
        "Ministry counts 15 dead in Orsk raid",
        "The Ministry of Rescue said that 15 people died in the raid on Friday.",
        "A spokesman of the Third Column denied that it had aircraft over the town.",
    )
    s = p.scribe
    toll = s.said(p.article, "The Ministry of Rescue", "said", "15 people died in the raid on Friday", kind="indirect")
    no = s.said(
        p.article, "A spokesman of the Third Column", "denied", "it had aircraft over the town", kind="indirect"
    )
    column = p.entity("the Third Column", "armed_group")
    _, killed = p.counted("15 people", 15, "killed", toll)
    p.strike = p.event("raid on", [
        p.argument("perpetrator", "the Third Column", {"entity": column, "name": "the Third Column"}, attributions=(no,), factuality="denied"),
        p.argument("time", "Friday", MARKET_DAY), killed,
    ], attributions=(toll,))  # fmt: skip
    p.toll, p.no = toll, no
    return p


def post_page():
    p = Page(
        "Coast Post",
        "2031-05-06",
        "Toll of Orsk strike rises",
        "The toll of the strike on Orsk has risen to 17 people, the Orsk hospital said on Tuesday.",
    )
    toll = p.scribe.said(
        p.article, "the Orsk hospital", "said", "The toll of the strike on Orsk has risen to 17 people", kind="indirect"
    )
    _, killed = p.counted("17 people", 17, "killed", toll)
    p.strike = p.event("strike on", [p.argument("place", "Orsk", ORSK), killed], attributions=(toll,))
    p.toll = toll
    return p


class Weaver:
    """Puts the cells of one incident together."""

    def __init__(self, id_):
        self.id, self.origins, self.slots = id_, {}, []

    def origin(self, kind, name, *reason):
        id_ = joint_id("origin", self.id, kind, name or "")
        self.origins[id_] = Origin(id_, kind, name, tuple(reason))
        return id_

    def cell(self, slot, value, origin, as_of, *places, stance="affirms", blame=None):
        pages, spans = [page for page, _ in places], [span for _, span in places]
        return Cell(
            joint_id("cell", self.id, slot, origin, as_of or ""), value, stance, origin, as_of,
            tuple(page.strike for page in pages), tuple(page.article for page in pages), tuple(spans), blame,
        )  # fmt: skip

    def slot(self, name, cells, counts, *relations, policies=None):
        affirmed = {str(c.value): c for c in cells if c.stance == "affirms"}
        by_value = tuple(ValueOrigins(c.value, OriginCount(*counts[1].get(key, (1, 1)))) for key, c in affirmed.items())
        made = tuple(CellRelation(a.id, b.id, relation) for a, b, relation in relations)
        self.slots.append(
            Slot(
                joint_id("slot", self.id, name),
                name,
                tuple(cells),
                made,
                OriginCount(*counts[0]),
                by_value,
                policies or {},
            )
        )


def count(text, low, best, high, qualifier="exact"):
    return {"text": text, "low": low, "best": best, "high": high, "qualifier": qualifier, "class": "unknown"}


def market():
    """The view, and the ids that tests ask for by name."""
    a, c, b, d = pages = ledger_page(), copy_page(), mirror_page(), post_page()
    readings = [page.read() for page in pages]
    events = tuple(sorted(page.strike for page in pages))
    w = Weaver(joint_id("incident", *events))
    copy = _copy(a, c)
    hospital = w.origin(
        "speaker",
        "Orsk hospital",
        Reason("chain", a.toll, (a.scribe.find("the Orsk hospital"),)),
        Reason("chain", c.toll),
        Reason("chain", d.toll),
        Reason("copy", copy.id),
    )
    ministry = w.origin("speaker", "Ministry of Rescue", Reason("chain", b.toll))
    governor = w.origin("speaker", "Iva Dorn", Reason("chain", a.blame))
    column = w.origin("speaker", "Third Column", Reason("chain", b.no))
    outlet = w.origin("outlet", "Orsk Ledger", Reason("outlet_family", a.article), Reason("copy", copy.id))
    at = {page: page.at for page in pages}
    own = w.cell("happened", True, outlet, "2031-05-03", at[a]("struck"), at[c]("struck"))
    rescue = w.cell("happened", True, ministry, "2031-05-04", at[b]("raid on"))
    w.slot("happened", [own, rescue], ((1, 2), {"True": (1, 2)}), (own, rescue, "same"))
    day = w.cell("when", MARKET_DAY, outlet, "2031-05-03", at[a]("Friday"), at[c]("Friday"))
    w.slot("when", [day], ((0, 1), {str(MARKET_DAY): (0, 1)}))
    where = w.cell("where", ORSK, outlet, "2031-05-03", at[a]("Orsk on"), at[c]("Orsk on"))
    w.slot("where", [where], ((0, 1), {str(ORSK): (0, 1)}))
    third = {"actor": None, "name": "the Third Column", "text": "the Third Column"}
    claim = w.cell("perpetrator", third, governor, "2031-05-03", at[a]("the Third Column"), blame="claimed")
    denial = w.cell("perpetrator", third, column, "2031-05-04", at[b]("the Third Column"), stance="denies")
    w.slot("perpetrator", [claim, denial], ((1, 1), {str(third): (1, 1)}), (claim, denial, "deny"))
    twelve = w.cell(
        "killed",
        count("at least 12 people", 12, 12, None, "at_least"),
        hospital,
        "2031-05-03",
        at[a]("at least 12 people"),
        at[c]("at least 12 people"),
    )
    fifteen = w.cell("killed", count("15 people", 15, 15, 15), ministry, "2031-05-04", at[b]("15 people"))
    seventeen = w.cell("killed", count("17 people", 17, 17, 17), hospital, "2031-05-06", at[d]("17 people"))
    figured = {
        "acled_2024": Figured(15, 15, 15, "coded", ("acled_2024.majority",), ("p. 31",), (fifteen.id,), note=True),
        "ucdp_23": Figured(12, 15, 17, "coded", ("ucdp_23.low", "ucdp_23.best"), ("p. 8", "p. 9"), (twelve.id, fifteen.id, seventeen.id)),
        "gtd_2017": Figured(None, None, None, "blank", ("gtd_2017.independent",), ("p. 40",), ()),
        "airwars": Figured(None, None, None, "no_rule", (), (), ()),
    }  # fmt: skip
    w.slot(
        "killed",
        [twelve, fifteen, seventeen],
        ((2, 2), {}),
        (twelve, fifteen, "refine"),
        (twelve, seventeen, "update"),
        (fifteen, seventeen, "conflict"),
        policies=figured,
    )
    thirty = w.cell("injured", count("some 30", None, 30, None, "about"), hospital, "2031-05-03", at[a]("some 30"))
    w.slot("injured", [thirty], ((1, 1), {}))
    ties = (
        Tie(*sorted((a.strike, c.strike)), 0.98, (Reason("same_sentence_words", a.strike, (Span(a.title.end + 2, a.title.end + 20),)),)),
        Tie(*sorted((a.strike, b.strike)), 0.56, (Reason("same_day", a.strike), Reason("same_day", b.strike))),
        Tie(*sorted((a.strike, d.strike)), 0.71, (Reason("same_place", a.strike), Reason("same_place", d.strike))),
    )  # fmt: skip
    grade = Grade("airwars", "Contested", "airwars.contested", "site dictionary", (claim.id, denial.id))
    incident = Incident(
        w.id,
        "air strike, Orsk, Friday",
        "air_strike",
        events,
        "2031-05-02",
        "2031-05-02",
        ORSK,
        tuple(w.slots),
        (grade,),
        ties,
    )
    family = Family(joint_id("family", a.article, c.article), "copies", _members(a, c), a.article, None)
    view = FakeView(
        readings,
        copies=[copy],
        gathered={"incident": [incident], "origin": list(w.origins.values()), "family": [family]},
    )
    names = {"incident": w.id, "copy": copy.id, "hospital": hospital, "ministry": ministry, "seventeen": seventeen.id}
    for name, page, reading in zip(("ledger", "reader", "mirror", "post"), pages, readings, strict=True):
        names |= {name: reading.page.id, f"{name}_article": page.article, f"{name}_event": page.strike}
    names |= {"toll": a.scribe.quantities[0].id, "blame": a.blame}
    return view, names


def _copy(a, c):
    spans = [page.scribe.find(f"{STRIKE}; {TOLL}.") for page in (a, c)]
    return Copy(
        copy_id(a.article, c.article),
        Passages(a.article, (spans[0],)),
        Passages(c.article, (spans[1],)),
        "edited_copy",
        "b_from_a",
        None,
        0.9,
        (Reason("credit", c.article),),
    )


def _members(a, c):
    spans = [(page.scribe.find(f"{STRIKE}; {TOLL}."),) for page in (a, c)]
    return (
        Member(a.article, spans[0], None, "unknown", "identical"),
        Member(c.article, spans[1], a.article, "from_parent", "edited_copy"),
    )


def many(number):
    """The market, and as many more incidents like it, each a day and some kilometres further, over the same pages."""
    view, names = market()
    first = view.gathered["incident"][0]
    types = ("air_strike", "shelling", "clash", "abduction")
    for n in range(1, number):
        day = f"{2029 + n % 3}-{1 + n % 12:02d}-{1 + n % 28:02d}"
        place = {
            **ORSK,
            "name": f"Orsk {n % 40}",
            "lat": 30 + n % 9,
            "lon": 30 + n % 11,
            "country": ("XA", "XB", "XC")[n % 3],
        }
        slots = first.slots if n % 3 else first.slots[:3]
        id_ = joint_id("incident", str(n))
        view.gathered["incident"].append(
            replace(
                first,
                id=id_,
                name=f"{types[n % 4].replace('_', ' ')}, Orsk {n % 40}",
                type=types[n % 4],
                from_=day if n % 10 else None,
                to=day if n % 10 else None,
                place=place,
                slots=slots,
            )
        )
    return view, names
