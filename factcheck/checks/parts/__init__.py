"""What several judgements share: the words around a span, and dates as a reader takes them."""
