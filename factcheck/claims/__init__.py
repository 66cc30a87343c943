"""What each figure claims: whose what, when, and against what.

skeleton   paragraphs with figures as slots, cut into sentences and clauses
reader     slots into mentions: roles (roles, patterns), names (names, nouns), context
bind       mentions into claims: facts, bases, wholes
partitions wholes with their parts, stated, known or open
balances   what is left of what came in; turnover: what there was, came, went and is
enumerations lists, and the counts that are stated of them
drawn      tables: cells as claims, their totals, and the sentences that quote them
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.all_told import all_told
from factcheck.claims.balances import balances
from factcheck.claims.bind import Bound, bind
from factcheck.claims.cofunded import cofunded
from factcheck.claims.compounded import compounded
from factcheck.claims.counted import count_again
from factcheck.claims.differences import identities
from factcheck.claims.drawn import drawn
from factcheck.claims.echoes import echoes
from factcheck.claims.enlarged import enlarged
from factcheck.claims.enumerations import enumerations
from factcheck.claims.headline_rates import headline_rates
from factcheck.claims.identity import identify
from factcheck.claims.in_every import in_every
from factcheck.claims.lasting import lasting
from factcheck.claims.left_over import left_over, told_in_amounts
from factcheck.claims.list_units import share_units
from factcheck.claims.mentions import Mention
from factcheck.claims.mixes import mixes
from factcheck.claims.more_then import more_then
from factcheck.claims.overshot import overshot
from factcheck.claims.packs import accounts
from factcheck.claims.paid import paid
from factcheck.claims.pairs import pairs
from factcheck.claims.partitions import partitions
from factcheck.claims.plus_told import plus_told
from factcheck.claims.premiums import premiums
from factcheck.claims.progress_told import remaining
from factcheck.claims.quotients import quotients
from factcheck.claims.ratios import ratios
from factcheck.claims.reader import mentions
from factcheck.claims.recalled import recall
from factcheck.claims.risen import risen
from factcheck.claims.shares import share_partitions
from factcheck.claims.short_of import short_of
from factcheck.claims.sketch import paragraphs
from factcheck.claims.sole_pairs import sole_pairs
from factcheck.claims.spreads import spreads
from factcheck.claims.stating import tenable
from factcheck.claims.stocks import increases
from factcheck.claims.subjects import settle
from factcheck.claims.subsets import subsets
from factcheck.claims.summed import summed
from factcheck.claims.then_and_now import then_and_now
from factcheck.claims.title_counts import title_counts
from factcheck.claims.title_slips import title_slips
from factcheck.claims.town_country import town_country
from factcheck.claims.turnover import turnovers
from factcheck.claims.yearly import yearly
from factcheck.model import Article, BlockKind, Claim, Figure, Group, Period, Reading, Token


def reading(
    article: Article,
    tokens: Sequence[Token],
    figures: Sequence[Figure],
    groups: Sequence[Group],
    periods: Sequence[Period],
) -> Reading:
    """Everything `article` says, from what the lexers saw in its reading text."""
    blocks = list(paragraphs(article, tokens, groups, figures, periods))
    said = mentions(blocks)
    share_units(said)
    settle(said, article)
    recall(said)
    count_again(said)
    then_and_now(said)
    _tell_again(said, [block.kind for block in blocks], article)
    identify(said)
    bound = bind(said, article)
    quotients(said, bound)
    table = drawn(article, figures, periods, said, bound)
    divided = [*partitions(said, bound), *share_partitions(said, bound)]
    divided += [*accounts(said, bound), *balances(bound), *paid(said, bound), *cofunded(said, bound)]
    divided += [*turnovers(said, bound), *remaining(bound), *plus_told(said, bound)]
    divided += [*pairs(said, bound), *subsets(said, bound)]
    divided += [*spreads(said, bound), *table.totals, *mixes(divided, bound.claims)]
    divided = [*told_in_amounts(divided, said), *left_over(said, bound), *enlarged(said, bound)]
    divided += summed(divided, bound)
    divided += all_told(bound, divided)
    return Reading(
        article,
        tuple(tokens),
        tuple(sorted([*figures, *table.figures], key=lambda one: one.span)),
        tuple(groups),
        tuple(periods),
        (*bound.claims, *_derived(said, bound), *table.claims),
        tuple(tenable(divided)),
        enumerations(article, figures, groups),
        orders=tuple(table.orders),
        quotes=table.quotes,
    )


def _tell_again(said: Sequence[Mention], kinds: Sequence[BlockKind], article: Article) -> None:
    """Tie what is said again, in the text and in headlines, to what it repeats."""
    echoes(said, kinds)
    title_slips(said, kinds, article)
    title_counts(said, kinds)
    headline_rates(said, [kind is BlockKind.TITLE for kind in kinds])


def _derived(said: Sequence[Mention], bound: Bound) -> list[Claim]:
    """What figures claim by definition: differences, named ratios, averages over a stretch of time."""
    return [
        *identities(bound),
        *increases(said, bound),
        *risen(said, bound),
        *compounded(said, bound),
        *short_of(said, bound),
        *overshot(said, bound),
        *more_then(said, bound),
        *sole_pairs(said, bound),
        *premiums(said, bound),
        *ratios(said, bound),
        *town_country(said, bound),
        *in_every(said, bound),
        *lasting(bound),
        *yearly(bound),
    ]
