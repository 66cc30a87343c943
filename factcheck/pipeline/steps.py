"""The steps in order: read and understand every file, judge, set apart what nobody wants to hear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from factcheck import readers
from factcheck.config import Settings
from factcheck.engine import Rule
from factcheck.errors import FactcheckError
from factcheck.model import (
    Document,
    Failure,
    Finding,
    PartialDate,
    Reading,
    Report,
    RuleNote,
    Verified,
)
from factcheck.pipeline import cache
from factcheck.pipeline.baseline import without_known
from factcheck.pipeline.bugs import broken
from factcheck.pipeline.companions import Companions, companions, judged, with_facts
from factcheck.pipeline.opened import Opened, opened, readings
from factcheck.pipeline.rules import chosen, loaded
from factcheck.pipeline.silence import quieted
from factcheck.pipeline.sources import Tell, inputs, processes, silent
from factcheck.pipeline.unchecked import unchecked
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """What was read of all inputs, before any rule has spoken."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    failures: tuple[Failure, ...]


def check(paths: Sequence[str], settings: Settings, tell: Tell = silent) -> Report:
    """The report on every file under `paths`; a file that cannot be read or checked becomes a failure.

    `tell` hears how many files are done, of how many, and which one comes next.

    Raises:
        RuleError: a rule is malformed; nothing has been read yet.
        ConfigError: a setting names no rule; likewise.
    """
    rules = loaded(settings)
    wanted = chosen(rules, settings)
    narrowed = _narrowing(settings)
    given = companions(settings)
    report = _judged_soundly(understand_all(paths, settings, tell), wanted, given)
    if settings.heed:
        report = _ordered(quieted(report, settings, [rule.name for rule in rules]))
    if settings.baseline is not None:
        report = without_known(report, settings.baseline)
    return narrowed(report)


def check_text(
    text: str,
    *,
    name: str = "text.md",
    published: PartialDate | None = None,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """The report on one text as if it were the file `name`, by `rules` or by all that run by default."""
    return check_texts([(name, text)], published=published, rules=rules)


def check_texts(
    texts: Iterable[tuple[str, str]],
    *,
    published: PartialDate | None = None,
    place_name: str = "",
    rules: Sequence[Rule] | None = None,
    facts: str = "",
) -> Report:
    """The report on several texts under their names, checked against each other too.

    `facts` is the text of a table, as `--facts` would give it.
    """
    found = tuple(readers.read_bytes(text.encode("utf-8", "replace"), name) for name, text in texts)
    understood = tuple(
        each for document in found for each in readings(document, published=published, place_name=place_name)
    )
    wanted = chosen(loaded(Settings()), Settings()) if rules is None else rules
    given = Companions(cross=len(found) > 1)
    if facts:
        given = with_facts(given, facts)
    return _judged(Understood(found, understood, ()), wanted, given)


def understand_all(paths: Sequence[str], settings: Settings, tell: Tell = silent) -> Understood:
    """Every file under `paths` read and understood."""
    names, missed = inputs(paths, settings)
    outcomes = [*_outcomes(names, settings, tell), *missed]
    if settings.cache:
        cache.tidy()
    return Understood(
        tuple(each.document for each in outcomes if isinstance(each, Opened)),
        tuple(found for each in outcomes if isinstance(each, Opened) for found in each.readings),
        tuple(each for each in outcomes if isinstance(each, Failure)),
    )


def _outcomes(names: Sequence[str], settings: Settings, tell: Tell) -> Iterator[Opened | Failure]:
    """What became of each file, in order, whoever did it."""
    work = partial(opened, settings=settings)
    jobs = processes(names, settings)
    if jobs > 1:
        from factcheck.pipeline.workers import in_processes  # noqa: PLC0415  (most runs need no processes)

        done = in_processes(names, work, jobs, settings.time_limit)
    else:
        done = map(work, names)
    for at, name in enumerate(names):
        tell(at, len(names), name)
        yield next(done)


def _narrowing(settings: Settings) -> Callable[[Report], Report]:
    """What leaves only the findings that touch changed lines, when that is asked for."""
    if not settings.diff and settings.diff_file is None:
        return lambda report: report
    from factcheck.pipeline import changes  # noqa: PLC0415  (it needs subprocess, most runs do not)

    file = settings.diff_file
    lines = changes.since(settings.diff) if file is None else changes.patch_file(file)
    return lambda report: changes.on_changed_lines(report, lines)


def _judged_soundly(understood: Understood, rules: Sequence[Rule], given: Companions) -> Report:
    """The report on what was understood; a file over which a rule stumbles becomes a failure."""
    try:
        return _judged(understood, rules, given)
    except FactcheckError:
        raise
    except Exception:
        lost = broken(understood.readings, rules)
        if not lost:
            raise
    sound = Understood(
        tuple(each for each in understood.documents if each.path not in lost),
        tuple(each for each in understood.readings if each.article.document.path not in lost),
        (*understood.failures, *lost.values()),
    )
    return _judged(sound, rules, given)


def _judged(understood: Understood, rules: Sequence[Rule], given: Companions) -> Report:
    found = judged(understood.readings, rules, given)
    return _ordered(
        Report(
            documents=understood.documents,
            readings=understood.readings,
            findings=found.findings,
            verified=found.verified,
            unchecked=unchecked(understood.readings, found.findings, found.verified),
            failures=understood.failures,
            rules=tuple(RuleNote(rule.name, rule.title, rule.why, rule.severity) for rule in rules),
            notices=given.notices,
        )
    )


def _ordered(report: Report) -> Report:
    """Findings and verified relations by document and position."""
    order = {document.path: at for at, document in enumerate(report.documents)}
    return replace(
        report,
        findings=tuple(sorted(report.findings, key=lambda each: _position(each, order))),
        verified=tuple(sorted(report.verified, key=lambda each: _position(each, order))),
    )


def _position(relation: Finding | Verified, order: dict[str, int]) -> tuple[int, int, int, str]:
    place = relation.marks[0].place
    return order.get(place.path, len(order)), place.start, place.end, relation.rule
