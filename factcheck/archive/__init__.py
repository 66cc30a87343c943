"""Everything across articles: claims that meet, the store of claims, facts tables, draft comparison.

setting    one article prepared: sentences, home, dates
whose, naming, moments, vintages    whose, what, when and how final, in full
joining, pool    claims put so that those of different articles can meet
"""

from __future__ import annotations

from factcheck.archive.pool import met

__all__ = ["met"]
