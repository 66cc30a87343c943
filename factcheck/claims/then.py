"""What a share was before, told by its time alone: 占消费支出的46.1%，上年同期为44.8%."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims import skeleton as mark
from factcheck.claims.context import Context
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.names import LABELS, name
from factcheck.claims.roles import Answer, Window
from factcheck.patterns import compiled

_ITS_TIME = compiled(
    f"^[，,（(]?(?:而|但)?(?P<np>{mark.PERIOD}|{LABELS})(?:的)?(?:仅|只|还|则|约|才|就)?(?:为|是|有|占)?(?:了|约)?$"
)
_AGAIN = compiled(f"^[，,（(]?(?:而|但)?(?P<np>{mark.PERIOD})(?:的)?(?P<named>[^，{mark.PERIOD}]{{2,}})$")

_POINTING = compiled(
    "^[，,]?(?:这一?|该|此|上述)个?(?:数字|数据|指标|比例|比率|比重|占比)(?:还|才|则|就|仅|只)?(?:只有|仅有|不过|是|为|有)$"
)


def as_share_then(context: Context, window: Window, found: Answer) -> Answer:
    """The answer; or a share once more, where a time alone, or a time and its name, make it another."""
    last = context.previous
    if last is not None and last.role is Role.DIFFERENCE:
        last = last.topic  # 占86.4%，同比上升3.1个百分点；去年同期为83.3%
    if window.slot.mark != mark.PERCENT or last is None or last.role is not Role.SHARE:
        return found
    if last.slot.mark != mark.PERCENT or last.where[:2] != window.where[:2]:
        return found
    if found.role is Role.LEVEL and (told := _ITS_TIME.match(window.left)):
        return Answer(Role.SHARE, told.group("np"), "share-of")
    if found.role is not Role.GROWTH and points_back(window.left) and context.period != last.period:
        return Answer(Role.SHARE, "", "share-of")
    again = _AGAIN.match(found.np) if found.role is Role.SHARE else None
    named = name(again.group("named")).indicator if again is not None else ""
    if (
        again is not None
        and named
        and any(one.startswith(named) or one.endswith(named) for one in _called(last))
    ):
        return replace(found, np=again.group("np"))
    return found


def points_back(left: str) -> bool:
    """Whether the words before a figure say that it is the same share: 去年同期，这一比例为."""
    return _POINTING.search(left) is not None


def _called(share: Mention) -> tuple[str, ...]:
    """What a share is the share of, by its own words or by the level it followed."""
    own = share.name.indicator
    return (own,) if own else (share.topic.name.indicator,) if share.topic is not None else ()
