"""Everything across articles: claims that meet, the store of claims, facts tables, draft comparison.

setting    one article prepared: sentences, home, dates
whose, naming, moments, vintages, records    whose, what, when, how final, and whether a record
joining, pool    claims put so that those of different articles can meet
cells, facts, years    tables of facts as articles that are never the suspect
"""

from __future__ import annotations

from factcheck.archive.cells import csv_grid
from factcheck.archive.facts import Facts, facts, facts_in
from factcheck.archive.pool import met

__all__ = ["Facts", "csv_grid", "facts", "facts_in", "met"]
