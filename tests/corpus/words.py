# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Terms at random from a document's own text, those left out that its format spells itself."""
import hashlib
import io
import random
import re
import zipfile
import zlib

from readings import LARGEST, Markup, Term, decoded, local, looks_like_markup, plain

STORIES = re.compile(r"word/(document|header|footer|footnotes|endnotes)[^/]*\.xml$|ppt/slides/[^/]*\.xml$"
                     r"|xl/(sharedStrings|worksheets/[^/]*)\.xml$|^content\.xml$", re.I)
WORD = re.compile(r"[^\W\d_]{5,20}")
FUNCTION = re.compile(r"[A-Za-z.]+(?=\()")
# what an animation changes (ECMA-376 part 1, 19.5.8)
ANIMATED = re.compile(r"[a-z]+(\.[A-Za-z]+)+|ppt_[a-z]+|r|fill\w*|stroke\w*")
# lines that are no text but one value: what stands in a cell as a number is found by its shown form, which is not known here
NUMBER = re.compile(r"[-+.,:/\d\sE]*")
# attributes that hold what a person wrote; every other attribute's single lower-case word is the format's
FREE = {"name", "descr", "title", "tooltip", "display", "author", "initials", "alias", "tag", "t", "o"}
FONTS = {"typeface", "ascii", "hAnsi", "cs", "eastAsia", "font-name", "font-family", "font-name-asian", "font-name-complex"}
# what the program itself writes where it takes something away
NEUTRAL = ("Sheet Style Picture Column Comment Standard Default Normal Heading Theme Office Unknown Table Chart Slide Layout "
           "Master Series Category Bookmark Field Author Custom Print_Area Print_Titles _FilterDatabase General Untitled Text Object Shape TRUE FALSE #VALUE! #REF! #NAME?")


def entries(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if entry.file_size <= LARGEST:
                    try:
                        yield entry.filename, archive.read(entry)
                    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError, OSError):
                        continue
    except (zipfile.BadZipFile, ValueError, OSError):
        return


class Source:
    """A document's lines of visible text and the words that its format spells."""

    def __init__(self, data):
        self.lines, spelled = [], {NEUTRAL}
        self.digest = hashlib.sha256(data).hexdigest()
        for name, content in entries(data):
            spelled.add(name)
            if not looks_like_markup(content):
                continue
            markup = Markup(decoded(content))
            spelled |= markup.names
            spelled.update(markup.other)
            spelled.update(FUNCTION.findall("\n".join(markup.apart)))
            spelled.update(line for line in markup.apart if ANIMATED.fullmatch(line))
            types = name.startswith("[") or name.endswith(".rels") or name.startswith("META-INF")
            for element, key, value in markup.values:
                if local(key) == "formula":
                    for function in FUNCTION.findall(value):  # a sheet may name them in its text too
                        spelled |= {function, function.lower(), function.upper(), function.capitalize()}
                if (types or key.startswith("xmlns") or local(key) in FONTS or element in ("font", "family", "font-face", "style", "cellStyle", "numFmt", "lsdException")
                        or (re.fullmatch(r"[a-z0-9][A-Za-z0-9-]*", value) and local(key) not in FREE)):
                    spelled.add(value)
                elif element == "name" and "styles" in name:
                    spelled.add(value)
            if STORIES.search(name):
                self.lines += [plain(line) for line in markup.lines]
        self._spelled = "\n".join(sorted(spelled))

    def words(self):
        return sorted({word for line in self.lines if not NUMBER.fullmatch(line) for word in WORD.findall(line)
                       if word not in self._spelled})

    def terms(self, seed, count):
        """`count` terms: whole words in their own case, one in any case, and one of two words that stand side by side."""
        chance = random.Random(f"{seed}:{self.digest}")
        words = self.words()
        chosen = [Term(word, True) for word in chance.sample(words, min(count, len(words)))]
        if len(chosen) > 1 and chosen[-1].text.casefold() not in self._spelled.casefold():
            chosen[-1] = Term(chosen[-1].text, False)
        known = set(words)
        pairs = sorted({f"{a} {b}" for line in self.lines for a, b in re.findall(r"(?<![^\W_])(\w{3,20}) (?=(\w{3,20}))", line)
                        if a in known or b in known})
        if pairs:
            chosen.append(Term(chance.choice(pairs), True))
        return chosen


def survivors(before, after, terms):
    """The share of the words of `before` that `after` still has, those aside that a term touches; None without words."""
    gone = [term.text.casefold() for term in terms]
    words = {word for line in before.lines for word in WORD.findall(line)
             if not any(word.casefold() in text or any(part in word.casefold() for part in text.split()) for text in gone)}
    left = "\n".join(after.lines)
    return sum(word in left for word in words) / len(words) if words else None
