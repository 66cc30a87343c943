"""Places that only own what is said of them: 河口区增长7.4% is a growth of what the topic measures there."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.lexicons import words
from factcheck.claims.mentions import Role
from factcheck.claims.names import Name
from factcheck.patterns import compiled

_CHANGES = (Role.GROWTH, Role.DIFFERENCE)
# A name and the kind of place it is of; the common nouns among them (山区, 县城) are in the lexicon.
_PLACE = compiled("[\u4e00-\u9fff]{1,5}(?:自治[区州县旗]|新区|街道|[省市县区镇乡村州盟旗])")
_REGIONS = compiled("(?:东北|[东中西北南]部|沿海|内陆)(?:地区|各?省份?|片区|区域)?")


def owned(name: Name, role: Role) -> Name:
    """`name` as the owner of a change when all it names is a place: a place itself does not grow."""
    if role not in _CHANGES or name.subject or not is_place(name.indicator):
        return name
    return replace(name, subject=name.indicator, indicator="")


def is_place(words_: str) -> bool:
    """Whether words are the name of one place and nothing else."""
    if _REGIONS.fullmatch(words_) is not None:
        return True
    common = words_ in words().not_names or words_ in words().places
    return not common and _PLACE.fullmatch(words_) is not None
