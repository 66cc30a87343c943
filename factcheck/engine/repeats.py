"""Two mentions of one quantity: which of them is the odd one out.

The mention that most others agree with, or that the other numbers of the article support, is the
reference; a mention that cannot be the same number is the suspect, the later one when nothing
else tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.engine.index import Mentions, fits
from factcheck.engine.outcome import Outcome, compared
from factcheck.engine.relation import Relation, Term
from factcheck.engine.rule import Repeats, Rule
from factcheck.interval import Interval
from factcheck.model import Claim
from factcheck.patterns import compiled

_SENTENCE_END = compiled(r"[。！？；\n]")

Votes = Mapping[int, int]
"""How many relations hold with a mention and not with its rivals, by `id` of the claim."""


def repeats(
    rule: Rule, form: Repeats, mentions: Mentions, votes: Votes, *, across: bool
) -> Iterator[Outcome]:
    """The mentions of one quantity compared with each other, each with one partner at most."""
    claims = [claim for claim in mentions.claims if not claim.alternative]
    firsts = [claim for claim in claims if fits(claim, form.first.asks)]
    seconds = [claim for claim in claims if fits(claim, form.second.asks)]
    if not firsts or not seconds or len(claims) < 2:
        return
    pairs = _odd_ones(firsts, votes) if form.alike else _each(firsts, seconds)
    for suspect, witness in pairs:
        if across is not (suspect.article is not witness.article) or _same_figures(suspect, witness):
            continue
        terms = (Term(form.first.name, suspect), Term(form.second.name, witness))
        licences = rule.suspended_by & (suspect.licences | witness.licences)
        apart = _same_values(suspect, witness) or (form.alike and _side_by_side(suspect, witness))
        if apart and not _meet(suspect, witness):
            continue
        found = compared(Relation(rule, terms, suspended=licences), form.equation)
        if found is not None:
            yield found


def _odd_ones(claims: Sequence[Claim], votes: Votes) -> Iterator[tuple[Claim, Claim]]:
    said = Counter(claim.interval for claim in claims)
    agreeing = {one: sum(said[other] for other in said if _can_meet(one, other)) for one in said}
    reference = max(claims, key=lambda claim: (votes.get(id(claim), 0), agreeing[claim.interval]))
    for claim in claims:
        if claim is not reference:
            yield claim, reference


def _each(firsts: Sequence[Claim], seconds: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for first in firsts:
        others = [claim for claim in seconds if claim is not first]
        agreeing = [claim for claim in others if _meet(first, claim)]
        if others:
            yield first, (agreeing or others)[0]


def _meet(one: Claim, two: Claim) -> bool:
    return _can_meet(one.interval, two.interval)


def _can_meet(one: Interval | None, two: Interval | None) -> bool:
    return one is None or two is None or one.meets(two)


def _side_by_side(one: Claim, two: Claim) -> bool:
    """Told apart by the words of one sentence."""
    if "restated" in (one.made_by, two.made_by):
        return False
    if one.article is not two.article:
        return False
    first, last = sorted((one.span, two.span))
    return not _SENTENCE_END.search(one.article.text, first.end, last.start)


def _same_values(one: Claim, two: Claim) -> bool:
    """One number, with other bounds: 180以上, 180以下; a title's 5000分 and 突破5000分."""
    return [figure.value for figure in one.figures] == [figure.value for figure in two.figures]


def _same_figures(one: Claim, two: Claim) -> bool:
    if one.article is not two.article:
        return False
    starts = {figure.span.start for figure in one.figures}
    return any(figure.span.start in starts for figure in two.figures)
