"""Findings and verified relations as the report shows them: message, marks, equation, certainty."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checks import Judgement, Spot
from factcheck.checks.parts.printing import written
from factcheck.engine.blame import Blame, cell_of
from factcheck.engine.box import Verdict
from factcheck.engine.equation import Name
from factcheck.engine.nominal import computed, mended, wanted
from factcheck.engine.outcome import Outcome
from factcheck.engine.plausible import flipped
from factcheck.engine.relation import Term
from factcheck.engine.rule import Rule, Sums
from factcheck.engine.show import equation_text, filled, listed, minus
from factcheck.model import Article, Certainty, Finding, Fix, Mark, Severity, Span, Verified
from factcheck.patterns import compiled
from factcheck.stops import opening

_SENTENCE_END = compiled(r"[。！？\n]")
_BLANK = compiled(r"\s+")


def from_blame(blame: Blame, fixes: Sequence[tuple[Term, str, str]] = ()) -> Finding:
    """The finding for one error; `fixes` are (term of the main relation, replacement, why)."""
    main, relation = blame.main, blame.main.relation
    ordered = [blame.suspect, *(term for term in relation.terms if term is not blame.suspect)]
    message = filled(relation.rule.message, _told(blame)) + _aside(blame)
    marks = tuple(_mark(term) for term in (*ordered, *_wholes(blame)))
    equation = equation_text(main.equation, relation.terms, holds=False)
    return Finding(
        relation.rule.name,
        _severity(main),
        _certainty(main),
        message,
        marks,
        equation,
        mended(blame),
        tuple(Fix(ordered.index(term), text, why) for term, text, why in fixes),
        fingerprint(relation.rule.name, blame.suspect.claim.article, blame.suspect.claim.span, marks),
    )


def _wholes(blame: Blame) -> Iterator[Term]:
    """The totals that the suspect spoils as well: a cell is wrong in its row and in its column."""
    if not isinstance(blame.main.relation.rule.form, Sums):
        return
    shown = {cell_of(term) for term in blame.main.relation.terms}
    for other in blame.others:
        whole = other.relation.terms[0]
        if isinstance(other.relation.rule.form, Sums) and cell_of(whole) not in shown:
            shown.add(cell_of(whole))
            yield whole


def from_outcome(held: Outcome) -> Verified:
    """The entry for a relation that held."""
    weak = not held.relation.must or held.verdict is Verdict.ALTERED
    text = equation_text(held.equation, held.relation.terms, holds=True)
    return Verified(held.relation.rule.name, text, tuple(map(_mark, held.relation.terms)), weak)


def from_judgement(rule: Rule, judgement: Judgement, article: Article) -> Finding | Verified:
    """The finding or the verified relation for what a check or a wording rule decided."""
    marks = tuple(_spot(spot, article) for spot in judgement.spots)
    if judgement.holds:
        return Verified(rule.name, judgement.equation, marks, judgement.weak)
    values: dict[str, str] = {}
    for spot in judgement.spots:
        values.setdefault(spot.role, spot.span.of((spot.article or article).text))
    values.update(judgement.values, expected=judgement.expected)
    suspect = judgement.spots[0]
    sure = Certainty.CERTAIN if rule.severity is Severity.ERROR else Certainty.LIKELY
    return Finding(
        rule.name,
        rule.severity,
        judgement.certainty or (Certainty.ASK if judgement.weak else sure),
        filled(rule.message, values),
        marks,
        judgement.equation,
        judgement.expected,
        tuple(Fix(*edit) for edit in judgement.edits),
        fingerprint(rule.name, suspect.article or article, suspect.span, marks),
    )


def fingerprint(rule: str, article: Article, span: Span, marks: Iterable[Mark]) -> str:
    """What stays the same while text elsewhere changes: the rule, the sentence and the values."""
    before = opening(article.text, span.start, "。！？\n")
    after = _SENTENCE_END.search(article.text, span.end)
    sentence = article.text[before : after.start() if after else None]
    parts = [rule, _BLANK.sub("", sentence), *(f"{mark.role}={mark.place.text}" for mark in marks)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _told(blame: Blame) -> dict[str, str]:
    """What the placeholders of a message stand for; 这里 of two that differ is where the suspect stands."""
    values = _values(blame.main)
    if blame.suspect.role == "other" and "this" in values:
        values["this"], values["other"] = values["other"], values["this"]
    return values


def _values(main: Outcome) -> dict[str, str]:
    """What the placeholders of a message stand for."""
    terms, first = main.relation.terms, main.relation.terms[0]
    roles = dict.fromkeys(term.role for term in terms)
    values = {role: listed([term for term in terms if term.role == role]) for role in roles}
    if isinstance(main.relation.rule.form, Sums):
        values["sum"] = computed(main, first)
    left = main.equation.comparisons[0].left
    told = next((term for term in terms if isinstance(left, Name) and term.role == left.name), None)
    values["computed"] = "" if told is None else computed(main, told)
    values["expected"] = minus(wanted(main, first), first)
    return values


def _aside(blame: Blame) -> str:
    """What else speaks against the suspect, and what would still save it."""
    text = ""
    if blame.suspect is not blame.main.relation.terms[0] and blame.others:
        text += f"；疑为{written(blame.suspect.claim)}有误"
    if blame.others:
        text += f"（另有{len(blame.others)}处算式也因此对不上）"
    if flipped(blame.main):
        text += "；数字相符，升降的词疑似写反"
    if blame.main.verdict is Verdict.ALTERED:
        text += "；尾数若是取整或截去的，则对得上"
    return text


def _severity(one: Outcome) -> Severity:
    severity = one.relation.rule.severity
    floor = {Verdict.ALTERED: Severity.INFO, Verdict.BOUNDARY: Severity.WARNING}.get(one.verdict, severity)
    return max(severity, floor, key=lambda level: level.rank)


def _certainty(one: Outcome) -> Certainty:
    """Certain when every number is printed plainly and the parts are known to be all."""
    if one.verdict is not Verdict.CONFLICT or one.relation.rule.severity is not Severity.ERROR:
        return Certainty.ASK
    hedged = any(figure.hedge for term in one.relation.terms for figure in term.claim.figures)
    partition = one.relation.partition
    guessed = partition is not None and partition.complete == "likely"
    return Certainty.LIKELY if hedged or guessed else Certainty.CERTAIN


def _mark(term: Term) -> Mark:
    return Mark(term.claim.article.place(term.claim.span), term.role)


def _spot(spot: Spot, article: Article) -> Mark:
    return Mark((spot.article or article).place(spot.span), spot.role)
