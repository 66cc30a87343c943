"""A figure of the title that only the pen made: 362家企业揽才 over 326家用人单位进场.

Title and body may name one thing by two nouns. A figure of the title that nothing in the body bears
out, while a figure of the body in the same unit is the same number with two neighbouring digits
exchanged, is that figure misprinted, whatever the nouns; with one digit changed it is when the words
are alike as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.claims.bearing import adds_up, bears_out
from factcheck.claims.facts import root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.misprints import digits, one_changed, transposed, value
from factcheck.claims.nouns import noun_after
from factcheck.claims.skeleton import LEVEL, PERCENT
from factcheck.claims.titled import TITLED
from factcheck.model import Article, BlockKind, Dimension
from factcheck.patterns import compiled

_TELLING = 3
_ENDING = 4
_BASES = ("versus", "from", "restated", "headline")
_UNTOLD = frozenset({"岁", "周岁", "年", "月", "日", "天", "级", "分"})
_NUMBER = compiled(r"\d[\d,，]*(?:\.\d+)?")
_NEAR = Fraction(1, 2000)


def title_slips(mentions: Sequence[Mention], kinds: Sequence[BlockKind], article: Article) -> None:
    """Tie each figure of a title that is one of the body misprinted to it; `kinds` is by paragraph."""
    titles = [m for m in mentions if kinds[m.where[0]] is BlockKind.TITLE and _is_told(m)]
    if not titles:
        return
    body = [m for m in mentions if kinds[m.where[0]] not in TITLED and m.slot.figure is not None]
    for title in titles:
        found = _meant(title, body)
        if found is not None and not _borne_out(title, found, body) and not _elsewhere(title, body, article):
            tie(title, found)


def _is_told(mention: Mention) -> bool:
    """A level of a title, with digits enough to be known again, that stands for nothing yet."""
    plain = mention.role is Role.LEVEL and mention.slot.mark == LEVEL and mention.made_by != "headline"
    unit = mention.slot.unit
    named = unit is None or (unit.name not in _UNTOLD and unit.dimension is not Dimension.RATIO)
    return plain and named and len(digits(mention)) >= _TELLING


def _meant(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The one figure of the body that the title's is with a slip of the pen."""
    like = [m for m in body if m.base_unit == title.base_unit and m.role is Role.LEVEL and _plain(m)]
    slips = [m for m in like if transposed(title, m)] or [
        m for m in like if title.period == m.period and _alike(title, m) and one_changed(title, m)
    ]
    slips = slips or [m for m in like if _one_ending(title, m) and _shuffled(title, m)]
    if len({value(m) for m in slips}) != 1:
        return None
    return min(slips, key=lambda m: (not m.name.indicator, m.where))


def _plain(mention: Mention) -> bool:
    return not (mention.last_year or mention.aside or mention.made_by in _BASES)


def _borne_out(title: Mention, meant: Mention, body: Sequence[Mention]) -> bool:
    """Whether the body says the title's figure after all, or says what it was made of."""
    like = [m for m in body if m.base_unit == title.base_unit]
    gap = abs(value(title) - value(meant))
    if any(bears_out(title, m) or value(m) == gap for m in like) or adds_up(title, like):
        return True
    rise = gap / abs(value(meant))
    return any(m.slot.mark == PERCENT and abs(rise - abs(value(m))) < _NEAR for m in body)


def _alike(title: Mention, body: Mention) -> bool:
    """Whether both count the same noun, or are named alike."""
    nouns = noun_after(title.right), noun_after(body.right)
    if all(nouns):
        return nouns[0] == nouns[1]
    one, two = title.name.indicator, root(body).name.indicator
    return bool(one) and (one in two or (len(two) > 1 and two in one))


def _one_ending(title: Mention, body: Mention) -> bool:
    """体育场馆接待群众, 公共场馆接待群众: names that end in the same words."""
    one, two = title.name.indicator[-_ENDING:], root(body).name.indicator[-_ENDING:]
    return len(one) == _ENDING and one == two


def _shuffled(title: Mention, body: Mention) -> bool:
    """Whether two figures are written with the same digits, four or more, in another order."""
    one, two = digits(title), digits(body)
    return len(one) > _TELLING and sorted(one) == sorted(two)


def _elsewhere(title: Mention, body: Sequence[Mention], article: Article) -> bool:
    """Whether a number that no sentence gave another unit, in a table or a list, is the title's."""
    read = {m.slot.span.start for m in body if _of_its_own(m, title)}
    read |= {
        place
        for block in article.blocks
        if block.kind is BlockKind.TITLE
        for place in range(block.span.start, block.span.end)
    }
    return any(
        _repeats(digits(title), "".join(c for c in found.group() if c.isdigit()).strip("0"))
        for found in _NUMBER.finditer(article.text)
        if found.start() not in read
    )


def _of_its_own(mention: Mention, title: Mention) -> bool:
    """Whether its unit tells for sure if it can be the title's figure."""
    one, two = mention.slot.unit, title.slot.unit
    return (
        one is not None and two is not None and (one.base == two.base or one.dimension is not two.dimension)
    )


def _repeats(title: str, number: str) -> bool:
    """Whether a number is the title's, or becomes it when rounded or cut off."""
    if len(number) < len(title):
        return False
    cut = number[: len(title)]
    return title in (cut, str(int(cut) + (number[len(title) : len(title) + 1] > "4")))


def tie(title: Mention, meant: Mention) -> None:
    """Let a figure of a title stand for one of the body."""
    title.topic, title.made_by = meant, "headline"
    title.name = title.name.called("")
    title.base, title.modality = meant.base, meant.modality
    title.period, title.period_said = meant.period, True
