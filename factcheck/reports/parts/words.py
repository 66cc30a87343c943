"""The closed lists of the model in the words an editor reads."""

from __future__ import annotations

from functools import cache

from factcheck.model import FigureKind, Modality, Reason, Severity


def severity_word(severity: Severity) -> str:
    """错误, 警告 or 提示."""
    return _severities()[severity]


def reason_words(reason: Reason) -> str:
    """Why a figure took part in no check, as a phrase."""
    return _reasons()[reason]


def kind_word(kind: FigureKind) -> str:
    """What sort of number it is."""
    return _kinds()[kind]


def modality_word(modality: Modality) -> str:
    """Whether it is, should be, or will be so."""
    return {Modality.PLAN: "计划", Modality.FORECAST: "预测"}.get(modality, "")


@cache
def _kinds() -> dict[FigureKind, str]:
    return {
        FigureKind.QUANTITY: "数量",
        FigureKind.NUMBER: "数",
        FigureKind.PERCENT: "百分数",
        FigureKind.POINTS: "百分点",
        FigureKind.FRACTION: "分数",
        FigureKind.MULTIPLE: "倍数",
        FigureKind.ORDINAL: "序数",
        FigureKind.DATE: "日期",
        FigureKind.PERIOD: "时期",
        FigureKind.TIME: "时刻",
        FigureKind.CODE: "编号",
    }


def role_word(role: str) -> str:
    """The part a figure plays in a relation; empty for one that needs no word."""
    return _roles().get(role, "")


@cache
def _roles() -> dict[str, str]:
    return {
        "now": "本期",
        "before": "基期",
        "rate": "增速",
        "change": "增减",
        "whole": "总体",
        "total": "合计",
        "part": "分项",
        "share": "占比",
        "multiple": "倍数",
        "mean": "平均",
        "count": "个数",
        "item": "列举项",
        "plan": "计划",
        "done": "完成",
        "progress": "完成率",
        "headline": "标题",
        "body": "正文",
    }


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
