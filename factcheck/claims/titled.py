"""Figures of a headline, and the figures of the body that they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction

from factcheck.claims.bearing import adds_up, bears_out, cut_off, in_round_words
from factcheck.claims.facts import agree, interval_of, root
from factcheck.claims.mentions import Against, Mention, Role
from factcheck.claims.misprints import digits, mistyped, value
from factcheck.claims.nouns import noun_after
from factcheck.claims.skeleton import PERCENT
from factcheck.model import BlockKind, Dimension
from factcheck.patterns import compiled
from factcheck.records import dataclass

TITLED = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION)
_TELLING = 3
_DEED = 2  # characters of a verb behind the noun of a headline
_ALIKE = 4
_FEWEST = 2
_THEN = ("去年", "上年", "前年", "上届", "上赛季")
_SCOPES = ("规模以上", "规上", "限额以上", "限上")
_FEW = 10
_SIZE = 10_000
_TWICE = 2
_OPENING = 2
_TOLD = (Role.LEVEL, Role.GROWTH, Role.DIFFERENCE)
_HALF = Fraction(2, 5)
_FILLERS = frozenset("的了个中为和在万亿总数量额新全市县省区共已达到")
_LEAD = 4
_GAP = compiled("[少多贵涨降跌省缩]了(?:近|约|超)?$|便宜了?$")
_PARTS = ("头", "前", "首", "后", "末")  # 头8次: some of them


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What an article says outside its headlines.

    Attributes:
        mentions: its figures in reading order.
        durations: the stretches of time (三年, 五天) by the sentences that say them, those of headlines too.
    """

    mentions: Sequence[Mention]
    durations: Mapping[tuple[int, int], set[str]]

    def of(self, first: int, last: int) -> Sequence[Mention]:
        """The figures of some paragraphs, both included."""
        start = bisect_left(self.mentions, first, key=_paragraph)
        return self.mentions[start : bisect_right(self.mentions, last, lo=start, key=_paragraph)]

    def around(self, title: Mention) -> Sequence[Mention]:
        """The figures that one of a headline may stand for: those of the title stand for any."""
        place = title.where[0]
        return self.of(place - _LEAD, place + _LEAD) if place else self.mentions


def _paragraph(mention: Mention) -> int:
    return mention.where[0]


def body_of(mentions: Sequence[Mention], kinds: Sequence[BlockKind]) -> Body:
    """The body of an article; `kinds` is by paragraph."""
    durations: dict[tuple[int, int], set[str]] = defaultdict(set)
    for mention in mentions:
        unit = mention.slot.unit
        if unit is not None and unit.dimension is Dimension.DURATION:
            durations[mention.sentence].add(mention.slot.printed)
    return Body([m for m in mentions if kinds[m.where[0]] not in TITLED], durations)


def headline(mention: Mention, body: Body) -> None:
    """Tie a figure of a headline to the figure of the body it stands for."""
    if not _tells(mention):
        return
    said = body.durations
    spans = said.get(mention.sentence)
    found = [m for m in body.around(mention) if _stands_for(mention, m)]
    found = [m for m in found if said.get(m.sentence) == spans or mistyped(m, mention)]
    unsaid = _few(mention) or _bounded(mention, body)
    if in_round_words(mention, body.mentions) or (unsaid and not any(bears_out(mention, m) for m in found)):
        mention.name = mention.name.called("")  # 两所学校获表彰: not all the schools there are
        return
    if not found:
        return
    agreeing = [m for m in found if bears_out(mention, m)] or cut_off(mention, found)
    agreeing = agreeing or _exactly(mention, body)
    if agreeing and all(_nameless(m) for m in agreeing):
        return
    agreeing = [m for m in agreeing if not _nameless(m)]
    very = [m for m in agreeing if value(m) == value(mention)]  # 降到1.6元 is 由2元调为1.6元, not 2元
    best = (very or agreeing)[0] if agreeing else _nearest(mention, found)
    if not agreeing and (
        _is_told(mention, body)  # 19分逆转: the very number is told of something else
        or _of_another_day(mention, best)
        or adds_up(mention, [m for m in body.mentions if m.role is Role.LEVEL])
        or _likeness(mention, best) < (_HALF if _slipped(mention, found) else 1)
    ):
        return
    if not (agreeing or mistyped(mention, best) or _of_one_size(mention, best)):
        return
    changed = best.role in (Role.GROWTH, Role.DIFFERENCE)
    mention.topic = best.topic or best if changed else best
    mention.base, mention.period, mention.period_said = best.base, best.period, True
    mention.name, mention.made_by = mention.name.called(""), "headline"
    if changed and best.topic is None:
        mention.name, mention.topic = best.name, None
        mention.subject = best.subject


