"""What is held not against the writer but against comments that speak to factcheck."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from factcheck.config import Settings
from factcheck.model import Certainty, Finding, Mark, RuleNote, Severity
from factcheck.pipeline.comments import ACTIONS, Directive
from factcheck.pipeline.rules import ALL, specificity

UNUSED = RuleNote(
    "suppression/unused",
    "不再起作用的忽略注释",
    "稿件改好以后，忽略注释若还留着，会把以后新出的错一并盖住。确认无误就把注释删掉。",
    Severity.WARNING,
)
MALFORMED = RuleNote(
    "suppression/malformed",
    "看不懂的忽略注释",
    "忽略注释须写明动作和规则名：<!-- factcheck: ignore[growth/levels-disagree] 原因 -->。"
    "写错了等于没写，冲突照报。",
    Severity.WARNING,
)
OWN = (MALFORMED, UNUSED)


def complaints(
    said: Sequence[Directive], used: set[int], ran: Sequence[str], known: Sequence[str], settings: Settings
) -> Iterator[Finding]:
    """A finding for each comment that cannot be understood or that silences nothing any more.

    `used` holds the `id()` of those that silenced something; `ran` and `known` name the rules of this
    run and all rules. A comment about a rule that did not run is left alone.
    """
    for each in said:
        wrong = _wrong(each, known)
        if wrong:
            yield from _finding(MALFORMED, each, wrong, settings)
        elif each.action != "enable" and id(each) not in used and _ran(each, ran):
            message = f"这条注释没有忽略任何冲突（{'、'.join(each.rules)}），请删去"
            yield from _finding(UNUSED, each, message, settings)


def _wrong(directive: Directive, known: Sequence[str]) -> str:
    """What is wrong with a comment, empty when nothing is."""
    if directive.action not in ACTIONS:
        near = get_close_matches(directive.action, ACTIONS, n=1)
        return f"忽略注释没有“{directive.action}”这个动作；" + (
            f"是不是 {near[0]}？" if near else f"可用：{'、'.join(ACTIONS)}"
        )
    if not directive.rules and directive.action != "enable":
        return f"忽略注释没有写明规则；请写成 {directive.action}[规则名]"
    for word in directive.rules:
        if word == ALL:
            return "忽略注释不能一次忽略全部规则，请写明规则名"
        if not any(name.startswith(word) for name in known):
            near = get_close_matches(word, known, n=1)
            return f"忽略注释里的规则“{word}”不存在" + (f"；是不是 {near[0]}？" if near else "")
    return ""


def _ran(directive: Directive, ran: Sequence[str]) -> bool:
    return any(specificity(name, directive.rules) >= 0 for name in ran)


def _finding(note: RuleNote, directive: Directive, message: str, settings: Settings) -> Iterator[Finding]:
    if specificity(note.name, settings.ignore) >= 0:
        return
    severities = {word: severity for word, severity in settings.severity if note.name.startswith(word)}
    severity = severities[max(severities, key=len)] if severities else note.severity
    key = f"{note.name}\0{directive.place.text}".encode("utf-8", "replace")
    digest = hashlib.sha256(key).hexdigest()[:32]
    marks = (Mark(directive.place, ""),)
    yield Finding(note.name, severity, Certainty.CERTAIN, message, marks, fingerprint=digest)
