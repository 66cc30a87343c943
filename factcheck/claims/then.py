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


def as_share_then(context: Context, window: Window, found: Answer) -> Answer:
    """The answer; or a share once more, where a time alone, or a time and its name, make it another."""
    last = context.previous
    if window.slot.mark != mark.PERCENT or last is None or last.role is not Role.SHARE:
        return found
    if last.slot.mark != mark.PERCENT or last.where[:2] != window.where[:2]:
        return found
    if found.role is Role.LEVEL and (told := _ITS_TIME.match(window.left)):
        return Answer(Role.SHARE, told.group("np"), "share-of")
    again = _AGAIN.match(found.np) if found.role is Role.SHARE else None
    named = name(again.group("named")).indicator if again is not None else ""
    if (
        again is not None
        and named
        and any(one.startswith(named) or one.endswith(named) for one in _called(last))
    ):
        return replace(found, np=again.group("np"))
    return found


def _called(share: Mention) -> tuple[str, ...]:
    """What a share is the share of, by its own words or by the level it followed."""
    own = share.name.indicator
    return (own,) if own else (share.topic.name.indicator,) if share.topic is not None else ()
