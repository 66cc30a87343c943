"""The only or first one of its kind, and its own number: 主跨860米…是唯一一座主跨超过1000米的桥."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.spread_ends import Ends, clause_start
from factcheck.claims.spread_limits import limit
from factcheck.model import Article
from factcheck.patterns import compiled

_SOLE = compiled(
    "(?P<open>(?:目前|现在|也|还|仍)?(?:是|系|成为|乃|为)|作为)[^，。；]{0,14}?(?:唯一|仅有|首|第[一二三四五六七八九十]|少有|罕见|屈指可数|为数不多)"
    "(?:的|能够)?(?:一)?(?:[个座条家台艘款只支位所颗棵枚株处片名]|)(?P<what>[^，。；的]{0,6})"
)
_REACH, _FAR, _TAIL = 6, 3, 2


def sole(mentions: Sequence[Mention], article: Article) -> Iterator[tuple[Ends, list[Mention]]]:
    """The limits that the only or first thing of its kind is said to have passed, with its own number."""
    text = article.text
    for at, mention in enumerate(mentions):
        figure = mention.slot.figure
        if figure is None or not figure.hedge or not mention.right.startswith("的"):
            continue
        if (hull := limit(figure, "")) is None:
            continue
        words = text[clause_start(text, figure.span.start) : figure.span.start]
        said = _SOLE.fullmatch(words.removesuffix(figure.hedge.split("…")[0]))
        if said is None:
            continue
        own = _own(mentions, at, said["what"], after=said["open"] == "作为")
        own = [m for m in own if _near(m, mention)]
        yield Ends(mention, at, at, hull, (figure,), words, "limit"), own


def _own(mentions: Sequence[Mention], at: int, what: str, *, after: bool) -> list[Mention]:
    """The one number of the thing itself that can be meant; none when there are several."""
    near = mentions[at + 1 : at + 1 + _REACH] if after else mentions[max(0, at - _REACH) : at]
    limit_said = mentions[at]
    like = [m for m in near if m.sentence == limit_said.sentence and m.base_unit == limit_said.base_unit]
    like = [m for m in like if m.role is Role.LEVEL and interval_of(m) is not None and not m.modality]
    if what:
        like = [m for m in like if what[-_TAIL:] in m.lead]
    return like if len(like) == 1 else []


def _near(one: Mention, two: Mention) -> bool:
    left, right = middle_of(one), middle_of(two)
    return left > 0 and right > 0 and max(left, right) <= _FAR * min(left, right)
