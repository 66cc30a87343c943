"""What the first part of a sum is added to: 本级收入加补助27.9亿元、结转1.2亿元，收入总计42亿元.

The words name one more part, which may be told further up, or nowhere; what follows is never all.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.adding import fills
from factcheck.claims.mentions import Mention
from factcheck.patterns import compiled

# 增加, 参加, 加快 and the like add nothing.
_ADDED = compiled(
    r"(?P<named>[\u4e00-\u9fff]{2,12}?)(?:再|另|并)?(?:加上|加之|连同|算上|外加"
    r"|(?<![增参追附添叠更施])加(?![快大强速入工班盟密油装热固权减价征计氢注分拿深征温压]))(?=[\u4e00-\u9fff\ue000-\uf8ff]{2})"
)
_SHARED = 2


def with_what_it_is_added_to(
    total: Mention, parts: Sequence[Mention], levels: Sequence[Mention]
) -> list[Mention] | None:
    """The parts with the one that words name beside them; `None` where none is named so.

    Empty when the part named is told nowhere and the others do not make the total.
    """
    named = [found["named"] for part in parts if (found := _ADDED.search(part.left)) is not None]
    if not named:
        return None
    if fills(total, parts):
        return list(parts)
    told = [m for m in levels if m.where < parts[0].where and m.base_unit == total.base_unit and not m.aside]
    called = [m for m in told if any(word[-_SHARED:] in m.name.indicator + m.left for word in named)]
    whole = ([m, *parts] for m in reversed(called))
    return next((made for made in whole if fills(total, made)), _by_name(named, parts, called))


def _by_name(named: Sequence[str], parts: Sequence[Mention], called: Sequence[Mention]) -> list[Mention]:
    """The parts with the only amount of their paragraph that goes by the very name of the one left out."""
    near = [m for m in called if m.where[0] == parts[0].where[0]]
    own = [m for m in near if any(m.name.indicator.endswith(word) for word in named)]
    return [own[0], *parts] if len(own) == len(named) == 1 else []
