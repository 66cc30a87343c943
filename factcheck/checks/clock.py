"""Clock times that do not exist (25时, 8时75分) or contradict the part of the day (上午15时)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.checks import Judgement, Spot, conflict
from factcheck.checks.parts.dates import said
from factcheck.model import Period, Reading


def check(
    subject: Period, reading: Reading, *, parts: Mapping[str, tuple[int, int]] | None = None
) -> Iterator[Judgement]:
    """A conflict for an hour above 24, a minute above 59, or an hour that `parts` does not give its part."""
    for prefix in ("", "end-"):
        hour = said(subject, f"{prefix}hour")
        if hour is None:
            continue
        reason, right = _impossible(hour, said(subject, f"{prefix}minute"))
        if not reason and not prefix:
            reason, right = _contrary(subject.part("daypart") or "", hour, parts or {})
        if reason:
            yield conflict(Spot("time", subject.span), expected=right, reason=reason)
            return


def _impossible(hour: int, minute: int | None) -> tuple[str, str]:
    if hour > 24 or (hour == 24 and minute):
        past = f"次日{hour - 24}时" + (f"{minute}分" if minute else "")
        return "一天只有24小时", past if hour < 48 else ""
    return ("分钟应小于60", "") if minute is not None and minute > 59 else ("", "")


def _contrary(part: str, hour: int, parts: Mapping[str, tuple[int, int]]) -> tuple[str, str]:
    if part not in parts:
        return "", ""
    first, last = parts[part]
    return ("", "") if first <= hour <= last or hour == 12 else (f"“{part}”没有{hour}时", "")
