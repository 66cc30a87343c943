"""Years that are over where a text names them: their report is out, their end is a balance day."""

from __future__ import annotations

import re

from factcheck.patterns import compiled

_REPORT = compiled(r"\s?年?(?:年度(?:业绩)?报告|年报|度报告|度?(?:财政)?决算)")
_ISSUED = compiled(r"(?:披露|发布|公布|发出|交出|晒出)了?《?$")
_AS_OF = compiled(r"截[至止]\s?$")
_END = compiled("[末底]|年[末底]")
_AHEAD = 4


def over(text: str, found: re.Match[str]) -> bool:
    """Whether the year at `found` is over: 披露2024年年报, 截至2024年末."""
    start, end = found.span()
    ahead = max(0, start - _AHEAD), start
    if _REPORT.match(text, start + len("2024")):
        return _ISSUED.search(text, *ahead) is not None
    return _END.match(text, end) is not None and _AS_OF.search(text, *ahead) is not None
