"""Sentences, clauses and words."""
