"""JSON that is harmless on a terminal too: characters it would obey are escaped, all others are kept."""

from __future__ import annotations

import json
from functools import cache


def as_json(value: object) -> str:
    """`value` as JSON on several lines, with a newline at the end."""
    return _harmless(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def as_json_line(value: object) -> str:
    """`value` as JSON on one line, with a newline at the end."""
    return _harmless(json.dumps(value, ensure_ascii=False)) + "\n"


def _harmless(text: str) -> str:
    """Outside of ASCII such characters stand in strings only, where an escape means the same."""
    return text.translate(_escapes())


@cache
def _escapes() -> dict[int, str]:
    bidi = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
    codes = (*range(0x7F, 0xA0), *bidi, *range(0xD800, 0xE000))
    return {code: f"\\u{code:04x}" for code in codes}
