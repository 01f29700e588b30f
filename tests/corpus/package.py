# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps an Office package from opening without repair, by the rules of its container (ECMA-376 part 2; ODF 1.3 part 2)."""
import io
import posixpath
import re
import urllib.parse
import xml.parsers.expat
import zipfile

from readings import Markup, decoded

RELATIONSHIP_USE = re.compile(r"officeDocument/(2006/)?relationships$")


def parsed(content):
    """Elements as (namespace and name, attributes), or the fault that makes the markup unreadable."""
    parser = xml.parsers.expat.ParserCreate(namespace_separator="}")
    elements = []
    parser.StartElementHandler = lambda name, attributes: elements.append((name, attributes))
    try:
        parser.Parse(content, True)
    except xml.parsers.expat.ExpatError as error:
        return None, f"not well-formed: {error}"
    return elements, ""


def relationships(archive, name, names):
    """The relationships of a part by their id, and the faults among them."""
    source = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
    known, faults = {}, []
    if source.lower() not in names:
        return known, faults
    for element, attributes in parsed(archive.read(names[source.lower()]))[0] or []:
        if not element.endswith("}Relationship"):
            continue
        if attributes.get("Id") in known:
            faults.append(f"{source}: an id twice")
        known[attributes.get("Id")] = attributes
        target = urllib.parse.unquote(attributes.get("Target", "").split("#")[0])
        if attributes.get("TargetMode") == "External" or not target:
            continue
        if not target.startswith("/"):
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target))
        if target.lstrip("/").lower() not in names:
            faults.append(f"dangling relationship in {source}: {target}")
    return known, faults


def opc_faults(archive):
    names = {name.lower(): name for name in archive.namelist()}
    if len(names) != len(archive.namelist()):
        yield "two entries of one name"
    if "[content_types].xml" not in names:
        yield "no content types"
        return
    defaults, overrides = {}, {}
    for element, attributes in parsed(archive.read(names["[content_types].xml"]))[0] or []:
        if element.endswith("}Default"):
            defaults[attributes["Extension"].lower()] = attributes["ContentType"]
        elif element.endswith("}Override"):
            overrides[attributes["PartName"].lstrip("/").lower()] = attributes["ContentType"]
    for part in sorted(set(overrides) - set(names)):
        yield f"a content type for a part that is not there: {part}"
    yield from relationships(archive, "", names)[1]
    for lower, name in names.items():
        if lower == "[content_types].xml" or name.endswith("/"):
            continue
        if lower not in overrides and lower.rsplit(".", 1)[-1] not in defaults:
            yield f"no content type: {name}"
        if lower.endswith((".xml", ".rels")):
            yield from part_faults(archive, name, names)


def part_faults(archive, name, names):
    elements, fault = parsed(archive.read(name))
    if fault:
        yield f"{name}: {fault}"
        return
    if name.lower().endswith(".rels"):
        return
    known, faults = relationships(archive, name, names)
    yield from faults
    for _, attributes in elements:
        for key, value in attributes.items():
            if RELATIONSHIP_USE.search(key.rpartition("}")[0]) and value and value not in known:
                yield f"{name}: {value} has no relationship"


def odf_faults(archive):
    first = archive.infolist()[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
        yield "mimetype is not first, stored and without an extra field"
    if len(set(archive.namelist())) != len(archive.namelist()):
        yield "two entries of one name"
    listed = set()
    for _, key, value in Markup(decoded(archive.read("META-INF/manifest.xml"))).values:
        if key.endswith("full-path"):
            listed.add(value)
    present = {name for name in archive.namelist() if not name.endswith("/")} - {"mimetype", "META-INF/manifest.xml"}
    for name in sorted(present - listed):
        yield f"not in the manifest: {name}"
    for name in sorted(name for name in listed - present if not name.endswith("/")):
        yield f"in the manifest and not there: {name}"
    for name in present:
        if name.endswith(".xml") and archive.read(name):
            fault = parsed(archive.read(name))[1]
            if fault:
                yield f"{name}: {fault}"


def faults(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.testzip():
                return ["an entry whose checksum is wrong"]
            return list(odf_faults(archive) if "mimetype" in archive.namelist() else opc_faults(archive))
    except (zipfile.BadZipFile, KeyError, IndexError, NotImplementedError) as error:
        return [f"no package: {type(error).__name__}"]
