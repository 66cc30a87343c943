"""Differences by definition: 自然增长率 is births less deaths, 顺差 exports less imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factcheck.claims.bind import Bound
from factcheck.claims.facts import fact_of, interval_of, root
from factcheck.claims.lexicons import NamedDifference, exclusive, known
from factcheck.claims.mentions import Mention
from factcheck.claims.pack_lists import packs
from factcheck.claims.terms import near
from factcheck.model import Claim, Measure, Quantity
from factcheck.patterns import compiled

# 离保证水位还有1.47米 is no level of its own.
_LACKING = compiled("还有|还差|尚差|相差|距离?|离(?![职休岗任])")
_DRAWN = compiled("(?:警戒|汛限|保证|设防)水位$")
_EACH = compiled(
    "每|单位|单[件个台只]|单[\u4e00-\u9fff](?=成本|费用|支出)|平均|[人户亩]均|[一1][碗份个件斤公台只套杯张箱瓶盒]"
)


def identities(bound: Bound) -> list[Claim]:
    """What is the difference of two others by definition (自然增长率, 顺差), as claims."""
    levels, made = bound.measured, list[Claim]()
    for at, mention in enumerate(levels):
        claim = bound.levels.get(id(mention))
        if mention.modality or claim is None or not _named(mention) or _more_terms(levels, at):
            continue
        close = [m for m in near(levels, at) if _counts_with(mention, m) and _of_one_time(mention, m)]
        close = [m for m in close if not _apart(mention, m) and _LACKING.search(m.left) is None]
        for listed in _named(mention):
            terms = [m for m in close if not root(m).name.indicator.endswith(listed.names)]
            of = next((m for m in terms if _ends(m, listed.of)), None)
            against = next((m for m in terms if _ends(m, listed.against) and _of_as_many(m, of)), None)
            if of is not None and against is not None and not _reversed(mention, of, against):
                made.append(_difference(claim, of, against))
                break
    return made


def _of_one_time(one: Mention, other: Mention) -> bool:
    """They are of one time; a line that is drawn (警戒水位) is of any."""
    return one.period == other.period or _DRAWN.search(root(other).name.indicator) is not None


def _of_as_many(one: Mention, of: Mention | None) -> bool:
    """Whether one amount can be taken from the other: 成本每碗2.5元 is not of all that was sold."""
    return one is not of and not (_EACH.search(one.lead) and of is not None and not _EACH.search(of.lead))


def _more_terms(levels: Sequence[Mention], at: int) -> bool:
    """The sentence names something else that enters the account (补贴, 少数股东权益)."""
    here = [m for m in levels[max(0, at - 4) : at + 3] if m.sentence == levels[at].sentence]
    return any(word in m.lead + m.right for m in here for word in packs().open_balance)


def _reversed(mention: Mention, of: Mention, against: Mention) -> bool:
    """The amount is right and its name the opposite (收入216，支出248，结余32): another error than a sum."""
    said, large, small = interval_of(mention), interval_of(of), interval_of(against)
    return said is not None and large is not None and small is not None and said.meets(small - large)


def _counts_with(one: Mention, other: Mention) -> bool:
    """They count the same thing: in one unit, or in 个 what the name says (净胜球12个)."""
    if one.base_unit == other.base_unit:
        return True
    return one.base_unit == "个" and bool(other.base_unit) and one.name.indicator.endswith(other.base_unit)


def _apart(one: Mention, two: Mention) -> bool:
    """Their names carry restrictions that exclude each other (户籍, 常住)."""
    names = root(one).name.indicator, root(two).name.indicator
    return any(
        found[0] and found[1] and found[0] != found[1]
        for group in exclusive()
        for found in [tuple(next((word for word in group if word in name), "") for name in names)]
    )


def _named(mention: Mention) -> list[NamedDifference]:
    name = mention.name.indicator
    if not name.endswith(_names()):
        return []
    return [listed for listed in known().differences if name.endswith(listed.names)]


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for listed in known().differences for name in listed.names)


def _ends(mention: Mention, terms: tuple[str, ...]) -> bool:
    name = root(mention).name.indicator
    if mention.right.lstrip("人名个").startswith(terms):  # 共有1286人报名
        return True
    return name.endswith(terms) or name.startswith(terms) or any(len(t) > 1 and t in name for t in terms)


def _difference(claim: Claim, of: Mention, against: Mention) -> Claim:
    quantity = Quantity(Measure.DIFFERENCE, fact_of(of), fact_of(against), "identity")
    return Claim(
        quantity,
        claim.interval,
        claim.figures,
        claim.article,
        claim.words,
        replace(claim.unit, base=of.base_unit) if claim.unit is not None else None,
        claim.modality,
        claim.licences,
        "identity",
    )
