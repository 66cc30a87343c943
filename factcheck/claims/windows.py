"""The words around a slot: back to the figure before it and on to the next, and what they hide.

Some figures are no mentions of their own: they belong to the name of the next (60岁及以上人口), or
only number something (图3, [2]).
"""

from __future__ import annotations

from factcheck.claims import skeleton as mark
from factcheck.claims.names import EMPTY, Name, name
from factcheck.claims.nouns import is_noun
from factcheck.claims.skeleton import Clause, Paragraph
from factcheck.model import Dimension, Unit
from factcheck.patterns import compiled
from factcheck.records import dataclass

Where = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Here:
    """The clause being read: its paragraph, itself, and its place (paragraph, sentence, clause)."""

    paragraph: Paragraph
    clause: Clause
    where: Where


_BLANKS = (" ", "\u3000", "\xa0", "\t")
_LONGEST_LINE = 40
_RISES = compiled(f"[涨升](?={mark.LEVEL}[跌降平])")
_FALLS = compiled(f"{mark.LEVEL}[涨升跌降]$")
_LABELS = compiled(r"(?:图|表|专栏|附件|附图|例|注|款|条|项|号|版|型|第|No\.?|[A-Za-z])\s*$")
# 60岁及以上人口, 600分以上考生: a bound or a noun right after the figure makes it an attribute.
_ATTRIBUTE = compiled(r"(?:[及（(]?(?:含)?以[上下内]|组|的)?[\u4e00-\u9fff]{2,}")
# 0—14岁129674人, 60岁及以上158918人: an age right before a number of people.
_AGES = frozenset({"岁", "周岁"})
_AGED = compiled(rf"(?:[及（(]?(?:含)?以[上下内][）)]?)?(?:的)?(?:占比?)?[{mark.LEVEL}{mark.PERCENT}]")
# 600分以上238人, 90平方米以下2906套.
_BOUNDED = compiled(rf"[及（(]?(?:含)?以[上下内][）)]?(?:的)?{mark.LEVEL}")
_BOUND_OPENS = frozenset("及（(含以")  # what it may begin with
# 3小时内送到的126人, 5公里以外的有43户: how soon or how far those are that the next figure counts.
_REACHED = compiled(
    rf"(?:以[内外上下]|[内外])[\u4e00-\u9fff]{{0,8}}的(?:就|也|还|仅|只|共|约)*(?:有|达|占|为)?{mark.LEVEL}"
)
_SORTING = compiled(rf"(?:以[上下内])?的(?:共|仅|只|约)?(?:有|达|占)?{mark.LEVEL}")
# 5万元以下1268件, 5万元以下的占34.8%.
_REACHES = frozenset({Dimension.DURATION, Dimension.LENGTH})
_BANDS = ("以上", "以下", "以内")
_BANDED = compiled(rf"(?:{mark.LEVEL}|的?占(?:比)?{mark.PERCENT})")
_ATTRIBUTIVE_UNITS = frozenset({"岁", "周岁", "分", "级", "年", "月龄", "度", "寸", "英寸", "吨级", "千伏"})

# Of what was listed; 前两类占比78.8%.
_LISTED = frozenset({"类", "项", "种", "者", "位", "名", "家", "个", "大类"})
_SHARED = compiled("[\u4e00-\u9fff]{0,4}(?:合计|共|一共|总共|之和)?(?:占|贡献)")
_ALONE = frozenset(f"一{kind}" for kind in "家国省市县区镇地店校项人门线站岛厂")
_NOUN_BEFORE = compiled("[\u4e00-\u9fff](?<![有为是共达含第中，])$")
_EACH = compiled("每一?个?[家户座间所条台辆名位人店村][\u4e00-\u9fff]{0,4}$")
_OVER = compiled(rf"[\u4e00-\u9fff]{{2,6}}{mark.LEVEL}")
_VERBS = ("占", "就", "便", "即", "独", "贡献", "包揽", "拿下", "下降", "增长", "同比")

# 摊到每亩茶园，产值为8551元; 平均到每户，约为3000元.
_SHARED_OUT = compiled(
    "[，,；;]?(?:若|如果|要是)?(?:把[^，]{1,10})?(?:平?均?分?摊|平均|平分|均分|分|落实?|折算?|折合|具体|细化|算|摊薄)到?"
    "(?:了|下来)?(?:每一?[个名位]?[一-鿿]{1,4}?)(?:头上|身上|名下|上)?[，,]?"
)


def shared_out(passed: str, left: str) -> str:
    """The words before a figure, with the clause before them where it says of what each they tell."""
    if "每" not in passed or _SHARED_OUT.fullmatch(passed) is None:
        return left
    return passed.strip("，,；;") + left.lstrip("，,")


