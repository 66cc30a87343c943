"""What the Tab key offers."""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.reports import formats


def format_names(incomplete: str) -> list[str]:
    """Formats that begin like this."""
    return [name for name in formats() if name.startswith(incomplete)]


def rule_names(incomplete: str) -> list[str]:
    """Rules and topics that begin like this; after a comma the next one."""
    from factcheck.config import Settings  # noqa: PLC0415  (only when Tab is pressed)
    from factcheck.pipeline import loaded  # noqa: PLC0415

    before, comma, last = incomplete.rpartition(",")
    try:
        names = [rule.name for rule in loaded(Settings())]
    except FactcheckError:
        return []
    topics = sorted({f"{name.partition('/')[0]}/" for name in names})
    offered = [*topics, *names] if "/" not in last else names
    return [f"{before}{comma}{name}" for name in offered if name.startswith(last)]


def severity_names(incomplete: str) -> list[str]:
    """Levels of `--fail-on` that begin like this."""
    return [name for name in ("error", "warning", "info", "never") if name.startswith(incomplete)]
