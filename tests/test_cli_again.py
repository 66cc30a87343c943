"""Running again and running at once: the cache, several processes, watching."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from io import StringIO

import pytest
from cli_runs import BAD, GOOD, VAGUE

from factcheck.cli.parts.progress import progress
from factcheck.cli.parts.watch import state
from factcheck.model import Failure
from factcheck.pipeline.codec import decoded, encoded
from factcheck.pipeline.steps import check_text
from factcheck.pipeline.workers import WorkError, in_processes


def _entries(run):
    return sorted((run.folder / ".cache" / "read").glob("*"))


def test_cache_gives_the_same_and_forgets_what_changed(run):
    """The second run reads from the cache, which only the user may enter; a change makes a new entry."""
    run.file("甲.md", BAD + "\n" + VAGUE)
    first = run("check", "甲.md", "--format", "json").out
    (entry,) = _entries(run)
    assert stat.S_IMODE(entry.parent.stat().st_mode) == 0o700
    kept = entry.read_text(encoding="utf-8")
    assert run("check", "甲.md", "--format", "json").out == first
    entry.write_text(kept.replace("10%", "10％"), encoding="utf-8")
    assert run("check", "甲.md", "--format", "json").out != first, "the entry is what was read"
    assert run("check", "甲.md", "--format", "json", "--no-cache").out == first
    run.file("甲.md", GOOD)
    assert run("check", "甲.md").status == 0
    assert len(_entries(run)) == 2
    run("check", "甲.md", "--place", "青禾市")
    assert len(_entries(run)) == 3
    assert "3 份" in run("clean").out
    assert _entries(run) == []


@pytest.mark.parametrize(
    "broken", ["", "[]", "[[], 1.5]", '[[["Path", "x"]], 0.0]', '[[["Span", 1]], 0.0]', "\x00"]
)
def test_tampered_cache_is_no_cache(run, broken):
    """An entry that does not read as records of the model is read anew."""
    run.file("甲.md", BAD)
    first = run("check", "甲.md", "--format", "json").out
    (entry,) = _entries(run)
    entry.write_text(broken, encoding="utf-8")
    assert run("check", "甲.md", "--format", "json").out == first


def test_cache_that_cannot_be_written_is_no_failure(run):
    """A read-only home must not stop a check."""
    run.file("甲.md", BAD)
    run.file(".cache", "a file in the way")
    assert run("check", "甲.md").status == 1


def test_codec_keeps_what_is_shared():
    """Records come back equal, and one that stood in two places is one again."""
    reading = check_text(BAD + "\n" + VAGUE).readings[0]
    document = reading.article.document
    kept, again = decoded(encoded((document, (reading,))))
    assert again[0].article.document is kept
    assert again[0].figures == reading.figures
    assert again[0].periods == reading.periods
    assert [each.interval for each in again[0].claims] == [each.interval for each in reading.claims]
    assert all(any(each is figure for figure in again[0].figures) for each in again[0].claims[0].figures)


def test_several_processes_say_the_same(run):
    """Parallel and serial output are the same bytes, unread files included."""
    for at in range(6):
        run.file(f"{at}.md", (BAD if at % 2 else GOOD) * (at + 1) + "\n" + VAGUE)
    run.file("空.md", "")
    serial = run("check", ".", "缺.md", "--jobs", 1, "--format", "json", "--no-cache")
    parallel = run("check", ".", "缺.md", "--jobs", 3, "--format", "json", "--no-cache")
    assert serial.out == parallel.out
    assert serial.status == parallel.status == 2


def _work(name: str) -> str:
    if name == "slow":
        time.sleep(60)
    if name == "dead":
        os._exit(3)
    if name == "bug":
        raise ZeroDivisionError(name)
    return name.upper()


def test_workers_keep_order_and_lose_one_file_at_a_time():
    """A file that takes too long or kills its worker is a failure; the others are done."""
    done = list(in_processes(["a", "slow", "b", "dead", "c", "d"], _work, 2, 1))
    assert [each for each in done if isinstance(each, str)] == ["A", "B", "C", "D"]
    assert isinstance(done[1], Failure)
    assert "超过 1 秒" in done[1].message
    assert isinstance(done[3], Failure)
    assert "意外退出" in done[3].message


def test_a_bug_in_a_worker_is_a_bug():
    """It is not dressed up as an unreadable file."""
    with pytest.raises(WorkError, match="ZeroDivisionError"):
        list(in_processes(["a", "bug"], _work, 2, 30))


def test_watch_sees_changes(run):
    """A changed, a new and a lost file each change the state."""
    one = run.file("甲.md", GOOD)
    before = state([str(one), "乙.md"])
    one.write_text(BAD, encoding="utf-8")
    changed = state([str(one), "乙.md"])
    run.file("乙.md", GOOD)
    assert len({str(before), str(changed), str(state([str(one), "乙.md"])), str(state([]))}) == 4


def test_one_file_under_two_names_is_one_file(run):
    """Named twice, or named and found in its folder, it is checked once and not against itself."""
    path = run.file("稿/甲.md", BAD)
    done = run("check", "稿/甲.md", "稿", path, "./稿/../稿/甲.md", "--format", "json")
    assert json.loads(done.out)["summary"]["documents"] == 1


class _Terminal(StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("quiet", "terminal"), [(False, True), (True, True), (False, False)])
def test_progress(monkeypatch, quiet, terminal):
    """A bar only where a person looks and only when it takes long; it is gone at the end."""
    stream = _Terminal() if terminal else StringIO()
    clock = iter([0.0, 0.1, 5.0, 5.0])
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("factcheck.cli.parts.progress.time.monotonic", lambda: next(clock))
    with progress(quiet=quiet) as tell:
        tell(0, 40, "甲.md")
        tell(20, 40, "乙\x1b[2J.md")
    shown = stream.getvalue()
    assert ("20/40" in shown) is (terminal and not quiet)
    assert "甲.md" not in shown, "the first half second is silent"
    assert "\x1b[2J" not in shown
    assert not shown or shown.endswith("\r\x1b[K")
