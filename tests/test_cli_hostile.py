"""Whatever is given as an article, an option or an output: one line and a status, never a traceback."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runs import BAD
from office import kept, package, paragraph, pdf
from test_cli_status import COMMAND, HERE
from test_reports_docx import word

from factcheck.reports import formats

WHOLE = {
    "docx": word(paragraph(BAD.strip())),
    "pdf": pdf([[(50, 700, 12, BAD[:30])]]),
    "html": f"<html><body><h1>题</h1><p>{BAD}</p></body></html>".encode(),
    "md": BAD.encode(),
    "csv": f"名称,值\n甲,1\n合计,{BAD}".encode(),
    "xlsx": kept("workbook"),
    "odt": kept("opendocument"),
    "epub": kept("book"),
}
MAIN = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
    "epub": "META-INF/container.xml",
}


def broken(suffix: str) -> dict[str, bytes]:
    """Files of this kind that are cut, damaged, empty, in other encodings, bombs, or something else."""
    data, chance = WHOLE[suffix], random.Random(suffix)
    files = {
        "空": b"",
        "白": b" \n\t\r\n",
        "零": bytes(100),
        "宽": BAD.encode("utf-16"),
        "国标": BAD.encode("gb18030"),
        "标记": b"\xef\xbb\xbf" + data,
        "替身": b"\xed\xa0\x80 10%",
    }
    for number in range(2):
        files[f"断{number}"] = data[: chance.randrange(1, len(data))]
        hurt = bytearray(data)
        for _ in range(max(1, len(hurt) // 200)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        files[f"伤{number}"] = bytes(hurt)
    if suffix in MAIN:
        files["弹"] = package({MAIN[suffix]: b" " * 120_000_000})
        files["缺"] = package({"other.xml": b"<x/>"})
        files["深"] = package({MAIN[suffix]: b"<x>" * 5000 + b"</x>" * 5000})
        files["实体"] = package(
            {MAIN[suffix]: b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'}
        )
    return {f"{name}.{suffix}": content for name, content in files.items()}


@pytest.fixture(scope="module")
def lot(tmp_path_factory) -> Path:
    """A folder of broken files, links that lead nowhere, a pipe, and folders named like articles."""
    folder = tmp_path_factory.mktemp("lot")
    for suffix in WHOLE:
        for name, data in broken(suffix).items():
            (folder / name).write_bytes(data)
    (folder / "好.md").write_text(BAD, encoding="utf-8")
    (folder / "夹.md").mkdir()
    if hasattr(os, "mkfifo"):
        (folder / "断链.md").symlink_to("没有.md")
        (folder / "圈.md").symlink_to("圈.md")
        os.mkfifo(folder / "管.md")
    return folder


def tried(run, *arguments: str) -> None:
    """A run that may refuse, but not break."""
    done = run(*arguments)
    assert "Traceback" not in done.err, f"{arguments}\n{done.err}"
    assert done.status in (0, 1, 2)
    assert done.status != 2 or done.err.strip()


@pytest.mark.parametrize("suffix", WHOLE)
def test_broken_articles(run, lot, suffix, monkeypatch):
    """Every broken file of a kind, alone, in formats that read it once or twice, and as any other input."""
    monkeypatch.chdir(lot)
    for name in broken(suffix):
        for format in ("json", "docx"):
            tried(
                run, "check", name, "-q", "-f", format, *(["-o", str(run.folder / "o/")] * (format == "docx"))
            )
        for command in (["read", name], ["why", f"{name}:1"], ["diff", name, "好.md"]):
            tried(run, *command)
        for option in ("--facts", "--config", "--baseline", "--diff-file", "--archive"):
            tried(run, "check", "好.md", "-q", option, name)


@pytest.mark.parametrize("format", formats())
def test_all_broken_articles_at_once(run, lot, format, monkeypatch):
    """The good one among them is checked, in every format; every other is named."""
    monkeypatch.chdir(lot)
    target = run.folder / "o" / "" if format == "docx" else run.folder / "o"
    names = [*map(str, sorted(Path().iterdir())), "x" * 300 + ".md", "没有.md", "", "a\nb.md"]
    done = run("check", *names, "-o", f"{format}:{target}{os.sep * (format == 'docx')}")
    assert done.status == 2
    assert "Traceback" not in done.err
    for name in ("空.md", "零.docx", "没有.md", "夹.md", "缺.odt"):
        assert f"{name}: " in done.err
    whole = target / "好.md.docx" if format == "docx" else target
    assert (
        b"Content_Types" if format == "docx" else BAD[11:19].encode()
    ) in whole.read_bytes() or format == "gitlab"


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("", "没有写文件名"),
        ("html:", "没有写文件名"),
        ("档/下.json", "写不进去"),
        ("x" * 300 + ".json", "File name too long"),
        ("甲.md", "会盖掉稿件本身"),
        ("没见过.xyz", "看不出要什么格式"),
        *([("/dev/full", "写不进去")] if Path("/dev/full").exists() else []),
    ],
)
def test_places_that_cannot_be_written(run, output, said):
    """Said in one line, with status 2; a folder that is missing is made instead."""
    run.file("甲.md", BAD)
    run.file("档", "a file, not a folder")
    format = () if "xyz" in output else ("-f", "json")
    done = run("check", "甲.md", *format, "-o", output)
    assert (done.status, done.err.count("\n")) == (2, 1), done.err
    assert said in done.err
    assert run("check", "甲.md", "-f", "json", "-o", "新/深/a.json").status == 1
    assert (run.folder / "新/深/a.json").exists()


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_closed_before_it_starts(tmp_path, closed):
    """A job that closes the streams still gets its report and its status."""
    (tmp_path / "甲.md").write_text(BAD, encoding="utf-8")
    number = {"stdout": 1, "stderr": 2}[closed]
    line = [*COMMAND, "check", "甲.md", "-f", "json", "-o", "a.json"]
    start = f"import os, sys; os.close({number}); os.execv(sys.executable, {line!r})"
    done = subprocess.run([sys.executable, "-c", start], cwd=tmp_path, env=HERE, check=False)
    assert done.returncode == 1
    assert (tmp_path / "a.json").stat().st_size > 100


def test_negative_jobs(run):
    """A number that means nothing is refused."""
    run.file("甲.md", BAD)
    done = run("check", "甲.md", "--jobs", "-1")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "--jobs" in done.err
