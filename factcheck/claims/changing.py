"""Changes and shares: the topic they speak of, and the level they are against."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims import skeleton as mark
from factcheck.claims.adding import adds_up
from factcheck.claims.again import is_bare, of_one_unit, stands_against
from factcheck.claims.context import Context, earlier_share, is_later
from factcheck.claims.deeds import of_a_deed
from factcheck.claims.facts import interval_of, middle_of
from factcheck.claims.just_said import as_just_said, pass_a_stretch, told_last
from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Against, Base, Mention, Role
from factcheck.claims.onward import is_next
from factcheck.claims.roles import Answer
from factcheck.claims.shifts import year_before
from factcheck.claims.sooner import sooner
from factcheck.claims.then import points_back
from factcheck.model import Dimension
from factcheck.patterns import compiled

_TURNED = compiled("(?:[增上]长|[上下]涨|下[降跌]|增加|减少|回升|回落)$")
# What tells of a number after it: 78封是…, 1984人表示…; not 40人、, 40人，.
_SAID_OF = compiled("[\u4e00-\u9fff](?<![的左以多余上下])")
_TOLD_OF = 4
_OFTEN = frozenset({"次", "遍", "回"})
_NAMED = 2  # the length of the key of a time without dates
_LONGEST_LIST = 12
_RATES = "率比度"


def change(context: Context, mention: Mention, found: Answer) -> None:
    """Tie a change or a share to the topic it speaks of and to what it is against."""
    pass_a_stretch(context, mention)
    if found.base.kind is Against.DEFAULT and context.pending is not None:
        mention.base = context.pending
    _of_now(context, mention)
    then = _at_last_year(context, mention, found)
    if (turned := _beside_a_turn(context, mention, found)) is not None:
        mention.name, mention.before = turned.name, None
    if mention.before is not None and mention.before is then:
        mention.period, mention.period_said = ("after", mention.before.nameless), True
    if (same := as_just_said(context, mention, found)) is not None:
        mention.base, mention.before = same.base, same.before
    if of_a_deed(mention, context.topic, context.previous):
        mention.name = replace(mention.name, indicator="")
    unnamed = _shortens(context.topic, mention) or _than_another(context, mention, found)
    mention.name = mention.name.called("") if unnamed else mention.name
    named = bool(mention.name.indicator)
    if named and found.role in (Role.GROWTH, Role.DIFFERENCE, Role.MULTIPLE):
        context.topic = mention
    elif not (named and found.role is Role.SHARE):
        _of_the_topic(context, mention, found)


def _than_another(context: Context, mention: Mention, found: Answer) -> bool:
    """乙款68元，比72元的甲款便宜4元: the words before the change name the other one."""
    versus = context.versus
    beside = versus is not None and versus.where[:3] == mention.where[:3]
    return beside and versus is not None and is_bare(versus) and found.role in (Role.GROWTH, Role.DIFFERENCE)


def _of_now(context: Context, mention: Mention) -> None:
    """今年214亿元。去年同期，这一数字为268亿元，降幅达20%: the change is of now, and not of last year."""
    last, topic = context.previous, context.topic
    if last is None or topic is None or last.topic is not topic or topic.last_year or not last.last_year:
        return
    if last.sentence == mention.sentence and mention.period == last.period and not mention.period_said:
        mention.period = topic.period


def _shortens(topic: Mention | None, change: Mention) -> bool:
    """本科上线率为57.6%，去年是54.2%，上线率提高了3.4个百分点: the end of the name just told."""
    own = change.name.indicator
    if topic is None or topic.role is not Role.LEVEL or len(own) < _NAMED or change.name.within:
        return False
    told = topic.name.indicator
    return topic.sentence == change.sentence and told != own and told.endswith(own) and own[-1] in _RATES


def _at_last_year(context: Context, mention: Mention, found: Answer) -> Mention | None:
    """Tie a change to what it is against; gives the level of last year that it started from, if it did."""
    told, year = _of_that_year(context, mention), _year_before(context, mention)
    then = _from_last_year(context, mention, found) if told is None and year is None else None
    plain = found.base.kind is Against.DEFAULT
    if told is not None and plain:
        mention.base = told
    mention.before = year if plain and year is not None else _changed_from(context, mention, found, then)
    if year is not None and mention.before is year and context.topic is not None:
        mention.period = context.topic.period
    return then


def _of_the_topic(context: Context, mention: Mention, found: Answer) -> None:
    """Let a change or a share that names nothing of its own speak of what was spoken of before it."""
    mention.sign = sooner(context.topic, found) or mention.sign
    again = _share_again(context, mention) or _whole_again(context, mention)
    mention.topic = again or _predicated(context, mention) or context.topic
    versus = context.versus
    rated = versus.topic if versus is not None and versus.where[:3] == mention.where[:3] else None
    if mention.slot.mark == mark.PERCENT and rated is not None and rated.role is Role.SHARE:
        mention.topic = rated
    changed = mention.slot.mark == mark.POINTS or (
        mention.slot.mark == mark.PERCENT and mention.before is not None and earlier_share(mention.before)
    )
    if changed and context.rated is not None and not mention.noun:
        mention.topic = context.rated


def _beside_a_turn(context: Context, mention: Mention, found: Answer) -> Mention | None:
    """环比由下降0.3%转为上涨0.1%，同比上涨0.5%: growth of the same thing, not of its other growth."""
    topic = context.topic
    if topic is None or topic.made_by != "to" or topic.slot.mark != mark.PERCENT or mention.name.indicator:
        return None
    growth = found.role is Role.GROWTH and mention.slot.mark == mark.PERCENT
    return topic if growth and topic.name.indicator and _TURNED.search(topic.left) else None


def _from_last_year(context: Context, mention: Mention, found: Answer) -> Mention | None:
    """去年同期记录到81260只，一年增加6176只: what was there then is what the change started from."""
    topic = context.topic
    if topic is None or topic.role is not Role.LEVEL or not topic.last_year or topic.made_by != "level":
        return None
    apart = topic.sentence != mention.sentence or mention.period_said or mention.period != topic.period
    changed = found.role in (Role.GROWTH, Role.DIFFERENCE) and not mention.name.indicator
    return topic if changed and not apart and found.base.kind is Against.DEFAULT else None


def _year_before(context: Context, mention: Mention) -> Mention | None:
    """去年8.6亿元，上一年是7.2亿元，增长两成: the level a year before that of last year, told between."""
    topic, last = context.topic, context.previous
    if topic is None or last is None or last.topic is not topic or last.made_by != "level-again":
        return None
    plain = topic.role is Role.LEVEL and topic.last_year and not last.aside and not mention.name.indicator
    beside = last.sentence == mention.sentence and of_one_unit(topic, last) and not mention.period_said
    return last if plain and beside and last.period == year_before(topic.period) else None


def _of_that_year(context: Context, mention: Mention) -> Base | None:
    """去年接诊86万人次，比上年增加5万人次，增长6%: the base of a change told of that year, which goes on."""
    topic, last = context.topic, context.previous
    if topic is None or last is None or last.topic is not topic or not topic.last_year:
        return None
    goes_on = mention.role is Role.GROWTH and not mention.name.indicator and not mention.period_said
    goes_on = goes_on and last.role is Role.DIFFERENCE and last.where[3] + 1 == mention.where[3]
    return last.base if goes_on and last.base.kind is not Against.DEFAULT else None


def _changed_from(context: Context, mention: Mention, found: Answer, then: Mention | None) -> Mention | None:
    """The level that a change or a share is against, where the sentence gives one; `then`: of last year."""
    versus = context.versus
    if versus is not None and (versus.where[:3] == mention.where[:3] or stands_against(versus)):
        if versus.sign < 0:  # 降幅…收窄0.2个百分点 is a rise
            mention.sign = -mention.sign
        return versus
    if then is not None:
        return then
    if found.base.kind is Against.DEFAULT and (
        _said_before(context, mention) or _shared_before(context, mention)
    ):
        return told_last(context)[0]
    if context.before is not None and not _of_another_base(context.before, context.topic, found):
        return context.before
    return None


def _said_before(context: Context, mention: Mention) -> bool:
    """库存42万吨，2月末为43万吨，减少1万吨: against the earlier level that was just said again."""
    last, spanned = told_last(context)
    if last is None or last.made_by != "level-again" or last.sentence != mention.sentence or last.aside:
        return False
    rate = mention.role is Role.GROWTH and last.slot.mark == mark.PERCENT
    if last.topic is None or last.topic is not context.topic:
        return False
    if mention.role is not Role.DIFFERENCE and not rate:
        return False  # 增长 alone is often against a year before
    then = is_later(last.topic.period, last.period) or _is_called_before(last)
    return last.where[3] + 1 + spanned == mention.where[3] and then


def _is_called_before(mention: Mention) -> bool:
    """上届同期为88.9%: a time before that has a name and no date."""
    period = mention.period
    if not isinstance(period, tuple) or len(period) != _NAMED:
        return False
    return period[0] == "said" and str(period[1]).startswith(("上", "前", "往", "常年", "历年", "多年"))


def _share_again(context: Context, mention: Mention) -> Mention | None:
    """占78%，去年占71.5%: the same share at another time."""
    rated = context.rated
    if rated is None or rated.role is not Role.SHARE or rated.sentence != mention.sentence:
        return None
    mention.period_said = mention.period_said or points_back(mention.left)
    then = mention.last_year or (mention.period_said and is_later(rated.period, mention.period))
    told = then and mention.role is Role.SHARE and not mention.name.indicator
    return rated if told and mention.whole.indicator in ("", *words().wholes) else None


def _shared_before(context: Context, mention: Mention) -> bool:
    """占78%，去年占71.5%，提高6.5个百分点: against the share of last year that was just told."""
    last, rated = context.previous, context.rated
    if last is None or rated is None or not earlier_share(last):
        return False
    if mention.slot.mark != mark.POINTS and mention.role is not Role.GROWTH:
        return False
    close = last.sentence == mention.sentence and last.where[3] + 1 == mention.where[3]
    return close and rated.role is Role.SHARE and rated.sentence == last.sentence and rated is not last


def _of_another_base(before: Mention, topic: Mention | None, found: Answer) -> bool:
    """The words name a base of their own, and it is not where the topic came from.

    完成目标5.8万人的107.6%，比上年多0.18万人; 由38%提高到41%，比全省低6个百分点;
    由2015年的8家增至20家，比上年增长25%.
    """
    kind = found.base.kind
    next_day = kind is Against.YEAR and topic is not None and is_next(topic.period)
    if next_day or (kind is Against.YEAR and _moved_the_other_way(before, topic, found)):
        return True  # 首日3200张，次日4100张，同比增长5%
    if before.made_by == "whole-said":
        return kind is not Against.DEFAULT
    if kind is Against.PERIOD and found.role is Role.MULTIPLE and not before.period_said:
        return _grew_first(before, topic)
    if kind is Against.PERIOD:
        return before.period_said and before.period != found.base.period
    if kind is Against.YEAR and before.period_said and not before.last_year:
        return topic is None or year_before(topic.period) != before.period
    return kind is Against.PEER


def _moved_the_other_way(before: Mention, topic: Mention | None, found: Answer) -> bool:
    """由5.8%回落至5.4%，比上年同期上升0.3个百分点: up, where the two levels just told go down."""
    if before.made_by != "from" or before.period_said or topic is None or topic.made_by != "to":
        return False
    return (middle_of(topic) - middle_of(before)) * found.sign < 0


def _grew_first(before: Mention, topic: Mention | None) -> bool:
    """由5万吨提升到15万吨，增加2倍，是1990年的6倍: a change was told, and the multiple is of another time."""
    return topic is not None and topic.before is before


def _whole_again(context: Context, mention: Mention) -> Mention | None:
    """男生40人、女生50人，比去年少3人: after parts that fill a whole, a clause of its own speaks of it."""
    last = context.topic
    if last is None or last.role is not Role.LEVEL or last.where[:3] == mention.where[:3]:
        return None
    if last.sentence != mention.sentence:
        return None
    said = [m for m in context.mentions[-_LONGEST_LIST:] if m.sentence == mention.sentence and not m.aside]
    said = said[: _last_listed(said, last) + 1] if last in said else []
    said = [m for m in said if not m.name.mean]
    parts: list[Mention] = []
    for other in reversed(said):
        if other.role is not Role.LEVEL or other.base_unit != last.base_unit or interval_of(other) is None:
            return None
        if len(parts) > 1 and adds_up(other, parts):
            itself = mention.role is Role.SHARE and other.name.indicator == mention.whole.indicator
            return None if itself else other
        parts.append(other)
    return None


def _predicated(context: Context, mention: Mention) -> Mention | None:
    """9432起是没戴头盔，占三分之二: the share of a number of which more is told after it."""
    if mention.role is not Role.SHARE or mention.name.indicator:
        return None
    said = [
        m for m in context.mentions[-_TOLD_OF:] if m.sentence == mention.sentence and m.role is Role.LEVEL
    ]
    for at, told in enumerate(said):
        inside = all(m.where[:3] == told.where[:3] and _tells_how_long(m) for m in said[at + 1 :])
        near = mention.where[2] - told.where[2] == 1
        if inside and near and not told.left.strip("，,、；; 有") and _SAID_OF.match(told.right):
            return told if told.slot.mark == mark.LEVEL and not told.aside else None
    return None


def _tells_how_long(mention: Mention) -> bool:
    """1984人表示过去一年…, 320人去过两次以上: how long or how often, of which no share is told."""
    unit = mention.slot.unit
    return unit is not None and (unit.dimension is Dimension.DURATION or unit.name in _OFTEN)


def _last_listed(said: list[Mention], last: Mention) -> int:
    """Where the list ends that a topic opens (分别为1200、1850和950): a list that goes on is one topic."""
    end = said.index(last)
    while (
        last.made_by == "respectively" and said[end + 1 : end + 2] and said[end + 1].made_by == last.made_by
    ):
        end += 1
    return end
