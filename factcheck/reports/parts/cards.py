"""The pieces of the HTML page beside the text: a card per finding, what was verified, the list of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from factcheck.model import Finding, Mark, Report, Silenced, Verified
from factcheck.reports.parts import said
from factcheck.reports.parts.exact import readable
from factcheck.reports.parts.options import Options
from factcheck.reports.parts.safe import relative, visible
from factcheck.reports.parts.statuses import Checked, Relation, Status, riskiest_first
from factcheck.reports.parts.words import reason_words, role_word, severity_word

_GLANCE = 50  # conflicts listed at the top of the page
_STATUS_CLASSES = {
    Status.CONTRADICTED: "suspect",
    Status.SILENCED: "loose",
    Status.ALONE: "alone",
    Status.NOT_READ: "alone",
    Status.LOOSE: "loose",
    Status.VERIFIED: "verified",
}


def text(words: str) -> str:
    """`words` as HTML text on one line, nothing in them markup."""
    return escape(visible(words))


def card(target: str, finding: Finding, options: Options) -> str:
    """One finding: how loud, what is wrong, the arithmetic, and where the witnesses stand."""
    suspect, *witnesses = finding.marks
    rows = [
        f'<header><b class="severity">{severity_word(finding.severity)}</b> '
        f"<span>{finding.certainty.value}</span> <code>{text(finding.rule)}</code> "
        f'<span class="where">{suspect.place.line} 行</span></header>',
        f"<p>{text(finding.message)}</p>",
        *_sums(finding),
        *(_witness(mark, suspect, options) for mark in witnesses),
    ]
    inner = "\n".join(rows)
    return (
        f'<section class="card {finding.severity.value}" id="{target}" '
        f'data-rule="{text(finding.rule)}" data-severity="{finding.severity.value}" tabindex="-1">\n'
        f"{inner}\n</section>"
    )


def found_list(findings: Sequence[tuple[str, Finding]], options: Options, *, single: bool) -> Iterator[str]:
    """All conflicts at a glance, each leading to its card; of a single article only where cards are far."""
    if not findings:
        return
    yield f'<ol class="glance{" single" if single else ""}">'
    for target, finding in findings[:_GLANCE]:
        place = finding.marks[0].place
        where = "" if single else f"{text(relative(place.path, options.root))} "
        yield (
            f'<li data-rule="{text(finding.rule)}" data-severity="{finding.severity.value}">'
            f'<a href="#{target}">{where}{place.line} 行</a> {text(finding.message)}</li>'
        )
    if len(findings) > _GLANCE:
        yield f"<li>另有 {len(findings) - _GLANCE} 处，见各篇</li>"
    yield "</ol>"


def _sums(finding: Finding) -> Iterator[str]:
    if finding.equation:
        yield f'<p class="sum"><code>{text(finding.equation)}</code></p>'
    if finding.expected:
        yield f'<p class="expected">应为 <b>{text(finding.expected)}</b>{escape(said.unless(finding))}</p>'
    for at in range(len(finding.fixes)):
        yield f'<p class="fix">{escape(said.fix_line(finding, at))}</p>'


def _witness(mark: Mark, suspect: Mark, options: Options) -> str:
    place = mark.place
    elsewhere = "" if place.path == suspect.place.path else f"{text(relative(place.path, options.root))} "
    word = role_word(mark.role)
    role = f"（{word}）" if word else ""
    return f'<p class="seen">对照 {elsewhere}{place.line} 行：{escape(said.quoted(mark))}{role}</p>'


def verified_list(held: Sequence[tuple[str, Verified]]) -> str:
    """What was verified in one document, folded away."""
    if not held:
        return ""
    items = "\n".join(
        f'<li id="{target}"><span class="where">{each.marks[0].place.line} 行</span> '
        f"<code>{escape(said.sum_of(each))}</code> <small>{text(each.rule)}"
        f"{'（宽松）' if each.weak else ''}</small></li>"
        for target, each in held
    )
    return f'<details class="held"><summary>核对无误 {len(held)} 处</summary><ul>\n{items}\n</ul></details>'


def silenced_list(silenced: Sequence[Silenced]) -> str:
    """What somebody decided not to hear, folded away."""
    if not silenced:
        return ""
    items = "\n".join(
        f'<li><span class="where">{each.finding.marks[0].place.line} 行</span> '
        f"<code>{text(each.finding.rule)}</code> {text(each.finding.message)} "
        f"<small>{text(each.reason)}</small></li>"
        for each in silenced
    )
    return f"<details><summary>已注明不报 {len(silenced)} 处</summary><ul>\n{items}\n</ul></details>"


def checklists(report: Report, ids: Mapping[int, str]) -> Mapping[str, str]:
    """The list of every figure for each document, by path; `ids` are those of relations by `id()`."""
    rows: dict[str, list[str]] = {document.path: [] for document in report.documents}
    for checked in riskiest_first(report):
        rows.setdefault(checked.place.path, []).append(_row(checked, ids))
    return {path: _checklist(cells) for path, cells in rows.items() if cells}


def _checklist(cells: Sequence[str]) -> str:
    names = ("行", "数字", "数值", "结果", "依据", "人工")
    head = "<tr>" + "".join(f"<th>{name}</th>" for name in names) + "</tr>"
    table = "\n".join([f"<table><thead>{head}</thead><tbody>", *cells, "</tbody></table>"])
    return f'<details class="checklist"><summary>核对单（{len(cells)} 个数字）</summary>\n{table}</details>'


def _row(checked: Checked, ids: Mapping[int, str]) -> str:
    unit = checked.figure.unit.name if checked.figure.unit else ""
    value = checked.figure.value
    words = text(checked.place.text.replace("\r", "").replace("\n", ""))
    shown = "—" if value is None else text(readable(value) + unit)
    return (
        f'<tr class="{_STATUS_CLASSES[checked.status]}"><td>{checked.place.line}</td>'
        f"<td>{words}{'（标题）' if checked.headline else ''}</td><td>{shown}</td>"
        f"<td>{checked.status.value}</td><td>{_grounds(checked, ids)}</td><td>□</td></tr>"
    )


def _grounds(checked: Checked, ids: Mapping[int, str]) -> str:
    if checked.reason is not None:
        return text(reason_words(checked.reason))
    return "<br>".join(_ground(relation, ids) for relation in checked.relations)


def _ground(relation: Relation, ids: Mapping[int, str]) -> str:
    words = relation.equation or (
        relation.message if isinstance(relation, Finding) else said.sum_of(relation)
    )
    target = ids.get(id(relation))
    return text(words) if target is None else f'<a href="#{target}">{text(words)}</a>'
