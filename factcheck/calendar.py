"""Days, weekdays, month lengths and lunar dates, where checks and periods can both reach them."""
