"""What one household or one group got of so much a head: 每人分红800元。… 老李家4口人，领回3200元.

The people and what they took home stand in one sentence, the sum for each a few sentences off. They belong
together where they come out, or where one slip of the pen is all that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims.exchanged import misprinted
from factcheck.claims.facts import interval_of
from factcheck.claims.mean_telling import comes_out
from factcheck.claims.mentions import Mention
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.terms import UNLIKE, Term, below
from factcheck.patterns import compiled

_EACH = compiled("(?:每人|每口人?|人均|每个人|每名?成员)[^，。；]{0,8}$")
_TOOK = compiled("(?:领|拿|分|得|收|发放?|兑现|到手|进账)(?:到|回|走|取|了|得|来)*$")
_OTHER = compiled("另|还|其中|加上|连同|扣|比|多|少|先|再|第[一二三]|预计|可|将|能|首")
_FAR, _FEWEST = 16, 2


def shared_terms(levels: Sequence[Mention], at: int) -> list[Term]:
    """The amounts that groups of so many people took home, with their number, if a level is each one's."""
    here = levels[at]
    if here.base_unit != "元" or here.slot.mark != LEVEL or not _EACH.search(here.left):
        return []
    around = [m for m in levels[max(0, at - _FAR) : at + _FAR] if abs(m.where[0] - here.where[0]) < _FEWEST]
    each = [m for m in around if m.base_unit == "元" and _EACH.search(m.left)]
    return [
        (0, total, count, Fraction(1))
        for count, total in _groups(around)
        if below(interval_of(here), interval_of(total)) and _of(here, total, count, each)
    ]


def _groups(around: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The numbers of people, each with what they took home right behind it in its sentence."""
    for at, count in enumerate(around):
        if not _is_group(count):
            continue
        behind = [m for m in around[at + 1 : at + 4] if m.sentence == count.sentence]
        money = [m for m in behind if m.base_unit == "元" and not _EACH.search(m.left)]
        if any(_is_group(m) and m.where < money[0].where for m in behind if money):
            continue  # 4口人有3人符合条件
        if len(money) == 1 and _TOOK.search(money[0].left) and not _OTHER.search(money[0].left):
            yield count, money[0]


def _is_group(mention: Mention) -> bool:
    """5口人, 6名学生: two at least, told as they are."""
    figure, unit = mention.slot.figure, mention.slot.unit
    people = unit is not None and unit.base in ("口", "人") and unit.scale == 1
    plain = mention.made_by not in UNLIKE and not mention.aside and mention.slot.mark == LEVEL
    return bool(people and plain and figure and not figure.hedge and (figure.value or 0) >= _FEWEST)


def _of(here: Mention, total: Mention, count: Mention, each: Sequence[Mention]) -> bool:
    """Whether an amount is so much for each of so many; if none comes out, the nearest but for a slip."""
    if comes_out(here, total, count, Fraction(1)):
        return True
    at = total.slot.span.start
    nearest = min(each, key=lambda m: (m.where[0] != total.where[0], abs(m.slot.span.start - at)))
    others = any(comes_out(other, total, count, Fraction(1)) for other in each)
    return here is nearest and not others and misprinted(here, total, count, digits=True, sums=True)
