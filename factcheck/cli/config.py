"""`factcheck config`: what a configuration may say."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

import typer

from factcheck.cli.parts.listing import aligned
from factcheck.cli.parts.options import option
from factcheck.cli.parts.output import say
from factcheck.config import KEYS
from factcheck.config.values import nearest
from factcheck.errors import ConfigError

HELP = """列出配置里能写什么

写在 pyproject.toml 的 [tool.factcheck] 里，或写成 factcheck.toml；离稿件最近的一份生效。

  factcheck config                        全部键和说明
  factcheck config select                 一个键
  factcheck config --schema               JSON Schema，供编辑器补全和检查
  factcheck check --show-settings         现在生效的是什么

例：

  [tool.factcheck]
  ignore = ["wording"]
  fail-on = "warning"
  place = "青禾市"

  [tool.factcheck.per-file-ignores]
  "旧稿/**" = ["sums", "shares"]

  [[tool.factcheck.suppress]]
  path = "年报.docx"
  rule = "growth/levels-disagree"
  text = "同比增长10%"
  reason = "两期口径不同，已向统计局核实"

稿件里也可以写注释，下一段不报这条规则：
  <!-- factcheck: ignore[growth/levels-disagree] 原因 -->
  <!-- factcheck: disable[sums] --> … <!-- factcheck: enable[sums] -->
  <!-- factcheck: file-ignore[wording] -->"""

Key = Annotated[str, typer.Argument(metavar="键", help="只看这一个键", show_default=False)]
Schema = Annotated[bool, option("--schema", help="打印 JSON Schema")]


def config(key: Key = "", *, schema: Schema = False) -> None:
    """Print the keys of a configuration, one of them, or their JSON Schema."""
    if schema:
        say(files("factcheck.config").joinpath("config.schema.json").read_text(encoding="utf-8"))
        return
    names = [each.name for each in KEYS]
    if key and key not in names:
        raise ConfigError(f"配置里没有“{key}”这个键；{nearest(key, names)}")
    say(aligned(("键", "说明"), [(each.name, each.help) for each in KEYS if key in ("", each.name)]))
