"""Rules that look at one reading at a time: wording, malformed numbers, and judgements in checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck.checks import Judgement
from factcheck.engine.call import check_of, judgements
from factcheck.engine.findings import from_judgement
from factcheck.engine.rule import Called, Malformed, Rule, Wording
from factcheck.engine.wording import Places, malformed, matches, places
from factcheck.model import Finding, Reading, Verified

Look = Callable[[Reading, Places], Iterable[Judgement]]


def looks(rules: Iterable[Rule]) -> tuple[tuple[Rule, Look], ...]:
    """The rules that look at a reading, each with how it does."""
    return tuple((rule, look) for rule in rules if (look := _look(rule)) is not None)


def looked(wanted: Sequence[tuple[Rule, Look]], reading: Reading) -> Iterator[Finding | Verified]:
    """What the rules say of `reading`."""
    where = places(reading)
    for rule, look in wanted:
        for judgement in look(reading, where):
            yield from_judgement(rule, judgement, reading.article)


def looked_across(rules: Iterable[Rule], readings: Sequence[Reading]) -> Iterator[Finding | Verified]:
    """What the rules that compare readings say of all of them."""
    for rule in rules:
        form = rule.form
        if isinstance(form, Called) and form.over == "readings":
            for judgement in check_of(rule, form)(tuple(readings), readings[0], **dict(form.constants)):
                yield from_judgement(rule, judgement, readings[0].article)


def _look(rule: Rule) -> Look | None:
    form = rule.form
    if isinstance(form, Wording):
        return lambda reading, where: matches(form, reading, where)
    if isinstance(form, Malformed):
        return lambda reading, _: malformed(form, reading)
    if isinstance(form, Called) and form.over != "readings":
        check = check_of(rule, form)
        return lambda reading, _: judgements(check, form, reading)
    return None
