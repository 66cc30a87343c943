"""Figures that a text tells only to say that they are wrong: 材料误作3.16万人次, 不能说“增长4倍”.

Such a figure claims nothing. The one to go by stands beside it or is told elsewhere.
"""

from __future__ import annotations

from factcheck.claims.skeleton import Paragraph
from factcheck.patterns import compiled

_OPEN, _CLOSE = '[“‘「"]?', '[”’」"]?'
_WRONGLY = compiled(
    "(?:误[写印登报传标录填排植刊载计算统]|错[写印登报标录填排误算]|讹传|谣传|误(?:以?为|认为|称|作|成)|[写印算报]错)"
    f"(?:[作成为是了]|成了|以为)*：?{_OPEN}[^，。；！？、“]{{0,6}}$"
    "|(?:不能|不应|不可|不宜|不该|不得|切莫|切勿|别)(?:简单|笼统)?地?(?:[说写称读]|理解|解读|算)(?:[成作为是])*"
    f"：?{_OPEN}[^，。；！？、“]{{0,6}}$"
)
# 而不是75%，: what a thing is not, with nothing more said of it.
_NOT = compiled(f"(?:(?<![是只要就总何岂莫])不是|并非|而非|绝非)(?:原先的|简单的|所谓的)?{_OPEN}$")
_STOPS = '，。；！？、”’」"'
_MISTAKEN = compiled(
    f"{_CLOSE}(?:一[说处]|之说|的说法|的数字)?(?:有误|不实|不准确|不属实|应?(?:更正|订正)为"
    "|(?:系|是|为|属)(?:笔误|误[写印登报传植]|讹传|谣传|误)"
    "|[。！]?其实[那这](?:是|只|应|不))"  # 只少了9%。其实那是9个百分点
)
# 文中称“提高15%”，应为“提高15个百分点”: all that is quoted, as the words do not tell where it errs.
_QUOTED = compiled("(?:文中|原文|报道|稿件|稿中|标题|误)[^“”。；]{0,8}$|[称写作][：:]?$")
_CORRECTED = compiled(
    "[，,；;]?(?:其中)?[^，。；“”\\d]{0,5}?(?:应[为是作]|实[为际应]|更正为|改为|有误|系[^，。；]{0,8}误)"
)
_FAR, _LONGEST = 16, 120


def disowned(paragraph: Paragraph, at: int, index: int) -> bool:
    """Whether the words around the slot at `index` say that its figure is wrong; `at`: where they begin."""
    text = paragraph.text
    before = text[max(at, index - _FAR) : index]
    if _WRONGLY.search(before) or _MISTAKEN.match(text, index + 1):
        return True
    if _in_a_correction(text, index):
        return True
    return text[index + 1 : index + 2] in _STOPS and _NOT.search(before) is not None


def _in_a_correction(text: str, index: int) -> bool:
    """Whether the slot stands in a quotation that the words behind it set right."""
    opened = text.rfind("“", max(0, index - _LONGEST), index)
    closed = text.find("”", index, index + _LONGEST) if opened >= 0 else -1
    if closed < 0 or "”" in text[opened:index] or "“" in text[index:closed]:
        return False
    said = _QUOTED.search(text, max(0, opened - _FAR), opened)
    return said is not None and _CORRECTED.match(text, closed + 1) is not None
