"""Cross-checks the numbers in Chinese articles before they are published."""

__version__ = "0.1.0"
