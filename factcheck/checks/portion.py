"""A share in words that a clause of its own says of a part: 780户，412户赞成，赞成户数过半."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import either, outer
from factcheck.checks.parts.compared import base
from factcheck.checks.parts.halves import halves
from factcheck.checks.parts.printing import rounded
from factcheck.checks.parts.within import figures_within
from factcheck.interval import Interval
from factcheck.model import Claim, Dimension, Figure, FigureKind, Measure, Reading, Span
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.stops import opening

_BARE = compiled(
    "(?:也|已经?|勉强|刚刚|恰好|均|都|就|便|还|仍|刚好|达到?|为|是|约|总数的?|全部的?|其中的?|占比|[一-鿿]{2}进度|进度|占|占了|占到|比例|比重|人数|户数|票数|家数|数量|任务|目标|工程|完成|(?:支持|赞成|同意|参与|投票)[者的率]|(?:结案|上座|签约|到场|出勤|报到|回收|参与|投票|完成)率|了|的|双双)*"
)
_BRACKET = compiled("(?:的?[一-鿿]{0,8})[（(](?:共|计|即|为|达|有)?")
_AFTER = compiled("[，,](?:即|也就是)?(?:只|仅|共|一共|总共)?(?:有|为|是|计|达)")
_SHARED = compiled("[^，。；]{0,6}[，,]?(?:占|比重|比例|份额)")
_NAMED = compiled(
    "(?P<bound>超过|超|逾|接近|将近|近|不到|不足)(?:了)?(?P<whole>[一-鿿]{2,8})的(?P<share>半数|一半|三分之一|三分之二|四分之三)(?=[，。；])"
)
_SHARES = {
    "半数": Fraction(1, 2),
    "一半": Fraction(1, 2),
    "三分之一": Fraction(1, 3),
    "三分之二": Fraction(2, 3),
    "四分之三": Fraction(3, 4),
}
_BELOW = Interval(0, 1, 2)
_OVERLAP = compiled("户数|人数|票数|家数|数量|数|比例|比重|占比|票|率|了|已|也|的")
# 水稻产量在粮食产量中占比过半 has a whole of its own.
_WITHIN = compiled("在[^，]{2,}[中里]")
_OF_A_TOTAL = compiled("占?[^，。；]{0,6}总[数量额人][^，。；]{0,2}的?$")
_TOLD = 12
_CLOSED = "，,；;。！？!?）)\n"
_STOPS = "，,；;。！？!?：:\n"
_TOGETHER = compiled("加上|合计|共计|累计|连同|算上|另有|此外")
_TO_DO = compiled("(?:还|尚|仍)?(?:差|缺|欠|剩下?|余下?)(?:约|着)?$")
_OF_ANOTHER = ("versus", "from", "restated", "echo")
_FIRST = compiled("[，,]?(?:其中|有|已有?|目前)")
_NEAR, _WORDS, _SHORT, _HUNDRED, _HELD = 90, 26, 2, 100, 8
_COUNTED = frozenset({"人", "户"})


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A share in words: where it stands with its bound, what it allows, of what (where it says so)."""

    span: Span
    share: Interval | Figure
    whole: str = ""

    @property
    def allowed(self) -> Interval:
        """The shares that its words allow."""
        return _opened(self.share) if isinstance(self.share, Figure) else self.share


