"""What each figure claims: whose what, when, and against what."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Article, Figure, Group, Period, Reading, Token


def reading(
    article: Article,
    tokens: Sequence[Token],
    figures: Sequence[Figure],
    groups: Sequence[Group],
    periods: Sequence[Period],
) -> Reading:
    """Everything `article` says, from what the lexers saw in its reading text."""
    return Reading(article, tuple(tokens), tuple(figures), tuple(groups), tuple(periods))
