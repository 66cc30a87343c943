"""The rules a command speaks of, with the options that say which."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cli.parts import given
from factcheck.cli.parts.options import Words
from factcheck.engine import Rule
from factcheck.pipeline import loaded, matching


def ruleset(words: Sequence[str], rules: Words, config: Words, isolated: bool) -> tuple[Rule, ...]:
    """The rules that `words` name or begin, those of further folders included; all without words.

    Raises:
        RuleError: a rule is malformed.
        ConfigError: a word matches no rule.
    """
    settings = given.settings([], config, isolated, rules=rules)
    return matching(words, loaded(settings))
