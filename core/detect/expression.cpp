// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/expression.h"

#include <QString>

#include <re2/re2.h>

#include <algorithm>

namespace expunge::detect {

namespace {

constexpr int kLargestProgram = 16 << 20;   // bytes RE2 may use for one expression

/// Whether a pattern finds the same in narrow text: it names no character, by itself or within a
/// range, that narrow text replaces, and no class but those of letters and digits.
bool meansTheSameOnNarrowText(const QString &pattern)
{
    const auto isReplacement = [](QChar c) {
        return c == QChar(0xDE) || c == QChar(0xFE) || c == QChar(0xAA) || c == QChar(0xB2)
               || c == QChar(0xA4);
    };
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        const QStringView rest = QStringView(pattern).sliced(i);
        const bool inRange =
            rest.size() > 1 && rest[1] == u'-' && i + 2 < pattern.size() && rest[2] != u']';
        if (c.unicode() >= 0x100 || isReplacement(c)
            || (c.unicode() >= 0x80
                && (inRange || (i > 1 && pattern[i - 1] == u'-' && pattern[i - 2] != u'[')))) {
            return false;
        }
        if (c != u'\\' || rest.size() < 2) {
            continue;
        }
        if (rest[1] == u'p' || rest[1] == u'P' || rest[1] == u'x' || rest[1] == u'C') {
            if (!rest.startsWith(u"\\p{L}") && !rest.startsWith(u"\\p{Lu}")
                && !rest.startsWith(u"\\p{Ll}") && !rest.startsWith(u"\\p{N}")) {
                return false;
            }
        }
        ++i;
    }
    return true;
}

std::size_t narrowPlace(const NarrowText &narrow, std::size_t origin)
{
    std::size_t low = 0;
    std::size_t high = narrow.bytes().size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (narrow.origin(middle) < origin) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

}   // namespace

Expression::Expression(std::string pattern)
    : m_pattern(std::move(pattern))
    , m_isNarrow(meansTheSameOnNarrowText(QString::fromStdString(m_pattern)))
{
}

Expression::~Expression() = default;

const re2::RE2 &Expression::compiled() const
{
    std::call_once(m_once, [this] {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(kLargestProgram);
        options.set_encoding(m_isNarrow ? re2::RE2::Options::EncodingLatin1
                                        : re2::RE2::Options::EncodingUTF8);
        const QByteArray narrow = QString::fromStdString(m_pattern).toLatin1();
        m_compiled = std::make_unique<const re2::RE2>(
            m_isNarrow
                ? re2::StringPiece(narrow.constData(), static_cast<std::size_t>(narrow.size()))
                : re2::StringPiece(m_pattern),
            options);
    });
    return *m_compiled;
}

std::string Expression::error() const
{
    return compiled().error();
}

int Expression::groups() const
{
    return compiled().NumberOfCapturingGroups();
}

std::vector<Expression::Range> Expression::match(std::string_view utf8, const NarrowText &narrow,
                                                 std::size_t from, bool whole) const
{
    const std::string_view text = m_isNarrow ? narrow.bytes() : utf8;
    const auto origin = [&](std::size_t at) {
        return !m_isNarrow ? at : at >= text.size() ? utf8.size() : narrow.origin(at);
    };
    const re2::RE2 &expression = compiled();
    const int count = groups() + 1;
    std::vector<Range> ranges;
    // Most texts do not match, and to say only that takes no memory.
    if (!expression.Match(re2::StringPiece(text.data(), text.size()), from, text.size(),
                          whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED, nullptr, 0)) {
        return ranges;
    }
    std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(count));
    if (!expression.Match(re2::StringPiece(text.data(), text.size()), from, text.size(),
                          whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED, pieces.data(),
                          count)) {
        return ranges;
    }
    for (const re2::StringPiece &piece : pieces) {
        if (piece.data() == nullptr) {
            ranges.push_back({});
        } else {
            const auto begin = static_cast<std::size_t>(piece.data() - text.data());
            ranges.push_back({origin(begin), origin(begin + piece.size()), true});
        }
    }
    return ranges;
}

bool Expression::isIn(std::string_view utf8, const NarrowText &narrow) const
{
    const std::string_view text = m_isNarrow ? narrow.bytes() : utf8;
    const re2::RE2 &expression = compiled();
    return !expression.ok()   // nobody knows, then
           || expression.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                               re2::RE2::UNANCHORED, nullptr, 0);
}

void Expression::findAll(std::string_view utf8, const NarrowText &narrow, const Hit &hit) const
{
    std::size_t from = 0;
    const std::size_t size = m_isNarrow ? narrow.bytes().size() : utf8.size();
    while (from <= size) {
        const std::vector<Range> ranges = match(utf8, narrow, from, false);
        if (ranges.empty()) {
            return;
        }
        const std::size_t next = hit(ranges);
        from = std::max(from + 1, m_isNarrow ? narrowPlace(narrow, next) : next);
    }
}

std::vector<Expression::Range> Expression::matchAll(std::string_view utf8,
                                                    const NarrowText &narrow) const
{
    return match(utf8, narrow, 0, true);
}

}   // namespace expunge::detect
