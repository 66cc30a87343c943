"""`factcheck explain`: what one rule is about."""

from __future__ import annotations

from typing import Annotated

from factcheck.cli.parts import options
from factcheck.cli.parts.completing import rule_names
from factcheck.cli.parts.output import say
from factcheck.cli.parts.ruleset import ruleset
from factcheck.engine import examples
from factcheck.pipeline.complaints import OWN
from factcheck.reports.parts.reference import explained, noted

HELP = """说明一条规则：查什么，为什么，什么会报，什么不报

  factcheck explain growth/levels-disagree
  factcheck explain growth                名字这样开头的都说明"""

Chosen = Annotated[list[str], options.argument("规则…", "规则名或它的开头", autocompletion=rule_names)]


def explain(
    names: Chosen,
    *,
    rules: options.RuleFolders = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Explain some rules."""
    own = [note for note in OWN if any(note.name.startswith(name) for name in names)]
    others = [name for name in names if not any(note.name.startswith(name) for note in OWN)]
    found = ruleset(others, rules, config, isolated) if others else ()
    pages = [explained(rule, examples(rule)) for rule in found] + [noted(note) for note in own]
    say(f"\n{'─' * 40}\n\n".join(pages))
