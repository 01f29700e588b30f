// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/font.h"

#include "core/formats/pdf/fontdescription.h"

#include <exception>
#include <map>

namespace expunge::pdf {

namespace {

/// A font of which nothing is known.
class UnreadFont final : public Font
{
public:
    explicit UnreadFont(QPDFObjectHandle object)
        : m_object(std::move(object))
    {
    }

    FontKind kind() const override { return FontKind::Simple; }
    QPDFObjectHandle object() const override { return m_object; }
    QString name() const override { return {}; }
    bool isVertical() const override { return false; }
    bool isEmbedded() const override { return false; }
    double ascent() const override { return 0.75; }
    double descent() const override { return -0.25; }
    Matrix fontMatrix() const override { return {0.001, 0, 0, 0.001, 0, 0}; }
    bool isUnderstood() const override { return false; }

    FontCode next(QByteArrayView rest) const override
    {
        FontCode code;
        code.code = static_cast<unsigned char>(rest[0]);
        code.advance = 0.5;
        return code;
    }

    QByteArray codeFor(char32_t) const override { return {}; }

private:
    QPDFObjectHandle m_object;
};

std::shared_ptr<const Font> readFont(const QPDFObjectHandle &object, FontSources &sources)
{
    QPDFObjectHandle dictionary = object;
    if (!dictionary.isDictionary()) {
        return std::make_shared<UnreadFont>(object);
    }
    const QByteArray subtype = nameOf(dictionary.getKey("/Subtype"));
    std::shared_ptr<const Font> font =
        subtype == "Type0" ? readCompositeFont(object, sources) : readSimpleFont(object, sources);
    return font ? font : std::make_shared<UnreadFont>(object);
}

}   // namespace

Font::~Font() = default;

QByteArray Font::glyphName(quint32) const
{
    return {};
}

QPDFObjectHandle Font::glyphProcedure(quint32) const
{
    return QPDFObjectHandle::newNull();
}

struct FontStore::Data
{
    FontSources sources;
    std::map<QPDFObjGen, std::shared_ptr<const Font>> fonts;
    std::map<std::string, std::shared_ptr<const Font>> direct;   // by what stands in them
};

FontStore::FontStore()
    : m_data(std::make_unique<Data>())
{
}

FontStore::~FontStore() = default;

std::shared_ptr<const Font> FontStore::font(const QPDFObjectHandle &object)
{
    try {
        QPDFObjectHandle handle = object;
        const bool indirect = handle.isIndirect();
        std::shared_ptr<const Font> &font =
            indirect ? m_data->fonts[handle.getObjGen()] : m_data->direct[handle.unparse()];
        if (!font) {
            font = readFont(object, m_data->sources);
        }
        return font;
    } catch (const std::exception &) {   // qpdf, on damaged objects
        return std::make_shared<UnreadFont>(object);
    }
}

}   // namespace expunge::pdf
