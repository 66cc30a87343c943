"""Living with it: comments, quoted words, a baseline, changed lines."""

from __future__ import annotations

import json
import subprocess

import pytest
from cli_runs import BAD, GOOD, OTHER, WORSE

from factcheck.pipeline.changes import patched

PLACES = ("before", "inside", "after")
GROWTH = "<!-- factcheck: {} -->"


def rules(run, *arguments) -> list[str]:
    """The rules that spoke, in order."""
    report = json.loads(run("check", *arguments, "--format", "json").out)
    return [each["rule"] for each in report["findings"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{ignore[growth/levels-disagree] 口径不同}\n\n" + BAD, []),
        ("{ignore[growth]}\n" + BAD, []),
        ("{ignore[sums,growth]}\n\n" + BAD, []),
        ("{ignore[sums， growth]}\n\n" + BAD, []),
        ("{ignore［growth］}\n\n" + BAD, []),
        (BAD.strip() + "{ignore[growth]}\n", []),
        (BAD.replace("同比", "{ignore[growth]}同比"), []),
        ("{ignore[growth]}\n\n" + OTHER + "\n" + BAD, ["growth/levels-disagree", "suppression/unused"]),
        ("{ignore[sums]}\n\n" + BAD, ["growth/levels-disagree", "suppression/unused"]),
        (BAD + "\n{ignore[growth]}\n", ["growth/levels-disagree", "suppression/unused"]),
        ("{disable[growth]}\n\n" + OTHER + "\n" + BAD, []),
        ("{disable[growth]}\n\n" + BAD + "\n{enable[growth]}\n\n" + WORSE, ["growth/levels-disagree"]),
        ("{disable[growth]}\n\n" + BAD + "\n{enable}\n\n" + WORSE, ["growth/levels-disagree"]),
        ("{disable[growth]}\n\n{enable[growth]}\n\n" + BAD, ["growth/levels-disagree", "suppression/unused"]),
        (OTHER + "\n" + BAD + "\n{file-ignore[growth]}\n", []),
        ("{ignore}\n\n" + BAD, ["growth/levels-disagree", "suppression/malformed"]),
        ("{ignore[ALL]}\n\n" + BAD, ["growth/levels-disagree", "suppression/malformed"]),
        ("{ingore[growth]}\n\n" + BAD, ["growth/levels-disagree", "suppression/malformed"]),
        ("{ignore[growht]}\n\n" + BAD, ["growth/levels-disagree", "suppression/malformed"]),
        ("```\n{ignore[growth]}\n```\n\n" + BAD, ["growth/levels-disagree"]),
    ],
)
def test_comments(run, text, found):
    """What a comment silences, and what is said of one that silences nothing."""
    run.file("甲.md", text.replace("{", "<!-- factcheck: ").replace("}", " -->"))
    assert sorted(rules(run, "甲.md")) == sorted(found)


def test_comments_on_rules_that_did_not_run_are_left_alone(run):
    """`--select wording` must not call a comment about growth unused."""
    run.file("甲.md", GROWTH.format("ignore[growth]") + "\n\n" + GOOD)
    assert rules(run, "甲.md", "--select", "wording") == []
    assert rules(run, "甲.md") == ["suppression/unused"]
    assert rules(run, "甲.md", "--ignore", "suppression") == []
    done = run("check", "甲.md", "--fail-on", "warning")
    assert done.status == 1


def test_comments_mean_nothing_in_plain_text(run):
    """Plain text has no comments; what looks like one is words."""
    run.file("甲.txt", GROWTH.format("ignore[growth]") + "\n\n" + BAD)
    assert rules(run, "甲.txt") == ["growth/levels-disagree"]


PAGE = """<html><head><title>全县旅游</title></head><body><article><h1>全县旅游接待情况</h1>
{before}
<p>2024年全县接待游客1200万人次，{inside}同比增长10%。2023年全县接待游客1000万人次。</p>
{after}
<p>会议于上午开始。</p></article></body></html>
"""


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("before", []),
        ("inside", []),
        ("after", ["growth/levels-disagree", "suppression/unused"]),
        ("", ["growth/levels-disagree"]),
    ],
)
def test_comments_in_a_web_page(run, where, found):
    """A comment in HTML silences the block it stands in or before, and is no part of the article."""
    spots = {name: GROWTH.format("ignore[growth] 已核") if name == where else "" for name in PLACES}
    run.file("甲.html", PAGE.format(**spots))
    assert rules(run, "甲.html") == found


@pytest.mark.parametrize(
    ("table", "found", "notice"),
    [
        ({"rule": "growth", "text": "同比增长10%"}, [], False),
        ({"rule": "growth", "text": "增长10%", "path": "*.txt"}, [], False),
        ({"rule": "growth/levels-disagree", "text": "10%", "path": "稿/甲.txt"}, [], False),
        ({"rule": "growth", "text": "同比增长11%"}, ["growth/levels-disagree"], False),
        ({"rule": "growth", "text": "同比增长11%", "path": "稿/*"}, ["growth/levels-disagree"], True),
        ({"rule": "sums", "text": "同比增长10%"}, ["growth/levels-disagree"], False),
        ({"rule": "growth", "text": "10%", "path": "别处/*"}, ["growth/levels-disagree"], False),
        ({"rule": "growth", "text": "2023年全县"}, ["growth/levels-disagree"], False),
    ],
)
def test_quoted_words(run, table, found, notice):
    """For formats without comments: the rule and the words the suspect stands in."""
    run.file("稿/甲.txt", BAD)
    lines = "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())
    run.file("factcheck.toml", f"[[suppress]]\n{lines}\n")
    assert rules(run, "稿/甲.txt") == found
    assert ("没有忽略任何冲突" in run("check", "稿/甲.txt").err) is notice


