"""Paths become files: folders are walked in order, and nothing leads out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import readers
from factcheck.errors import ReadError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with files to read, files to leave and files that are ignored."""
    root = tmp_path / "稿件"
    for name in (
        "乙.md",
        "甲.txt",
        "图.svg",
        "旧/丙.docx",
        "旧/草稿.txt",
        ".隐/丁.txt",
        "备份/戊.txt",
        "旧/己.TXT",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("正文")
    (root / ".gitignore").write_text("# 不看\n备份/\n草稿*\n!旧/草稿.txt\n")
    return root


def names(paths: tuple[Path, ...], root: Path) -> list[str]:
    """The paths below `root`."""
    return [path.relative_to(root).as_posix() for path in paths]


def test_a_folder_is_every_readable_file_in_order(tree: Path) -> None:
    """Sorted by name, depth first; hidden folders, ignored files and other formats are left out."""
    files, failures = readers.inputs([tree])
    assert names(files, tree) == ["乙.md", "旧/丙.docx", "旧/己.TXT", "旧/草稿.txt", "甲.txt"]
    assert failures == ()


def test_patterns_can_exclude_more(tree: Path) -> None:
    """The patterns of the caller are written as in .gitignore."""
    files, _ = readers.inputs([tree], exclude=["旧/", "*.md"])
    assert names(files, tree) == ["甲.txt"]


def test_a_named_file_is_read_whatever_is_ignored(tree: Path) -> None:
    """A file that is named is meant, once."""
    path = tree / "备份" / "戊.txt"
    files, failures = readers.inputs([path, path], exclude=["*.txt"])
    assert (files, failures) == ((path,), ())


def test_missing_and_empty_paths_are_failures(tree: Path) -> None:
    """A run on nothing is no clean run."""
    (tree / "空").mkdir()
    files, failures = readers.inputs([tree / "没有.txt", tree / "空", tree / "甲.txt"])
    assert names(files, tree) == ["甲.txt"]
    assert [Path(failure.path).name for failure in failures] == ["没有.txt", "空"]
    assert all("请" in failure.message for failure in failures)


def test_links_do_not_lead_out_of_the_folder(tree: Path, tmp_path: Path) -> None:
    """A link to a file inside counts; links to files or folders outside do not."""
    secret = tmp_path / "外面"
    secret.mkdir()
    (secret / "密.txt").write_text("密")
    (tree / "出去.txt").symlink_to(secret / "密.txt")
    (tree / "出去").symlink_to(secret)
    (tree / "回来").symlink_to(tree)
    (tree / "里面.txt").symlink_to(tree / "甲.txt")
    files, _ = readers.inputs([tree])
    assert names(files, tree) == ["乙.md", "旧/丙.docx", "旧/己.TXT", "旧/草稿.txt", "甲.txt", "里面.txt"]


@pytest.mark.parametrize(
    ("pattern", "ignored"),
    [
        ("*.txt", ["a.txt", "b/c.txt"]),
        ("/*.txt", ["a.txt"]),
        ("b/", ["b/c.txt", "b/d/e.md"]),
        ("**/e.md", ["b/d/e.md"]),
        ("b/**", ["b/c.txt", "b/d/e.md"]),
        ("[ab].txt", ["a.txt"]),
        ("?.md", ["b/d/e.md"]),
        ("[z-a].txt", []),
    ],
)
def test_patterns_mean_what_they_mean_to_git(tmp_path: Path, pattern: str, ignored: list[str]) -> None:
    """Anchors, folders, stars of both kinds, sets and single characters; a broken set matches itself."""
    every = ["a.txt", "b/c.txt", "b/d/e.md"]
    for name in every:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    files, _ = readers.inputs([tmp_path], exclude=[pattern])
    assert names(files, tmp_path) == [name for name in every if name not in ignored]


def test_an_unknown_suffix_is_text_when_it_decodes(tmp_path: Path) -> None:
    """A named file of no known format is read as text, and refused when it is none."""
    path = tmp_path / "稿子.v2"
    path.write_bytes("全市新增就业300人。".encode("gb18030"))
    assert readers.read(path).text == "全市新增就业300人。"
    path.write_bytes(bytes(range(256)))
    with pytest.raises(ReadError, match="认不出编码"):
        readers.read(path)
