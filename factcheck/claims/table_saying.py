"""The words of a sentence against the names of a table: which row, which column, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from factcheck.claims.lexicons import aliases, either, words
from factcheck.claims.mentions import Mention
from factcheck.claims.table_labels import Head
from factcheck.claims.table_sheet import Sheet
from factcheck.claims.table_words import table_words
from factcheck.model import Article, Period
from factcheck.patterns import compiled
from factcheck.records import dataclass

_STOPS = compiled(r"[。！？!?\n；;]")
_BRACKETS = compiled(r"[（(][^（）()\n]{0,80}[）)]")
_APART = compiled(r"[，,：:]|——")
_RECKONED = compiled(
    "(?:[若如]果?|倘若|假如)?(?:仍|改|换)?(?:按照?|以|依)(?P<by>[^按以]{2,12}?)(?:来|进行)?(?:计算?|口径|统计|测算|折算|核算|衡量|算)"
)
_BLANK = compiled(r"[\s“”‘’\"'*#_、·的]+")


@dataclass(frozen=True, slots=True)
class Saying:
    """The words before a figure, back to the figure before it or the start of its sentence.

    Attributes:
        start: where they start in the reading text.
        end: where they end.
        clauses: the words by clauses, periods and what stands in brackets left out.
        follows: another figure of the sentence stands before them.
    """

    start: int
    end: int
    clauses: tuple[str, ...]
    follows: bool


def saying(mention: Mention, before: Mention | None, article: Article, periods: Sequence[Period]) -> Saying:
    """The words that lead up to `mention`; `before` is the mention in front of it.

    Of the members of a 分别 list each has the name the list gives it.
    """
    end = mention.slot.span.start
    if mention.made_by == "respectively":
        given = mention.name.subject + mention.name.indicator
        return Saying(end, end, (_BLANK.sub("", given),) if "#" not in given else ("#",), False)
    sentence = max(
        (found.end() for found in _STOPS.finditer(article.text, max(0, end - 400), end)), default=0
    )
    sentence = max(sentence, end - 400)
    follows = before is not None and sentence <= before.slot.span.start < end
    start = before.slot.span.end if follows and before is not None else sentence
    kept, at = "", start
    for period in periods:
        if start <= period.span.start and period.span.end <= end:
            kept += article.text[at : period.span.start]
            at = period.span.end
    kept = _BRACKETS.sub("", kept + article.text[at:end])
    clauses = tuple(_BLANK.sub("", clause) for clause in _APART.split(kept))
    return Saying(start, end, clauses, follows)


def names_of(heads: Mapping[int, Head]) -> dict[str, list[int]]:
    """The lines of a table by the names a sentence may call them, canonical names included."""
    found: dict[str, list[int]] = {}
    skipped = table_words().generic | table_words().rest
    for line, head in heads.items():
        plain = _BLANK.sub("", head.words)
        if len(plain) > 1 and plain not in skipped:
            for name in _spellings(plain):
                found.setdefault(name, []).append(line)
    return found


def _spellings(name: str) -> set[str]:
    """A name, its canonical name and the other names of that."""
    canonical = aliases().get(name, name)
    return {name, canonical, *(other for other, known in aliases().items() if known == canonical)}


def named(clauses: Sequence[str], names: Mapping[str, list[int]]) -> tuple[set[int], str, int]:
    """The lines that the words name, the longest name used, and the clause it stands in.

    A name inside a longer one does not count, be that one in the table or not (出口 in 进出口). The
    clause nearest to the figure wins.
    """
    for at in range(len(clauses) - 1, -1, -1):
        here = [name for name in names if name in clauses[at]]
        longer = [*here, *_others(here, clauses[at])] if here else []
        whole = [name for name in here if not _covered(name, longer, clauses[at])]
        if whole:
            lines = {line for name in whole for line in names[name]}
            return lines, max(whole, key=len), at
    return set(), "", len(clauses)


def _others(names: Sequence[str], clause: str) -> Iterator[str]:
    """The known indicators in a clause that hold one of `names` and are another thing."""
    for longer, canonical in (*aliases().items(), *((known, known) for known in aliases().values())):
        if longer in clause and any(
            name in longer and aliases().get(name, name) != canonical for name in names
        ):
            yield longer


def _covered(name: str, others: Sequence[str], clause: str) -> bool:
    """Whether every place of `name` in the clause lies inside a longer name."""
    longer = [other for other in others if name in other and name != other]
    for other in longer:
        clause = clause.replace(other, "\0")
    return bool(longer) and name not in clause


def left_over(clauses: Iterable[str], used: Sequence[str], sheet: Sheet, subject: str) -> str:
    """What the clauses say beyond the names of the table, words without weight set aside."""
    text = "，".join(clauses)
    for name in sorted({*used, subject} - {""}, key=len, reverse=True):
        text = text.replace(name, "，")
    text = _weightless().sub("，", text)
    known, title = _known_words(sheet), sheet.article.title + sheet.article.place_name
    parts = (part.strip("总") for part in text.split("，"))
    return "".join(part for part in parts if part and part not in known and not _is_whose(part, title))


def reckoned(clauses: Iterable[str], sheet: Sheet) -> str:
    """Upon what a clause in front reckons, unless the table says the same: 按户籍人口计算，…."""
    heads = (*sheet.rows.values(), *sheet.columns.values())
    said = _known_words(sheet) + "，".join(head.said for head in heads)
    found = (_RECKONED.match(clause) for clause in clauses)
    return "".join(one["by"] for one in found if one is not None and one["by"] not in said)


def _is_whose(part: str, title: str) -> bool:
    """Whether the headline names the same, and it is no indicator (出口 in a headline on 进出口)."""
    indicators = {*aliases(), *aliases().values()}
    return part in title and not any(name in part for name in indicators)


@cache
def _weightless() -> re.Pattern[str]:
    w = words()
    plain = w.up | w.down | w.growth_nouns | w.fall_nouns | w.copula | w.after | w.leads | w.within | w.totals
    bases = w.yoy | w.previous | w.average | w.last_year | w.year_start
    return compiled(
        either({*plain, *bases, *w.places}) + "|" + table_words().filler.pattern + r"|[之其所以而将把被、]"
    )


def _known_words(sheet: Sheet) -> str:
    """The words of captions and headers: what they name need not be in a cell."""
    text = sheet.article.text
    said = [span.of(text) for span in sheet.around.captions]
    said += [sheet.grid.laid.words(row, column) for row in sheet.grid.heads for column in sheet.grid.labels]
    said += [head.said for head in sheet.columns.values()]
    return "，".join(said)
