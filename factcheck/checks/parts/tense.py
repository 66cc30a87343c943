"""Whether words tell of what has happened or of what is to come."""

from __future__ import annotations

from factcheck.patterns import compiled

_FUTURE = compiled(
    r"将(?![军士领近帅])|拟(?!合)|预计|预期|计划|力争|有望|即将|届时|定于|起施行|起实施|起执行|目标|争取|可望|可达|"
    r"确保|规划|预测|预报|或将|打算|准备|安排|到时|前完成|前建成|前完工|待|若|如果|预算|展望|应当|须|需要|要(?!求)|能够|可[以为]?"
)
_PAST = compiled(
    r"已(?!婚|故|知|定于)|已经|了(?!解|望|如|却)|业已|曾|(?<!将)(?:完成|建成|投用|收缴|到账|签约|举行|召开|落下帷幕|闭幕|圆满)"
)


def future(words: str) -> bool:
    """Whether `words` hold a word of what is to come (将, 预计, 力争)."""
    return _FUTURE.search(words) is not None


def past(words: str) -> bool:
    """Whether `words` hold a word of what has happened (已, 了)."""
    return _PAST.search(words) is not None
