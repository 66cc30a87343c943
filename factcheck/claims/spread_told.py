"""What tells that values beside a range are of it: 各, 其中, 最贵的城南菜场卖, 周六为."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.mentions import Mention
from factcheck.claims.spread_ends import EVERY, Ends, clause_start
from factcheck.patterns import compiled

_DAY = compiled(r"(?:之间|不等)?[，；。、]?(?:周[一二三四五六日天]|\d{1,2}[月日])[为是有达仅]?")
# 12名队员年龄在13岁到17岁之间，队长张一鸣今年19岁.
_COUNTED = compiled(
    "(?:[0-9一二两三四五六七八九十]+[名位]|全体|参赛|所有)(?:小|青年|年轻|的)?(?:[队成学]员|选手|运动员|棋手|歌手|参赛者)"
    "[^，。；]{0,4}(?:年龄|最[小大年])"
)
_IN_TEAM = compiled(
    "(?:队长|夺冠的|[冠亚季]军(?:奖杯|奖牌)?的|获奖的|领[舞唱跑]的|捧[^，。；]{1,4}的|(?:选手|队员|棋手)|来自[\u4e00-\u9fff]{2,8}的)"
    "[\u4e00-\u9fff]{2,4}(?:今年|刚|才|已|刚满)*$"
)
# 头一站城东市场, 挑了一套: one of them is picked out.
_PICKED = compiled(
    "^(?:不等|之间|都有)?[，,。；](?:其中)?(?:头一|第一)[个家位套名站处栋户间]|[挑选买租订看](?:了|中了?|的是|走了?|到)一[套间个处户][^，。；]{0,4}$"
)
_SENTENCED = compiled("[获领]刑|判处|刑期")  # 分别被判处三年至十一年不等，主犯获刑十三年
_AMONG = compiled("其中|：|:|当中|依次|分别")
_SEVERAL = compiled(
    r"[两二三四五六七八九十几\d][家个所座幅件条名位支栋种款类门项批只处辆台艘间户村镇县市区校店站地号人枪趟桌轮袋箱瓶组队棵株头匹盘局份篇首部本节]|[各每]|不等|其中|[这本该]批|[队社班团组]里"
)


def told_of(found: Sequence[tuple[Mention, str]], ends: Ends) -> bool:
    """Whether enough says that these are its members: 各, 其中, or one of them is one of its ends."""
    if ends.sort != "range":
        return _SEVERAL.search(ends.lead + ends.words) is not None
    if ends.anchor.right.startswith("不等") and found and _lone(found[0][1], ends.words):
        return True
    if _of_people([words for _, words in found], ends):
        return True
    if EVERY.search(ends.words) or any(_AMONG.search(words) for _, words in found):
        return True
    if any(_A_MOST.match(_clause(words)) for _, words in found):
        return True
    return any(_DAY.fullmatch(words) or _PICKED.search(words) for _, words in found)


def _of_people(said: Sequence[str], ends: Ends) -> bool:
    """Whether one of those sentenced, or the captain of a team, is one of those whose range is told."""
    for whole, one in ((_SENTENCED, _SENTENCED), (_COUNTED, _IN_TEAM)):
        if whole.search(ends.words) and any(one.search(words) for words in said):
            return True
    return False


def of_the_team(words: str) -> bool:
    """捧走冠军奖杯的袁一诺今年: whether an age is that of one who takes part."""
    return _IN_TEAM.search(words) is not None


def _clause(words: str) -> str:
    """The clause that a value stands in, with the one before where it says no more than 为."""
    words = _COPULA.sub("", words)
    return words[clause_start(words, len(words)) :]


def _lone(words: str, said: str) -> bool:
    """票价80元到380元不等，最贵的, 内场票: the one that is told of is one of them."""
    kind = _OF_A_KIND.match(words)
    return _SUPERLATIVE.match(words) is not None or (kind is not None and kind["kind"] in said)


_COPULA = compiled("(?<=[^，。；：])[，,：](?:[为是达有]|仅[有要]?|只[有要卖需]?|达到|才)$")
_SUPERLATIVE = compiled(
    "(?:不等)?[，,；;]?(?:其中|而)?最(?:贵|高|便宜|低|大|小|长|短|重|轻|好|多|少)(?:的|者)?(?:[是为有达要需]|也|只|仅)*$"
)
# 最贵的城南菜场卖1.8元, 最低读数是260公里, 最晚的一件…距今4380年: one of them, and its own clause.
_A_MOST = compiled(
    "(?:其中|而|但)?[^，。；]{0,12}最(?:贵|高|便宜|低|大|小|长|短|重|轻|多|少|早|晚|快|慢|冷|热|暖|年[长轻]|[抢热][手门](?=的)|畅销(?=的)|受欢迎(?=的)|[被受]?[\u4e00-\u9fff]{1,3}(?=的))的?(?!值)[^，。；]{0,14}$"
)
_OF_A_KIND = compiled(
    "(?:不等)?[，,；;]?(?:其中|而)?(?![^，]*(?:[套联通年季月]票|[双三多]人|家庭|亲子|团|加上|连同|另|还))[\u4e00-\u9fff]{1,5}"
    "(?P<kind>[票房间型款档级奖])(?:则|也|的?得主|[是为有达要需卖]|[\u4e00-\u9fff]{1,4}[拿领得][到了])*$"
)
