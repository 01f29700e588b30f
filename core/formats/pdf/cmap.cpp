// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cmap.h"

#include "core/formats/pdf/contentstream.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>

namespace expunge::pdf {

namespace {

quint32 bigEndian(QByteArrayView bytes)
{
    quint32 value = 0;
    for (const char c : bytes) {
        value = value << 8 | static_cast<unsigned char>(c);
    }
    return value;
}

/// Ranges that hold `code` stand at or a little before the first that begins behind it: maps are
/// sorted, and where ranges overlap the one that begins later wins.
template<typename Range, typename Key, typename Holds>
const Range *rangeOf(const std::vector<Range> &ranges, const Key &key, const Holds &holds)
{
    constexpr int kOverlaps = 8;
    auto it = std::upper_bound(ranges.begin(), ranges.end(), key,
                               [](const Key &wanted, const Range &range) {
                                   if constexpr (requires { range.bytes; }) {
                                       return wanted < std::pair(range.bytes, range.low);
                                   } else {
                                       return wanted < range.low;
                                   }
                               });
    for (int steps = 0; it != ranges.begin() && steps < kOverlaps; ++steps) {
        --it;
        if (holds(*it)) {
            return &*it;
        }
    }
    return nullptr;
}

QString utf16(QByteArrayView bytes)
{
    QString text;
    if (bytes.size() == 1) {   // broken, but seen: one byte for a Latin letter
        return QString(QLatin1Char(bytes[0]));
    }
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        text += QChar(static_cast<char16_t>(bigEndian(bytes.sliced(i, 2))));
    }
    return text;
}

/// `text` with its last character counted on by `by` (9.10.3).
QString countedOn(const QString &text, quint32 by)
{
    if (by == 0 || text.isEmpty()) {
        return text;
    }
    auto points = text.toUcs4();
    points.back() += by;
    return points.back() > 0x10FFFF
               ? QString()
               : QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()),
                                   points.size());
}

/// Whether each byte of `code` lies between those of `low` and `high` (Technical Note 5014, 7.2).
bool inside(quint32 code, quint32 low, quint32 high, int bytes)
{
    for (int shift = 0; shift < bytes * 8; shift += 8) {
        const quint32 byte = code >> shift & 0xFF;
        if (byte < (low >> shift & 0xFF) || byte > (high >> shift & 0xFF)) {
            return false;
        }
    }
    return true;
}

}   // namespace

/// Fills a CMap from its PostScript text.
class CMapReader
{
public:
    CMapReader(const QByteArray &bytes, const CMap::Loader &load)
        : m_content(readContent(bytes))
        , m_load(load)
        , m_map(std::make_shared<CMap>())
    {
    }

    std::shared_ptr<const CMap> run()
    {
        for (const Operation &operation : m_content.operations) {
            obey(operation);
        }
        std::stable_sort(
            m_map->m_cids.begin(), m_map->m_cids.end(), [](const auto &one, const auto &other) {
                return std::pair(one.bytes, one.low) < std::pair(other.bytes, other.low);
            });
        std::stable_sort(m_map->m_texts.begin(), m_map->m_texts.end(),
                         [](const auto &one, const auto &other) { return one.low < other.low; });
        return m_map;
    }

private:
    void obey(const Operation &operation)
    {
        const Token *last = m_content.operand(operation, operation.tokens - 1);
        const int from = last ? last->end : operation.begin;
        const QByteArray word = QByteArrayView(m_content.bytes)
                                    .sliced(from, operation.end - from)
                                    .toByteArray()
                                    .trimmed();
        if (word == "endcodespacerange") {
            addSpaces(operation);
        } else if (word == "endcidrange" || word == "endcidchar") {
            addCids(operation, word == "endcidrange");
        } else if (word == "endbfchar") {
            addTextChars(operation);
        } else if (word == "endbfrange") {
            addTextRanges(operation);
        } else if (word == "usecmap" && last) {
            m_map->m_base = m_load(m_content.name(*last));
            m_map->m_vertical = m_map->m_vertical || (m_map->m_base && m_map->m_base->isVertical());
        } else if (word == "def" && operation.tokens >= 2) {
            const Token *key = m_content.operand(operation, operation.tokens - 2);
            if (m_content.name(*key) == "WMode") {
                m_map->m_vertical = m_content.number(operation, operation.tokens - 1) == 1;
            }
        }
    }

    QByteArray string(const Operation &operation, int index) const
    {
        const Token *token = m_content.operand(operation, index);
        return token ? m_content.string(*token) : QByteArray();
    }

    bool isString(const Operation &operation, int index) const
    {
        const Token *token = m_content.operand(operation, index);
        return token && token->kind == TokenKind::String;
    }

    void addSpaces(const Operation &operation)
    {
        for (int i = 0; i + 1 < operation.tokens; i += 2) {
            const QByteArray low = string(operation, i);
            const QByteArray high = string(operation, i + 1);
            if (!low.isEmpty() && low.size() <= 4 && high.size() == low.size()) {
                m_map->m_spaces.push_back(
                    {static_cast<int>(low.size()), bigEndian(low), bigEndian(high)});
            }
        }
    }

