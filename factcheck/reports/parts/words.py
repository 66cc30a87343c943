"""The closed lists of the model in the words an editor reads."""

from __future__ import annotations

from functools import cache

from factcheck.model import Reason, Severity


def severity_word(severity: Severity) -> str:
    """错误, 警告 or 提示."""
    return _severities()[severity]


def reason_words(reason: Reason) -> str:
    """Why a figure took part in no check, as a phrase."""
    return _reasons()[reason]


@cache
def _severities() -> dict[Severity, str]:
    return {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


@cache
def _reasons() -> dict[Reason, str]:
    return {
        Reason.NO_PARTNER: "文中没有可对照的数字",
        Reason.PERIOD_UNKNOWN: "说的是哪一期不明",
        Reason.SCOPE_DIFFERS: "口径不同，不相比",
        Reason.LICENCE: "注明了不变价、可比口径一类说明，不推算",
        Reason.AMBIGUOUS: "读法不止一种",
        Reason.NOT_READ: "所在区域不读",
    }
