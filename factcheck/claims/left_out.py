"""Lists that leave something out, though one slip of the pen would make them whole.

入展386件，…; 境外作品142件，占36.8%: where nothing but the whole of a list could be misprinted, and a share
of it elsewhere comes out with it and not with the sum, the whole is right. 满意的312人，一般的160人 of
480 leave out those who are not.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.adding import printed, total_of
from factcheck.claims.bind import Bound
from factcheck.claims.closings import closings
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.slips import only_the_whole
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Fact, FigureKind, Measure, Quantity
from factcheck.patterns import compiled

_REST = compiled(
    "[^，。；\\d]{0,4}[，；]?(?:其余|其[他它]|剩余|余下|剩下|另外|此外|还有)[^，。；\\d一二两三四五六七八九十百千万]*[，。；]"
)
_HAVING = compiled("(?:具有|拥有|持有|取得|获得|评上|享受)[^，。；]{2,10}的$")
_BEHIND = compiled("[，,；;](?!其中|同比|环比|比|较)[^，,。；;\\d]{2,12}$")
_NEXT = 14  # where such a share begins at most
_FEWEST = 2  # answers of one question
_SORTS = ("share", "rate", "mean", "per")


def leaves_out(whole: Mention, parts: Sequence[Mention], bound: Bound) -> bool:
    """Whether a list that falls short of `whole` by one slip of the pen is no complete one."""
    return (
        _unanswered(parts) or _goes_on(parts[-1], bound) or _overlap(parts) or _vouched(whole, parts, bound)
    )


def rest_in_share(whole: Mention, parts: Sequence[Mention], bound: Bound) -> bool:
    """Whether a share right behind a list is of what it leaves out: 救助290起、其他35起，火警不到两成."""
    if _goes_on(parts[-1], bound):
        return True
    large, end = interval_of(whole), parts[-1].slot.span.end
    left = large - total_of(parts) if large is not None else None
    if large is None or left is None or left.bottom is None or left.bottom <= 0:
        return False
    text = bound.article.text
    near = (claim for claim in bound.claims if end < claim.span.start <= end + _NEXT and _is_ratio(claim))
    return any(
        claim.interval is not None
        and _BEHIND.match(text, end, claim.span.start) is not None
        and (claim.interval * large).meets(left)
        for claim in near
    )


def _is_ratio(claim: Claim) -> bool:
    """Whether it says what part of something there is: 不到两成, 四分之一."""
    if claim.quantity.measure is Measure.QUOTIENT:
        return claim.quantity.sort == "share"
    if any(figure.kind is FigureKind.FRACTION for figure in claim.figures):
        return True
    return claim.unit is not None and claim.unit.dimension is Dimension.RATIO


def _goes_on(last: Mention, bound: Bound) -> bool:
    """水电980万千瓦，其余为核电等: whether what else there is follows without a number."""
    return _REST.match(bound.article.text, last.slot.span.end) is not None


def _overlap(parts: Sequence[Mention]) -> bool:
    """其中夜间51起、高速公路38起: whether parts are told by when, where and who, and so count some twice."""
    having = [_HAVING.search(part.left) is not None for part in parts]
    if any(having) and not all(having):
        return True  # 卫生专业技术人员1186人，具有高级职称的236人
    told = ({n for n, one in enumerate(closings().aspects) if one.search(part.left)} for part in parts)
    known = [aspects for aspects in told if len(aspects) == 1]
    return len(set().union(*known)) > 1


def _unanswered(parts: Sequence[Mention]) -> bool:
    """Whether the parts are answers (满意, 一般), and one that others give (不满意) is missing."""
    words = "".join(part.left + part.right for part in parts)
    told = ([answer.search(words) is not None for answer in answers] for answers in closings().answers)
    return any(sum(given) >= _FEWEST and not all(given) for given in told)


def _vouched(whole: Mention, parts: Sequence[Mention], bound: Bound) -> bool:
    """Whether only `whole` could be misprinted in this sum, and a share of it elsewhere says it is not."""
    if not only_the_whole(printed([whole, *parts])):
        return False
    told = bound.levels[id(whole)]
    fact, said = told.quantity.of, told.interval
    levels = {claim.quantity.of: claim.interval for claim in bound.levels.values()}
    shares = [claim for claim in bound.claims if _over(claim, fact)]
    total = total_of(parts)
    return any(
        _holds(share, {**levels, fact: said}) and _fails(share, {**levels, fact: total}) for share in shares
    )


def _over(claim: Claim, whole: Fact | Quantity) -> bool:
    quantity = claim.quantity
    by_words = quantity.measure is Measure.QUOTIENT and not claim.alternative
    return by_words and quantity.sort in _SORTS and whole in (quantity.of, quantity.against)


_Levels = dict[Fact | Quantity, Interval | None]


def _holds(share: Claim, levels: _Levels) -> bool:
    sides = _sides(share, levels)
    return sides is not None and sides[0].meets(sides[1])


def _fails(share: Claim, levels: _Levels) -> bool:
    sides = _sides(share, levels)
    return sides is not None and not sides[0].meets(sides[1])


def _sides(share: Claim, levels: _Levels) -> tuple[Interval, Interval] | None:
    """The part, and the share of its whole; `None` where one of them is not told."""
    against = share.quantity.against
    if share.interval is None or against is None:
        return None
    part, whole = levels.get(share.quantity.of), levels.get(against)
    return None if part is None or whole is None else (part, share.interval * whole)
