"""The words of a Word document where they stand in its XML, and comments put around some of them.

The XML is never rebuilt: the places are found with a parser that reports byte offsets, and the
comment marks are spliced in. So styles, revisions, namespaces and everything unknown stay exactly
as they were.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

_MAIN = ("/wordprocessingml/2006/main", "/wordprocessingml/main")  # transitional and strict
_SKIPPED = ("Fallback", "del", "moveFrom", "instrText")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of characters as it stands in the XML.

    Attributes:
        start: its first character in the text of the document.
        text: the characters.
        offset: the first byte.
        run: the properties of the run it belongs to, as raw XML.
        prefix: the namespace prefix of the run with its colon.
    """

    start: int
    text: str
    offset: int
    run: bytes
    prefix: str


@dataclass(slots=True)
class WordText:
    """The text of a Word document with the way back into its XML; built by `scan`."""

    xml: bytes
    chunks: list[Chunk] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """All words, paragraphs ended by a newline."""
        return "".join(self.pieces)

    def first_byte(self, at: int) -> tuple[Chunk, int] | None:
        """The chunk that holds character `at` and the byte it starts at."""
        index = bisect_right(self.chunks, at, key=lambda chunk: chunk.start) - 1
        if index < 0 or at >= self.chunks[index].start + len(self.chunks[index].text):
            return None
        chunk = self.chunks[index]
        return chunk, chunk.offset + len(chunk.text[: at - chunk.start].encode())

    def byte_after(self, at: int) -> tuple[Chunk, int] | None:
        """The chunk that holds character `at` and the byte after it."""
        found = self.first_byte(at)
        if found is None:
            return None
        chunk, byte = found
        if self.xml[byte : byte + 1] == b"&":
            return chunk, self.xml.index(b";", byte) + 1
        return chunk, byte + len(chunk.text[at - chunk.start].encode())


def scan(xml: bytes) -> WordText:
    """The words of `xml`, a main document part in UTF-8.

    Raises:
        expat.ExpatError: it is not well-formed.
    """
    return _Scanner(WordText(xml)).run()


def commented(words: WordText, comments: Sequence[tuple[int, int, int]]) -> bytes:
    """The XML with comment marks around stretches of its text: (comment id, start, end) each.

    A stretch without a single character in the XML is left out.
    """
    marks: dict[int, list[bytes]] = defaultdict(list)
    where: dict[int, Chunk] = {}
    for comment, start, end in sorted(comments, key=lambda each: (each[1], -each[2])):
        first, last = words.first_byte(start), words.byte_after(end - 1)
        if first is None or last is None:
            continue
        where[first[1]], where[last[1]] = first[0], last[0]
        marks[first[1]].append(_start(first[0].prefix, comment))
        marks[last[1]].append(_end(last[0].prefix, comment))
    return _spliced(words.xml, {at: _split(where[at], found) for at, found in marks.items()})


def _spliced(xml: bytes, insertions: Mapping[int, bytes]) -> bytes:
    parts: list[bytes] = []
    done = 0
    for at in sorted(insertions):
        parts += [xml[done:at], insertions[at]]
        done = at
    return b"".join([*parts, xml[done:]])


def _split(chunk: Chunk, marks: Sequence[bytes]) -> bytes:
    """A run ended, the marks, and a run of the same look begun."""
    p = chunk.prefix
    return b"".join(
        [
            f"</{p}t></{p}r>".encode(),
            *marks,
            f"<{p}r>".encode(),
            chunk.run,
            f'<{p}t xml:space="preserve">'.encode(),
        ]
    )


def _start(prefix: str, comment: int) -> bytes:
    return f'<{prefix}commentRangeStart {prefix}id="{comment}"/>'.encode()


def _end(prefix: str, comment: int) -> bytes:
    reference = f'<{prefix}r><{prefix}commentReference {prefix}id="{comment}"/></{prefix}r>'
    return f'<{prefix}commentRangeEnd {prefix}id="{comment}"/>{reference}'.encode()


@dataclass(slots=True)
class _Run:
    prefix: str
    properties: bytes = b""


@dataclass(slots=True)
class _Scanner:
    """The state of one pass over the XML."""

    words: WordText
    runs: list[_Run] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    skipping: int = 0
    properties_from: int | None = None

    def run(self) -> WordText:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler = lambda name, _: self._open(_local(name), parser.CurrentByteIndex)
        parser.EndElementHandler = lambda name: self._close(_local(name), parser.CurrentByteIndex)
        parser.CharacterDataHandler = lambda text: self._characters(text, parser.CurrentByteIndex)
        parser.Parse(self.words.xml, True)
        return self.words

    def _open(self, name: str, at: int) -> None:
        self.skipping += name in _SKIPPED
        if name == "r":
            tag = self.words.xml[at + 1 : at + 60].split(b">")[0].split()[0].decode().rstrip("/")
            self.runs.append(_Run(tag.removesuffix("r")))
        elif name == "rPr" and self.path and self.path[-1] == "r":
            self.properties_from = at
        elif name in ("tab", "br", "cr") and self.path and self.path[-1] == "r" and not self.skipping:
            self._add("\t" if name == "tab" else "\n")
        self.path.append(name)

    def _close(self, name: str, at: int) -> None:
        self.path.pop()
        self.skipping -= name in _SKIPPED
        if name == "r" and self.runs:
            self.runs.pop()
        elif name == "rPr" and self.properties_from is not None and self.path[-1] == "r":
            end = self.words.xml.index(b">", at) + 1
            self.runs[-1].properties = self.words.xml[self.properties_from : end]
            self.properties_from = None
        elif name == "p" and not self.skipping:
            self._add("\n")

    def _characters(self, text: str, at: int) -> None:
        if not self.path or self.path[-1] != "t" or self.skipping or not self.runs:
            return
        run = self.runs[-1]
        self.words.chunks.append(Chunk(self.words.length, text, at, run.properties, run.prefix))
        self._add(text)

    def _add(self, text: str) -> None:
        self.words.pieces.append(text)
        self.words.length += len(text)


def _local(name: str) -> str:
    """The name without its namespace; names of other vocabularies are kept apart by a dot."""
    space, _, local = name.rpartition(" ")
    return local if space.endswith(_MAIN) or local == "Fallback" else f".{local}"
