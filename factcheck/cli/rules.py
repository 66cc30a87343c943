"""`factcheck rules`: all rules there are."""

from __future__ import annotations

from typing import Annotated

from factcheck.cli.parts import options
from factcheck.cli.parts.completing import rule_names
from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import Words, option
from factcheck.cli.parts.output import say
from factcheck.cli.parts.ruleset import ruleset
from factcheck.config.values import one_of
from factcheck.engine import Rule, examples
from factcheck.pipeline.complaints import OWN
from factcheck.reports.parts.as_json import as_json
from factcheck.reports.parts.reference import reference
from factcheck.reports.parts.words import severity_word

HELP = """列出全部规则

  factcheck rules                         名字、级别、一句话
  factcheck rules growth sums             只列名字这样开头的
  factcheck rules --format markdown       规则手册，附例子"""

Chosen = Annotated[
    Words, options.argument("[规则…]", "规则名或它的开头；不写就是全部", autocompletion=rule_names)
]
Format = Annotated[
    str, option("--format", "-f", metavar="table|markdown|json", help="表格、规则手册，或 JSON")
]


def rules(
    names: Chosen = None,
    *,
    format: Format = "table",
    rules: options.RuleFolders = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """List the rules."""
    found = ruleset(names or (), rules, config, isolated)
    match one_of("--format", format, ("table", "markdown", "json")):
        case "markdown":
            say(reference(((rule, examples(rule)) for rule in found), () if names else OWN))
        case "json":
            say(as_json([_row(rule) for rule in found]))
        case _:
            rows = [
                (rule.name, severity_word(rule.severity), "" if rule.default else "默认不查", rule.title)
                for rule in found
            ]
            say(aligned(("规则", "级别", "", "查什么"), rows))


def _row(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity.value,
        "default": rule.default,
        "why": rule.why,
    }
