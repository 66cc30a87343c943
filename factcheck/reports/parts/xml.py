"""XML as text: elements with attributes, everything escaped, nothing a parser would refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from factcheck.reports.parts.safe import in_xml

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: Mapping[str, object], children: Sequence[str] = (), text: str = "") -> str:
    """One element, its children indented by two blanks; `text` may hold line breaks."""
    head = "".join(f" {key}={quoteattr(in_xml(str(value)))}" for key, value in attributes.items())
    if not children and not text:
        return f"<{name}{head}/>"
    if not children:
        return f"<{name}{head}>{escaped(text)}</{name}>"
    inner = "".join("  " + child.replace("\n", "\n  ") + "\n" for child in children)
    return f"<{name}{head}>\n{inner}</{name}>"


def escaped(text: str) -> str:
    """`text` fit to stand between tags; line breaks as references, so that indenting adds nothing."""
    return "&#10;".join(escape(in_xml(line)) for line in text.split("\n"))