    void addCids(const Operation &operation, bool ranges)
    {
        const int step = ranges ? 3 : 2;
        for (int i = 0; i + step <= operation.tokens; i += step) {
            const QByteArray low = string(operation, i);
            const QByteArray high = ranges ? string(operation, i + 1) : low;
            const double cid = m_content.number(operation, i + step - 1, -1);
            if (!low.isEmpty() && low.size() <= 4 && low.size() == high.size() && cid >= 0
                && cid <= 0x10FFFF && bigEndian(high) >= bigEndian(low)) {
                m_map->m_cids.push_back({static_cast<int>(low.size()), bigEndian(low),
                                         bigEndian(high), static_cast<quint32>(cid)});
            }
        }
    }

    void addText(quint32 low, quint32 high, const QByteArray &bytes)
    {
        const QString text = utf16(bytes);
        if (high >= low && !text.isEmpty()) {
            m_map->m_texts.push_back({low, high, text});
        }
    }

    void addTextChars(const Operation &operation)
    {
        int i = 0;
        while (i + 1 < operation.tokens) {
            if (isString(operation, i) && isString(operation, i + 1)) {
                const quint32 code = bigEndian(string(operation, i));
                addText(code, code, string(operation, i + 1));
                i += 2;
            } else {
                ++i;
            }
        }
    }

    void addTextRanges(const Operation &operation)
    {
        int i = 0;
        while (i + 2 < operation.tokens) {
            if (!isString(operation, i) || !isString(operation, i + 1)) {
                ++i;
                continue;
            }
            const quint32 low = bigEndian(string(operation, i));
            const quint32 high = bigEndian(string(operation, i + 1));
            i += 2;
            if (isString(operation, i)) {
                addText(low, high, string(operation, i++));
            } else if (m_content.operand(operation, i)->kind == TokenKind::ArrayBegin) {
                quint32 code = low;
                for (++i; isString(operation, i); ++i, ++code) {
                    addText(code, code, string(operation, i));
                }
            }
        }
    }

    ContentStream m_content;
    const CMap::Loader &m_load;
    std::shared_ptr<CMap> m_map;
};

std::shared_ptr<const CMap> CMap::identity(bool vertical)
{
    auto map = std::make_shared<CMap>();
    map->m_identity = true;
    map->m_vertical = vertical;
    map->m_spaces.push_back({2, 0, 0xFFFF});
    return map;
}

std::shared_ptr<const CMap> CMap::read(const QByteArray &bytes, const Loader &load)
{
    return CMapReader(bytes, load).run();
}

bool CMap::hasCodeSpace() const
{
    return !m_spaces.empty() || (m_base && m_base->hasCodeSpace());
}

CMap::Code CMap::next(QByteArrayView rest) const
{
    int shortest = 4;
    for (int bytes = 1; bytes <= 4 && bytes <= rest.size(); ++bytes) {
        const quint32 code = bigEndian(rest.first(bytes));
        for (const CMap *map = this; map; map = map->m_base.get()) {
            for (const Space &space : map->m_spaces) {
                shortest = std::min(shortest, space.bytes);
                if (space.bytes == bytes && inside(code, space.low, space.high, bytes)) {
                    return {code, bytes, true};
                }
            }
        }
    }
    // ISO 32000-1, 9.7.6.3: an invalid code takes as many bytes as the shortest that it may be.
    const int bytes = static_cast<int>(std::min<qsizetype>(shortest, rest.size()));
    return {bigEndian(rest.first(bytes)), bytes, false};
}

std::optional<quint32> CMap::cid(quint32 code, int bytes) const
{
    if (m_identity) {
        return bytes == 2 ? std::optional(code) : std::nullopt;
    }
    const CidRange *range = rangeOf(m_cids, std::pair(bytes, code), [&](const CidRange &candidate) {
        return candidate.bytes == bytes && code >= candidate.low && code <= candidate.high;
    });
    if (range) {
        return range->cid + (code - range->low);
    }
    return m_base ? m_base->cid(code, bytes) : std::nullopt;
}

QString CMap::text(quint32 code) const
{
    const TextRange *range = rangeOf(m_texts, code, [&](const TextRange &candidate) {
        return code >= candidate.low && code <= candidate.high;
    });
    if (range) {
        return countedOn(range->text, code - range->low);
    }
    return m_base ? m_base->text(code) : QString();
}

struct CMapLibrary::Data
{
    QHash<QByteArray, std::shared_ptr<const CMap>> maps;
    int depth = 0;
};

CMapLibrary::CMapLibrary()
    : m_data(std::make_unique<Data>())
{
}

CMapLibrary::~CMapLibrary() = default;

std::shared_ptr<const CMap> CMapLibrary::find(const QByteArray &name)
{
    if (name == "Identity-H" || name == "Identity-V") {
        return CMap::identity(name.endsWith('V'));
    }
    if (const auto known = m_data->maps.constFind(name); known != m_data->maps.cend()) {
        return *known;
    }
    constexpr int kDeepest = 8;   // maps that are based on maps
    std::shared_ptr<const CMap> map;
    const bool safe = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || c == '-';
    });
    if (safe && !name.isEmpty() && m_data->depth < kDeepest) {
        ++m_data->depth;
        const QDir root(QStringLiteral(EXPUNGE_CMAP_DIR));
        for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(root.filePath(folder + u'/' + QString::fromLatin1(name)));
            if (file.open(QIODevice::ReadOnly)) {
                map = CMap::read(file.readAll(),
                                 [this](const QByteArray &base) { return find(base); });
                break;
            }
        }
        --m_data->depth;
    }
    m_data->maps.insert(name, map);
    return map;
}

}   // namespace expunge::pdf
