"""One table in every format: the error in it is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import office
import pytest

from factcheck.config import Settings
from factcheck.pipeline import check

ROWS = (
    ("站点", "2024年（人）", "2023年（人）", "增长（%）"),
    ("东站", "1260", "1050", "20.0"),
    ("西站", "846", "900", "-6.0"),
    ("南站", "1320", "1200", "10.0"),
    ("合计", "{total}", "3150", "8.8"),
)
TOTAL = 3426


def html(total: str) -> str:
    """Two header rows, merged both ways, with the unit in the caption."""
    body = "".join(
        "<tr>" + "".join(f"<td>{cell.format(total=total)}</td>" for cell in row) + "</tr>" for row in ROWS[1:]
    )
    return (
        "<html><body><h1>各站客流</h1><table><caption>表1 客流（单位：人）</caption><thead>"
        '<tr><th rowspan="2">站点</th><th colspan="3">客流</th></tr>'
        f"<tr><th>2024年</th><th>2023年</th><th>增长（%）</th></tr></thead><tbody>{body}</tbody></table></body></html>"
    )


def xlsx(total: str) -> bytes:
    """A sheet of strings and numbers."""
    rows = []
    for number, row in enumerate(ROWS, 1):
        cells = ""
        for letter, words in zip("ABCD", row, strict=True):
            place, value = f"{letter}{number}", words.format(total=total)
            plain = number > 1 and letter != "A"
            cells += (
                f'<c r="{place}"><v>{value}</v></c>'
                if plain
                else f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
            )
        rows.append(f'<row r="{number}">{cells}</row>')
    book = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
    sheet = '<Relationship Id="r1" Target="worksheets/a.xml"/>'
    return office.package(
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": f"<Relationships>{sheet}</Relationships>",
            "xl/worksheets/a.xml": f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>",
        }
    )


def written(suffix: str, total: str) -> bytes:
    """The table as a file of this format."""
    rows = [[cell.format(total=total) for cell in row] for row in ROWS]
    if suffix == "html":
        return html(total).encode()
    if suffix == "xlsx":
        return xlsx(total)
    if suffix == "docx":
        return office.docx(office.paragraph("各站客流如下。") + office.word_table(rows))
    if suffix == "csv":
        return "\n".join(",".join(row) for row in rows).encode()
    if suffix == "txt":
        return ("各站客流如下。\n\n" + "\n".join("\t".join(row) for row in rows) + "\n").encode()
    marked = [rows[0], ["---"] * 4, *rows[1:]]
    return "\n".join("|" + "|".join(row) + "|" for row in marked).encode()


@pytest.mark.parametrize("suffix", ["md", "html", "xlsx", "docx", "csv", "txt"])
@pytest.mark.parametrize(("total", "wrong"), [(TOTAL, False), (TOTAL + 300, True)])
def test_a_total_is_checked_in_every_format(tmp_path: Path, suffix: str, total: int, *, wrong: bool) -> None:
    """A wrong total is one finding at its cell; the right one is none."""
    file = tmp_path / f"table.{suffix}"
    file.write_bytes(written(suffix, str(total)))
    found = check([str(file)], Settings()).findings
    assert [(one.rule, one.marks[0].place.text) for one in found] == (
        [("tables/total-row-mismatch", str(total))] if wrong else []
    )