def _tells(title: Mention) -> bool:
    """Whether a figure of a headline has a name; 每股为何少了120元 is a change that has no words of one."""
    if title.role not in _TOLD or not title.name.indicator or title.modality:
        return False
    return title.role is not Role.LEVEL or _GAP.search(title.left) is None


def _is_told(title: Mention, body: Body) -> bool:
    """Whether the body tells the very number in the same unit, whatever it is of."""
    return any(m.base_unit == title.base_unit and value(m) == value(title) for m in body.mentions)


def bare_headline(mention: Mention, body: Body) -> None:
    """468.2万人次！…: a figure without words is that of the lead which differs by one slip of the pen."""
    unit = mention.slot.unit
    if unit is None or len(digits(mention)) <= _TELLING:
        return
    lead = body.of(0, _OPENING)
    like = [m for m in lead if m.role is Role.LEVEL and m.slot.unit == unit and m.name.indicator]
    slips = [m for m in like if mistyped(mention, m)]
    if len(slips) == 1 and not any(agree(mention, m) for m in lead):
        mention.topic, mention.period, mention.made_by = slips[0], slips[0].period, "headline"


def _bounded(mention: Mention, body: Body) -> bool:
    """重回七成以上: a share of the lead bears it out, in whatever words."""
    figure = mention.slot.figure
    if figure is None or not figure.hedge or mention.slot.mark != PERCENT:
        return False
    return any(m.slot.mark == PERCENT and agree(mention, m) for m in body.of(0, _LEAD))


def _of_another_day(title: Mention, body: Mention) -> bool:
    """假期验放33.8万人次 is not 10月3日…当天验放5.64万人次: of another time, and of another size."""
    large, small = sorted((abs(value(title)), abs(value(body))), reverse=True)
    far = large > _TWICE * small and not mistyped(title, body)
    return far and body.period_said and body.period != title.period


def _of_one_size(title: Mention, body: Mention) -> bool:
    """Whether two figures are near enough for one to stand for the other."""
    one, two = abs(value(title)), abs(value(body))
    return max(one, two) <= _SIZE * min(one, two)


def _few(mention: Mention) -> bool:
    """A small number written out before its noun counts those that the news is about."""
    figure = mention.slot.figure
    small = figure is not None and figure.value is not None and figure.value <= _FEW
    unit = mention.slot.unit
    written = figure is not None and not any(c.isascii() and c.isdigit() for c in figure.text)
    return small and written and unit is not None and unit.dimension is Dimension.COUNT


def _nameless(mention: Mention) -> bool:
    """三年累计286公顷 after other figures: in its place it has no name of its own."""
    return not mention.name.indicator and mention.made_by == "level-again" and not mention.period_said


def _exactly(mention: Mention, body: Body) -> list[Mention]:
    """The figures of the body that say the very number of a headline, in whatever words."""
    unit, number = mention.base_unit, value(mention)
    near = (m for m in body.of(0, mention.where[0] + _LEAD) if m.role is mention.role)
    like = [m for m in near if m.made_by != "restated" and m.base_unit == unit]
    return [m for m in like if value(m) == number or (m.name.total and agree(mention, m))]


def _nearest(mention: Mention, found: Sequence[Mention]) -> Mention:
    """The figure that was meant: the one mistyped when there is one, else the most alike in words."""
    slips = [m for m in found if mistyped(mention, m)]
    chosen = slips if len(slips) == 1 and len(digits(mention)) >= _TELLING else found
    return max(chosen, key=lambda m: (_likeness(mention, m), -m.where[0]))


