"""Two dated events in the wrong order: closed before it opened, finished before it was begun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.checks import Judgement, Spot, conflict, held
from factcheck.checks.parts.around import any_of, before, clause, in_clause, paragraph
from factcheck.checks.parts.dates import shown
from factcheck.checks.parts.last import Last
from factcheck.model import Period, Reading, Span
from factcheck.model.period import Anchor, Day
from factcheck.patterns import compiled
from factcheck.records import dataclass
from factcheck.stops import opening

_STOPS = "。！？!?\n"
_LINKS = compiled(
    r"早在|而|并|并于|于|已|已于|后|又|随后|其后|预计|计划|同年|当年|次年|自|从|至|到|在|将|将于|也|则|再|直到|此前"
)
_LABEL = compiled(r"(?P<name>[^，,。；;：:\s]{2,14}?)(?:(?:时间|日期)?[：:]|时间为?|日期为?)\s?$")
_DATED = compiled("[年月日]")
_BETWEEN = compiled("[从自由].*[到至]")  # from one event to another: no label of a date


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated event: its place in a chain of events, its days, and where it is told.

    `own` says that its clause names whose it is, so that it may be another's than the one before.
    """

    step: int
    first: Day
    last: Day
    date: Span
    inferred: bool
    own: bool


def check(
    subject: Reading,
    reading: Reading,
    *,
    chains: tuple[tuple[str, ...], ...] = (),
    apart: tuple[str, ...] = (),
) -> Iterator[Judgement]:
    """Compare the events of one sentence, or of one line of labelled dates, in the order of `chains`.

    A chain is a row of groups of words, parted by `|` inside a group. Clauses with a word of `apart`
    (上一届, 去年) tell of another time.
    """
    if len(reading.periods) < 2:
        return
    words = _last().of(chains, find=lambda: _words(chains))
    dated = [(period, told) for period, told in _dated(reading, words) if words.search(told)]
    for chain in chains if len(dated) > 1 else ():
        steps = [any_of(group.split("|")) for group in chain]
        for events in _together(reading.article.text, dated, steps, any_of(apart)):
            yield from _judged(events)


@cache
def _last() -> Last[re.Pattern[str]]:
    return Last()


def _words(chains: Iterable[Sequence[str]]) -> re.Pattern[str]:
    """What finds any word of any chain."""
    return any_of([word for chain in chains for group in chain for word in group.split("|")])


def _dated(reading: Reading, words: re.Pattern[str]) -> Iterator[tuple[Period, str]]:
    """The dates near `words`, each with what says what happened: behind it up to the next, or its label."""
    text, periods = reading.article.text, reading.periods
    starts = [*(period.span.start for period in periods[1:]), len(text)]
    for period, after in zip(periods, starts, strict=False):
        start, end = period.span.start, period.span.end
        near = words.search(text, max(0, start - 18), end + 24)
        if near is None or period.first is None or period.last is None:
            continue
        behind = in_clause(text[end : min(end + 24, max(after, end))])
        label = _LABEL.search(before(text, start, 18))
        if label is not None and _BETWEEN.search(label.group("name")):
            label = None
        yield period, label.group("name") if label is not None else behind


def _together(
    text: str,
    dated: Sequence[tuple[Period, str]],
    steps: Sequence[re.Pattern[str]],
    apart: re.Pattern[str],
) -> Iterator[list[_Event]]:
    """The events of each sentence that count from one time; lines of labelled dates are one sentence.

    In an article of no known year 今年9月 is neither before nor after 2022年3月.
    """
    found: dict[tuple[int, Anchor], list[_Event]] = {}
    for period, told in dated:
        step = next((step for step, words in enumerate(steps) if words.search(told)), None)
        if step is None or period.first is None or period.last is None or _elsewhere(text, period, apart):
            continue
        start = paragraph(text, period.span.start).start
        key = max(start, 1 + max(text.rfind(stop, start, period.span.start) for stop in _STOPS))
        inferred, own = "year-inferred" in period.form, _names_subject(text, period)
        event = _Event(step, period.first, period.last, period.span, inferred, own)
        found.setdefault((key, period.anchor), []).append(event)
    yield from (events for events in found.values() if len(events) > 1)


def _elsewhere(text: str, period: Period, apart: re.Pattern[str]) -> bool:
    start = clause(text, max(period.span.start - 1, 0)).start
    return apart.search(text, start, period.span.end + 16) is not None


def _names_subject(text: str, period: Period) -> bool:
    """Whether the clause of a date begins with words that may name whose event it is."""
    start = clause(text, period.span.start).start
    part = opening(text, period.span.start, "；;。\n")
    if text[part - 1 : part] in ("；", ";") and not _DATED.search(text, part, period.span.start):
        start = part  # ；二期1800亩，2022年开工: the first date of a part of the sentence
    if _LABEL.search(before(text, period.span.start, 18)):
        return False
    lead = _LINKS.sub("", text[start : period.span.start])
    return len(lead.strip(" “”\u3000")) > 1


def _judged(events: Sequence[_Event]) -> Iterator[Judgement]:
    """Neighbouring events of one subject; the first conflict, else the first pair that agrees."""
    agreed: list[Judgement] = []
    for one, other in pairwise(events):
        early, late = (one, other) if one.step < other.step else (other, one)
        if one.step == other.step or other.own:
            continue
        spots = Spot("late", late.date), Spot("early", early.date)
        if late.last >= early.first:
            agreed.append(held(*spots, equation=f"{shown(early.first)} ≤ {shown(late.last)}", weak=True))
        elif not _over_new_year(early, late):
            yield conflict(*spots, equation=f"{shown(late.last)} < {shown(early.first)}")
            return
    yield from agreed[:1]


def _over_new_year(early: _Event, late: _Event) -> bool:
    """Whether a year that was left out may be the next one, or the two were inferred apart."""
    if not late.inferred:
        return False
    return late.last[1] + 6 < early.first[1] or (early.inferred and late.first[0] != early.first[0])
