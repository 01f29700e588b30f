// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/documenttypes.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

const QString words = u"application/vnd.openxmlformats-officedocument.wordprocessingml."_s;
const QString mainPart = u".main+xml"_s;

bool isTemplate(const QString &outputType)
{
    return outputType == words + u"template"_s + mainPart;
}

}   // namespace

QString outputDocumentType(const QString &contentType, const QString &path)
{
    // ECMA-376 part 1, 11.3.10 (document and template); [MS-DOCX] 2.1 (the two with macros)
    const QString type = contentType.toLower();
    if (type == words + u"document"_s + mainPart
        || type == u"application/vnd.ms-word.document.macroenabled.main+xml"_s) {
        return words + u"document"_s + mainPart;
    }
    if (type == words + u"template"_s + mainPart
        || type == u"application/vnd.ms-word.template.macroenabledtemplate.main+xml"_s
        || type == u"application/vnd.ms-word.template.macroenabled.main+xml"_s) {
        const bool named = path.endsWith(u".docx"_s, Qt::CaseInsensitive)
                           || path.endsWith(u".docm"_s, Qt::CaseInsensitive);
        return words + (named ? u"document"_s : u"template"_s) + mainPart;
    }
    return {};
}

QString documentSuffix(const QString &outputType)
{
    return isTemplate(outputType) ? u"dotx"_s : u"docx"_s;
}

QString documentMediaType(const QString &outputType)
{
    return words + (isTemplate(outputType) ? u"template"_s : u"document"_s);
}

}   // namespace expunge::formats::ooxml
