"""`factcheck test`: the rules tried on their own examples."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.parts import options
from factcheck.cli.parts.completing import rule_names
from factcheck.cli.parts.options import Words
from factcheck.cli.parts.output import say
from factcheck.cli.parts.ruleset import ruleset
from factcheck.pipeline.trial import trials
from factcheck.reports.parts.safe import visible

HELP = """拿规则自带的例子试规则：该报的要报，不该报的不报

  factcheck test                          试全部规则
  factcheck test growth                   试名字这样开头的
  factcheck test --rules 我的规则/         连同自己写的规则

退出码：0 全部如例，1 有例子不符，2 规则写错。"""

Chosen = Annotated[
    Words, options.argument("[规则…]", "规则名或它的开头；不写就是全部", autocompletion=rule_names)
]


def test(
    names: Chosen = None,
    *,
    rules: options.RuleFolders = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Try some rules on their examples; leave with 1 when an example goes wrong."""
    wanted = ruleset(names or (), rules, config, isolated)
    count = failed = 0
    for trial in trials(wanted, ruleset((), rules, config, isolated)):
        count += 1
        if trial.wrong:
            failed += 1
            texts = "\n".join(f"    {visible(text.strip())}" for _, text in trial.example.texts)
            say(f"{trial.rule.name}：{visible(trial.wrong)}\n{texts}\n")
    say(f"{len(wanted)} 条规则，{count} 个例子，{failed} 个不符\n")
    raise typer.Exit(int(failed > 0))
