// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <pugixml.hpp>

namespace expunge::formats::ooxml {

/// An XML part in canonical form: every known namespace has its usual prefix whatever the file
/// called it ("w:p", "a:t", "mc:Choice"), Strict and Transitional names are the same, markup of
/// unknown namespaces is left out, CDATA is plain text. Elements and attributes without a namespace
/// have no prefix. Lists of prefixes (mc:Ignorable, Requires) name the usual prefixes too.
struct XmlPart
{
    pugi::xml_document document;   // without root element if the root's own namespace is unknown
    bool strict = false;   // written back with the Strict namespace names (ISO/IEC 29500-1) then
    int comments = 0;      // comments and processing instructions that were left out
    int unknown = 0;   // elements (with all they hold) and attributes of unknown namespaces that
                       // were left out
    QByteArrayList alsoDeclared = {};   // prefixes that values use ("of" in "of:=[.A1]"), declared
                                        // in any case
};

/// Parses a part with whitespace kept. ForbiddenMarkup (document type), ExpansionLimit (nesting
/// over 256), Damaged (not well-formed). Comments and processing instructions, and elements and
/// attributes of unknown namespaces, are dropped and counted. An mc:Choice that requires an unknown
/// namespace goes; an mc:AlternateContent without any choice left gives way to what its mc:Fallback
/// holds.
base::Result<XmlPart> parseXmlPart(const QByteArray &bytes, const QString &partName,
                                   const QString &path);

/// The part as UTF-8 bytes with declaration; declares just the namespaces that are used, and keeps
/// mc:Ignorable in step with them. Elements of the namespace `plainPrefix` are written without a
/// prefix, which keeps big parts small.
QByteArray writeXmlPart(const XmlPart &part, const QByteArray &plainPrefix = {});

}   // namespace expunge::formats::ooxml