def check(
    subject: Reading,
    reading: Reading,
    *,
    more: tuple[str, ...] = (),
    nearly: tuple[str, ...] = (),
    less: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Hold each such share against the part before it and what that is a part of.

    `more`, `nearly` and `less` are words for above, almost and below a half.
    """
    said = [*_in_words(reading, more, nearly, less), *_in_figures(reading)]
    said += _of_named(reading)
    text = reading.article.text
    said = [one for one in said if _number_after(text, one.span) or _comma(text, one.span) is not None]
    if not said:
        return
    levels = sorted([c for c in reading.claims if _is_level(c)], key=_start)
    for one in said:
        part = _in_brackets(text, one, levels) or _part(reading, one, levels)
        if part is not None:
            wholes = _wholes(text, part, levels)
            yield from _judged(one, part, [c for c in wholes if _is_named(reading, c, one.whole)])


def _in_words(
    reading: Reading, more: tuple[str, ...], nearly: tuple[str, ...], less: tuple[str, ...]
) -> Iterator[_Said]:
    text = reading.article.text
    found = halves(more, nearly, less, _BELOW)
    if not found:
        return
    for match in compiled(either(found)).finditer(text):
        yield _Said(Span(match.start(), match.end()), found[match.group()])


def _in_figures(reading: Reading) -> Iterator[_Said]:
    text = reading.article.text
    for figure in reading.figures:
        if not _is_share(figure):
            continue
        said = outer(text, figure)
        if _OF_A_TOTAL.search(text, max(0, said.start - _TOLD), said.start):
            continue  # 19.4万名，占46.9%；9.5万名，约占总数的23%: of what all of them make
        if text[said.end : said.end + 1] in _CLOSED or _number_after(text, said) is not None:
            yield _Said(said, figure)


def _is_share(figure: Figure) -> bool:
    if not figure.hedge or figure.value is None or figure.interval is None:
        return False
    ratio = figure.unit is not None and figure.unit.dimension is Dimension.RATIO
    return ratio or figure.kind is FigureKind.FRACTION


def _of_named(reading: Reading) -> list[_Said]:
    """超过有效票的半数: the whole stands between the bound and the share."""
    found = []
    for match in _NAMED.finditer(reading.article.text):
        share = _SHARES[match["share"]]
        if match["bound"] in ("接近", "近", "将近"):
            allowed = Interval.between(share * Fraction(4, 5), share, high_open=True)
        elif match["bound"] in ("不到", "不足"):
            allowed = Interval.between(0, share, high_open=True)
        else:
            allowed = Interval.between(share, 1, low_open=True)
        found.append(_Said(Span(match.start(), match.end()), allowed, match["whole"]))
    return found


def _opened(figure: Figure) -> Interval:
    """What a bounded share allows: far above is above as well."""
    said = base(figure)
    assert said is not None
    if said.bottom is not None and said.bottom == figure.worth:
        return Interval.between(said.bottom, 1, low_open=said.low_open)
    return said


def _is_level(claim: Claim) -> bool:
    if claim.quantity.measure is not Measure.LEVEL or len(claim.figures) != 1 or claim.alternative:
        return False
    if claim.unit is not None and claim.unit.dimension is Dimension.RATIO:
        return False  # 公办61.3%，超过六成；民办39.7%，不足四成: each word tells its own rate once more
    return claim.figures[0].value is not None and claim.made_by not in _OF_ANOTHER


def _in_brackets(text: str, said: _Said, levels: Sequence[Claim]) -> Claim | None:
    """过半数企业（24家）, 反对的不足三成，有648份: the number told behind a share in words."""
    found = _number_after(text, said.span)
    if found is None:
        return None
    return next((c for c in levels if c.span.start == found.end()), None)


def _number_after(text: str, said: Span) -> re.Match[str] | None:
    """The words between a share and the number told behind it."""
    return _BRACKET.match(text, said.end) or _AFTER.match(text, said.end)


def _part(reading: Reading, said: _Said, levels: Sequence[Claim]) -> Claim | None:
    """The level right before the clause of the share, when that clause speaks of nothing else."""
    text = reading.article.text
    start = _comma(text, said.span)
    if start is None:
        return None
    here = bisect_left(levels, start, key=_start)
    before = [c for c in levels[max(0, here - _HELD) : here] if c.span.end <= start <= c.span.end + _WORDS][
        -1:
    ]
    if not before or figures_within(reading, Span(before[0].span.end, start)):
        return None
    begun = opening(text, before[0].span.start, "、" + _STOPS)
    words, prefix = text[begun:start], text[start + 1 : said.span.start]
    if _TO_DO.search(text[begun : before[0].span.start]):
        return None  # 还差0.7万亩，进度刚好八成
    if _TOGETHER.search(words) or any(stop in text[before[0].span.end : start] for stop in _STOPS):
        return None
    return before[0] if _of_it(prefix, words) else None


def _comma(text: str, said: Span) -> int | None:
    """Where the clause ends behind which a share has one of its own; `None` for any other share."""
    if text[said.end : said.end + 1] not in _CLOSED:
        return None
    start = opening(text, said.start, _STOPS) - 1
    return start if start >= 0 and text[start] in "，,；;" else None


def _start(claim: Claim) -> int:
    return claim.figures[0].span.start


def _of_it(prefix: str, words: str) -> bool:
    """Whether the words before a share are bare, or name the part once more."""
    if _BARE.fullmatch(prefix):
        return True
    if _WITHIN.search(prefix):
        return False
    named = _OVERLAP.sub("", prefix)
    return len(named) >= _SHORT and (named[:_SHORT] in words or set(named[:_SHORT]) <= set(words))


def _wholes(text: str, part: Claim, levels: Sequence[Claim]) -> list[Claim]:
    """What a part can be a part of: the larger levels of one unit before it, the likeliest one last."""
    sentence = opening(text, part.span.start, "。！？!?\n")
    if _FIRST.match(text, sentence):
        sentence = opening(text, max(sentence - 1, 0), "。！？!?\n")
    sentence = max(sentence, part.span.start - _NEAR)
    segment = max(sentence, text.rfind("；", 0, part.span.start))
    first, last = (bisect_left(levels, edge, key=_start) for edge in (sentence, part.span.start))
    near = levels[first:last]
    fit = [c for c in near if _counts_alike(c, part, text) and _larger(c, part) and not _is_share_of(text, c)]
    return [c for c in fit if segment <= c.span.start] or [*fit[1:], *fit[:1]]


def _is_share_of(text: str, claim: Claim) -> bool:
    """工资性收入1.2万元，占比近五成: what is said to be a share itself is no whole of what follows."""
    return _SHARED.match(text, claim.span.end) is not None


def _counts_alike(whole: Claim, part: Claim, text: str) -> bool:
    """Whether two count the same: in one unit, votes of people, 150个席位 and 69席."""
    if whole.unit is None or part.unit is None:
        return False
    if part.unit.name in ("席", "票") and text.startswith(part.unit.name, whole.span.end):
        return True
    return whole.unit.base == part.unit.base or (part.unit.name == "票" and whole.unit.base in _COUNTED)


def _larger(whole: Claim, part: Claim) -> bool:
    one, two = whole.interval, part.interval
    return bool(one and two and one.bottom and two.top and one.bottom > two.top and one.top and two.bottom)


def _is_named(reading: Reading, whole: Claim, name: str) -> bool:
    """Whether a whole is what the share is said to be of; any is, where nothing is said."""
    start, end = whole.span.start, whole.span.end
    around = reading.article.text[max(0, start - _SHORT * 5) : end + _SHORT * 2]
    return not name or name[-_SHORT:] in around or name[:_SHORT] in around


def _judged(said: _Said, part: Claim, wholes: Sequence[Claim]) -> Iterator[Judgement]:
    for whole in wholes:
        share = _share(part, whole)
        spots = Spot("word", said.span), Spot("part", part.span), Spot("whole", whole.span)
        if share.meets(said.allowed):
            yield held(*spots, weak=True)
            return
    if wholes and not _of_the_others(said, part, wholes):
        whole = wholes[-1]
        middle = _share(part, whole).middle or Fraction(0)
        yield conflict(
            Spot("part", part.span),
            Spot("word", said.span),
            Spot("whole", whole.span),
            equation=f"{part.figures[0].text} ÷ {whole.figures[0].text} = {rounded(middle * _HUNDRED, 1)}%",
            rate=f"{rounded(middle * _HUNDRED, 1)}%",
        )


def _of_the_others(said: _Said, part: Claim, wholes: Sequence[Claim]) -> bool:
    """评委9人，7人赞成，2人弃权，超过三分之二: whether it is true of those with whom the part makes all."""
    told = [(one, one.interval) for one in (part, *wholes) if one.interval is not None]
    own = part.interval
    return own is not None and any(
        whole is not others and (own + rest).meets(large) and _share(others, whole).meets(said.allowed)
        for others, rest in told[1:]
        for whole, large in told[1:]
    )


def _share(part: Claim, whole: Claim) -> Interval:
    one, two = part.interval, whole.interval
    assert one is not None and two is not None
    assert one.bottom is not None and one.top is not None and two.bottom is not None and two.top is not None
    return Interval.between(one.bottom / two.top, one.top / two.bottom)
