"""Which rules run, and how loud they are.

A rule is chosen by its name or by how its name begins (`growth`, `growth/levels`). As elsewhere the
more specific word wins: `select = ["growth/levels-disagree"]` with `ignore = ["growth"]` runs that one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import get_close_matches

from factcheck import engine
from factcheck.config import Settings
from factcheck.engine import Rule
from factcheck.errors import ConfigError

ALL = "ALL"
OWN_NAMES = ("suppression/malformed", "suppression/unused")
"""Names beside those of rule files: what is held against comments that speak to factcheck."""


def loaded(settings: Settings) -> tuple[Rule, ...]:
    """All rules there are, those of further folders included.

    Raises:
        RuleError: a rule file is malformed.
    """
    return engine.load((engine.home(), *settings.rules))


def chosen(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Those of `rules` that run under `settings`, with the severities it gives them.

    Raises:
        ConfigError: a name matches no rule; names the nearest.
    """
    _known(settings, [*(rule.name for rule in rules), *OWN_NAMES])
    return tuple(_loudness(rule, settings) for rule in rules if _runs(rule, settings))


def matching(words: Sequence[str], rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that one of `words` names or begins; all without words.

    Raises:
        ConfigError: a word matches no rule; names the nearest.
    """
    for word in words:
        _refuse_unknown(word, [rule.name for rule in rules], "规则")
    return tuple(rule for rule in rules if not words or specificity(rule.name, words) >= 0)


def specificity(name: str, words: Collection[str]) -> int:
    """How much of `name` the longest fitting word says; −1 when none fits."""
    fitting = [0 if word == ALL else len(word) for word in words if word == ALL or name.startswith(word)]
    return max(fitting, default=-1)


def _runs(rule: Rule, settings: Settings) -> bool:
    wanted = specificity(rule.name, [*settings.select, *settings.extend_select])
    if not settings.select and rule.default:
        wanted = max(wanted, 0)
    return wanted >= 0 and wanted > specificity(rule.name, settings.ignore)


def _loudness(rule: Rule, settings: Settings) -> Rule:
    words = {word: severity for word, severity in settings.severity if specificity(rule.name, [word]) >= 0}
    return replace(rule, severity=words[max(words, key=len)]) if words else rule


def _known(settings: Settings, names: Sequence[str]) -> None:
    for key, words in (
        ("select", settings.select),
        ("extend-select", settings.extend_select),
        ("ignore", settings.ignore),
        ("severity", [word for word, _ in settings.severity]),
        ("per-file-ignores", [word for _, some in settings.per_file_ignores for word in some]),
        ("suppress", [each.rule for each in settings.suppress]),
    ):
        for word in words:
            _refuse_unknown(word, names, key)


def _refuse_unknown(word: str, names: Sequence[str], key: str) -> None:
    if word == ALL or (word and any(name.startswith(word) for name in names)):
        return
    topics = {name.partition("/")[0] for name in names}
    near = get_close_matches(word, [*names, *topics], n=1, cutoff=0.5)
    cure = f"是不是 {near[0]}？" if near else "用 factcheck rules 看全部规则"
    raise ConfigError(f"{key}：没有规则叫“{word}”或以它开头；{cure}")
