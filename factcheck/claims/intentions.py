"""Whether the words before a figure say that it should be so or will be so: plans, targets, forecasts."""

from __future__ import annotations

import re
from functools import cache

from factcheck.claims.lexicons import any_of, either, words
from factcheck.patterns import compiled

# 预期寿命, 计划生育, 计划单列市 and 员工持股计划 are names of what is.
# So are 规划局 and 规划建筑面积.
_NO_PLANS = "(?!寿命|生育|单列|免疫|局|和自然|总?建筑|总?用地|院|师|部门|展览)(?<!持股计划|资管计划|信托计划)"
# 年度任务完成75%: what was done of one.
_DONE = "任务的?(?:已完|完成|进度|过)"


def intended(text: str) -> str:
    """`plan` or `forecast` when words before a figure say that it should or will be so, else empty."""
    if _intentions().search(text) is None:
        return ""
    if any(found.group("plan") for found in _plans().finditer(text)):
        return "plan"
    return "forecast" if any(word in text for word in words().forecast) else ""


@cache
def _intentions() -> re.Pattern[str]:
    return compiled(any_of(words().plan | words().forecast))


@cache
def _plans() -> re.Pattern[str]:
    w = words()
    against = f"{either(w.measured)}(?:了|年度|全年|年|当年|原|既定|预期|进度|总|省|市|县|国家|上级|下达|的)*"
    return compiled(
        f"(?P<against>{against}(?:{either(w.plan)})+|{_DONE})|(?P<plan>{either(w.plan)}){_NO_PLANS}"
    )
