"""A count of the title that the body's own sum gainsays: 8条公交线路调整 over 7条线路，延长4条，缩短3条.

Title and body often name what they count in longer and shorter words. Where the lead counts things of one
noun, tells the parts that make up the count, and nothing in the body says the title's number or makes it,
the title's count is the lead's, one or two too many; a smaller one may be of some of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from factcheck.claims.bearing import adds_up, bears_out
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.misprints import value
from factcheck.claims.nouns import noun_after
from factcheck.claims.title_slips import tie
from factcheck.claims.titled import TITLED
from factcheck.model import BlockKind, Dimension

_LEAD, _OFF, _FEWEST = 2, 2, 4


def title_counts(mentions: Sequence[Mention], kinds: Sequence[BlockKind]) -> None:
    """Tie each count of a title to the count of the lead that it misses; `kinds` is by paragraph."""
    titles = [m for m in mentions if kinds[m.where[0]] is BlockKind.TITLE and _counts(m)]
    if not titles:
        return
    body = [m for m in mentions if kinds[m.where[0]] not in TITLED]
    first = body[0].where[0] if body else 0
    for title in titles:
        like = [m for m in body if m.base_unit == title.base_unit]
        lead = [m for m in like if m.where[0] < first + _LEAD and _counts(m) and _one_noun(title, m)]
        meant = lead[0] if len({value(m) for m in lead}) == 1 else None
        if meant is None or any(bears_out(title, m) for m in like) or adds_up(title, like):
            continue
        if 0 < value(title) - value(meant) <= _OFF and _made_up(meant, like):
            tie(title, meant)


def _counts(mention: Mention) -> bool:
    """Whether a figure counts things, four at least and all of them told."""
    figure, unit = mention.slot.figure, mention.slot.unit
    counted = unit is not None and unit.dimension is Dimension.COUNT and figure is not None
    plain = mention.role is Role.LEVEL and mention.made_by in ("level", "level-again") and not mention.aside
    return bool(counted and plain and figure and not figure.hedge and value(mention) >= _FEWEST)


def _one_noun(title: Mention, body: Mention) -> bool:
    """公交线路 and 线路: what is counted, in longer and shorter words."""
    one, two = noun_after(title.right), noun_after(body.right)
    return min(len(one), len(two)) > 1 and (one.endswith(two) or two.endswith(one) or one.startswith(two))


def _made_up(whole: Mention, like: Sequence[Mention]) -> bool:
    """Whether figures right behind a count, in its sentence, make it up."""
    parts = [m for m in like if m.sentence == whole.sentence and m.where > whole.where]
    return value(whole) in list(accumulate(map(value, parts)))[1:]
