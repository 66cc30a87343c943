"""The words beside a figure as a name: whose what it is.

A name is read from the window of words between a figure and the one before it: what carries no
meaning is cut from both ends (其中, 共, 达到, 为), the subject is taken off the front (全市, 江州港), and
what is left, under its canonical name where the lexicon knows one, is the indicator. Names the
lexicon has never seen work the same way: they tie to their own repetition.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from factcheck.claims.intentions import intended
from factcheck.claims.lexicons import ADDED_UP, aliases, any_of, either, words
from factcheck.claims.listed import Listed, listed
from factcheck.claims.skeleton import PERIOD
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.text.words import cutter


@dataclass(frozen=True, slots=True)
class Name:
    """Whose what.

    Attributes:
        subject: a place level (`city`, …) or the words of a name; empty when left out.
        indicator: the canonical noun phrase; empty when left out.
        within: the words say that it is part of what was just said (其中).
        total: the words say that it closes a list (合计, 共).
        rest: the words say that it is what remains (其余).
        mean: the averaging word (人均), empty when none.
        modality: `plan`, `forecast` or empty.
        label: a period that only has a name (2024财年), empty when none.
    """

    subject: str = ""
    indicator: str = ""
    within: bool = False
    total: bool = False
    rest: bool = False
    mean: str = ""
    modality: str = ""
    label: str = ""

    def called(self, indicator: str) -> Name:
        """The same with another noun phrase."""
        said = self.within, self.total, self.rest, self.mean, self.modality, self.label
        return Name(self.subject, indicator, *said)


EMPTY = Name()
_WINDOWS_KEPT = 20_000
_MANNERS = compiled(
    r"[按以扣剔不可同大](?:(?:(?<=[按以])|(?<=[扣剔])除)[^，]{1,12}?(?:计算|测算|核算|口径|因素后?|折算)"
    r"|(?<=不)变价|(?<=可)比价|(?<=同)口径|(?<=大)约?(?=是|为|相当))"
    r"|受[^，]{1,12}?(?:影响|拖累|冲击|带动|拉动)"
)
# Parts of speech that no name of a place or organisation holds: verbs, adverbs, prepositions, …
_NOT_NAMING = ("v", "d", "p", "c", "r", "u", "t", "y", "m")
_DEICTIC = frozenset("全我本该")  # 全院, 该校: this one
_LYING = ("地处", "位于", "坐落", "地跨", "紧邻", "毗邻", "濒临", "依托", "素有", "有着", "被誉为", "号称")
_NEVER = frozenset("在从向对于被把将因为是有到了就遭由")
_NAMING = ("ns", "nr", "nz", "nt", "x", "eng")
LABELS = (
    r"(?:第?[一二三四上下前后]|[\d/—\-~～至]+|本|上|前)+个?(?:半)?"
    "(?:财年|财季|学年|学期|赛季|季度财年|[榨雪茶渔冰产]季|采暖季|供暖季|旅游季|销售季|演出季|采收季|售票季)"
    r"|(?:19|20)\d\d(?:届|级(?=[\u4e00-\u9fff]))"
    "|(?:上一?|前一|往)个?[届季期轮批次茬](?:同期)?(?=[为是有达共仅只占他她它，\ue007]|$)"
    "|(?:[常往历多]年)(?:同期)?(?:平均|均)?值?(?:(?<=同期)|(?<=均)|(?<=值))(?=[为是达仅只约，\ue007]|一般|通常|$)"
    "|(?:[常往历]年)(?:一般|通常)?(?:(?<=一般)|(?<=通常)|(?=[为是仅只约])|(?<=往年)(?=[，\ue007]|$))"
)
"""Words for a time that has a name alone: 上赛季, 2024财年, 上届, 常年同期."""
_USUAL = ("常年", "往年", "历年", "多年")
_LABEL = compiled(LABELS)
_LABELLED = compiled("[年季届级]|学期|[上前往]一?个?[期轮批次茬]")
_SPAN_OF_TIME = compiled(
    r"^(?:近|过去|这|头|前|短短)?[一二两三四五六七八九十几数\d]+(?:多|余)?(?:年(?!级)|个月|天|周)(?:来|间|内|里|多来)?"
)
_AVERAGING = (
    "票价", "售价", "定价", "平均", "均价", "单价", "亩产", "单产", "单票", "楼面价", "时速", "例均",
    "台均", "班均", "站均", "单均", "株均", "床均", "馆均", "镇均", "周均", "季均", "趟均", "棵均",
)  # fmt: skip
# A total: 合计, 三项共, 共 with nothing else named; not 共有学校, 累计开通.
_TOTAL = compiled(
    rf"(?<![额数量值])(?:合计|总计|共计|小计|总和|相加|{ADDED_UP})"
    r"|(?<!第)[两二三四五六七八九十几\d](?:[项类者种家地区县市个户队组村镇校馆店厂国线]|部分|大类|大板块|方面)[^，、；]{0,6}(?<!公)共(?![同享建青产管济商有])"
    r"|^[^\u4e00-\u9fff]*(?:一共|总共|共|累计)[^\u4e00-\u9fff]*$"
)
# One of them is in every total, quoted or not.
_ADDING = compiled("计|共|总.*和|相.*加|[加合凑算].*[起总块]", re.S)
_PARTING = f"{PERIOD}、"
# What remains, but not 其余的人里: of those more is said.
_REST = compiled(
    r"(?:其[余他它]|剩余|余下)"
    r"(?![^，、]{0,8}(?:里|当中|之中|(?<![其空集年期适])中)(?![\u4e00-\u9fff]))"
)
_QUOTING = r"①-⑳“”‘’《》〈〉\"'「」『』*#\s　—…·，,；;：:"
_QUOTES = compiled(rf"[\[［{_QUOTING}](?:(?<=[\[［])\d{{1,2}}[\]］]|(?<![\[［])[{_QUOTING}]*)")
# An ending of a name that goes on into another word (市场, 村民) ends none.
_NOT_WITHIN_A_WORD = (
    "(?<!市(?=[场民值区级政容辖属内外]))(?<!区(?=[域间位别块县级内外]))(?<!县(?=[域级城内外市区]))(?<!省(?=[级份会内外属市]))"
    "(?<!村(?=[民级庄镇内外]|入户))(?<!州(?=[级内外市]))(?<!队(?=[伍员]))(?<!乡(?=[村镇级]))(?<!镇(?=[村级内外]))(?<!旗(?=[下帜]))"
)


@cache
def _edges() -> tuple[Listed, Listed, Listed, Listed]:
    """Words to cut at the front, those that begin like one and are kept; the same for the end."""
    w = words()
    front = w.leads | w.within | w.totals | w.copula | w.rest
    ends = w.copula | w.after | w.totals
    return listed(front), listed([*w.kept, *w.places]), listed(ends), listed(w.kept_ends)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Place at the front, name at the front, mean words."""
    w = words()
    place = compiled(f"(?P<place>{either(set(w.places))})(?:的)?(?!性)")
    subject = compiled(
        r"(?P<subject>[\u4e00-\u9fffA-Za-z0-9]{1,14}?"
        + either(w.suffixes)
        + ")"
        + _NOT_WITHIN_A_WORD
        + "(?=[\u4e00-\u9fffA-Za-z]|$)"
    )
    mean = compiled(
        either(set(w.means) | set(_AVERAGING))
        + r"|门票(?=统一|为|$)|每[天日月年次周]"
        + r"|每[\d一两十百千万]*个?(?!年|月|日|天|季|周|次)(?:平方公里|平方千米|[\u4e00-\u9fff]{1,3})"
    )
    return place, subject, mean


