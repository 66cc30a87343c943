"""Files into documents: one module per format, loaded only when such a file is read.

A format module states `SUFFIXES` and `read(data, name, encoding) -> Document`; nothing else needs
to know it. Documents are untrusted: sizes are checked before anything is unpacked or parsed.
"""

from __future__ import annotations

from factcheck.readers.files import inputs
from factcheck.readers.formats import MAX_BYTES, read, read_bytes, suffixes

__all__ = ["MAX_BYTES", "inputs", "read", "read_bytes", "suffixes"]
