"""Cheap tests that stand before costly patterns: whatever a pattern finds, its gate lets through."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from factcheck.checks.parts import place_words
from factcheck.claims import outdone, patterns
from factcheck.claims.patterns import patterns as known

Gate = Callable[[str], object]
GATED: dict[str, tuple[Callable[[], re.Pattern[str]], Gate]] = {
    "change": (lambda: known().change, patterns.changed),
    "noun change": (lambda: known().noun_change, patterns.changed_by),
    "share": (lambda: known().share, patterns.shared),
    "share noun": (lambda: known().share_noun, patterns.shared_by),
    "progress": (lambda: known().progress, patterns.progressed),
    "contribution": (lambda: known().contribution, patterns.contributed),
    "place": (lambda: place_words._PLACE, place_words._BEGUN.search),
}
GATED |= {
    f"apart {number} {at}": (lambda one=one: one, outdone._HINTS[mark].search)
    for number, (mark, wanted) in enumerate(outdone._PATTERNS.items())
    for at, one in enumerate(wanted)
}


@pytest.mark.parametrize("name", GATED)
def test_nothing_a_pattern_finds_is_kept_out(name: str) -> None:
    """The gate of a pattern is implied by the pattern, whatever words are added to its lists."""
    pattern, gate = GATED[name][0](), GATED[name][1]

    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(some.from_regex(pattern))
    def kept(words: str) -> None:
        found = pattern.search(words) or pattern.match(words)
        assume(found is not None)
        assert gate(words), words

    kept()
