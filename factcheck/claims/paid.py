"""What is left to pay of a price: 标价2999元，补贴450元，满减再抵100元，到手2449元.

The price opens the account, each amount after it is taken off by its own words, and the last one says
that it is what the buyer pays. A discount in per cent or 折, a gift or a ceiling in between leaves
more untold, and then nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims.bind import Bound
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.skeleton import LEVEL
from factcheck.claims.stating import stated
from factcheck.model import Partition
from factcheck.patterns import compiled

_ROLES = (Role.LEVEL, Role.DIFFERENCE)
_PRICE = compiled(
    "(?:标价|原价|售价|定价|吊牌价|零售价|市场价|指导价|挂牌价|门市价|票价|一口价|起售价)(?:格)?(?:为|是|要|卖)?$"
)
_OFF = compiled(
    "(?:立减|直降|直减|减免?|减去|减掉|省|抵|抵扣|抵掉|折抵|抵用|优惠|让利|补贴|国补|补|降|便宜|下调|红包|代金券|消费券|优惠券|用券)"
    "(?:了|掉|去|可|价)*(?:金额)?(?:为|是)?$"
)
_PAID = compiled(
    "(?:到手价?|实付|实际(?:支付|付款|花费|到手)|只需付?|仅需付?|只付|只花|最终(?:价|支付|付款|花费)|付款|自付|券后价?|补贴后价?|折后价?)"
    "(?:了|格)?(?:只|仅|才)?(?:要|需|为|是|花)?$"
)
_TAKEN_HOME = compiled(
    "(?:就|即|便)?(?:能|可|可以)?(?:拿走|到手|带走|入手|拿下|抱走|提走|开走|买到|搬回家|领回家)"
)
_LEAKS = compiled(
    "[折%％]|至高|最高|最多|起|满(?!减)|每|送|赠|返|另|积分|分期|约|近|超|多|余|左右|或|不等|以内|从|至|—|-|~|加[上购价]|运费|安装费"
)
_DISCOUNT = compiled("[0-9一二三四五六七八九半几]折|打折|折扣")
_FEWEST = 2  # a price and one amount off


def paid(mentions: Sequence[Mention], bound: Bound) -> Iterator[Partition]:
    """The accounts of an article that end in what a buyer pays."""
    for _, together in groupby(mentions, key=lambda m: (m.sentence, m.segment)):
        said = [m for m in together if is_money(m)]
        for at, last in enumerate(said):
            terms = _terms(said[:at], last, bound.article.text) if at >= _FEWEST - 1 else []
            if len(terms) >= _FEWEST:
                signs = (1, *(1 if _is_fall(one) else -1 for one in terms[1:]))
                yield from stated(last, terms, bound, "paid", signs=signs, sort="balance")


def is_money(mention: Mention) -> bool:
    """Whether a mention tells a sum of money or a change of one: 标价2999元, 直降1200元."""
    plain = mention.slot.mark == LEVEL and not mention.aside and mention.slot.figure is not None
    return plain and mention.role in _ROLES and mention.base_unit == "元"


def _is_fall(mention: Mention) -> bool:
    """直降1200元 is a change by −1200元, and 补贴500元 an amount."""
    return mention.role is Role.DIFFERENCE and mention.sign < 0


def _terms(before: Sequence[Mention], last: Mention, text: str) -> list[Mention]:
    """The price and what was taken off it, right before what is paid; nothing where it is no such account."""
    lead = text[before[-1].slot.span.end : last.slot.span.start]
    if not (_PAID.search(lead) or _TAKEN_HOME.match(last.right)) or _OFF.search(lead):
        return []
    first = len(before) - 1
    while first > 0 and _OFF.search(_words(before, first, text)):
        first -= 1
    price, *off = before[first:]
    words = _words(before, first, text)
    opens = off and not _OFF.search(words) and (_PRICE.search(words) or _falls(price, off[0], text))
    told = text[price.slot.span.start : last.slot.span.end]
    opening = max(text.rfind(stop, 0, price.slot.span.start) for stop in "。！？\n")
    cut = _DISCOUNT.search(text, opening + 1, price.slot.span.start)  # 羽绒服打6折，一件标价2599元
    return [price, *off] if opens and not cut and not _LEAKS.search(told) else []


def _words(said: Sequence[Mention], at: int, text: str) -> str:
    """The words before an amount, back to the one before it."""
    one = said[at]
    return text[said[at - 1].slot.span.end : one.slot.span.start] if at else one.left


def _falls(price: Mention, off: Mention, text: str) -> bool:
    """3999元直降1200元: the amount off stands right behind the price."""
    return _OFF.fullmatch(text, price.slot.span.end, off.slot.span.start) is not None
