# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read in a file of any kind, by a reader that shares nothing with the program: text joined as a person sees it,
attribute values, comments, archives in archives, what an archive says beside its entries, and plain bytes."""
import base64
import binascii
import html
import io
import re
import struct
import unicodedata
import zipfile
import zlib

DEEPEST = 6
LARGEST = 200_000_000
# elements that end a line of text: of WordprocessingML, SpreadsheetML, DrawingML and OpenDocument
BLOCKS = {"p", "h", "si", "is", "c", "cell", "comment", "title", "subject", "creator", "keywords", "description", "lpwstr", "lpstr",
          "note-citation", "ruby-text"}
BREAKS = {"tab": "\t", "ptab": "\t", "rubyBase": "\n", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-", "v": "\n"}
# what no person reads as it stands: field codes, formulas, deletions, headers that are written with codes
APART = {"instrText", "delInstrText", "delText", "rPh", "f", "formula", "formula1", "formula2", "attrName", "calculatedColumnFormula", "definedName",
         "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?(?P<instruction>.*?)\?>|<!(?P<declaration>[^>]*)>"
    r"|<(?P<end>/?)(?P<name>[^\s/>]+)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*?)(?P<empty>/?)>|(?P<text>[^<]+)|<", re.S)
ATTRIBUTE = re.compile(r"([^\s=\"'/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.S)
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]{32,}")
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


def local(name):
    return name.rsplit(":", 1)[-1]


def plain(text):
    """One spelling of a text: spaces alike, invisible characters gone, composed, SpreadsheetML's _xHHHH_ undone."""
    text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).translate(INVISIBLE)
    return re.sub(r"[^\S\n\t]", " ", unicodedata.normalize("NFC", text))


def decoded(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4] in (b"<\0?\0", b"\0<\0?"):
        return data.decode("utf-16" if data[0] in (0xFF, 0xFE) and data[1] in (0xFF, 0xFE) else
                           "utf-16-le" if data[0] else "utf-16-be", "replace")
    return data.decode("utf-8", "replace")


def looks_like_markup(data):
    head = data[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<")


class Markup:
    """The lines of text, those of field codes and deleted text, the attribute values and the rest of one piece of markup."""

    def __init__(self, text):
        self.lines, self.apart, self.values, self.other, self.names = [], [], [], [], set()
        self._stack = [[""]]
        self._apart = []
        for token in TOKEN.finditer(text):
            self._take(token)
        while self._stack:
            self._close()

    def _take(self, token):
        kind = token.lastgroup
        if token["name"]:
            self._element(token)
        elif kind == "text":
            self._write(html.unescape(token["text"]))
        elif kind == "cdata":
            self._write(token["cdata"])
        elif kind:
            self.other.append(token[kind])

    def _element(self, token):
        name = local(token["name"])
        if token["end"]:
            if self._apart and self._apart[-1][0] == name:
                self.apart.append("".join(self._apart.pop()[1]))
            elif name in BLOCKS and len(self._stack) > 1:
                self._close()
            return
        self.names.add(token["name"])
        for key, double, single in ATTRIBUTE.findall(token["attributes"]):
            self.names.add(key)
            self.values.append((local(token["name"]), key, html.unescape(double or single)))
        if name in BREAKS:
            self._write(BREAKS[name])
        if token["empty"]:
            return
        if name in APART:
            self._apart.append((name, []))
        elif name in BLOCKS:
            self._stack.append([])

    def _write(self, text):
        (self._apart[-1][1] if self._apart else self._stack[-1]).append(text)

    def _close(self):
        line = "".join(self._stack.pop())
        if line.strip():
            self.lines.append(line)


def container_bytes(data, archive):
    """The bytes of an archive that are no entry's content: names, comments, extra fields, gaps."""
    rest, position = [], 0
    for entry in sorted(archive.infolist(), key=lambda each: each.header_offset):
        start = entry.header_offset
        if data[start:start + 4] != b"PK\x03\x04":
            continue
        name, extra = struct.unpack_from("<HH", data, start + 26)
        content = start + 30 + name + extra
        rest.append(data[position:content])
        position = max(position, content + entry.compress_size)
    rest.append(data[position:])
    return b"\n".join(rest)


def png_texts(data):
    position = 8
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        body = data[position + 8:position + 8 + length]
        if kind in (b"zTXt", b"iTXt") and b"\0" in body:
            for start in range(body.index(b"\0"), min(len(body), body.index(b"\0") + 120)):
                try:
                    yield zlib.decompressobj().decompress(body[start:], LARGEST)
                    break
                except zlib.error:
                    continue
        position += 12 + length


def readings(data, place="", depth=0):
    """Pairs of a place and what can be read there: a str that is text, or bytes that are not understood."""
    if depth > DEEPEST:
        yield place + " (nested too deeply)", data
    elif data[:2] == b"PK" and zipfile.is_zipfile(io.BytesIO(data)):
        yield from archive_readings(data, place, depth)
    elif looks_like_markup(data):
        yield from markup_readings(Markup(decoded(data)), place, depth)
    else:
        yield place, data
        if data[:8] == b"\x89PNG\r\n\x1a\n":
            for text in png_texts(data):
                yield place + " (compressed text)", text


def archive_readings(data, place, depth):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield place + " (archive)", container_bytes(data, archive)
        for entry in archive.infolist():
            if entry.file_size > LARGEST:
                yield f"{place}{entry.filename} (too large to read)", b""
                continue
            try:
                with archive.open(entry) as stream:
                    content = stream.read(LARGEST)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError, OSError):
                yield f"{place}{entry.filename} (cannot be unpacked)", data
                continue
            yield from readings(content, f"{place}{entry.filename}!", depth + 1)


def markup_readings(markup, place, depth):
    yield place + " text", "\n\n".join(markup.lines)
    yield place + " codes", "\n\n".join(markup.apart) + "\n\n" + "".join(markup.apart)
    yield place + " attributes", "\n\n".join(value for _, _, value in markup.values)
    yield place + " comments", "\n\n".join(markup.other)
    for line in markup.lines + markup.apart + [value for _, _, value in markup.values]:
        for match in BASE64.findall(line):
            try:
                content = base64.b64decode(re.sub(r"\s", "", match), validate=True)
            except (binascii.Error, ValueError):
                continue
            yield from readings(content, place + " base64", depth + 1)


class Term:
    """One text that must be gone; `exact` says whether its case counts."""

    def __init__(self, text, exact):
        self.text, self.exact = text, exact
        self._bytes = [form.encode(encoding) for form in ({text} if exact else {text, text.lower(), text.upper(), text.title()})
                       for encoding in ("utf-8", "utf-16-le", "utf-16-be")]

    def line(self):
        """As a line of the program's list of terms, which finds it inside words too."""
        return ("*=" if self.exact else "*") + self.text

    def stands_in(self, reading):
        if isinstance(reading, bytes):
            return any(form in reading for form in self._bytes)
        return self.text in reading if self.exact else self.text.casefold() in reading.casefold()


def leaks(data, terms):
    """Pairs of a term and the place where it can still be read."""
    for place, reading in readings(data):
        text = reading if isinstance(reading, bytes) else plain(reading)
        for term in terms:
            if term.stands_in(text):
                yield term, place
