// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/partscanner.h"

#include "core/scrub/encodings.h"
#include "core/scrub/formulatext.h"
#include "core/scrub/markupreader.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepest = 6;   // archives in archives, Base64 in XML in archives …

bool isWide(const QByteArray &bytes)
{
    return bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

/// The text of bytes that are UTF-8, or UTF-16 with a byte order mark; nothing for other bytes.
std::optional<QString> textOf(const QByteArray &bytes)
{
    auto encoding = QStringConverter::Utf8;
    if (bytes.startsWith("\xff\xfe")) {
        encoding = QStringConverter::Utf16LE;
    } else if (bytes.startsWith("\xfe\xff")) {
        encoding = QStringConverter::Utf16BE;
    } else if (bytes.contains('\0')) {
        return std::nullopt;
    }
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

/// Whether all of a text in UTF-8 can be Base64, which most are not; a large part has too many
/// texts to remember them all.
bool mayBeBase64(QByteArrayView text)
{
    if (text.size() < shortestBase64Text) {
        return false;
    }
    const auto isOfBase64 = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == ' ' || (c >= '\t' && c <= '\r') || c == '+' || c == '/' || c == '-'
               || c == '_' || c == '=';
    };
    return text.startsWith("data:") || std::all_of(text.begin(), text.end(), isOfBase64);
}

bool looksLikeMarkup(const QByteArray &bytes)
{
    constexpr qsizetype headSize = 1024;   // of spaces, at most
    const auto head = isWide(bytes) ? textOf(bytes.left(headSize))
                                    : std::optional(QString::fromUtf8(bytes.left(headSize)));
    for (const QChar c : head.value_or(QString())) {
        if (!c.isSpace() && c.unicode() != 0xfeff) {
            return c == u'<';
        }
    }
    return false;
}

/// The same as whether textOf() gives something, without making it: it can be large.
bool isText(const QByteArray &bytes)
{
    return isWide(bytes) ? textOf(bytes).has_value()
                         : !bytes.contains('\0') && QUtf8StringView(bytes).isValidUtf8();
}

/// Parts that Office would not open if they were not well-formed.
bool mustBeMarkup(const QString &part)
{
    return part.endsWith(".xml"_L1, Qt::CaseInsensitive)
           || part.endsWith(".rels"_L1, Qt::CaseInsensitive);
}

QString howFound(const MarkupText &found)
{
    switch (found.kind) {
    case MarkupText::Kind::Paragraph:
        return u"text"_s;
    case MarkupText::Kind::Element:
        return u"text of <%1>"_s.arg(found.name);
    case MarkupText::Kind::Attribute:
        return u"attribute %1"_s.arg(found.name);
    case MarkupText::Kind::Comment:
        return u"comment"_s;
    case MarkupText::Kind::Instruction:
        return u"processing instruction"_s;
    case MarkupText::Kind::Declaration:
        return u"declaration"_s;
    }
    Q_UNREACHABLE();
}

/// Hands what a part holds on to a sink, and keeps what may be Base64.
class SinkTaker final : public MarkupTaker
{
public:
    SinkTaker(ScanSink &sink, const QString &part)
        : m_sink(sink)
        , m_part(part)
    {
    }

    bool wants(QByteArrayView name, QByteArrayView text) const override
    {
        // Formulas are judged without some of their words, so that others stand together.
        return m_sink.wants(text) || mayBeBase64(text) || isFormula(QString::fromUtf8(name));
    }

    void take(const MarkupText &found) override
    {
        if (isFormatWord(found)) {
            return;
        }
        if (found.kind == MarkupText::Kind::Paragraph) {
            m_sink.text(m_part, found.text);
        } else {
            m_sink.markup(m_part, howFound(found),
                          isFormula(found.name) ? withoutFunctionNames(found.text) : found.text);
        }
        if (mayBeBase64(found.text.toUtf8())) {
            m_blocks.push_back(found.text);
        }
    }

    const std::vector<QString> &blocks() const { return m_blocks; }

private:
    ScanSink &m_sink;
    const QString &m_part;
    std::vector<QString> m_blocks;
};

}   // namespace

ScanSink::~ScanSink() = default;

PartScanner::PartScanner(ScanSink &sink, const base::JobContext &job)
    : m_sink(sink)
    , m_job(job)
{
}

