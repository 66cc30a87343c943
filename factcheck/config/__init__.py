"""What a run is told, from `[tool.factcheck]` in pyproject.toml or from factcheck.toml.

settings    everything that decides what a run does
files       where a configuration is found: the nearest one above the articles wins
keys        what may stand in it; anything else is refused with the nearest known word
schema      config.schema.json, for editors that complete and check TOML
"""

from __future__ import annotations

from factcheck.config.files import found_settings
from factcheck.config.keys import KEYS, settings_from
from factcheck.config.settings import Settings, Suppression

__all__ = ["KEYS", "Settings", "Suppression", "found_settings", "settings_from"]
