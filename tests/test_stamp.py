"""The digest of factcheck's own code: new after any change, and the same whether it was kept or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.pipeline.stamp import stamp


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    home = tmp_path / "package"
    (home / "lexicon").mkdir(parents=True)
    (home / "one.py").write_text("A = 1\n", encoding="utf-8")
    (home / "lexicon" / "words.toml").write_text('a = "甲"\n', encoding="utf-8")
    return home


def test_it_stays_the_same_and_needs_nothing_kept(package: Path, tmp_path: Path) -> None:
    first = stamp(package, "1")
    assert stamp(package, "1") == first
    kept = tmp_path / "cache" / "stamp" / "last"
    kept.write_text("nothing of the kind", encoding="ascii")
    assert stamp(package, "1") == first
    kept.unlink()
    assert stamp(package, "1") == first


def test_it_changes_with_every_file(package: Path) -> None:
    seen = {stamp(package, "1")}
    (package / "one.py").write_text("A = 2\n", encoding="utf-8")
    seen.add(stamp(package, "1"))
    (package / "lexicon" / "words.toml").write_text('a = "乙"\n', encoding="utf-8")
    seen.add(stamp(package, "1"))
    (package / "two.py").write_text("", encoding="utf-8")
    seen.add(stamp(package, "1"))
    seen.add(stamp(package, "2"))
    assert len(seen) == 5


def test_what_is_no_code_does_not_matter(package: Path) -> None:
    first = stamp(package, "1")
    (package / "notes.txt").write_text("…", encoding="utf-8")
    assert stamp(package, "1") == first
