"""Queries of the archive that are more than a line.

A series that a newsroom writes of every week has thousands of claims, nearly all of which repeat each
other. Of those that say the same in the same form only the first and the last are fetched; the first
carries the number of the others.
"""

from __future__ import annotations

_FORM = 'quantity, modality, "interval", value, unit, hedge, step, sign, licences, made_by'
_LATE = "'9999'"  # articles without a date are no one's first

RELATED = f"""
    WITH near AS (
        SELECT c.rowid AS spot, {_FORM},
            if(published = '', {_LATE}, published || substr('0000-12-31', length(published) + 1)) AS day
        FROM claims c JOIN articles ON article = number
        WHERE (year = 0 OR year BETWEEN ? AND ?)
            AND (series IN (SELECT unnest(?)) OR other IN (SELECT unnest(?)))
            AND path NOT IN (SELECT unnest(?::VARCHAR[])) AND digest NOT IN (SELECT unnest(?::VARCHAR[]))
    ), forms AS (
        SELECT arg_min(spot, (day, spot)) AS first, count(*) AS times,
            arg_max(spot, (if(day = {_LATE}, '', day), spot)) AS last
        FROM near GROUP BY {_FORM}
    )
    SELECT first AS place, if(first = last, 1, times - 1) AS times FROM forms
    UNION ALL SELECT last, 1 FROM forms WHERE first <> last
"""
"""Where the claims that have to do with some series stand, and how many each of them stands for.

Asks for: first and last year, series, series again, paths and digests of files that are left out.
"""
