"""Lists that a sentence says are sorted: 由高到低依次为东站（51万人次）、西站（48万人次）…, 前三位依次是….

The values must be all that is said of the members (其中人口…万 may be of another order), in one unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.claims.bind import Bound
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention, Role
from factcheck.model import Order
from factcheck.patterns import compiled
from factcheck.periods.numerals import number

_DOWN = compiled("[由从](?:高[到至]低|大[到至]小|多[到至]少|长[到至]短|强[到至]弱|重[到至]轻)")
_UP = compiled("[由从](?:低[到至]高|小[到至]大|少[到至]多|短[到至]长|轻[到至]重)")
_TOP = compiled(
    r"(?<!倒数)(?:前(?P<count>[两二三四五六七八九十]|\d{1,2})[位名强]?)[^，。；、（）\d]{0,14}?依次[是为有：:]*"
)
_OTHERWISE = compiled(
    "倒数|最[低少小短]|用时|耗时|成绩|浓度|能耗|指数|价|成本|跌|降|失|杆|行政区划|笔画|拼音|时间|先后"
)
_NEXT = compiled("(?:其后|随后|之后|其次|接下来|往后|接着)(?:依次)?(?:就)?(?:依次)?[是为有]")
_FIRST = compiled("最[多高大长]|居首|首位|第一|榜首|排在最前|领跑|领先|夺冠")
_LISTED = compiled("[、，,和及与]*(?:以及)?[一-鿿·]{1,8}")
_PLAIN = compiled(r"[、和及与，,；;：:（(]*(?:以及)?(?:分别|依次)?(?:为|是|达到?|有)?")
_LEAST, _GAP = 3, 4


def sorted_lists(mentions: Sequence[Mention], bound: Bound) -> Iterator[Order]:
    """The lists of figures that sentences say are sorted, as orders."""
    text = bound.article.text
    if "依次" not in text:
        return
    for _, group in groupby(mentions, key=lambda m: m.sentence):
        said = list(group)
        first = said[0].slot.span.start
        start = 0
        for stop in "\n。；！？;":
            start = max(start, text.rfind(stop, start, first) + 1)
        if (rest := _after_the_first(said)) is not None:
            yield Order(tuple(bound.of[id(m)][0] for m in rest), True, bound.article, None, "sorted-list")
            continue
        words = text[start:first]
        down, count = _way(words)
        run = _run(said) if down is not None and not _OTHERWISE.search(words) else []
        if len(run) >= _LEAST and count in (0, len(run)):
            claims = tuple(bound.of[id(m)][0] for m in run)
            yield Order(claims, bool(down), bound.article, None, "sorted-list")


def _after_the_first(said: Sequence[Mention]) -> list[Mention] | None:
    """河南312人排在最前，其后依次为安徽286人、山东254人: the first and those that come after it."""
    at = next((n for n, mention in enumerate(said) if _NEXT.search(mention.left)), None)
    if at is None or any(_OTHERWISE.search(m.left) for m in said):
        return None
    run = [said[at]]
    for mention in said[at + 1 :]:
        if mention.base_unit != run[0].base_unit or _LISTED.fullmatch(mention.left) is None:
            break
        run.append(mention)
    first = said[at - 1] if at and said[at - 1].base_unit == run[0].base_unit else None
    if first is not None and _FIRST.search(f"{first.left}|{first.right}"):
        run.insert(0, first)
    told = all(m.role is Role.LEVEL and interval_of(m) is not None for m in run)
    return run if told and len(run) >= _LEAST else None


def _way(words: str) -> tuple[bool | None, int]:
    """Whether the largest comes first, `None` when nothing says so; and how many there are, 0 if unsaid."""
    if _DOWN.search(words) and "依次" in words:
        return True, 0
    if _UP.search(words) and "依次" in words:
        return False, 0
    found = _TOP.search(words)
    return (True, number(found.group("count"))) if found is not None else (None, 0)


def _run(said: Sequence[Mention]) -> list[Mention]:
    """The figures of the list: those in the unit of the first, close to each other, with no noun."""
    run = [m for m in said if m.role is Role.LEVEL and m.base_unit == said[0].base_unit and not m.name.total]
    for at, (one, two) in enumerate(pairwise(run)):
        if two.where[3] - one.where[3] > _GAP or two.segment != one.segment:
            run = run[: at + 1]
            break
    plain = all(interval_of(m) is not None and _bare(m) for m in run)
    return run if plain else []


def _bare(mention: Mention) -> bool:
    """A figure in brackets after its name, or of a 分别 list without a noun."""
    listed = mention.made_by == "respectively" and _PLAIN.fullmatch(mention.left) is not None
    return listed or (mention.aside and not mention.left.strip())
