"""Which module reads which file, and the limits that hold for all of them."""

from __future__ import annotations

import os
import pkgutil
import stat
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol, cast

import factcheck.readers as package
from factcheck.errors import ReadError
from factcheck.model import Document

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is read unless the caller says otherwise."""

_GARBLED = "文中有乱码字符 �，可能曾被错误转码，请核对原文件"
_ELSEWHERE = {
    ".doc": "旧版 Word 文件，请另存为 .docx",
    ".wps": "WPS 文字文件，请另存为 .docx",
    ".et": "WPS 表格文件，请另存为 .xlsx",
    ".xls": "旧版 Excel 文件，请另存为 .xlsx",
    ".rtf": "RTF 文件，请另存为 .docx",
    ".ppt": "演示文稿，请把文字另存为 .docx 或 .txt",
    ".pptx": "演示文稿，请把文字另存为 .docx 或 .txt",
    ".jpg": "图片，请先做文字识别，存为 .txt 或 .docx",
    ".jpeg": "图片，请先做文字识别，存为 .txt 或 .docx",
    ".png": "图片，请先做文字识别，存为 .txt 或 .docx",
    ".zip": "压缩包，请先解压",
    ".rar": "压缩包，请先解压",
    ".7z": "压缩包，请先解压",
}


class Format(Protocol):
    """What a format module offers."""

    SUFFIXES: tuple[str, ...]

    def read(self, data: bytes, name: str, encoding: str | None) -> Document:
        """The document in `data`, called `name`."""


def read(path: Path, *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """The document in the file at `path`, decoded as `encoding` or as detected.

    Raises:
        ReadError: the file is missing, empty, too large, broken, or of no known format.
    """
    name = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(name, "这是文件夹，请给出其中的文件")
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(name, "不是普通文件，请给出文本或文档文件")
        if status.st_size > max_bytes:
            raise ReadError(name, _too_large(status.st_size, max_bytes))
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise ReadError(name, "没有这个文件，请检查路径") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise ReadError(name, f"打不开（{reason}），请检查路径和权限") from None
    return read_bytes(data, name, encoding, max_bytes=max_bytes)


def read_bytes(
    data: bytes, name: str, encoding: str | None = None, *, max_bytes: int = MAX_BYTES
) -> Document:
    """The document in `data`, read by the suffix of `name`; a name without a known suffix is plain text.

    Raises:
        ReadError: the data are empty, too large, broken, or of no known format.
    """
    if len(data) > max_bytes:
        raise ReadError(name, _too_large(len(data), max_bytes))
    if not data:
        raise ReadError(name, "空文件，没有可核的文字")
    suffix = PurePath(name).suffix.lower()
    if suffix in _ELSEWHERE:
        raise ReadError(name, _ELSEWHERE[suffix])
    document = _format(suffix).read(data, name, encoding)
    if not document.text.strip("\ufeff\u200b \t\r\n\f\v\u3000\xa0"):
        raise ReadError(name, "空文件，没有可核的文字")
    if "\ufffd" in document.text:
        return replace(document, warnings=(*document.warnings, _GARBLED))
    return document


def suffixes() -> tuple[str, ...]:
    """Every suffix that some module reads, such as `.docx`."""
    return tuple(_modules())


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(info.name for info in pkgutil.iter_modules(package.__path__)))


@cache
def _modules() -> dict[str, Format]:
    """Format modules by suffix; libraries are imported inside their `read`."""
    modules = [import_module(f"{package.__name__}.{name}") for name in _names()]
    formats = [cast("Format", module) for module in modules if hasattr(module, "SUFFIXES")]
    return {suffix: module for module in formats for suffix in module.SUFFIXES}


def _format(suffix: str) -> Format:
    """The module for `suffix`; one that bears its name is asked first and alone."""
    if suffix[1:] in _names():
        named = import_module(f"{package.__name__}.{suffix[1:]}")
        if suffix in getattr(named, "SUFFIXES", ()):
            return cast("Format", named)
    modules = _modules()
    return modules.get(suffix, modules[".txt"])


def _too_large(size: int, limit: int) -> str:
    return f"文件过大（{size:,} 字节，上限 {limit:,} 字节），请拆分，或调高大小上限"
