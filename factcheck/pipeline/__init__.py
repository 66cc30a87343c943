"""The whole run: files in, one report out.

steps        read, split into articles, find figures, understand claims, judge
sources      paths and standard input into documents, unreadable ones into failures
rules        which rules run, and how loud they are
unchecked    which figures took part in no check, and why
silence      findings set apart by comments in the article (`comments`) and by settings
complaints   comments that silence nothing or cannot be understood
baseline     findings that are known and not reported again
changes      only what touches changed lines
"""

from __future__ import annotations

from factcheck.pipeline.rules import chosen, loaded, matching
from factcheck.pipeline.sources import inputs
from factcheck.pipeline.steps import Understood, check, check_text, check_texts, readings, understand_all

__all__ = [
    "Understood",
    "check",
    "check_text",
    "check_texts",
    "chosen",
    "inputs",
    "loaded",
    "matching",
    "readings",
    "understand_all",
]
