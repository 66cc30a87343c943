"""Totals with the parts listed before them: 甲18万亩、乙7万亩，两项合计25万亩."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.claims.added_to import with_what_it_is_added_to
from factcheck.claims.adding import adds_up, fills, greater, makes, running, total_of
from factcheck.claims.context import is_later
from factcheck.claims.facts import agree, interval_of
from factcheck.claims.mentions import Mention
from factcheck.claims.naming_total import above, spelled
from factcheck.claims.of_them_all import is_far, of_others, of_them_all, tiles, told_of
from factcheck.claims.skeleton import PERIOD
from factcheck.patterns import compiled
from factcheck.periods import is_key
from factcheck.periods.numerals import number

_COUNTED = compiled(r"([两二三四五六七八九十])(?:项|类|者|种|部分|家|地|区|县|市|个|年(?!级)|天|个月)")
_SHORT = 6
_LONGEST = 8
_IN_ALL = compiled("[，,]?(?P<whose>[\u4e00-\u9fff]{0,6}?)(?:总共|一共|合共|共)(?!同|享|建|有)")
_STAGE = compiled(
    "(?:项目|工程)?(?:第?[一二三四五六首]期|[一二三四五六]号|第[一二三四五六](?:阶段|标段|批|轮|季度))"
)
_WEEKEND = compiled("周末|首[日周]|点映|单日|当[日天]")
_PLUS = compiled("[，,]?(?:再|另|并)?(?:加上|加之|连同|算上)")
_FEWEST, _LISTED = 2, 3
_ADDED = compiled("合计|总计|共计|累计|加起来|加在一起")
# Whose a total is: 对…, 向…, 沿江各乡镇, 其他几个区.
_OWN = compiled(r"[，,；;]?(?:但|而|此外|另外)?(?:(?:对|向|从|沿|由|同|与)[^，]{2,}|[^，]{1,6}各[^，]{1,4})")
# A threshold that is passed is no amount of its own: 单月首次突破40亿元.
_PASSING = ("突破", "首破", "超过", "超出", "跨过", "跨越", "迈过", "越过", "跌破", "站上")
_PASSED = compiled(rf"(?:{'|'.join(_PASSING)}|低于|高于|不足)了?$")
_UNNAMED = compiled(
    r"(?:单[月日季年周]|连续|两个?月|[一二三四五六七八九十\d]+个?[月年季天周]|首次|再次|历史|一举|双双|均|都)*"
)
# So much for each: 单机容量, 单船运力.
_EACH = compiled(r"单[机船台车株户店套艘个只件箱座栋架节条]|每[\u4e00-\u9fff]")


def totals(levels: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """A total with the parts listed before it in its sentence."""
    last: list[Mention] = []
    for _, group in groupby(levels, key=lambda m: m.sentence):
        sentence = list(group)
        for at, mention in enumerate(sentence):
            if (
                (closes(mention) or _sums_up(sentence, at))
                and not mention.aside
                and (parts := _parts(sentence, at, last, levels))
            ):
                yield mention, parts
        last = sentence


def _parts(sentence: list[Mention], at: int, last: list[Mention], levels: list[Mention]) -> list[Mention]:
    """What the total at a place of its sentence sums: what its words name, or the figures before it."""
    total = sentence[at]
    if apart := above(total, levels):
        return apart
    run = _run_before(sentence[:at], total)
    if not (run or of_them_all(total)) and any(m.where[2] < total.where[2] for m in sentence[:at]):
        last = []  # 3人得分上双，合计61分: of those of its own sentence
    before = _with_last(run, last, total)
    if (added := with_what_it_is_added_to(total, before, levels)) is not None:
        return added
    like = [m for m in sentence[:at] if m.base_unit == total.base_unit and not m.aside]
    named = spelled(total, before)
    if (own := named or spelled(total, like) or named) is not None:
        return own
    if _spent(before, sentence, total):
        return []
    count = _COUNTED.search(total.left) or _COUNTED.search(total.lead[-_SHORT:])
    many = number(count.group(1)) if count else 0
    if len(before) > many > 1:
        before = before[-many:]
    told = count is not None and len(before) == many  # 三项合计 of three
    if len(before) < _FEWEST or _no_sum(total, before, told=told) or _lacks(total, before, many):
        return []
    return before if told and not of_others(total, before) else _best_suffix(total, before)


_WORD = 2


def _with_last(before: list[Mention], last: list[Mention], total: Mention) -> list[Mention]:
    """The figures before a total, with those of the sentence before that belong to them."""
    if not before and last and last[0].where[0] >= total.where[0] - 1:
        run = _run_before(last, total)
        return run if len(run) > 1 and (fills(total, run) or told_of(total, run, last)) else []
    if before and not fills(total, before) and (opened := _opening(before, last, total)):
        return opened
    return [*_opened(last, total), *before] if before and _PLUS.match(before[0].lead) else before


def _no_sum(total: Mention, parts: list[Mention], *, told: bool) -> bool:
    """The parts leave gaps in time, are far from the total, or the total is of something of its own.

    Not when as many are `told` as the words count: 三天累计 of three.
    """
    if not tiles(parts) or is_far(total, parts) or _runs_on(total, parts):
        return True
    if _PLUS.match(total.lead) and not fills(total, parts):
        return True  # 加上城北，合计99人: so many are not told
    if not told and any(_WEEKEND.search(part.lead) for part in parts) and not fills(total, parts):
        return True  # 首周末2.60亿元，第二个周末1.04亿元，累计4.15亿元: the days between are left out
    return (_of_its_own(total) or _of_those_named(total, parts)) and not fills(total, parts)


def _of_those_named(total: Mention, parts: list[Mention]) -> bool:
    """房租6.8万元，工资5.1万元，电费、设备、耗材加起来11万元: of those it names, and of none told before."""
    named = _ADDED.split(total.lead.replace(PERIOD, ""))[0].strip("，,").split("、")
    told = "".join(part.lead for part in parts)
    return len(named) > 1 and not any(name[-_WORD:] in told for name in named)


def _lacks(total: Mention, parts: list[Mention], many: int) -> bool:
    """141个、158个，加上今年，三年共463个: one of the parts is told elsewhere."""
    return len(parts) < many and not fills(total, parts)


def _opened(last: list[Mention], total: Mention) -> list[Mention]:
    """收入86亿元，增长3%。加上补助63亿元，总计149亿元: what the others are added to."""
    return [m for m in last if m.base_unit == total.base_unit and not m.aside][:1]


def _opening(before: list[Mention], last: list[Mention], total: Mention) -> list[Mention]:
    """房租3万元。人工4万元，水电2万元，合计9万元: the last of the sentence before is the first part."""
    like = [m for m in last if m.base_unit == total.base_unit and not m.aside]
    whole = interval_of(total)
    opened = [*like[-1:], *before]
    return opened if whole is not None and like and total_of(opened).meets(whole) else []


def _of_its_own(total: Mention) -> bool:
    """对沿线国家合计, 沿江各乡镇合计: the words before 合计 say whose it is, not just how many."""
    words = _ADDED.split(total.lead.replace(PERIOD, ""))[0]
    return _OWN.match(words) is not None and _COUNTED.search(words) is None


def _sums_up(sentence: list[Mention], at: int) -> bool:
    """分别为10名、20名、50名，共奖励80人; 一期2.6亿元，二期3.8亿元，总投资6.4亿元: a total by its place."""
    total, before = sentence[at], sentence[:at]
    summed = total.name.indicator.startswith("总")
    if not before or not (summed or before[-1].made_by == "respectively"):
        return False
    like = [m for m in before[-_LONGEST:] if m.base_unit == total.base_unit]
    if len(like) < _FEWEST or like != before[-len(like) :] or total.modality:
        return False
    if like[-1].made_by == "respectively" and (summed_up := _IN_ALL.match(total.left)):
        return all(m.made_by == "respectively" for m in like) and (
            not summed_up["whose"] or fills(total, like)  # 新生共255人; not 全市共卖出800台
        )
    stages = [_STAGE.match(m.name.indicator) for m in like]
    return summed and all(stages) and not total.name.within


def closes(mention: Mention) -> bool:
    """It is the total of what stands before it: 其余三区合计 is one more part."""
    return mention.name.total and not mention.name.rest


def _spent(run: list[Mention], sentence: list[Mention], total: Mention) -> bool:
    """加开246列，其中动车188列、普速58列，…共162列: they make the whole before them, not one after."""
    if len(run) < _FEWEST or not run[0].name.within:
        return False
    before = sentence[: sentence.index(run[0])] if run[0] in sentence else []
    whole = next((m for m in reversed(before) if m.base_unit == total.base_unit and not m.aside), None)
    return whole is not None and adds_up(whole, run) and not agree(whole, total)


def _run_before(before: list[Mention], total: Mention) -> list[Mention]:
    """The unbroken run of like figures right before a total; averages are parts of none."""
    run: list[Mention] = []
    for mention in reversed(_unpriced(before)):
        averaged = _averaged(mention, total, run)
        if averaged and run and mention.base_unit == total.base_unit and not fills(total, run):
            # 第一年每亩1800元，第二年2300元，两年累计4100元; 二层每户7元，三层21元 are so much each.
            return [mention, *run] if fills(total, [mention, *run]) else []
        if _threshold(mention):
            continue
        if mention.base_unit != total.base_unit or closes(mention) or averaged:
            if run and closes(mention):
                break
            if run and _listed_alike(mention, run[0]):
                return []
            continue
        run.insert(0, mention)
        if mention.name.within:
            break
    return run


def _unpriced(before: list[Mention]) -> list[Mention]:
    """6次每次20元，付120元: without the prices, where what they make is told as well."""
    priced = (triple[1] for triple in zip(before, before[1:], before[2:], strict=False) if _makes_up(*triple))
    spoken = {id(price) for price in priced}
    return [m for m in before if id(m) not in spoken] if spoken else before


def _makes_up(count: Mention, price: Mention, amount: Mention) -> bool:
    """6次每次20元，付120元: so many at so much each make the amount after them."""
    if not price.name.mean.startswith("每") or count.where[:3] != price.where[:3]:
        return False
    many, each, made = (interval_of(mention) for mention in (count, price, amount))
    if many is None or each is None or made is None or price.base_unit != amount.base_unit:
        return False
    return count.base_unit != price.base_unit and made.meets(many * each)


def _averaged(mention: Mention, total: Mention, run: list[Mention]) -> bool:
    """So much for each of something, of which the total is none, and no part of a list in its clause."""
    if total.name.mean:
        return False
    each = _EACH.search(mention.lead)
    if each is not None and each.group().startswith("单"):
        return True
    if run and run[0].left.startswith("、"):  # 亩均投入种子62元、化肥215元
        return False
    return bool(mention.name.mean) or each is not None


def _threshold(mention: Mention) -> bool:
    """单月首次突破40亿元, 连续两个月超过4万辆: what was passed, said of the amount before it."""
    figure = mention.slot.figure
    passed = figure is not None and (figure.hedge in _PASSING or _PASSED.search(mention.left) is not None)
    return passed and _UNNAMED.fullmatch(mention.name.indicator) is not None


def _listed_alike(mention: Mention, after: Mention) -> bool:
    """浮标12个、潜标3套、锚标2个: a part in another unit, so that the others are not all."""
    same_clause = mention.where[:3] == after.where[:3]
    return same_clause and mention.left.startswith("、") and after.left.startswith("、")


def _runs_on(total: Mention, parts: list[Mention]) -> bool:
    """一、二季度分别为22亿元和24亿元，前三季度合计71亿元: the total takes in what came after its parts."""
    later = is_key(total.period) and is_later(total.period, parts[-1].period)
    return later and not fills(total, parts)


def _best_suffix(total: Mention, run: list[Mention]) -> list[Mention]:
    """The last parts that add up to the total, or all of them."""
    if of_others(total, run):
        return _after_larger(total, run)
    backwards = running(run[::-1])
    for start in range(len(run) - 1):
        if makes(backwards[len(run) - start], total):
            return run[start:]
    return run


def _after_larger(total: Mention, run: list[Mention]) -> list[Mention]:
    """作品312件，评出一等奖6件、…、优秀奖30件，共74件: the list after what is no part, but for a slip."""
    large = interval_of(total)
    above_it = [at for at, part in enumerate(run) if large is not None and greater(interval_of(part), large)]
    tail = run[above_it[-1] + 1 :]
    listed = len(tail) >= _LISTED and len({part.where[2] for part in tail}) == 1  # in one clause
    return tail if listed and fills(total, tail) else []