def name(window: str) -> Name:
    """The name in the words `window` (skeleton text, no figure slots) that stand before a figure."""
    return _known()(window)


@cache
def _known() -> Callable[[str], Name]:
    """What reads names; it remembers the last windows, as the same words are asked for again and again."""
    return lru_cache(_WINDOWS_KEPT)(_name)


def subject(window: str) -> str:
    """Whose what: the subject of the name in the words `window`, without reading the rest of it."""
    if _holders().search(window) is None:
        return ""
    return _split(_label(_MANNERS.sub("", _QUOTES.sub("", window)))[1])[0]


@cache
def _holders() -> re.Pattern[str]:
    """The words without which no name says whose it is."""
    return compiled(any_of(words().suffixes | set(words().places)))


@cache
def _parting() -> re.Pattern[str]:
    return compiled(f"(?:{any_of(words().within)})(?!.*在内)")  # 包括茶旅游在内的产值 holds them all


@cache
def _suffixes() -> re.Pattern[str]:
    return compiled(any_of(words().suffixes))


def _name(window: str) -> Name:
    text = _MANNERS.sub("", _QUOTES.sub("", window))
    within = _parting().search(text) is not None
    total = _ADDING.search(text) is not None and _TOTAL.search(text) is not None
    rest = _REST.search(text) is not None
    modality = intended(text)
    label, text = _label(text)
    subject, indicator = _split(text)
    mean = _average(text)
    if mean and not indicator.endswith(mean.group()) and not _cut(text[mean.end() :]):
        indicator = _split(text[: mean.start()])[1] + mean.group()  # 户均, 户均只有
    return Name(subject, indicator, within, total, rest, mean.group() if mean else "", modality, label)


