// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildcodes.h"

#include "core/formats/pdf/contentcleaner.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

constexpr int deepest = 40;

/// Visits streams of content, each once, in the order in which they are drawn.
class CodeWalk
{
public:
    CodeWalk(FontStore &store, const std::set<QPDFObjGen> &fonts, UsedCodes &used)
        : m_store(store)
        , m_fonts(fonts)
        , m_used(used)
    {
    }

    void visit(const QByteArray &bytes, const QPDFObject &resources, int depth)
    {
        const ContentStream content = readContent(bytes);
        const size_t known = m_used.codes.size();
        collectCodes(content, resources, m_store, m_fonts, m_used.codes);
        if (m_used.codes.size() != known) {
            noteFonts(content, resources);
        }
        if (depth > deepest || !QPDFObject(resources).isDictionary()) {
            return;
        }
        for (const Operation &operation : content.operations) {
            follow(content, operation, resources, depth);
        }
    }

    void visitStream(QPDFObject stream, const QPDFObject &callerResources, int depth)
    {
        if (!stream.isStream() || !m_seen.insert(stream.getObjGen()).second) {
            return;
        }
        QPDFObject own = stream.getDict().getKey("/Resources");
        visit(readStream(stream).value_or(QByteArray()), own.isDictionary() ? own : callerResources,
              depth);
    }

private:
    static QPDFObject resource(QPDFObject resources, const char *category, const QByteArray &name)
    {
        QPDFObject all = resources.getKey(category);
        return all.isDictionary() ? all.getKey("/" + name.toStdString()) : QPDFObject::newNull();
    }

    /// Fonts that were not met before, in the order in which the content chooses them.
    void noteFonts(const ContentStream &content, const QPDFObject &resources)
    {
        for (const Operation &operation : content.operations) {
            if (operation.op != Operator::Font && operation.op != Operator::State) {
                continue;
            }
            const Token *token = content.operand(operation, 0);
            if (token == nullptr || token->kind != TokenKind::Name) {
                continue;
            }
            QPDFObject font =
                operation.op == Operator::Font
                    ? resource(resources, "/Font", content.name(*token))
                    : stateFont(resource(resources, "/ExtGState", content.name(*token)));
            note(font.getObjGen());
        }
        for (const auto &[font, codes] : m_used.codes) {
            note(font);
        }
    }

    void note(const QPDFObjGen &font)
    {
        if (m_used.codes.contains(font) && m_noted.insert(font).second) {
            m_used.order.push_back(font);
        }
    }

    static QPDFObject stateFont(QPDFObject state)
    {
        QPDFObject font = state.isDictionary() ? state.getKey("/Font") : QPDFObject::newNull();
        return font.isArray() && font.getArrayNItems() > 0 ? font.getArrayItem(0)
                                                           : QPDFObject::newNull();
    }

    void follow(const ContentStream &content, const Operation &operation, QPDFObject resources,
                int depth)
    {
        const bool named = operation.op == Operator::StrokeColourNamed
                           || operation.op == Operator::FillColourNamed;
        const Token *token = content.operand(operation, named ? operation.tokens - 1 : 0);
        if (token == nullptr || token->kind != TokenKind::Name) {
            return;
        }
        const QByteArray name = content.name(*token);
        if (operation.op == Operator::Paint) {
            QPDFObject object = resource(resources, "/XObject", name);
            if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form")) {
                visitStream(object, resources, depth + 1);
            }
        } else if (named) {
            visitStream(resource(resources, "/Pattern", name), resources, depth + 1);
        } else if (operation.op == Operator::State) {
            QPDFObject state = resource(resources, "/ExtGState", name);
            QPDFObject mask = state.isDictionary() ? state.getKey("/SMask") : QPDFObject::newNull();
            if (mask.isDictionary()) {
                visitStream(mask.getKey("/G"), resources, depth + 1);
            }
            glyphs(stateFont(state), resources, depth);
        } else if (operation.op == Operator::Font) {
            glyphs(resource(resources, "/Font", name), resources, depth);
        }
    }

    void glyphs(QPDFObject font, const QPDFObject &resources, int depth)
    {
        if (!font.isDictionary() || !font.getKey("/Subtype").isNameAndEquals("/Type3")
            || !m_seen.insert(font.getObjGen()).second) {
            return;
        }
        QPDFObject own = font.getKey("/Resources");
        QPDFObject procedures = font.getKey("/CharProcs");
        for (const std::string &key :
             procedures.isDictionary() ? procedures.getKeys() : std::set<std::string>()) {
            visitStream(procedures.getKey(key), own.isDictionary() ? own : resources, depth + 1);
        }
    }

    FontStore &m_store;
    const std::set<QPDFObjGen> &m_fonts;
    UsedCodes &m_used;
    std::set<QPDFObjGen> m_seen;
    std::set<QPDFObjGen> m_noted;
};

bool programNames(QPDFObject font, const ValueSweep &sweep)
{
    QPDFObject descriptor = font.getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) {
        return false;
    }
    for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        QPDFObject program = descriptor.getKey(key);
        const auto bytes =
            program.isStream() ? readStream(program) : base::Result<QByteArray>(QByteArray());
        if (bytes && sweep.touchesBytes(*bytes)) {
            return true;
        }
    }
    return false;
}

}   // namespace

std::set<QPDFObjGen> fontsThatName(QPDF &file, const ValueSweep &sweep)
{
    std::set<QPDFObjGen> fonts;
    if (sweep.isEmpty()) {
        return fonts;
    }
    for (QPDFObject font : file.getAllObjects()) {
        if (!font.isDictionary()) {
            continue;
        }
        QPDFObject descendants = font.getKey("/DescendantFonts");
        const bool named = descendants.isArray() && descendants.getArrayNItems() > 0
                               ? descendants.getArrayItem(0).isDictionary()
                                     && programNames(descendants.getArrayItem(0), sweep)
                               : programNames(font, sweep);
        if (named) {
            fonts.insert(font.getObjGen());
        }
    }
    return fonts;
}

QByteArray pageContent(QPDFObject page)
{
    QPDFObject contents = page.getKey("/Contents");
    QByteArray bytes;
    for (const QPDFObject &part :
         contents.isArray() ? contents.getArrayAsVector() : std::vector<QPDFObject>{contents}) {
        if (QPDFObject(part).isStream()) {   // a token may not go across two of them (7.8.2)
            bytes += readStream(part).value_or(QByteArray()) + '\n';
        }
    }
    return bytes;
}

UsedCodes usedCodes(PdfFile &file, FontStore &store, const std::set<QPDFObjGen> &fonts)
{
    UsedCodes used;
    CodeWalk walk(store, fonts, used);
    for (QPDFObject page : file.pages()) {
        walk.visit(pageContent(page), page.getKey("/Resources"), 0);
        QPDFObject annotations = page.getKey("/Annots");
        for (QPDFObject annotation :
             annotations.isArray() ? annotations.getArrayAsVector() : std::vector<QPDFObject>()) {
            QPDFObject looks =
                annotation.isDictionary() ? annotation.getKey("/AP") : QPDFObject::newNull();
            QPDFObject normal = looks.isDictionary() ? looks.getKey("/N") : QPDFObject::newNull();
            walk.visitStream(normal, page.getKey("/Resources"), 0);
            for (const std::string &key :
                 normal.isDictionary() ? normal.getKeys() : std::set<std::string>()) {
                walk.visitStream(normal.getKey(key), page.getKey("/Resources"), 0);
            }
        }
    }
    return used;
}

}   // namespace expunge::pdf
