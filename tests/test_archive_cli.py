"""`factcheck archive` and `check --archive`, from the command line."""

from __future__ import annotations

import json

from archive_articles import article

OLD = article("2025-01-16", "2024年，泽州市快递业务量3.29亿件，居全省第六。", "泽州快递提速")
NEW = article("2025-02-11", "去年泽州市快递业务量达3.92亿件。")


def test_a_new_article_is_held_against_the_archive(run):
    """The finding cites path, title, date, line and words of the archived article."""
    run.file("old/a.md", OLD)
    run.file("new.md", NEW)
    assert run("archive", "add", "old").status == 0
    done = run("check", "new.md", "--archive", "factcheck.db", "--format", "json")
    assert done.status == 1
    (finding,) = json.loads(done.out)["findings"]
    assert finding["rule"] == "archive/same-fact-differs"
    assert [(span["path"], span["text"]) for span in finding["spans"]] == [
        ("new.md", "3.92亿件"),
        ("old/a.md", "3.29亿件"),
    ]
    assert finding["spans"][1]["line"] == 7
    for words in ("2025-01-16", "《泽州快递提速》", "old/a.md", "第7行", "3.29亿件"):
        assert words in finding["message"]


def test_every_format_can_cite_what_is_not_in_the_run(run):
    """No format needs the archived file itself."""
    run.file("a.md", OLD)
    run.file("new.md", NEW)
    run("archive", "add", "a.md")
    for name in (
        "rich",
        "concise",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
        "markdown",
        "html",
    ):
        done = run("check", "new.md", "--archive", "factcheck.db", "--format", name, "--color", "never")
        assert done.status == 1, (name, done.err)
        assert "3.29亿件" in done.out.replace("\\u4ebf", "亿").replace("\\u4ef6", "件"), name


def test_the_archive_is_listed_and_audited(run):
    """Two archived articles that contradict each other are found without any new one."""
    run.file("a.md", OLD)
    run.file("b.md", NEW)
    assert "2 篇稿件" in run("archive", "add", "a.md", "b.md").err
    listed = [json.loads(line) for line in run("archive", "list", "--format", "jsonl").out.splitlines()]
    assert [(row["path"], row["title"], row["published"], row["place"], row["claims"]) for row in listed] == [
        ("a.md", "泽州快递提速", "2025-01-16", "泽州市", 1),
        ("b.md", "", "2025-02-11", "泽州市", 1),
    ]
    audited = run("archive", "audit")
    assert audited.status == 1
    assert audited.out.startswith("b.md:5:12: archive/same-fact-differs")
    assert audited.err.splitlines() == ["发现 1 处冲突（错误 1）；存档里有 2 篇稿件、2 条说法。"]
    run("archive", "remove", "b.md")
    alone = run("archive", "audit")
    assert (alone.status, alone.out) == (0, "")
    assert alone.err.splitlines() == ["没有发现冲突；存档里有 1 篇稿件、1 条说法。"]


def test_a_file_added_again_takes_the_place_of_the_old(run):
    """The corrected article is no longer cited with its old number."""
    run.file("a.md", OLD)
    run("archive", "add", "a.md")
    run.file("a.md", OLD.replace("3.29", "3.92"))
    run("archive", "add", "a.md")
    run.file("new.md", NEW)
    assert run("check", "new.md", "--archive", "factcheck.db").status == 0


def test_a_folder_is_removed_with_what_lies_below(run):
    """Files of another folder stay."""
    run.file("x/a.md", OLD)
    run.file("xy/b.md", NEW)
    run("archive", "add", "x", "xy")
    assert "去掉了 1 篇" in run("archive", "remove", "x").err
    assert [json.loads(line)["path"] for line in run("archive", "list", "-f", "jsonl").out.splitlines()] == [
        "xy/b.md"
    ]


def test_several_processes_keep_the_same(run):
    """The archive does not depend on how many work at it."""
    for number in range(6):
        run.file(f"{number}.md", OLD.replace("3.29", f"3.2{number}"))
    run("archive", "add", ".", "--archive", "one.db", "--jobs", "1")
    run("archive", "add", ".", "--archive", "two.db", "--jobs", "2")
    one, two = (run("archive", "list", "--archive", name, "-f", "jsonl").out for name in ("one.db", "two.db"))
    assert one == two
    assert len(one.splitlines()) == 6


def test_what_cannot_be_read_is_named_and_the_rest_kept(run):
    """Status 2, as everywhere."""
    run.file("a.md", OLD)
    run.file("b.md", "").write_bytes(b"\x00\xff\x00\x81")
    done = run("archive", "add", "a.md", "b.md")
    assert done.status == 2
    assert "b.md" in done.err
    assert len(run("archive", "list", "-f", "jsonl").out.splitlines()) == 1


def test_a_missing_archive_stops_the_run(run):
    """Before the first article."""
    run.file("new.md", NEW)
    done = run("check", "new.md", "--archive", "none.db")
    assert (done.status, done.out) == (2, "")
    assert "none.db" in done.err
    assert "archive add" in done.err


def test_the_archive_may_stand_in_the_configuration(run):
    """Relative to the file that names it."""
    run.file("a.md", OLD)
    run("archive", "add", "a.md", "--archive", "kept.db")
    run.file("factcheck.toml", 'archive = "kept.db"\n')
    run.file("new.md", NEW)
    assert run("check", "new.md").status == 1


def test_export_and_import_from_the_command_line(run):
    """All claims leave in one Parquet file and come back from it."""
    run.file("a.md", OLD)
    run("archive", "add", "a.md")
    assert run("archive", "export", "claims.parquet").status == 0
    assert run("archive", "import", "claims.parquet", "--archive", "other.db").status == 0
    listed = [run("archive", "list", "--archive", name).out for name in ("factcheck.db", "other.db")]
    assert listed[0] == listed[1]


def test_unknown_actions_are_refused(run):
    """With the actions there are."""
    done = run("archive", "drop")
    assert done.status == 2
    assert "audit" in done.err