bool PartScanner::scan(const QByteArray &file, bool asDocument)
{
    m_asDocument = asDocument;
    scanBytes({}, file, 0);
    return !m_job.cancelled();
}

void PartScanner::scanBytes(const QString &part, const QByteArray &bytes, int depth)
{
    if (m_job.cancelled() || bytes.isEmpty()) {
        return;
    }
    ++m_parts;
    if (depth > deepest) {
        m_sink.unreadable(part, u"nested too deep"_s);
        return;
    }
    if ((bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        && scanArchive(part, bytes, depth)) {
        return;
    }
    if (bytes.startsWith("\x1f\x8b")) {
        if (const auto unpacked = inflateGzip(bytes, m_budget)) {
            scanBytes(part + u"/gzip"_s, *unpacked, depth + 1);
        }
    }
    if (!isText(bytes)) {
        scanBinary(part, bytes, depth);
        return;
    }
    const bool wholeText = depth == 0 && m_asDocument;
    const bool looksLikeOther = wholeText || !looksLikeMarkup(bytes);
    if (!looksLikeOther && scanMarkup(part, bytes, depth)) {
        return;
    }
    const QString text = textOf(bytes).value_or(QString());
    if (!looksLikeOther) {
        if (mustBeMarkup(part)) {
            m_sink.unreadable(part, u"not well-formed"_s);
        }
        static const QRegularExpression tags(u"<[^>]*>"_s);
        m_sink.text(part, QString(text).remove(tags));
    }
    const bool type = depth == 1 && part == "mimetype"_L1 && isPackageType(text);
    if (!type) {
        scanText(part, bytes, text, depth);
    }
}

bool PartScanner::scanArchive(const QString &part, const QByteArray &bytes, int depth)
{
    auto archive = readArchive(bytes, m_budget);
    if (!archive) {
        return false;
    }
    for (const QString &name : archive->unreadable) {
        m_sink.unreadable(part, name);
    }
    for (const LooseBytes &loose : archive->loose) {
        m_sink.markup(part, loose.where, QString::fromUtf8(loose.data));
        scanBinary(part, loose.data, depth);
    }
    qint64 done = 0;
    for (ArchiveEntry &entry : archive->entries) {
        if (!isFormatEntryName(entry.name)) {
            m_sink.markup(part, u"name of an entry"_s, entry.name);
        }
        scanBytes(part.isEmpty() ? entry.name : QString(part + u'/' + entry.name), entry.data,
                  depth + 1);
        entry.data.clear();   // the next ones may be as large
        if (depth == 0) {
            m_job.report(++done, static_cast<qint64>(archive->entries.size()));
        }
    }
    return true;
}

bool PartScanner::scanMarkup(const QString &part, const QByteArray &bytes, int depth)
{
    SinkTaker taker(m_sink, part);
    if (!readMarkup(bytes, taker)) {
        return false;
    }
    for (const QString &block : taker.blocks()) {
        scanBlock(part, block, depth);
    }
    m_sink.bytes(part, bytes, true);
    return true;
}

void PartScanner::scanText(const QString &part, const QByteArray &bytes, const QString &text,
                           int depth)
{
    m_sink.text(part, text);
    m_sink.bytes(part, bytes, true);
    static const QRegularExpression block(u"[A-Za-z0-9+/_\\-]{24,}={0,2}"_s);
    auto matches = block.globalMatch(text);
    while (matches.hasNext()) {
        scanBlock(part, matches.next().capturedView(), depth);
    }
}

void PartScanner::scanBinary(const QString &part, const QByteArray &bytes, int depth)
{
    m_sink.bytes(part, bytes, false);
    // Objects wrap packages: an archive may begin anywhere.
    const qsizetype inner = bytes.indexOf("PK\x03\x04", 1);
    if (inner > 0 && depth < deepest) {
        scanArchive(part, bytes.mid(inner), depth + 1);
    }
}

void PartScanner::scanBlock(const QString &part, QStringView text, int depth)
{
    const qsizetype start = text.startsWith("data:"_L1) ? text.indexOf(u',') + 1 : 0;
    const QByteArray decoded = decodeBase64(text.sliced(start));
    if (!decoded.isEmpty() && depth < deepest) {
        scanBytes(part + u"/Base64"_s, decoded, depth + 1);
    }
}

}   // namespace expunge::scrub
