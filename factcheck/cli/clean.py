"""`factcheck clean`: drop the cache."""

from __future__ import annotations

from factcheck import kept
from factcheck.cli.parts.output import say
from factcheck.pipeline import cache

HELP = """清空缓存

没有改过的稿件不必重读，读过的结果存在用户的缓存文件夹里（可用 FACTCHECK_CACHE_DIR 指定）。
factcheck 自带的规则和词表也在那里存一份编译好的，下次启动快一倍。
稿件、设置或 factcheck 本身一变，缓存自动作废，平时不必清。"""


def clean() -> None:
    """Drop every entry of the cache."""
    kept.forget()
    say(f"已清空 {kept.folder()}（{cache.clear()} 份）\n")