def spelled(paragraph: Paragraph, at: int, index: int, *, dates: bool = False) -> str:
    """The words between two slots, the figures that belong to the name written out."""
    text = paragraph.text[at:index]
    for i in reversed(paragraph.between(at, index)):
        if dates or paragraph.text[i] != mark.PERIOD:
            text = text[: i - at] + paragraph.slots[i].printed + text[i - at + 1 :]
    return _solid(text)


def right_of(paragraph: Paragraph, clause: Clause, index: int) -> str:
    """The words after a slot, to the next slot or the end of the clause."""
    return _solid(paragraph.text[index + 1 : paragraph.until(index + 1, clause.end)])


def _solid(text: str) -> str:
    """`text` without blanks; most has none."""
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, "")
    return text


def attributive(paragraph: Paragraph, clause: Clause, at: int, index: int) -> bool:
    """60岁及以上人口, 600分以上考生: the figure belongs to the name of the next one."""
    text = paragraph.text
    if text.endswith("每", at, index) or _apposed(paragraph, index) or _sorts(paragraph, index):
        return True
    if text.startswith("的占", index + 1):
        return True  # 一次献400毫升的占61.9%
    unit = paragraph.slots[index].unit
    if unit is None:
        return False
    if _bounds(unit.name, text, index + 1) or _first_few(unit, text, index):
        return True
    if unit.dimension in _REACHES and _REACHED.match(text, index + 1):
        return not name(text[at:index]).indicator
    return _over_days(unit, text, at, index) or _described(paragraph, clause, at, index)


def _described(paragraph: Paragraph, clause: Clause, at: int, index: int) -> bool:
    """60岁及以上人口158918人: a size of those that the next figure counts, and of nothing named before."""
    text, unit = paragraph.text, paragraph.slots[index].unit
    if unit is None or unit.name not in _ATTRIBUTIVE_UNITS or not _ATTRIBUTE.match(text, index + 1):
        return False
    following = paragraph.between(index + 1, clause.end)
    after = next((i for i in following if text[i] != mark.PERIOD), None)
    if after is None or "、" in text[index:after]:
        return False
    return not name(text[at:index]).indicator


def _bounds(unit: str, text: str, at: int) -> bool:
    """Whether a bound (以上, 以下) stands behind a figure and parts it from what it bounds."""
    if unit in _AGES:
        return _AGED.match(text, at) is not None
    return text[at : at + 1] in _BOUND_OPENS and _BOUNDED.match(text, at) is not None


def _apposed(paragraph: Paragraph, index: int) -> bool:
    """龙港一家占62%: one of its kind, which counts nothing."""
    text = paragraph.text
    if not text.startswith(_VERBS, index + 1) or paragraph.slots[index].printed not in _ALONE:
        return False
    return _NOUN_BEFORE.search(text[max(0, index - 2) : index]) is not None


def _first_few(unit: Unit, text: str, index: int) -> bool:
    """前两类占78.8%: the first two of what was listed, not a number of them."""
    few = unit.name in _LISTED and text.endswith(("前", "后"), 0, index)
    return few and _SHARED.match(text, index + 1) is not None


def _over_days(unit: Unit, text: str, at: int, index: int) -> bool:
    """每家店7天进账3.2万元: over how long the mean that follows is taken."""
    lasting = unit.dimension is Dimension.DURATION
    return lasting and _EACH.search(text[at:index]) is not None and _OVER.match(text, index + 1) is not None


def _sorts(paragraph: Paragraph, index: int) -> bool:
    """超过50毫米的有112个: a bound that tells which ones are counted by the next figure."""
    slot = paragraph.slots[index]
    if slot.figure is None or not slot.figure.hedge:
        return False
    band = slot.figure.hedge.endswith(_BANDS) and _BANDED.match(paragraph.text, index + 1)
    return bool(band) or _SORTING.match(paragraph.text, index + 1) is not None


def numbered(paragraph: Paragraph, at: int, index: int) -> bool:
    """图3, 表1, 第2款: a number that only names."""
    slot, text = paragraph.slots[index], paragraph.text
    if slot.mark != mark.LEVEL or slot.unit is not None:
        return False
    if _RISES.match(text, index + 1) or _FALLS.search(text, max(0, index - 2), index):
        return True  # 11涨6跌: days, or shares
    noted = text.endswith(("[", "［"), at, index) and text[index + 1 : index + 2] in ("]", "］")
    return noted or _LABELS.search(text[at:index]) is not None


def is_heading(text: str) -> bool:
    """A short line that is no sentence."""
    return len(text) < _LONGEST_LINE and not text.rstrip().endswith(("。", "；", "，", "：", "！", "？"))


def headline(text: str) -> Name:
    """The noun phrase of a clause that is nothing else (研究与试验发展经费，从…); empty otherwise."""
    named = name(text)
    noun = bool(named.indicator) and (named.indicator.endswith("率") or is_noun(named.indicator))
    return named if noun else EMPTY
