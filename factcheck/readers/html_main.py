"""Where the main text of a web page is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.patterns import compiled

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

UNREAD = compiled(
    r"script|style|noscript|template|svg|canvas|iframe|object|nav|aside|footer|form|"
    r"button|select|input|textarea|option|dialog|menu|code|math|audio|video|map"
)
"""Elements that hold no text of an article."""

_FURNITURE = compiled(
    r"(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|side-?bar|bread-?crumbs?|crumbs?|foot(?:er)?|copyright|share|social|"
    r"relat(?:ed|ive)|recommend(?:ed|s)?|comments?|advert\w*|ads?|pag(?:er|ination)|tool-?bar|login|search|hot-?news|"
    r"top-?bar|skip|cookie)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_ENOUGH = 40
_PARAGRAPH = 15
_LINKED = 0.5


def main_of(body: LexborNode) -> LexborNode:
    """The element that holds the main text: the one stated, else the one with most prose right inside."""
    for selector in ("article", "main", "[role=main]"):
        stated = [node for node in body.css(selector) if len(node.text(strip=True)) > _ENOUGH]
        if len(stated) == 1:
            return stated[0]
    scores: dict[int, tuple[float, LexborNode]] = {}
    for paragraph in _paragraphs(body):
        weight = float(len(paragraph.text(strip=True)))
        for above in (paragraph.parent, paragraph.parent.parent if paragraph.parent else None):
            if above is not None and above.mem_id is not None:
                score = scores.get(above.mem_id, (0.0, above))[0]
                scores[above.mem_id] = (score + weight, above)
            weight /= 2
    best = max(scores.values(), key=lambda scored: scored[0], default=None)
    return _whole(best[1], body) if best else body


def furniture(node: LexborNode, most: int) -> bool:
    """Whether an element stands around the text: hidden, named as navigation, or mostly links.

    What holds more than `most` characters is never judged by its name.
    """
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style") or ""
    if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if names.strip() and _FURNITURE.search(names) and len(node.text(strip=True)) <= most:
        return True
    return node.tag in {"ul", "ol", "div", "section"} and _mostly_links(node)


def _whole(node: LexborNode, body: LexborNode) -> LexborNode:
    """The element, or the page when hardly anything else is on it."""
    return body if 2 * len(node.text(strip=True)) < len(body.text(strip=True)) and not node.css("p") else node


def _paragraphs(body: LexborNode) -> Iterator[LexborNode]:
    return (node for node in body.css("p, td, pre") if len(node.text(deep=False, strip=True)) >= _PARAGRAPH)


def _mostly_links(node: LexborNode) -> bool:
    links = node.css("a")
    if len(links) < 3:
        return False
    linked = sum(len(link.text(strip=True)) for link in links)
    return linked > _LINKED * max(1, len(node.text(strip=True)))
