"""The pieces dates are made of, as one compiled pattern.

Every alternative is a named group whose name has a reader in `pieces.py`. Runs are possessive and
every numeral is guarded on its left, so that a scan is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache

_H = "〇○零一二三四五六七八九"
_N = "[一二三四五六七八九十]"
_TO = r"\s{0,2}(?:[—–―~～〜\-－]{1,3}|至|到)\s{0,2}"
_LEFT = r"(?<![0-9.·:：/\-])"
_LEFT_H = f"(?<![{_H}十百千万亿两第廿])"

_YEAR = f"(?:{_LEFT}[12][0-9]{{3}}|{_LEFT_H}[一二][{_H}]{{3}}|{_LEFT_H}两千零{_N})"
_SHORT = f"(?:{_LEFT}[0-9]{{2}}|{_LEFT_H}[{_H}]{{2}})"
_MONTH = f"(?:{_LEFT}[0-9]{{1,2}}|{_LEFT_H}(?:十[一二]?|[一二三四五六七八九]|元))"
_DAY = "(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_SMALL = f"(?:[0-9]{{1,2}}|十[一二]?|{_N}|两)"
_EDGE = r"(?:年?(?P<{0}>[末底](?![端日梢期部层数气盘线座片色])|初(?![步级中次始期心审赛试选稿婚三二一])))?"
_NOT_YEAR = r"(?![级龄头轮])"
_NOT_MONTH = r"(?![龄嫂经票租供均薪刊牙饼街三])"
_NOT_DAY = r"(?![报益均前常子元产供照用志程记间语渐夜出落化内之])"

_PIECES = {
    "iso": (
        r"(?<![0-9.\-/])(?P<iy>[12][0-9]{3})(?P<is>[-/.．])(?P<im>[0-9]{1,2})(?P=is)(?P<id>[0-9]{1,2})"
        r"(?![0-9.\-/])日?"
    ),
    "years": rf"(?P<y1>{_YEAR})年?{_TO}(?P<y2>(?:[12][0-9]{{3}}|[一二][{_H}]{{3}}))年(?!度?[中]?[级龄])",
    "year": rf"(?P<y>{_YEAR})\s?年度?{_NOT_YEAR}" + _EDGE.format("ye"),
    "short": (
        rf"(?P<ys>{_SHORT})\s?年(?=\s?(?:[0-9]{{1,2}}月|{_N}{{1,2}}月|[上下]半年|第?[一二三四1-4]季度|年?[底末]))"
        + _EDGE.format("se")
    ),
    "relyear": (
        r"(?P<ry>大前年|[今去前明后上本次翌来同]年(?![轻级龄纪代货糕画味富青少老])|当年(?!价)|这一年|上一年|下一年)度?"
        r"(?P<rs>同期)?" + _EDGE.format("re")
    ),
    "same": r"(?:(?<![0-9])同期|历史同期)",
    "edge": r"年(?P<e>[末底初])(?![步级中次期])|(?<=截至)(?P<e2>末)",
    "whole": r"全年(?!级)",
    "half": r"(?P<h>[上下前后])半年",
    "quarters": rf"(?P<q1>[一二三1-3])(?:季度)?{_TO}(?P<q2>[二三四2-4])季度",
    "quarter": (
        r"(?:(?<![前0-9])第?(?P<q>[一二三四1-4首])季度?(?<=度)|Q(?P<qq>[1-4])(?![0-9])(?:季度)?"
        r"|(?P<qr>本|上|下|这)一?个?季度|前(?P<qf>[一二三两2-4])个?季度)"
    ),
    "firstmonths": rf"[前头](?P<fm>{_SMALL})个?月(?!前|后|内)",
    "months": (
        rf"(?P<m1>{_MONTH})(?:月份?)?(?:{_TO}|、(?=[0-9]{{1,2}}月))(?P<m2>{_SMALL})月份?{_NOT_MONTH}"
        r"(?![0-9]{1,2}日)"
    ),
    "month": (
        rf"(?P<m>{_MONTH})月(?:份|(?P<mb>[末底](?![端日梢期部层数气盘线座片色])|初(?![步级中次始期])))?{_NOT_MONTH}"
    ),
    "relmonth": r"(?P<rm>[本当上下同]月|[上下这]一?个月)份?",
    "monthedge": r"月(?P<me>[末底初])(?![次])",
    "tens": r"(?P<t>[上中下])旬",
    "days": rf"(?<![0-9.])(?P<d1>{_DAY})[日号]?{_TO}(?P<d2>{_DAY})[日号]{_NOT_DAY}",
    "day": rf"(?<![0-9.])(?P<d>{_DAY})日{_NOT_DAY}",
    "relday": (
        r"(?P<rd>大前天|大后天|今日|今天|今晚|今晨|今早|昨日|昨天|昨晚|昨夜|前天|(?<![目以之])前日|明天|明日|明晚|后天"
        r"|当日|当天|当晚|同日|次日|翌日|本日)"
    ),
    "daypart": (
        r"(?P<dp>上午|下午|中午|晚上|凌晨|清晨|傍晚|早晨|早上|深夜|午后|晚间|早间"
        r"|(?<=[日天])[晚早晨])"
    ),
    "decade": (
        r"(?:(?P<dc>(?<![0-9])[12]?[0-9]|十[六七八九]|二十一?|上个?|本)世纪)(?P<dd>[0-9一二三四五六七八九][0十])年代"
    ),
    "plan": (
        r"(?P<po>[“\"「]?)(?P<p>十[一二三四五六]?五|[五六七八九]五)(?P<pc>[”\"」]?)"
        r"(?P<pt>时期|期间)?"
    ),
}


@cache
def pieces() -> re.Pattern[str]:
    """The pattern that finds the next piece of a date; `lastgroup` names its kind."""
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PIECES.items()))


@cache
def joints() -> re.Pattern[str]:
    """What may stand between the two ends of a stretch (至, 到, —)."""
    return re.compile(_TO)
