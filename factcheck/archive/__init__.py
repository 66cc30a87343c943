"""Everything across articles: claims that meet, the store of claims, facts tables, draft comparison.

setting    one article prepared: sentences, home, dates
whose, naming, spelling, moments, vintages, records    whose, what, when, how final
events, corrections, pooled    editions and places, what was corrected, totals of several houses
joining, pool    claims put so that those of different articles can meet
cells, facts, years    tables of facts as articles that are never the suspect
rows, remembered, store    claims as rows and back, in DuckDB
keeping, asking, audit    articles into an archive, what it knows of others, it against itself
"""

from __future__ import annotations

from factcheck.archive.asking import homes, related
from factcheck.archive.cells import csv_grid
from factcheck.archive.facts import Facts, facts, facts_in
from factcheck.archive.pool import met
from factcheck.archive.store import Store

__all__ = ["Facts", "Store", "csv_grid", "facts", "facts_in", "homes", "met", "related"]