def is_total(text: str) -> bool:
    """Whether words say that the figure after them is a total of what was listed."""
    return _ADDING.search(text) is not None and _TOTAL.search(_QUOTES.sub("", text)) is not None


def _label(text: str) -> tuple[str, str]:
    """A period that is told by its name alone, and the words without it."""
    found = _LABEL.search(text) if _LABELLED.search(text) else None
    if found is None:
        return "", text
    label = found.group()
    label = label[:2] if label.startswith(_USUAL) else label  # 常年同期, 常年平均
    return label, text[: found.start()] + text[found.end() :]


def _average(text: str) -> re.Match[str] | None:
    """The averaging word: the last one said (平均*时速*)."""
    last = None
    for found in _patterns()[2].finditer(text):
        last = found
    return last


def _split(text: str) -> tuple[str, str]:
    """Subject and canonical indicator of the words of a name."""
    place, named, _ = _patterns()
    subject = ""
    text = _cut(text)
    if spanned := _SPAN_OF_TIME.match(text):
        text = text[spanned.end() :]
    while (found := place.match(text)) and not _counted(found):
        subject = words().places[found.group("place")]
        text = _cut(text[found.end() :])
    while (
        _suffixes().search(text, 1)
        and (found := named.match(text))
        and not _common(found.group("subject"), subject)
    ):
        if found.end() == len(text) and not _proper(text):
            break
        subject += found.group("subject")
        text = _cut(text[found.end() :])
    text = text.replace("的", "")
    subject = _lying_in(subject)
    return subject, aliases().get(text, text)


def _lying_in(subject: str) -> str:
    """地处江南平原的甸州: what is told of a place before its name is no part of the name."""
    before, of, own = subject.rpartition("的")
    return own if of and len(own) > 1 and before.startswith(_LYING) else subject


def _counted(place: re.Match[str]) -> bool:
    """A common noun right before the figure is what is counted (医院120家), not the place (医院门诊量)."""
    return place.end() == len(place.string) and place.group()[0] not in _DEICTIC and len(place.group()) > 1


def _common(found: str, before: str) -> bool:
    """Whether a name-like run is a common noun, not a name (unless it goes on from a name)."""
    cut = cutter().cut(found)
    for word, tag in cut:
        if tag.startswith(_NOT_NAMING) and (len(word) > 1 or word in _NEVER):
            return True
    ending = _nouns().ends(found)
    if not ending or (before and found in words().suffixes):
        return False
    head = cutter().cut(found[:-ending])
    return not any(tag.startswith(_NAMING) for _, tag in head)


@cache
def _nouns() -> Listed:
    return listed(words().not_names)


def _proper(text: str) -> bool:
    """Whether a run that is all name holds a proper noun (临澜队), not only common ones (文化馆)."""
    cut = cutter().cut(text)
    ends = text.endswith(("队", "县", "市", "省", "镇", "村", "公司", "集团", "银行", "大学"))
    return ends and len(cut) > 1 and cut[0][1].startswith(_NAMING) and text not in words().not_names


def _cut(text: str) -> str:
    """`text` without the meaningless words at both ends."""
    front, kept, back, whole = _edges()
    while text and (text[0] in _PARTING or (not kept.starts(text) and front.starts(text))):
        text = text[1 if text[0] in _PARTING else front.starts(text) :]
    while text and (text[-1] in _PARTING or (not whole.ends(text) and back.ends(text))):
        text = text[: -1 if text[-1] in _PARTING else -back.ends(text)]
    return text
