"""Paragraphs into mentions: one pass in reading order, with the context Chinese leaves out.

A subject, a period and a topic stated once hold for the clauses that leave them out. The topic is
the last level that named itself; changes and shares are of the topic unless they name their own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from factcheck.claims import skeleton as mark
from factcheck.claims.asides import asides
from factcheck.claims.bases import key_of
from factcheck.claims.changing import change
from factcheck.claims.context import Context
from factcheck.claims.disowned import disowned
from factcheck.claims.levels import level
from factcheck.claims.lexicons import ADDED_UP, licence_pattern
from factcheck.claims.members import distribute, follows
from factcheck.claims.mentions import Mention, Role
from factcheck.claims.moves import arrives, of_the_figure_before
from factcheck.claims.names import Name, name
from factcheck.claims.nouns import noun_after, term_behind
from factcheck.claims.opening import by_time, goes_on
from factcheck.claims.outdone import outdoes
from factcheck.claims.owned import owned
from factcheck.claims.per_unit import as_priced
from factcheck.claims.planned import as_planned, is_planned
from factcheck.claims.roles import Answer, Window, answer
from factcheck.claims.say_total import say_total
from factcheck.claims.silence import opened_among, passed, silence
from factcheck.claims.skeleton import Clause, Paragraph, Sentence, Slot
from factcheck.claims.then import as_share_then
from factcheck.claims.timing import when
from factcheck.claims.windows import Here, attributive, is_heading, numbered, right_of, shared_out, spelled
from factcheck.model import BlockKind, Dimension
from factcheck.patterns import compiled

_COUNTED = (mark.LEVEL, mark.RANGE)
_PLANS = compiled(r"目标|安排|部署|思路|展望|下一步|打算|建议|今后|规划|重点工作|工作任务")
_DONE = compiled(r"回顾|完成情况|总结|成就|成效|过去")
_UNREAD = (mark.PERIOD, mark.SCORE)
_NO_LICENCES: frozenset[str] = frozenset()
_ADDED_UP = compiled(f"{mark.LEVEL}[一-鿿]{{0,3}}(?:{ADDED_UP}|相加|合计|总计|算下来)[，,]?$")
_AMONG = compiled("(?:里面?|中|当中)[，,]?有")
_TAKEN_OUT = compiled("(?:扣除|剔除)[^，。；]*(?:因素|影响|口径|基数|效应|翘尾|汇率|并表|一次性|特殊|后)")
# 受访的480人中，…: what follows is a part of what was just said.
_INSIDE = compiled(r"(?:当中|之中|里头|里面|(?<![其空集年期适])(?<![投罚射]\ue000)[中里])[ ，]*$")
_INNER = ("中", "里", "头", "面", " ", "，")  # how all of these end
_NAMING = (mark.CODE, mark.ORDINAL)


def mentions(paragraphs: Iterable[Paragraph]) -> list[Mention]:
    """What is said of each figure of an article, in reading order."""
    context = Context()
    for number, paragraph in enumerate(paragraphs):
        _read(context, paragraph, number)
    return context.mentions


def _read(context: Context, paragraph: Paragraph, number: int) -> None:
    """Add the mentions of `paragraph`, the `number`th of its article."""
    context.topic = context.previous = goes_on(context, paragraph, number)
    context.before = context.versus = None
    context.lens = context.heading = ""
    context.belongs(context.main_subject)
    context.headed = paragraph.kind is not BlockKind.TITLE and is_heading(paragraph.text)
    if paragraph.kind in (BlockKind.HEADING, BlockKind.TITLE) or context.headed:
        context.section = "plan" if _PLANS.search(paragraph.text) and not _DONE.search(paragraph.text) else ""
    context.listed = []
    silent: list[Sentence] = []
    for index, sentence in enumerate(paragraph.sentences):
        if paragraph.speaks(sentence):
            passed(context, silent)
            silent = []
            _sentence(context, paragraph, sentence, (number, index))
        else:
            silent.append(sentence)
    passed(context, silent, last=True)


def _sentence(context: Context, paragraph: Paragraph, sentence: Sentence, where: tuple[int, int]) -> None:
    context.before = context.versus = context.pending = context.rated = None
    if context.topic is not None and context.topic.made_by == "level-again" and context.topic.name.within:
        context.topic = context.topic.topic  # 其中9月158亿元: the sentence after it is of the whole again
    if context.resumed is not None:
        context.period, context.resumed = context.resumed, None
    if by_time(paragraph, sentence):
        context.resumed = context.period  # 分季度看，一季度52亿元…。净利润: of the time told before
    context.report(paragraph.text, sentence.clauses[0].start)
    context.licences, context.modality, context.lens = frozenset(), context.section, ""
    context.heading, context.stretch, context.kinds = "", None, 0
    context.among = context.turned = context.leading = ""
    context.opening, context.paired, context.timed = True, False, []
    for order, clause in enumerate(sentence.clauses):
        before = context.previous
        if paragraph.asides or paragraph.until(clause.start, clause.end) < clause.end:
            _clause(context, Here(paragraph, clause, (*where, order)))
        else:
            _silent(context, paragraph.text[clause.start : clause.end])
        context.opening = clause.stop in "；;"
        if context.previous is not before and _opens_parts(context.previous, paragraph, clause):
            context.within, context.inside = True, clause.stop not in "：:"
        if context.opening:
            context.segment += 1
            context.before = context.versus = context.pending = None
            context.licences, context.among, context.turned = frozenset(), "", ""


def _opens_parts(said: Mention | None, paragraph: Paragraph, clause: Clause) -> bool:
    """Whether what follows a clause is of the level it said last."""
    if said is None or said.role is not Role.LEVEL:
        return False
    if clause.stop in "：:":
        return not is_planned(said)  # 80亿元的招商目标已提前交卷：签约额92亿元
    start, end = clause.start, clause.end
    return paragraph.text.endswith(_INNER, start, end) and bool(_INSIDE.search(paragraph.text[start:end]))


def _clause(context: Context, here: Here) -> None:
    """Read a clause that may say figures, or hold brackets that do."""
    text = here.paragraph.text[here.clause.start : here.clause.end]
    context.licences |= _licences(text)
    made, count = context.mentions, len(context.mentions)
    periods = _figures(context, here)
    if context.paired and made and made[-1].where[:3] == here.where:
        distribute(context, here.where)
    context.listed.append(text)
    if len(made) == count or (made[count].aside and all(mention.aside for mention in made[count:])):
        silence(context, text, periods)
    elif periods:
        context.say_period(periods)
    elif _ADDED_UP.search(text):
        context.totalled = spelled(here.paragraph, here.clause.start, here.clause.end)


def _silent(context: Context, text: str) -> None:
    """Read a clause that says neither figure nor time."""
    context.licences |= _licences(text)
    context.listed.append(text)
    silence(context, text, [])


def _figures(context: Context, here: Here) -> list[Slot]:
    """Read the figures of a clause; gives the periods said after the last of them."""
    paragraph, clause = here.paragraph, here.clause
    periods: list[Slot] = []
    at, context.attached = clause.start, None
    for index in paragraph.between(at, clause.end):
        slot = paragraph.slots[index]
        if slot.mark == mark.PERIOD:
            periods.append(slot)
            continue
        if paragraph.asides:
            asides(context, here, (at, index), periods, _clause)
        if slot.mark in _NAMING or numbered(paragraph, at, index):
            continue
        if slot.mark in _UNREAD or disowned(paragraph, at, index):
            at = index + 1
        elif attributive(paragraph, clause, at, index):
            context.attached = slot
        else:
            _figure(context, here, slot, (at, index), periods)
            at, periods, context.attached = index + 1, [], None
    if paragraph.asides:
        asides(context, here, (at, clause.end + 1), periods, _clause)
    return periods


def _figure(context: Context, here: Here, slot: Slot, reach: tuple[int, int], periods: list[Slot]) -> None:
    (at, index), paragraph, start = reach, here.paragraph, here.clause.start
    left, right = spelled(paragraph, at, index), right_of(paragraph, here.clause, index)
    if at == start and not context.opening:
        left = shared_out(context.totalled, left)
    alone = at == start and not periods  # the words back to the figure before are all there are
    lead = left if alone else spelled(paragraph, start, index, dates=True)
    window = Window(slot, left, right, periods, lead, here.where)
    if arrives(context, window) or follows(context, window) or outdoes(context, window):
        return
    found = of_the_figure_before(context, window) or _answer(context, window)
    mention = _mention(context, window, found)
    say_total(context, mention, window.lead)
    if mention.role is Role.LEVEL:
        level(context, mention, window.left)
    else:
        as_priced(context, mention)
        change(context, mention, found)
    mention.spans.append(("name", paragraph.span(at, index)))
    context.keep(mention)


def _answer(context: Context, window: Window) -> Answer:
    """The role the words give a figure, or the one it has after what was told before."""
    found = answer(window)
    if window.slot.mark == mark.PERCENT:
        return as_share_then(context, window, found)
    return as_planned(context, window, found) if found.role is Role.DIFFERENCE else found


def _mention(context: Context, window: Window, found: Answer) -> Mention:
    named = _within(context, window.slot, owned(_named(window, found), found.role))
    if _AMONG.match(window.left):  # 新建的96公里里有58公里
        named = replace(named, within=True)
    subject = _subject(context, named)
    spoken, said, relative = when(context, window, found, named)
    return Mention(
        slot=window.slot,
        role=found.role,
        name=named,
        where=context.next_place(window.where),
        made_by=found.made_by,
        left=window.left,
        right=window.right,
        subject=subject,
        period=spoken,
        period_said=said,
        last_year=relative,
        base=found.base,
        whole=found.whole,
        whole_period=_whole_when(window, found),
        sign=found.sign,
        noun=found.noun,
        lens=context.lens,
        among=opened_among(window.lead) or context.among,
        turned=context.turned,
        licences=context.licences,
        modality=context.modality,
        attached=context.attached,
    )


def _whole_when(window: Window, found: Answer) -> Hashable:
    """占前三季度营收的8%: the time that the words of the whole name."""
    if found.role is not Role.SHARE or not found.whole.indicator:
        return None
    own = window.periods[found.np.count(mark.PERIOD) :]
    return key_of(own[-1]) if own else None


def _within(context: Context, slot: Slot, named: Name) -> Name:
    """The name, as the first part of a list when the clause before opened one."""
    if not context.within:
        return named
    opened, context.within = context.previous, False
    counted = slot.mark in _COUNTED and slot.unit is not None and context.inside
    if counted and opened is not None and slot.unit is not None and slot.unit.base != opened.base_unit:
        return named  # 三家企业中，甲投放4.2万辆: no part of what was told in 辆 before
    return replace(named, within=True)


def _subject(context: Context, named: Name) -> str:
    """Whose the figure is; one that opens a sentence stays until another does."""
    if named.subject and context.opening and not named.within:
        context.belongs(named.subject)
    return named.subject or context.whose()


def _named(window: Window, found: Answer) -> Name:
    """The name of a figure: the words before it, and the counted noun after it."""
    named = name("" if found.np.endswith("、") else found.np)  # 312人满意、160人一般
    if found.role is not Role.LEVEL or window.slot.mark not in _COUNTED:
        return named
    if (defined := term_behind(window.right)) and not _counts(window.slot):
        return named.called(defined)
    noun = noun_after(window.right) if _counts(window.slot) else ""
    return named.called(named.indicator + noun) if noun else named


def _counts(slot: Slot) -> bool:
    """Its unit is a measure word, so that what follows is the noun it counts."""
    return slot.unit is None or slot.unit.dimension in (Dimension.COUNT, Dimension.NONE)


def _licences(text: str) -> frozenset[str]:
    pattern, names = licence_pattern()
    found = pattern.findall(text)
    if not found:
        return _NO_LICENCES
    if _TAKEN_OUT.search(text) is None:  # 扣除周一闭馆 and 扣除成本 leave the basis as it is
        found = [word for word in found if word not in ("扣除", "剔除")]
    return frozenset([names[word] for word in found])
