"""Earlier levels recalled in short: 投资1286亿元 … 去年同期投资为1218亿元, 该机场吞吐量 for 机场旅客吞吐量.

What an article comes back to later it names in fewer words, or points at. Such a level gets the name
of the one it recalls, where no other level could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.claims.looking_back import look_back
from factcheck.claims.mentions import Mention, Role
from factcheck.patterns import compiled
from factcheck.periods import is_key

_POINTING = "[，,；;。]?(?:该|此|本|上述)"
_OPENED = compiled(_POINTING)
_POINTED = compiled(f"^{_POINTING}(?P<who>[\u4e00-\u9fff]{{2,4}}?)的?$")
# 净利润 with what is due to minorities is no 归母净利润 of another time.
_OWNED = ("归母", "扣非", "归属")
_SHORTEST = 2


def recall(mentions: Sequence[Mention]) -> None:
    """Name the levels among `mentions` that say an earlier level of another time in other words.

    What changed since such a level, over the years between, is tied to both ends of it.
    """
    known: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in mentions:
        if mention.role is not Role.LEVEL or not mention.name.indicator or mention.aside or mention.modality:
            continue
        if mention.made_by == "level" and mention.period is not None:
            _name(mention, known[mention.base_unit])
        known[mention.base_unit].setdefault(mention.name.indicator, mention)
    look_back(mentions)


def _name(mention: Mention, known: dict[str, Mention]) -> None:
    """Give a level the only name before it, in its unit, that it shortens or points at."""
    own = mention.name.indicator
    if own in known or len(own) < _SHORTEST or mention.name.mean:
        return
    meant = [name for name in known if own in name]
    if not meant and _OPENED.match(mention.left):
        meant = [name for name in known if own.endswith(name) and _points(mention, name)]
    said = known[meant[0]] if len(meant) == 1 and not meant[0].startswith(_OWNED) else None
    if said is None or said.name.mean or said.name.within or said.sentence == mention.sentence:
        return
    if said.period is not None and said.period != mention.period and _of_one_shape(said, mention):
        mention.name = mention.name.called(said.name.indicator)
        mention.subject = said.subject


def _points(mention: Mention, name: str) -> bool:
    """该机场旅客吞吐量: the words before the name only point at whose it is."""
    words = mention.left.rstrip("为是达有共约的")
    return words.endswith(name) and _POINTED.search(words[: -len(name)]) is not None


def _of_one_shape(one: Mention, two: Mention) -> bool:
    """A stretch is recalled by a stretch, a moment by a moment."""
    periods = [m.period for m in (one, two)]
    keys = [p for p in periods if is_key(p)]
    return len(keys) == len(periods) and keys[0][3] == keys[1][3]
