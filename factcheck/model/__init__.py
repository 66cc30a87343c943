"""The vocabulary every part speaks: frozen, slotted records, no behaviour beyond looking things up.

source    Span, Place, Document, Block, Table, Article: where words stand
numbers   Unit, Figure, Group, Token: what the number reader saw
places    which of many marked places touch a given one
date      PartialDate: a date of which parts may be unknown
period    Period: what a date or stretch of time means
claims    Fact, Quantity, Claim, Partition, Enumeration, Reading: what the text says
report    Finding, Verified, Unchecked, Report: what the tool says
"""

from factcheck.model.claims import (
    Claim,
    Enumeration,
    Fact,
    Measure,
    Modality,
    Order,
    Partition,
    Quantity,
    Quote,
    Reading,
)
from factcheck.model.date import PartialDate
from factcheck.model.numbers import Dimension, Figure, FigureKind, Group, GroupKind, Token, TokenKind, Unit
from factcheck.model.period import Anchor, Day, Grain, Period
from factcheck.model.places import Places, placed
from factcheck.model.report import (
    Certainty,
    Failure,
    Finding,
    Fix,
    Mark,
    Reason,
    Report,
    RuleNote,
    Severity,
    Silenced,
    Silencer,
    Unchecked,
    Verified,
)
from factcheck.model.source import (
    Article,
    Block,
    BlockKind,
    Cell,
    Document,
    Found,
    Piece,
    Place,
    Span,
    Standing,
    Table,
)

__all__ = [
    "Anchor",
    "Article",
    "Block",
    "BlockKind",
    "Cell",
    "Certainty",
    "Claim",
    "Day",
    "Dimension",
    "Document",
    "Enumeration",
    "Fact",
    "Failure",
    "Figure",
    "FigureKind",
    "Finding",
    "Fix",
    "Found",
    "Grain",
    "Group",
    "GroupKind",
    "Mark",
    "Measure",
    "Modality",
    "Order",
    "PartialDate",
    "Partition",
    "Period",
    "Piece",
    "Place",
    "Places",
    "Quantity",
    "Quote",
    "Reading",
    "Reason",
    "Report",
    "RuleNote",
    "Severity",
    "Silenced",
    "Silencer",
    "Span",
    "Standing",
    "Table",
    "Token",
    "TokenKind",
    "Unchecked",
    "Unit",
    "Verified",
    "placed",
]
