"""Findings that somebody decided not to hear, set apart with the reason.

Comments in the article come first, then quoted words in the configuration; rules that do not hold for
a file at all (`per-file-ignores`) leave no trace.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck.config import Settings, Suppression
from factcheck.model import Document, Finding, Reading, Report, Silenced, Silencer
from factcheck.pipeline.comments import Directive, directives
from factcheck.pipeline.complaints import complaints
from factcheck.pipeline.globs import Glob, glob
from factcheck.pipeline.rules import ALL, specificity
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class _Quoted:
    """A suppression of the configuration with its glob compiled."""

    said: Suppression
    where: Glob | None

    def means(self, path: str) -> bool:
        return self.where is None or self.where(path)

    def fits(self, finding: Finding, documents: Mapping[str, Document]) -> bool:
        place = finding.marks[0].place
        if specificity(finding.rule, [self.said.rule]) < 0 or not self.means(place.path):
            return False
        length = len(self.said.text)
        text = documents[place.path].text if place.path in documents else ""
        return any(at < place.end and place.start < at + length for at in self.at(text))

    def at(self, text: str) -> Iterator[int]:
        start = text.find(self.said.text)
        while start >= 0:
            yield start
            start = text.find(self.said.text, start + 1)


def quieted(report: Report, settings: Settings, known: Sequence[str]) -> Report:
    """`report` with what comments and settings silence set apart; `known` names all rules there are.

    Comments that silence nothing become findings of their own, such settings become notices.
    """
    said = _directives(report)
    quoted = [
        _Quoted(each, glob(each.path, settings.root) if each.path else None) for each in settings.suppress
    ]
    held = _held(report, settings)
    silenced, kept, used = _sorted(held, report.documents, said, quoted)
    ran = [note.name for note in report.rules]
    comments = [each for some in said.values() for each in some]
    return replace(
        report,
        findings=(*kept, *complaints(comments, used, ran, known, settings)),
        silenced=(*report.silenced, *silenced),
        notices=(*report.notices, *_idle(quoted, used, report.documents)),
    )


def _directives(report: Report) -> Mapping[str, Sequence[Directive]]:
    readings: dict[str, list[Reading]] = defaultdict(list)
    for reading in report.readings:
        readings[reading.article.document.path].append(reading)
    return {document.path: directives(document, readings[document.path]) for document in report.documents}


def _held(report: Report, settings: Settings) -> list[Finding]:
    """The findings whose rule holds for their file."""
    ignores = [(glob(pattern, settings.root), words) for pattern, words in settings.per_file_ignores]
    return [
        finding
        for finding in report.findings
        if not any(
            specificity(finding.rule, words) >= 0 and means(finding.marks[0].place.path)
            for means, words in ignores
        )
    ]


def _sorted(
    findings: Sequence[Finding],
    documents: Sequence[Document],
    said: Mapping[str, Sequence[Directive]],
    quoted: Sequence[_Quoted],
) -> tuple[list[Silenced], list[Finding], set[int]]:
    """Findings set apart, those left, and the `id()` of what set them apart."""
    texts = {document.path: document for document in documents}
    silenced: list[Silenced] = []
    kept: list[Finding] = []
    used: set[int] = set()
    for finding in findings:
        comments = [each for each in said.get(finding.marks[0].place.path, ()) if _silences(each, finding)]
        quotes = [each for each in quoted if each.fits(finding, texts)]
        used |= {id(each) for each in (*comments, *quotes)}
        if comments:
            silenced.append(Silenced(finding, Silencer.COMMENT, comments[0].reason))
        elif quotes:
            silenced.append(Silenced(finding, Silencer.CONFIG, quotes[0].said.reason))
        else:
            kept.append(finding)
    return silenced, kept, used


def _silences(directive: Directive, finding: Finding) -> bool:
    place = finding.marks[0].place
    over = directive.over.start < place.end and place.start < directive.over.end
    named = [word for word in directive.rules if word != ALL]  # a comment has to name its rules
    return over and specificity(finding.rule, named) >= 0


def _idle(quoted: Sequence[_Quoted], used: set[int], documents: Sequence[Document]) -> Iterator[str]:
    """A line on each setting that names a file of this run and silences nothing in it."""
    for each in quoted:
        here = each.where is not None and any(each.means(document.path) for document in documents)
        if here and id(each) not in used:
            yield f"suppress：{each.said.rule}（“{each.said.text}”）没有忽略任何冲突，请从配置里删去"
