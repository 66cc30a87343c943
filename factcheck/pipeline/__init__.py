"""The whole run: files in, one report out.

steps        every file read and understood, judged, and what nobody wants to hear set apart
sources      paths and standard input into documents
opened       one file: split into articles, figures found, claims understood; kept by `cache`, `codec`
workers      many files understood by several processes
rules        which rules run, and how loud they are
unchecked    which figures took part in no check, and why
silence      findings set apart by `comments` in the article and by settings
complaints   comments that silence nothing or cannot be understood
baseline     findings that are known and not reported again
changes      only what touches changed lines
trial        rules tried on their own examples
"""

from __future__ import annotations

from factcheck.pipeline.opened import readings
from factcheck.pipeline.rules import chosen, loaded, matching
from factcheck.pipeline.sources import inputs
from factcheck.pipeline.steps import Understood, check, check_text, check_texts, understand_all

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