def _slipped(mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether one of the figures alone looks like the headline's with a slip of the pen."""
    told = len(digits(mention)) >= _FEWEST  # two digits only count when they changed places
    return told and sum(mistyped(mention, m) for m in found) == 1


def _stands_for(title: Mention, body: Mention) -> bool:
    if body.role is not title.role or body.aside or not _one_unit(title, body) or interval_of(body) is None:
        return False
    like = agree(title, body) or (mistyped(title, body) and len(digits(title)) >= _FEWEST)
    if body.left.endswith(_PARTS) and not title.left.endswith(_PARTS):
        return False  # 印了17次, 头8次定价48元
    if _of_another(title, body) or (_does_otherwise(title, body) and not like):
        return False
    timed = not title.period_said or title.period == body.period or _of_one_name(title.period, body.period)
    yearly = {title.base.kind, body.base.kind} <= {Against.DEFAULT, Against.YEAR}
    like = yearly or title.base.kind is body.base.kind
    return timed and like and _likeness(title, body) > 0 and _count_alike(title, body)


def _of_one_name(one: Hashable, two: Hashable) -> bool:
    """国庆档 and 今年国庆中秋档期: times with names and no dates, of which one shortens the other."""
    names = [str(key[1]) for key in (one, two) if isinstance(key, tuple) and key[:1] == ("said",)]
    if len(names) < 2 or names[1].startswith(_THEN):
        return False
    return len(set(names[0]) & set(names[1])) * 3 >= len(set(names[0])) * 2


def _of_another(title: Mention, body: Mention) -> bool:
    """两市成交1.2万亿元, 沪市成交5123亿元: both say whose, and not the same."""
    one, two = title.subject, body.subject
    spelled_out = bool(one and two) and one in title.left and two in body.left
    return spelled_out and one not in two and two not in one and one not in body.left


def _does_otherwise(title: Mention, body: Mention) -> bool:
    """7名学生获奖, 选派8名学生参赛: people or things of one kind, of which another deed is told."""
    if title.slot.unit is None or title.slot.unit.dimension is not Dimension.COUNT:
        return False
    noun, longer = sorted((noun_after(title.right), noun_after(body.right)), key=len)
    if not noun or not longer.startswith(noun):
        return False
    done = title.right.partition(noun)[2][:_DEED]
    told = body.left + body.right.partition(noun)[2]
    return len(done) == _DEED and not any(char in told for char in done)


def _one_unit(title: Mention, body: Mention) -> bool:
    """Like units; a headline may leave out the measure word (订单超6200万)."""
    if body.base_unit == title.base_unit:
        return True
    counted = body.slot.unit is not None and body.slot.unit.dimension is Dimension.COUNT
    return counted and title.slot.unit is None and root(title).name.indicator == root(body).name.indicator


def _count_alike(title: Mention, body: Mention) -> bool:
    """31个省区市 and 28个民族 count unlike things."""
    if title.slot.unit is None or title.slot.unit.name != "个":
        return True
    nouns = [noun_after(m.right) for m in (title, body)]
    return not all(nouns) or bool(set(nouns[0]) & set(nouns[1]))


def _likeness(title: Mention, body: Mention) -> Fraction:
    """The share of the headline's own words that the body's name holds."""
    own = set(title.name.indicator) - _FILLERS
    named = root(body)
    if len(title.name.mean) > 1 and title.name.mean == named.name.mean:
        return Fraction(int(_of_one_thing(title, named)))
    if named.name.indicator.startswith(_SCOPES) and named.name.indicator.endswith(title.name.indicator):
        return Fraction(1)
    if len(named.name.indicator) >= _TELLING and title.name.indicator.endswith(named.name.indicator):
        return Fraction(1)
    if title.name.indicator.endswith(named.name.indicator[-_ALIKE:]) and len(named.name.indicator) >= _ALIKE:
        return _HALF
    other = set(named.name.indicator + body.left + named.left + named.subject)
    return Fraction(len(own & other), len(own)) if own else Fraction(0)


def _of_one_thing(title: Mention, body: Mention) -> bool:
    """Whether two means are of one thing: 人均借书 and 人均借阅, but not 人均藏书."""
    one, two = (m.name.indicator.replace(m.name.mean, "") for m in (title, body))
    return not one or not two or one[0] in two or len(set(one) & set(two)) * 2 > len(set(one))
