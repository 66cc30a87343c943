"""Everything factcheck refuses, as one small tree.

FactcheckError          anything a user can mend; the command line prints it and exits 2
├── ReadError           one input cannot be read: the run goes on with the others
├── RuleError           a rule file is malformed: the run stops before the first article
└── ConfigError         a configuration or an option is malformed: likewise
"""

from __future__ import annotations


class FactcheckError(Exception):
    """A refusal with one line of text: what, where, and the cure."""


class ReadError(FactcheckError):
    """An input that cannot be read; `path` names it, `reason` says why and what to do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class RuleError(FactcheckError):
    """A malformed rule; the message names the file, the key and the cure."""


class ConfigError(FactcheckError):
    """A malformed configuration file or option; the message names the key and the cure."""
