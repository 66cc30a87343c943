"""Text of articles made harmless before it reaches a terminal or a log.

An article is untrusted: an escape sequence in it could clear the screen, a bidirectional override
could swap the digits an editor sees, and a line that starts with `::` is a command to the runner of
a GitHub workflow. Every such character becomes one visible mark, so that columns stay right.
"""

from __future__ import annotations

from functools import cache


def visible(text: str) -> str:
    """`text` on one line, control characters as control pictures and bidi controls as ␦."""
    return text.translate(_marks())


def in_xml(text: str) -> str:
    """`text` as `visible` gives it, and without the two characters that no XML document may hold."""
    return visible(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def shown_path(path: str, root: str = "") -> str:
    """`path` relative to `root` where it lies inside, with `/`, fit for one line of a log."""
    shown = relative(path, root)
    return visible(f"./{shown}" if shown.lstrip().startswith("::") else shown)


def relative(path: str, root: str = "") -> str:
    """`path` relative to `root` where it lies inside, with forward slashes."""
    slashed = path.replace("\\", "/") if "\\" in path and "/" not in path else path
    base = root.rstrip("/") + "/"
    inside = root and slashed.startswith(base)
    shown = slashed[len(base) :] if inside else slashed
    return shown.removeprefix("./")


@cache
def _marks() -> dict[int, str]:
    pictures = {code: chr(0x2400 + code) for code in range(0x20)}
    bidi = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    controls = dict.fromkeys((*range(0x80, 0xA0), *bidi), "␦")
    breaks = {0x7F: "␡", 0x2028: "␤", 0x2029: "␤"}
    surrogates = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    return pictures | controls | breaks | surrogates
