"""The counted noun after a figure: 46个*项目*, 18户*市属国有企业*."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from factcheck.claims.lexicons import known
from factcheck.patterns import compiled
from factcheck.text.words import cutter

_RUN = compiled(r"[的]?([“”\u4e00-\u9fffA-Za-z]+)")
_NOUNS = ("n", "b", "j", "a", "vn", "eng", "x", "s", "l", "i", "g")
_STOPS = frozenset("中内里上下和及与或是为有占达比较在由从到等均都各也已将被把共")
_CLAUSAL = frozenset(["d", "p", "r", "u", "uj", "ul", "y"])
_LONGEST = 12


def noun_after(right: str, *, led: bool = False) -> str:
    """The noun phrase at the start of the words after a figure; empty when they start otherwise.

    With `led` a verb may lead it that tells which ones are meant: *参展企业*, *报名选手*.
    """
    found = _RUN.match(right)
    if found is None:
        return ""
    run = found.group(1).replace("“", "").replace("”", "")[:_LONGEST]
    kept: list[str] = []
    words = [*cutter().cut(run), ("", "")]
    for (word, tag), (_, follows) in pairwise(words):
        leads = led and not kept and tag == "v" and len(word) > 1 and follows.startswith(_NOUNS)
        if word in _STOPS or not (leads or tag.startswith(_NOUNS)):
            break
        kept.append(word)
    return "".join(kept)


def term_behind(right: str) -> str:
    """The term of a definition that a figure is said to be: 涨到45.5米的*警戒水位*; empty when none is."""
    return right[1:] if right[:1] == "的" and right[1:] in _terms() else ""


@cache
def _terms() -> frozenset[str]:
    """What is subtracted, or subtracted from, by definition."""
    return frozenset(word for one in known().differences for word in (*one.of, *one.against))


def is_noun(text: str) -> bool:
    """Whether words are one noun phrase: they end in a noun and hold no verb but as part of a noun."""
    cut = cutter().cut(text)
    return bool(cut) and cut[-1][1].startswith(_NOUNS) and not any(tag in _CLAUSAL for _, tag in cut)
