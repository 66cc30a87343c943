"""Names that a sentence leaves to its other half: 全长8426米的东岭隧道; 10月单月新签48.3亿元."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.archive.lexicon import joining
from factcheck.archive.moments import whole_year
from factcheck.archive.naming import canonical
from factcheck.archive.setting import Setting
from factcheck.archive.things import of_itself, thing_of
from factcheck.model import Claim, Fact, Measure, Modality, Quantity, Span

_THING = re.compile(
    r"的(?P<thing>[\u4e00-\u9fffA-Za-z0-9]{3,12}?)(?=昨|今|日前|近日|正式|顺利|全线|主体|于|在|已|将|[，。、；（]|贯通|通车|建成|开)"
)
_OLD = re.compile(
    r"占[^，。；]{0,8}?(?P<age>\d{1,2})(?:周?岁)(?:及)?以上(?:的)?(?:常住|户籍)?(?:人口|老年人口|老年人|老人)(?:总数)?的?(?:比[重例率]为?)?$"
)
PLANNED = "planned"
"""How a claim was made that tells what had been planned of something done."""
_PLAN = re.compile("(?:年初|年度|全年|确定)*[\u4e00-\u9fff]{0,4}(?:目标|计划|任务)(?:任务)?(?:#|$)")
_OTHERS = re.compile("[省市州上]级?(?:定|下达|考核)|上级|下达|考核|调整|追加|修订|[季月]度?(?:计划|目标)")
_DEEDS = frozenset({"建", "建成", "已建", "已建成", "开", "开设", "开办", "办", "建起", "共建", "共建成"})
"""Names that are deeds alone: 又添了1家食堂，截至6月底已建成12家."""
_HARVEST, _AREA = re.compile(r"(?:总|年)?产量\|公斤"), "平方米"
_GROWN_ON = re.compile(
    r"(?P<crop>[\u4e00-\u9fff]{2,6}?)(?:种植|播种|栽培|栽植|收获|采摘|挂果|投产)(?:总)?面积\|平方米"
)
_SINGLE = re.compile(r"^(?:单月|当月|本月|当季|单季|其中)")


def spelled(claims: Iterable[Claim], here: Setting) -> Iterator[Claim]:
    """`claims` with the names of levels completed from their own sentence."""
    before: Claim | None = None
    claims = _plainly(list(claims))
    plans, wholes = dict(_plans(here)), dict(_wholes(here))
    lasts: dict[str, Claim] = {}
    crops: dict[Fact, str] = {}
    for claim in claims:
        if claim.quantity.sort == "share":
            claim = _of_age(claim, here)  # noqa: PLW2901
        claim = _harvested(claim, lasts, crops, here)  # noqa: PLW2901
        fact = claim.quantity.of
        if claim.quantity.measure is not Measure.LEVEL or not isinstance(fact, Fact):
            yield claim
            continue
        if (planned := plans.get(fact)) is not None:
            claim = replace(claim, modality=Modality.PLAN, made_by=PLANNED)  # noqa: PLW2901
        unit = fact.indicator.partition("|")[2]
        full = (
            planned
            or _spelled(fact, claim, before, lasts.get(unit), here)
            or _of_whole(fact, wholes.get(claim.span))
        )
        if full is not None:
            claim = replace(claim, quantity=replace(claim.quantity, of=full))  # noqa: PLW2901
        before = lasts[unit] = claim
        yield claim


def _plainly(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; of several under one name that were told apart the one that says whose it is keeps it.

    全市出口1542亿元…机电产品是大头，全年出口864亿元: the first is all that was exported.
    """
    own = {id(claim): _apart(claim) for claim in claims if claim.told}
    told = Counter((own[id(claim)], claim.whose) for claim in claims if id(claim) in own)
    for claim in claims:
        plain = own.get(id(claim))
        alone = told[plain, claim.whose] == 1
        yield replace(claim, quantity=replace(claim.quantity, of=plain)) if plain and alone else claim


def _apart(claim: Claim) -> Fact | None:
    """The fact of a level under its plain name, where it was told apart from others of that name."""
    of = claim.quantity.of
    if claim.quantity.measure is not Measure.LEVEL or not isinstance(of, Fact) or claim.made_by != "level":
        return None
    name, mark, _ = of.indicator.partition("#")
    return replace(of, indicator=name) if mark and name else None


