"""Numbers in running text, with their units, bounds and what they make together."""

from factcheck.figures.lexer import Lexed, lex

__all__ = ["Lexed", "lex"]
