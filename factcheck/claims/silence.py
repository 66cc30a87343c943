"""Clauses without a figure: they set the subject, the period, the lens or the base of those that follow.

Most sentences of an article hold no figure at all. Little of what they say outlasts them, so that they
are passed over, and only what does is read, when a sentence with a figure follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.bases import compared
from factcheck.claims.context import Context
from factcheck.claims.lexicons import words
from factcheck.claims.names import subject
from factcheck.claims.patterns import patterns
from factcheck.claims.skeleton import Paragraph, Sentence, Slot

_LONGEST_HEAD = 24


def silence(context: Context, text: str, periods: list[Slot]) -> None:
    """Take over what a clause without a figure sets for its sentence, given its periods."""
    if found := patterns().lens.search(text):
        context.lens = found.group("by")
    elif found := patterns().compared.search(text):
        context.pending = compared(found.group("peer"), periods)
        return
    context.say_period(periods)
    if context.opening and len(text) <= _LONGEST_HEAD:
        context.heading = text
    _of(context, subject(text + "数"))


def passing(context: Context, text: str) -> None:
    """Take over what a clause without a figure says of the very next figure."""
    context.within = text.strip(" ，") in words().within
    context.totalled = text


def passed(context: Context, paragraph: Paragraph, sentences: Sequence[Sentence]) -> None:
    """Take over what sentences of `paragraph` that say neither figure nor period leave behind."""
    clauses = [clause for sentence in sentences for clause in sentence.clauses]
    if not clauses:
        return
    texts = [paragraph.text[clause.start : clause.end] for clause in clauses]
    context.segment += sum(clause.stop in "；;" for clause in clauses)
    context.listed += texts
    passing(context, texts[-1])
    if not context.main_subject:
        for text in texts:
            _of(context, _subject(text))
        return
    _of(context, next((found for text in reversed(texts) if (found := _subject(text))), ""))


def _of(context: Context, said: str) -> None:
    if said:
        context.subject = said
        context.main_subject = context.main_subject or said


def _subject(text: str) -> str:
    """Whose the figures after a clause are; nobody's when all it says is what they are compared with."""
    if patterns().compared.search(text) and not patterns().lens.search(text):
        return ""
    return subject(text + "数")
