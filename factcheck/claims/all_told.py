"""Totals and their parts over several sentences, told apart by their numbers: 412人…538人…四周下来，1810位.

Where the words only say that something is summed up (三批算下来, 一共) or that a list ends (剩下的, 另外),
the numbers of one unit around it are taken for its parts when they add up, or would but for one digit
that would not mend most sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.claims.bind import Bound
from factcheck.claims.facts import middle_of
from factcheck.claims.mentions import Mention
from factcheck.claims.slips import by_luck, one_digit_repairs
from factcheck.claims.stating import stated
from factcheck.model import Figure, Partition
from factcheck.patterns import compiled

_IN_ALL = "一共|总共|拢共|合计|共计|总计"
_SUMMED = compiled(f"(?:算下来|下来|加起来|合起来|{_IN_ALL}|连同[^，。；]{{1,8}}算)[^。；]{{0,10}}$")
_RAW = compiled(f"(?:{_IN_ALL}|共)[^，。；]{{0,8}}$")
_REST = compiled("(?:^|[，。；：、“])(?:[剩余]下的?|其余的?|剩余的?|另外那?|还有|最后)[^，。；0-9]{0,6}$")
_OTHER = compiled("[去上前明]年|上[个一]?[月周季]|计划|目标|每|平均|均|比|较|增|减|涨|跌|超过|不足|最多|最少")
_FEWEST, _MOST, _APART, _TELLING = 2, 8, 2, 3


def all_told(bound: Bound, known: Sequence[Partition]) -> Iterator[Partition]:
    """The totals among the amounts of `bound` with their parts, where none is `known` for them yet."""
    wholes = {id(p.whole.figures[0]) for p in known if p.whole is not None and p.whole.figures}
    for _, together in groupby(bound.amounts, key=lambda m: m.where[0]):
        told = [m for m in together if _counts(m)]
        for unit in dict.fromkeys(m.base_unit for m in told):
            like = [m for m in told if m.base_unit == unit]
            for whole, parts in _sums(like, bound.article.text):
                if id(whole.slot.figure) not in wholes:
                    wholes.add(id(whole.slot.figure))
                    yield from stated(whole, parts, bound, "all-told")


def _counts(mention: Mention) -> bool:
    figure = mention.slot.figure
    plain = figure is not None and bool(figure.value) and not figure.hedge and not mention.name.mean
    return plain and not mention.aside and not mention.modality and not _OTHER.search(mention.lead)


def _sums(like: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """Each total with the parts told right before it, or right behind it up to a last one."""
    for at, mention in enumerate(like):
        starts = range(max(0, at - _MOST), at - 1)
        if at >= _FEWEST and _SUMMED.search(_words(text, mention, like[at - 1])):
            runs = [like[start:at] for start in starts]
            yield from _best(mention, [run for run in runs if _together(run[0], mention)])
        elif _REST.search(_words(text, mention, like[at - 1]) if at else mention.lead):
            ahead = [start for start in starts if _RAW.search(like[start].lead)]
            for start in ahead[-1:]:
                yield from _best(like[start], [like[start + 1 : at + 1]])


def _words(text: str, mention: Mention, last: Mention) -> str:
    """The words between two amounts, of the sentence of the second."""
    words = text[last.slot.span.end : mention.slot.span.start]
    return "，" + words[max(words.rfind(stop) for stop in "。！？\n") + 1 :]


def _together(first: Mention, last: Mention) -> bool:
    return last.where[1] - first.where[1] <= _APART


def _best(whole: Mention, runs: Sequence[Sequence[Mention]]) -> Iterator[tuple[Mention, Sequence[Mention]]]:
    """The run that adds up, else the longest that would but for one digit."""
    fits = [run for run in runs if sum(map(middle_of, run)) == middle_of(whole)]
    slips = [run for run in runs if _slipped(whole, run)]
    for run in (fits or slips)[:1]:
        yield whole, run


def _slipped(whole: Mention, run: Sequence[Mention]) -> bool:
    figures: list[Figure] = [m.slot.figure for m in (whole, *run) if m.slot.figure is not None]
    long = len("".join(filter(str.isdigit, figures[0].text))) >= _TELLING
    smaller = all(middle_of(part) < middle_of(whole) for part in run)
    return long and smaller and one_digit_repairs(figures) and not by_luck(figures)