def _harvested(claim: Claim, lasts: Mapping[str, Claim], crops: dict[Fact, str], here: Setting) -> Claim:
    """The harvest of the crop whose area was just told: 脐橙种植面积10.2万亩，总产量13.8万吨，增长11%.

    `crops` keeps what each harvest was of, for the change that is told of it.
    """
    of, against = claim.quantity.of, claim.quantity.against
    if not isinstance(of, Fact) or _HARVEST.fullmatch(of.indicator) is None:
        return claim
    area = lasts.get(_AREA)
    if area is not None and claim.quantity.measure is Measure.LEVEL:
        found = _GROWN_ON.fullmatch(area.quantity.root.indicator)
        if found is not None and here.sentence(area) == here.sentence(claim):
            crops.setdefault(of, found["crop"])
    crop = crops.get(of, "")
    if not crop or (against is not None and not isinstance(against, Fact)):
        return claim
    base = against and replace(against, indicator=f"{crop}产量|公斤")
    of = replace(of, indicator=f"{crop}产量|公斤")
    return replace(claim, quantity=replace(claim.quantity, of=of, against=base))


def _of_age(claim: Claim, here: Setting) -> Claim:
    """The share of all who are so old: 占全市65岁及以上常住人口的82.4% is of the 65岁人口."""
    whole = claim.quantity.against
    ahead = here.article.text[here.begin(claim.span.start) : claim.span.start]
    found = _OLD.search(ahead)
    if found is None or not isinstance(whole, Fact):
        return claim
    of_age = Fact(whole.subject, f"{found['age']}岁人口", whole.scope, whole.period)
    return replace(claim, quantity=replace(claim.quantity, against=of_age))


def _spelled(
    fact: Fact, claim: Claim, before: Claim | None, like: Claim | None, here: Setting
) -> Fact | None:
    """The fact under its full name; `None` when it has it already. `like` is the last in its unit."""
    near = before is not None and here.sentence(before) == here.sentence(claim)
    last = before.quantity.of if before is not None and near else None
    thing = thing_of(fact, claim, here, last if isinstance(last, Fact) else None)
    if thing is not None:
        return thing
    name = _thing(fact, claim, here) or _taken_up(fact, claim, like, here)
    made = Fact(fact.subject, name, fact.scope, fact.period) if name else None
    return of_itself(made) or made if made is not None else None


def _wholes(here: Setting) -> Iterator[tuple[Span, Fact | Quantity]]:
    """What the whole of each part is a level of."""
    for one in here.reading.partitions:
        if one.whole is not None:
            yield from ((part.span, one.whole.quantity.of) for part in one.parts)


def _plans(here: Setting) -> Iterator[tuple[Fact, Fact]]:
    """What was planned, by what has been done of it: 新建6.8万亩，完成年初计划5.6万亩的121%."""
    for claim in here.reading.claims:
        done, plan = claim.quantity.of, claim.quantity.against
        if claim.quantity.sort != "progress" or not (isinstance(done, Fact) and isinstance(plan, Fact)):
            continue
        own = _PLAN.match(plan.indicator) and _OTHERS.search(here.words(claim)) is None
        year = _year(done)
        if own and year and "#" not in done.indicator:
            yield plan, Fact(done.subject, done.indicator, done.scope, whole_year(year))


def _year(fact: Fact) -> int:
    """The year of days that begin with it; 0 when they do not."""
    period = fact.period
    if not (isinstance(period, tuple) and len(period) == 4 and period[1] and period[2]):
        return 0
    return int(period[1][0]) if period[1][1:] == (1, 1) and period[1][0] == period[2][0] else 0


def _thing(fact: Fact, claim: Claim, here: Setting) -> str:
    """The thing that stands behind its measure."""
    words, bar, unit = fact.indicator.partition("|")
    if not joining().measure.fullmatch(words):
        return ""
    found = _THING.match(here.article.text, claim.span.end)
    return f"{found['thing']}{words}{bar}{unit}" if found else ""


def _taken_up(fact: Fact, claim: Claim, before: Claim | None, here: Setting) -> str:
    """The longer name just said, of which this one repeats the beginning."""
    said = before.quantity.of if before is not None else None
    if before is None or not isinstance(said, Fact) or here.sentence(before) != here.sentence(claim):
        return ""
    words, bar, unit = fact.indicator.partition("|")
    long, _, same = said.indicator.partition("|")
    short = canonical(_SINGLE.sub("", words))
    if words in _DEEDS and unit == same and len(canonical(long)) > 2 and "#" not in long:
        return f"{canonical(long)}{bar}{unit}"
    if unit != same or fact.period == said.period or len(short) < 2 or short == canonical(long):
        return ""
    return f"{canonical(long)}{bar}{unit}" if canonical(long).startswith(short) else ""


def _of_whole(fact: Fact, whole: Fact | Quantity | None) -> Fact | None:
    """The name of the whole, where its part repeats the beginning: 接待游客286万人次，其中某县接待96万."""
    if not isinstance(whole, Fact) or not fact.subject or fact.subject == whole.subject:
        return None
    (words, _, unit), (long, _, same) = fact.indicator.partition("|"), whole.indicator.partition("|")
    shorter = len(words) > 1 and words != long and long.startswith(words)
    named = shorter and unit == same and unit
    return Fact(fact.subject, f"{canonical(long)}|{unit}", fact.scope, fact.period) if named else None
