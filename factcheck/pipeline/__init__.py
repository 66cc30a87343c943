"""The whole run: files in, one report out.

steps        read, split into articles, find figures, understand claims, judge
unchecked    which figures took part in no check, and why
"""

from __future__ import annotations

from factcheck.pipeline.steps import check, check_text, readings, understand, understand_all

__all__ = ["check", "check_text", "readings", "understand", "understand_all"]
