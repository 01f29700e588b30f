// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace expunge::pdf {

/// A character map: how strings fall into codes, and which CID or text each code means (ISO
/// 32000-1, 9.7.5 and 9.10.3; Adobe Technical Notes 5014 and 5411).
class CMap
{
public:
    using Loader = std::function<std::shared_ptr<const CMap>(const QByteArray &name)>;

    struct Code
    {
        quint32 code = 0;
        int bytes = 1;
        bool inSpace = false;   // it lies in a codespace range
    };

    static std::shared_ptr<const CMap> identity(bool vertical);
    /// Reads the text of a CMap; what is broken in it is passed over. `load` gives those that it is
    /// based on.
    static std::shared_ptr<const CMap> read(const QByteArray &bytes, const Loader &load);

    bool isVertical() const { return m_vertical; }
    void setVertical(bool vertical) { m_vertical = vertical; }
    bool hasCodeSpace() const;
    bool hasText() const { return !m_texts.empty() || (m_base && m_base->hasText()); }

    Code next(QByteArrayView rest) const;
    std::optional<quint32> cid(quint32 code, int bytes) const;
    QString text(quint32 code) const;

private:
    struct Space
    {
        int bytes = 1;
        quint32 low = 0;
        quint32 high = 0;
    };
    struct CidRange
    {
        int bytes = 1;
        quint32 low = 0;
        quint32 high = 0;
        quint32 cid = 0;
    };
    struct TextRange
    {
        quint32 low = 0;
        quint32 high = 0;
        QString text;   // of `low`; its last character counts on
    };
    friend class CMapReader;

    std::vector<Space> m_spaces;
    std::vector<CidRange> m_cids;
    std::vector<TextRange> m_texts;
    std::shared_ptr<const CMap> m_base;
    bool m_vertical = false;
    bool m_identity = false;
};

/// The CMaps that PDF knows by name, as Debian's poppler-data holds them; each is read once.
class CMapLibrary
{
public:
    CMapLibrary();
    ~CMapLibrary();
    CMapLibrary(const CMapLibrary &) = delete;
    CMapLibrary &operator=(const CMapLibrary &) = delete;

    /// Null when there is none of this name.
    std::shared_ptr<const CMap> find(const QByteArray &name);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

}   // namespace expunge::pdf
