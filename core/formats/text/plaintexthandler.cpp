// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text/plaintexthandler.h"

#include <QFileInfo>
#include <QStringDecoder>

namespace expunge::formats::text {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

const QByteArray byteOrderMark = QByteArrayLiteral("\xef\xbb\xbf");

/// A plain text file: one unit, nothing hidden.
class PlainTextDocument final : public document::Document
{
public:
    PlainTextDocument(QString text, bool marked, QByteArray bytes)
        : m_bytes(std::move(bytes))
        , m_marked(marked)
    {
        using namespace Qt::StringLiterals;
        document::TextUnit unit;
        unit.text = std::move(text);
        unit.place = {{document::PlaceKind::File, 0, {}}};
        m_units.push_back(std::move(unit));
        m_info = {u"txt"_s, u"text/plain"_s, u"txt"_s, m_bytes.size(), {}};
    }

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }

    document::Flow flow() const override
    {
        document::FlowBlock body;
        body.kind = document::FlowKind::Body;
        const QString &text = m_units.front().text;
        qsizetype begin = 0;
        while (begin <= text.size()) {
            qsizetype end = text.indexOf(QLatin1Char('\n'), begin);
            end = end < 0 ? text.size() : end;
            document::FlowBlock line;
            line.unit = 0;
            line.runs = {{0, static_cast<int>(begin), static_cast<int>(end), {}}};
            body.children.push_back(std::move(line));
            begin = end + 1;
        }
        document::Flow flow;
        flow.stories.push_back(std::move(body));
        return flow;
    }

    Result<> visitParts(const std::function<void(const document::PartView &)> &visit) const override
    {
        visit({QString(), m_bytes});
        return {};
    }

    Result<Output> apply(const document::RedactionPlan &plan,
                         const base::JobContext &job) const override
    {
        Output output;
        QString text = m_units.front().text;
        for (auto span = plan.spans.rbegin(); span != plan.spans.rend(); ++span) {
            if (job.cancelled()) {
                return failure(ErrorCode::Cancelled);
            }
            if (span->span.unit != 0 || span->span.begin < 0 || span->span.end > text.size()) {
                return failure(ErrorCode::Internal, {}, QStringLiteral("span outside the text"));
            }
            text.replace(span->span.begin, span->span.length(), span->replacement);
        }
        for (const document::SpanRedaction &span : plan.spans) {
            output.applied.spans.push_back({span.id, {}, placeLabel(m_units.front().place), 1});
        }
        output.bytes = (m_marked ? byteOrderMark : QByteArray()) + text.toUtf8();
        return output;
    }

private:
    QByteArray m_bytes;
    bool m_marked;
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
};

/// Opens plain text.
class PlainTextHandler final : public FormatHandler
{
public:
    FormatInfo info() const override { return {QStringLiteral("txt"), {QStringLiteral("txt")}}; }

    int probe(const Source &source) const override
    {
        const QByteArray head = source.bytes.left(4096);
        if (head.contains('\0') || head.startsWith("PK\x03\x04") || head.startsWith("%PDF-")) {
            return 0;
        }
        return QFileInfo(source.path)
                           .suffix()
                           .compare(QLatin1StringView("txt"), Qt::CaseInsensitive)
                       == 0
                   ? 50
                   : 0;
    }

    Result<std::shared_ptr<const document::Document>> open(const Source &source,
                                                           const base::JobContext &) const override
    {
        const bool marked = source.bytes.startsWith(byteOrderMark);
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        QString text = decoder.decode(QByteArrayView(source.bytes).sliced(marked ? 3 : 0));
        if (decoder.hasError() || source.bytes.contains('\0')) {
            return failure(ErrorCode::Damaged, source.path, QStringLiteral("not UTF-8 text"));
        }
        return std::make_shared<PlainTextDocument>(std::move(text), marked, source.bytes);
    }
};

}   // namespace

std::unique_ptr<FormatHandler> makePlainTextHandler()
{
    return std::make_unique<PlainTextHandler>();
}

}   // namespace expunge::formats::text
