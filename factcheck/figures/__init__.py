"""Numbers in running text, with their units, bounds and what they make together."""

from factcheck.figures.lexer import Lexed, lex
from factcheck.figures.named import magnitude, unit

__all__ = ["Lexed", "lex", "magnitude", "unit"]
