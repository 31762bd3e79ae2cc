"""What things are: frozen records, one file per stage.  They import nothing of ours and do no work."""

from headwater.records.accounts import Account
from headwater.records.articles import (
    ARTICLE_ROLES,
    FURNITURE_ROLES,
    HEADER_ROLES,
    Article,
    ArticleBody,
    Block,
    Credit,
    Moment,
    Name,
)
from headwater.records.attributions import Attribution, Content, Entity, Mention, Source
from headwater.records.events import Argument, Counted, Event, PartOf, PolicyFigure, Quantity, Scope
from headwater.records.guide import Guide
from headwater.records.incidents import (
    Actor,
    Cell,
    CellRelation,
    Figured,
    Grade,
    Incident,
    Origin,
    OriginCount,
    Slot,
    Tie,
    ValueOrigins,
)
from headwater.records.ledgering import Judgement, Run, Target
from headwater.records.lineage import Copy, Family, Member, NamedRoot, Passages, Reason
from headwater.records.page import Given, Page, PageRecord, Repair, Unread
from headwater.records.policies import ChoosingRule, DividingRule, GradeRule, Policy, WordingRule
from headwater.records.reading import Reading
from headwater.records.sketches import Sketch, SketchedSlot, SketchedValue
from headwater.records.span import Span, Words

__all__ = [
    "ARTICLE_ROLES",
    "FURNITURE_ROLES",
    "HEADER_ROLES",
    "Account",
    "Actor",
    "Argument",
    "Article",
    "ArticleBody",
    "Attribution",
    "Block",
    "Cell",
    "CellRelation",
    "ChoosingRule",
    "Content",
    "Copy",
    "Counted",
    "Credit",
    "DividingRule",
    "Entity",
    "Event",
    "Family",
    "Figured",
    "Given",
    "Grade",
    "GradeRule",
    "Guide",
    "Incident",
    "Judgement",
    "Member",
    "Mention",
    "Moment",
    "Name",
    "NamedRoot",
    "Origin",
    "OriginCount",
    "Page",
    "PageRecord",
    "PartOf",
    "Passages",
    "Policy",
    "PolicyFigure",
    "Quantity",
    "Reading",
    "Reason",
    "Repair",
    "Run",
    "Scope",
    "Sketch",
    "SketchedSlot",
    "SketchedValue",
    "Slot",
    "Source",
    "Span",
    "Target",
    "Tie",
    "Unread",
    "ValueOrigins",
    "WordingRule",
    "Words",
]
