# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of the sample PDF: numbered objects, pages of positioned text in two of the fonts that every reader has."""


def string(text):
    return b"(" + text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def text(x, y, size, words, font="F1", mode=0, grey=0):
    return b"BT %d Tr %g g /%s %g Tf %g %g Td %s Tj ET\n" % (mode, grey, font.encode(), size, x, y, string(words))


def rule(x1, y, x2, width=0.5):
    return b"%g w %g %g m %g %g l S\n" % (width, x1, y, x2, y)


class File:
    """Objects in the order of their numbers; the first one is the catalogue."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("cp1252"))
        return len(self.objects)

    def stream(self, data, entries=b""):
        return self.add(b"<< /Length %d %s>>\nstream\n" % (len(data), entries) + data + b"\nendstream")

    def bytes(self, info):
        out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
        return out + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, info, table)