def test_silenced_findings_are_not_called_unchecked(run):
    """Whoever silenced a finding knows its figures; they are neither verified nor left alone."""
    run.file("甲.md", GROWTH.format("ignore[growth] 已核") + "\n\n" + BAD)
    report = json.loads(run("check", "甲.md", "--format", "json").out)
    assert report["unchecked"] == []
    assert "已注明不报 1 处" in run("check", "甲.md", "--format", "html").out
    sarif = json.loads(run("check", "甲.md", "--format", "sarif").out)
    assert sarif["runs"][0]["results"][0]["suppressions"][0]["justification"] == "已核"


def test_baseline(run):
    """Written once, quiet; a new mistake is reported; an edit elsewhere changes nothing."""
    run.file("甲.md", BAD)
    assert run("check", ".", "--baseline", "b.json", "--write-baseline").status == 0
    assert run("check", ".", "--baseline", "b.json").status == 0
    run.file("甲.md", "会议于上午开始。\n\n新添一段，摆了40把椅子。\n\n" + BAD)
    assert rules(run, ".", "--baseline", "b.json") == []
    run.file("甲.md", WORSE + "\n" + BAD)
    assert rules(run, ".", "--baseline", "b.json") == ["growth/levels-disagree"]
    run.file("甲.md", BAD.replace("10%", "11%"))
    assert rules(run, ".", "--baseline", "b.json") == ["growth/levels-disagree"], "another number is new"


def test_baseline_is_pruned(run):
    """What was mended is told, and taken out on request; files outside the run keep their entries."""
    run.file("甲.md", BAD)
    run.file("乙.md", BAD)
    run("check", ".", "--no-cross", "--baseline", "b.json", "--write-baseline")
    before = (run.folder / "b.json").read_text(encoding="utf-8")
    assert before.count("fingerprint") == 2
    run.file("甲.md", GOOD)
    assert "--prune-baseline" in run("check", "甲.md", "--baseline", "b.json").err
    assert run("check", "甲.md", "--baseline", "b.json", "--prune-baseline").status == 0
    after = (run.folder / "b.json").read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if "乙.md" in line]
    assert not [line for line in after.splitlines() if "甲.md" in line]
    assert "--prune-baseline" not in run("check", ".", "--no-cross", "--baseline", "b.json").err


def test_baseline_is_found_from_elsewhere(run, monkeypatch):
    """Paths are relative to the baseline file, not to where the run starts."""
    run.file("稿/甲.md", BAD)
    run("check", "稿", "--baseline", "b.json", "--write-baseline")
    monkeypatch.chdir(run.folder / "稿")
    assert rules(run, "甲.md", "--baseline", "../b.json") == []


def test_broken_baseline_is_refused(run):
    """A baseline that cannot be read must not pass for an empty one."""
    run.file("甲.md", BAD)
    for text in ("{", "[]", '{"findings": [{"path": "x"}]}', '{"findings": 3}'):
        run.file("b.json", text)
        assert run("check", "甲.md", "--baseline", "b.json").status == 2


PATCH = """diff --git a/甲.md b/甲.md
--- a/甲.md
+++ b/甲.md
@@ -1,3 +1,4 @@
 第一行
+第二行
-旧
+++ 第三行
 第四行
diff --git "a/\\344\\271\\231.md" "b/\\344\\271\\231.md"
--- "a/\\344\\271\\231.md"
+++ "b/\\344\\271\\231.md"\t2024-01-01
@@ -0,0 +7 @@
+新
Binary files a/丙.docx and b/丙.docx differ
"""


def test_lines_of_a_patch(tmp_path):
    """Added lines only, quoted names, lines that look like headers, files that are not text."""
    assert patched(PATCH, tmp_path) == {
        tmp_path / "甲.md": frozenset({2, 3}),
        tmp_path / "乙.md": frozenset({7}),
        tmp_path / "丙.docx": None,
    }


def _git(run, *arguments):
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=run.folder, check=True, capture_output=True)


def test_changed_lines(run):
    """A relation counts when any of its figures lies on a changed line; untracked files are all changed."""
    spread = "2024年全县接待游客1200万人次，同比增长10%。\n\n天气晴好。\n\n2023年全县接待游客1000万人次。\n"
    run.file("甲.md", spread)
    run.file("旧.md", BAD)
    _git(run, "init", "-q", "-b", "main")
    _git(run, "add", "甲.md", "旧.md")
    _git(run, "commit", "-q", "-m", "x")
    assert rules(run, ".", "--no-cross", "--diff", "main") == []
    run.file("甲.md", spread.replace("天气晴好", "天气不好"))
    done = run("check", ".", "--no-cross", "--diff", "main")
    assert (done.status, "2 处冲突不在改动的行上" in done.err) == (0, True)
    run.file("甲.md", spread.replace("1000万", "1001万"))
    assert rules(run, ".", "--no-cross", "--diff", "main") == ["growth/levels-disagree"], (
        "the witness changed"
    )
    run.file("甲.md", spread)
    run.file("新.md", BAD)
    assert rules(run, ".", "--no-cross", "--diff", "HEAD") == ["growth/levels-disagree"]
    assert run("check", ".", "--diff", "nowhere").status == 2
    assert run("check", ".", "--diff", "--output=x").status == 2


def test_patch_from_a_file(run):
    """The same from a patch that was made elsewhere."""
    run.file("甲.md", "第一段。\n\n" + BAD)
    for line, found in ((1, []), (3, ["growth/levels-disagree"])):
        run.file("x.patch", f"--- a/甲.md\n+++ b/甲.md\n@@ -{line} +{line} @@\n-旧\n+新\n")
        assert rules(run, "甲.md", "--diff-file", "x.patch") == found
