"""The lines between two `---` at the top of a Markdown file: simple `key: value` pairs.

Only scalars are read, and no YAML library is needed for that: a date or a title is one line.
"""

from __future__ import annotations

import re

from factcheck.model import Span
from factcheck.patterns import compiled

FRONT_MATTER = compiled(r"\s*---[ \t]*\r?\n(?P<body>(?:(?!---)[^\n]*\n)*?)---[ \t]*(?:\r?\n|\Z)")
_ENTRY = compiled(r"^(?P<key>[\w\- ]{1,60})[ \t]*[:：][ \t]*(?P<value>[^\r\n]*?)[ \t\r]*$", re.MULTILINE)


def entries(body: str) -> tuple[tuple[str, str], ...]:
    """The scalar entries of a front matter, keys in lower case, quotes taken off."""
    found = ((entry["key"].strip().lower(), _unquoted(entry["value"])) for entry in _ENTRY.finditer(body))
    return tuple((key, value) for key, value in found if value)


def stated_title(front: re.Match[str]) -> Span | None:
    """Where the title stands in a front matter found by `FRONT_MATTER`, without its quotes."""
    for entry in _ENTRY.finditer(front.string, front.start("body"), front.end("body")):
        value = entry["value"]
        if entry["key"].strip().lower() == "title" and value:
            start = entry.start("value") + value.find(_unquoted(value))
            return Span(start, start + len(_unquoted(value)))
    return None


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
