"""The percentages of an article that stand beside each other as if they were parts of something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.claims import skeleton as mark
from factcheck.claims.facts import interval_of
from factcheck.claims.mentions import Mention, Role
from factcheck.interval import Interval
from factcheck.patterns import compiled
from factcheck.periods.numerals import number
from factcheck.records import dataclass
from factcheck.stops import closing, opening

_ROUND = Fraction(1, 80)
_STOPS, _ENDS = "。！？\n", "，,、。；;！？\n"
_PARTS = (Role.SHARE, Role.LEVEL)
# What is measured of each thing for itself, and is no share of a whole.
_RATE = compiled(
    "(?:(?<!得票)(?<!市占)率|度|含量|浓度|系数|[涨降升跌增]幅|增速|面|折|指数|之比|比值|利息|收益|溢价|毛利|同比|环比|进度|完成)[^，。；、]{0,4}$"
)
# 7天以上退票收10%，3天至7天收20%: what is charged or paid back in one case or another.
_CHARGED = compiled(
    "(?:收取|加收|扣除|扣|缴纳|罚|赔付|赔偿|补贴|补助|返还|退还|奖励|计提|(?<![税营创回吸丰招验签])收)"
    "(?:[^，。；、]{0,6}的)?$"
)
# 另外两家股东各占3%: the share of each.
_SEVERAL = compiled(
    "([两二三四五六七八九十]|[2-9])(?:家|个|人|名|位|方|种|类|项)[^，。；、]{0,10}各(?:自)?(?:占|持|为|出|得|有)?股?(?:比)?$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One percentage of a list.

    Attributes:
        said: its mention.
        before: the words before it, back to the percentage before it or the start of its sentence.
        after: the words after it, to the next figure of the list or the end of its clause.
    """

    said: Mention
    before: str
    after: str

    @property
    def is_tenth(self) -> bool:
        """Whether it is told in tenths without a word of about: 四成, 一成半; 六成二 is 62%."""
        figure = self.said.slot.figure
        return figure is not None and figure.text.endswith(("成", "半")) and not figure.hedge

    @property
    def value(self) -> Interval:
        """The values it can mean; tenths beside each other mean little more than what is printed."""
        told = interval_of(self.said) or Interval.exactly(0)
        if (times := several(self.before)) > 1 and not self.after.startswith(("和", "、", "与", "及")):
            return told.scaled(Fraction(times))
        if not self.is_tenth or told.middle is None:
            return told
        return Interval.between(told.middle - _ROUND, told.middle + _ROUND)


def several(words: str) -> int:
    """How many have the share that stands behind `words` each (两家股东各占): 1 where no number says so."""
    found = _SEVERAL.search(words)
    return number(found[1]) if found is not None else 1


def total(run: Sequence[Item]) -> Interval:
    """What percentages make together."""
    return sum((item.value for item in run), Interval.exactly(0))


def percentages(mentions: Sequence[Mention], text: str) -> Iterator[list[Item]]:
    """The runs of percentages of one paragraph, in one sentence or in sentences that follow each other."""
    run: list[Item] = []
    for mention in mentions:
        if mention.slot.mark != mark.PERCENT or mention.aside or mention.made_by == "restated":
            continue
        last = run[-1].said if run else None
        if last is not None and not _goes_on(last, mention):
            yield run
            run, last = [], None
        item = _item(mention, last, text) if mention.role in _PARTS or _is_source(mention) else None
        if item is not None and _is_part(item):
            run.append(item)
        elif mention.role in (Role.LEVEL, Role.PROGRESS, Role.CONTRIBUTION) and run:
            yield run
            run = []
    if run:
        yield run


def _is_source(mention: Mention) -> bool:
    """机动车贡献43%: what part of something comes from where, and not what drew a growth along."""
    return mention.role is Role.CONTRIBUTION and mention.left.endswith("贡献") and "增长" not in mention.lead


def _goes_on(last: Mention, mention: Mention) -> bool:
    near = mention.where[0] == last.where[0] and mention.where[1] - last.where[1] <= 1
    return near and (mention.lens == last.lens or (not mention.lens and mention.sentence != last.sentence))


def _item(mention: Mention, last: Mention | None, text: str) -> Item:
    span = mention.slot.span
    start = opening(text, span.start, _STOPS)
    start = text.rfind("；", start, span.start) + 1 or start
    if last is not None:
        start = max(start, last.slot.span.end)
    before = text[start : span.start]
    if last is not None and last.slot.span.end == start:  # what follows 41% in its clause is its own
        own = min((found for stop in "，,、" if (found := before.find(stop)) >= 0), default=0)
        before = before[own:]
    after = text[span.end : closing(text, span.end, _ENDS)]
    return Item(mention, before.lstrip("，,、 "), after)


def _is_part(item: Item) -> bool:
    mention = item.said
    told = interval_of(mention)
    if told is None or not told.bounded or mention.modality or mention.last_year:
        return False
    if mention.role is Role.SHARE:
        return not _RATE.search(item.before.partition("占")[0]) or "占" in item.before
    return not _RATE.search(item.before) and not _CHARGED.search(item.before)
