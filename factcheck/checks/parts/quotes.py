"""Whether words are somebody's own: direct speech is left as it was said."""

from __future__ import annotations

from factcheck.checks.parts.around import paragraph
from factcheck.model import Span
from factcheck.patterns import compiled

_SPEECH = compiled(r"[，。！？…；]")


def spoken(text: str, span: Span) -> bool:
    """Whether `span` stands in quotation marks that hold speech, not just a name or a slogan."""
    line = paragraph(text, span.start)
    start = max(text.rfind(mark, line.start, span.start) for mark in "“「")
    if start < 0 or any(mark in text[start : span.start] for mark in "”」"):
        return False
    ends = [end for end in (text.find(mark, span.end, line.end) for mark in "”」") if end >= 0]
    return _SPEECH.search(text, start, min(ends, default=line.end)) is not None
