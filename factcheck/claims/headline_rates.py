"""Shares of a headline: 隧洞掘进超九成 over 隧洞已掘进49.6公里，完成隧洞总长的85.1%.

A headline says a share without its whole. It is tied to the share of the body that speaks of the same
thing, unless another percentage near it bears the headline out.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import skeleton as mark
from factcheck.claims.facts import agree, interval_of, root
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.names import EMPTY

_LEAD = 4
_ALIKE = 2
_FILLERS = frozenset("的了个中为和在总数量额新全市县省区共已达到我本该工程项目年月日")


def headline_rates(mentions: Sequence[Mention], titled: Sequence[bool]) -> None:
    """Let each bounded share of a headline repeat the share it stands for; `titled` is by paragraph."""
    for mention in mentions:
        if titled[mention.where[0]] and _is_share(mention):
            _tie(mention, [m for m in mentions if not titled[m.where[0]] and m.where[0] <= _LEAD])


def _is_share(mention: Mention) -> bool:
    figure = mention.slot.figure
    bounded = figure is not None and bool(figure.hedge)
    return bounded and mention.role in (Role.LEVEL, Role.SHARE) and mention.slot.mark == mark.PERCENT


def _tie(mention: Mention, body: Sequence[Mention]) -> None:
    rates = [m for m in body if m.slot.mark == mark.PERCENT and not m.aside]
    if any(agree(mention, m) for m in rates):
        return
    own = set(mention.name.indicator + mention.right) - _FILLERS
    found = [
        (len(own & _words(m)), m)
        for m in rates
        if m.role in (Role.SHARE, Role.PROGRESS) and _near(mention, m)
    ]
    found = [(alike, m) for alike, m in found if alike > _ALIKE and alike * 2 >= len(own)]
    best = max((alike for alike, _ in found), default=0)
    said = [m for alike, m in found if alike == best]
    if len(said) != 1:
        return
    share = said[0]
    mention.role, mention.made_by, mention.prior = share.role, "restated", share
    mention.topic, mention.whole, mention.name, mention.period = share.topic, share.whole, EMPTY, share.period


def _words(share: Mention) -> set[str]:
    """The characters of what a share is said of."""
    said = share.topic if share.topic is not None else share
    topic = root(said)
    return set(share.name.indicator + topic.name.indicator + topic.left + said.right + share.whole.indicator)


def _near(one: Mention, two: Mention) -> bool:
    """Whether a share is near enough to a bound for the headline to have meant it."""
    left, right = interval_of(one), interval_of(two)
    if left is None or right is None or left.bottom is None or not right.middle:
        return False
    return abs(left.bottom - right.middle) * 5 <= right.middle
