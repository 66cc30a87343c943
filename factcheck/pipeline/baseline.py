"""Findings that are known and not reported again, so that old articles need not be mended at once.

A finding is known by its file, its rule and its fingerprint, which is made of the sentence and not of
the line, so that a baseline survives edits elsewhere. One finding a line, sorted: a diff of the file
shows what was added and what was paid off.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.errors import ConfigError
from factcheck.model import Document, Finding, Report, Silenced, Silencer

_Key = tuple[str, str, str]
"""Path relative to the baseline file, rule, fingerprint."""


def without_known(report: Report, file: Path) -> Report:
    """`report` with the findings that the baseline in `file` knows set apart.

    Entries for documents of this run that no longer occur are counted in a notice.

    Raises:
        ConfigError: the file is missing or not a baseline.
    """
    room = Counter(dict(_entries(file)))
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in report.findings:
        key = _key(finding, file)
        if room[key] > 0:
            room[key] -= 1
            silenced.append(Silenced(finding, Silencer.BASELINE))
        else:
            kept.append(finding)
    checked = _checked(report.documents, file)
    stale = sum(count for (path, _, _), count in room.items() if path in checked)
    notices = [f"基线 {file} 里有 {stale} 处已不再出现，请加 --prune-baseline 清理"] if stale else []
    return replace(
        report,
        findings=tuple(kept),
        silenced=(*report.silenced, *silenced),
        notices=(*report.notices, *notices),
    )


def written(report: Report, file: Path) -> str:
    """The text of a baseline that knows every finding of `report`.

    What an older baseline in `file` knows of files outside this run stays.
    """
    counts = Counter(_key(finding, file) for finding in report.findings)
    words = {_key(finding, file): finding.marks[0].place.text for finding in report.findings}
    checked = _checked(report.documents, file)
    others = dict(_entries(file)) if file.exists() else {}
    counts.update({key: count for key, count in others.items() if _stays(key, checked, file)})
    return _text(counts, words)


def pruned(report: Report, file: Path) -> str:
    """The text of the baseline in `file` without what no longer occurs in the documents of `report`.

    Raises:
        ConfigError: the file is missing or not a baseline.
    """
    now = Counter(_key(each, file) for each in _all(report))
    words = {_key(each, file): each.marks[0].place.text for each in _all(report)}
    checked = _checked(report.documents, file)
    counts: Counter[_Key] = Counter()
    for key, count in _entries(file):
        kept = count if _stays(key, checked, file) else min(count, now[key])
        if kept:
            counts[key] = kept
    return _text(counts, words)


def _all(report: Report) -> list[Finding]:
    return [
        *report.findings,
        *(each.finding for each in report.silenced if each.by is Silencer.BASELINE),
    ]


def _stays(key: _Key, checked: set[str], file: Path) -> bool:
    return key[0] not in checked and (file.parent / key[0]).exists()


def _checked(documents: Sequence[Document], file: Path) -> set[str]:
    return {_relative(document.path, file) for document in documents}


def _key(finding: Finding, file: Path) -> _Key:
    return _relative(finding.marks[0].place.path, file), finding.rule, finding.fingerprint


def _relative(path: str, file: Path) -> str:
    return Path(os.path.relpath(path, file.parent)).as_posix()


def _text(counts: Mapping[_Key, int], words: Mapping[_Key, str]) -> str:
    rows = [
        {"path": key[0], "rule": key[1], "fingerprint": key[2], "count": count, "text": words.get(key, "")}
        for key, count in sorted(counts.items())
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    body = f"\n{lines}\n" if rows else ""
    return f'{{"schema_version": 1, "tool": "factcheck", "findings": [{body}]}}\n'


def _entries(file: Path) -> Iterable[tuple[_Key, int]]:
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))["findings"]
        return [((row["path"], row["rule"], row["fingerprint"]), int(row.get("count", 1))) for row in rows]
    except FileNotFoundError as error:
        raise ConfigError(f"{file}：没有这个基线文件；先加 --write-baseline 写一个") from error
    except OSError as error:
        raise ConfigError(f"{file}：读不出来（{error.strerror}）") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{file}：不是基线文件；加 --write-baseline 重写一个") from error
