"""Sets the lexicon knows to be complete: 男女, 城乡, 三次产业."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.facts import root
from factcheck.claims.lexicons import known, words
from factcheck.claims.mentions import Mention


def known_set(parts: Sequence[Mention]) -> list[Mention]:
    """The members among `parts` that make a set the lexicon knows to be complete, largest first."""
    best: list[Mention] = []
    for _, members in known().sets:
        found = [_member(word, parts) for word in members]
        picked = [m for m in found if m is not None]
        if len(picked) == len(members) > len(best) and len({id(m) for m in picked}) == len(picked):
            best = picked
    return best


def set_name(parts: Sequence[Mention]) -> str:
    """The name of the set the parts make, empty when none."""
    for name, members in known().sets:
        if len(members) == len(parts) and all(_member(word, parts) for word in members):
            return name
    return ""


def _member(word: str, parts: Sequence[Mention]) -> Mention | None:
    """The part that is named by the set's word: at the start or the end of its name."""
    hits = [part for part in parts if _called(word, part)]
    return hits[0] if len(hits) == 1 else None


def _called(word: str, part: Mention) -> bool:
    said = root(part).name
    full = said.subject + said.indicator if said.subject not in words().places.values() else said.indicator
    full = full.removeprefix("人均").removeprefix("其中")
    if word == "税收":
        return full.startswith("税收")
    return full.startswith(word) or full.endswith(word) or full.removeprefix("居住在").startswith(word)
