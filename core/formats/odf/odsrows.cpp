// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsrows.h"

#include "core/formats/ooxml/canonicalxml.h"
#include "core/formats/ooxml/namespaces.h"
#include "core/formats/ooxml/sheetreader.h"
#include "core/formats/ooxml/sheettext.h"

#include <algorithm>
#include <array>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using ooxml::SheetToken;
using ooxml::SheetTokens;

namespace {

constexpr int progressStep = 1024;      // rows between two looks at the job
constexpr int lastPlace = 1 << 28;      // no sheet is that long; keeps sums within range
constexpr int mostRepeated = 1 << 24;   // beyond any sheet, too

constexpr int sheetDepth = 4;   // document-content, body, spreadsheet, table

bool isOnPath(QByteArrayView name, int depth)
{
    constexpr std::array path{"office:document-content", "office:body", "office:spreadsheet"};
    return name == path[static_cast<size_t>(depth - 1)];
}

int repeated(QByteArrayView value)
{
    bool ok = false;
    const int count = value.toInt(&ok);
    return ok ? std::clamp(count, 1, mostRepeated) : value.size() > 8 ? mostRepeated : 1;
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

/// True if white space does not collapse in it (ODF 1.3 part 3, 6.1.2).
bool standsAsWritten(const QString &text)
{
    if (text.isEmpty()) {
        return true;
    }
    if (isSpace(text.front()) || isSpace(text.back())) {
        return false;
    }
    bool before = false;
    for (const QChar c : text) {
        const bool space = isSpace(c);
        if ((space && before) || (space && c != u' ')) {
            return false;
        }
        before = space;
    }
    return true;
}

tl::unexpected<base::Error> failed(const SheetTokens &tokens, const QString &part,
                                   const QString &path)
{
    const ErrorCode code = tokens.forbidden() ? ErrorCode::ForbiddenMarkup
                           : tokens.tooDeep() ? ErrorCode::ExpansionLimit
                                              : ErrorCode::Damaged;
    return base::failure(code, path, part);
}

/// Elements of a sheet that do nothing but hold rows (ODF 1.3 part 3, 9.1.7 to 9.1.9).
bool holdsRows(QByteArrayView name)
{
    return name == "table:table-row-group" || name == "table:table-header-rows"
           || name == "table:table-rows";
}

/// Walks to the rows of the sheets of one content.xml.
class RowWalker
{
public:
    RowWalker(const OdsContent &content, OdsVisitor &visitor)
        : m_tokens(content.xml)
        , m_xml(content.xml)
        , m_visitor(visitor)
    {
    }

    bool read(const base::JobContext &job);
    const SheetTokens &tokens() const { return m_tokens; }
    bool cancelled() const { return m_cancelled; }

private:
    bool startElement();
    bool readRow();
    bool readCell(int row, int rows, int &column);
    bool readContent(OdsCell &cell);
    bool readParagraph(OdsCell &cell);

    SheetTokens m_tokens;
    QByteArrayView m_xml;
    OdsVisitor &m_visitor;
    const base::JobContext *m_job = nullptr;
    std::vector<bool> m_groups;   // of rows that are open; true: not shown
    int m_table = -1;
    int m_region = -1;
    bool m_inRegion = false;
    int m_nextRow = 1;
    int m_rows = 0;
    bool m_cancelled = false;
    std::vector<SheetTokens::Attribute> m_rowAttributes;
    std::vector<SheetTokens::Attribute> m_cellAttributes;
};

bool RowWalker::read(const base::JobContext &job)
{
    m_job = &job;
    for (;;) {
        switch (m_tokens.next()) {
        case SheetToken::Start:
            if (!startElement()) {
                return false;
            }
            break;
        case SheetToken::End:
            m_inRegion = false;
            if (holdsRows(m_tokens.name()) && !m_groups.empty()) {
                m_groups.pop_back();
            }
            break;
        case SheetToken::Text:
            break;
        case SheetToken::Finished:
            return true;
        case SheetToken::Failed:
            return false;
        }
    }
}

bool RowWalker::startElement()
{
    const QByteArrayView name = m_tokens.name();
    const int depth = m_tokens.depth();
    const int groups = static_cast<int>(m_groups.size());
    if (depth < sheetDepth) {
        return isOnPath(name, depth) || m_tokens.skip();
    }
    if (depth == sheetDepth) {
        if (name != "table:table") {
            return m_tokens.skip();
        }
        m_groups.clear();
        m_inRegion = false;
        m_nextRow = 1;
        m_visitor.startTable(++m_table);
        return true;
    }
    if (depth == sheetDepth + 1 + groups && name == "table:table-row") {
        if (!m_inRegion) {
            m_inRegion = true;
            m_visitor.startRegion(++m_region);
        }
        return readRow();
    }
    m_inRegion = false;
    if (depth == sheetDepth + 1 + groups && holdsRows(name)) {
        m_groups.push_back(m_tokens.attribute("table:display") == "false");
        return true;
    }
    return m_tokens.skip();
}

bool RowWalker::readRow()
{
    if (++m_rows % progressStep == 0) {
        m_job->report(m_tokens.begin(), m_xml.size());
        m_cancelled = m_job->cancelled();
        if (m_cancelled) {
            return false;
        }
    }
    OdsRow row;
    m_rowAttributes = m_tokens.attributes();
    row.attributes = &m_rowAttributes;
    row.first = m_nextRow;
    row.count = repeated(m_tokens.attribute("table:number-rows-repeated"));
    m_nextRow = std::min(m_nextRow + row.count, lastPlace);
    const QByteArrayView visibility = m_tokens.attribute("table:visibility");
    row.hidden = visibility == "collapse" || visibility == "filter"
                 || std::find(m_groups.begin(), m_groups.end(), true) != m_groups.end();
    m_visitor.startRow(row);
    const int depth = m_tokens.depth();
    int column = 1;
    for (;;) {
        const SheetToken token = m_tokens.next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && m_tokens.depth() == depth) {
            break;
        }
        if (token == SheetToken::Start && !readCell(row.first, row.count, column)) {
            return false;
        }
    }
    m_visitor.endRow();
    return true;
}

bool RowWalker::readCell(int row, int rows, int &column)
{
    const QByteArrayView name = m_tokens.name();
    OdsCell cell;
    cell.covered = name == "table:covered-table-cell";
    if (!cell.covered && name != "table:table-cell") {
        return m_tokens.skip();
    }
    m_cellAttributes = m_tokens.attributes();
    cell.attributes = &m_cellAttributes;
    const int columns = repeated(m_tokens.attribute("table:number-columns-repeated"));
    cell.at = {{row, column}, {std::min(row + rows, lastPlace) - 1, column + columns - 1}};
    column = std::min(column + columns, lastPlace);
    if (!readContent(cell)) {
        return false;
    }
    m_visitor.cell(cell);
    return true;
}

bool RowWalker::readContent(OdsCell &cell)
{
    const int depth = m_tokens.depth();
    const qsizetype begin = m_tokens.end();
    for (;;) {
        switch (m_tokens.next()) {
        case SheetToken::Start:
            if (m_tokens.name() == "text:p" && m_tokens.attributes().empty() && cell.plain) {
                if (!readParagraph(cell)) {
                    return false;
                }
                break;
            }
            cell.plain = false;
            if (!m_tokens.skip()) {
                return false;
            }
            break;
        case SheetToken::End:
            if (m_tokens.depth() == depth) {
                cell.markup = m_xml.sliced(begin, std::max(begin, m_tokens.begin()) - begin);
                return true;
            }
            break;
        case SheetToken::Text:
            break;
        case SheetToken::Finished:
        case SheetToken::Failed:
            return false;
        }
    }
}

bool RowWalker::readParagraph(OdsCell &cell)
{
    const int depth = m_tokens.depth();
    QString text;
    for (;;) {
        switch (m_tokens.next()) {
        case SheetToken::Start:
            cell.plain = false;
            if (!m_tokens.skip()) {
                return false;
            }
            break;
        case SheetToken::Text:
            text += ooxml::unescapeMarkup(m_tokens.text(), m_tokens.literal());
            break;
        case SheetToken::End:
            if (m_tokens.depth() == depth) {
                cell.plain = cell.plain && standsAsWritten(text);
                cell.paragraphs.push_back(std::move(text));
                return true;
            }
            break;
        case SheetToken::Finished:
        case SheetToken::Failed:
            return false;
        }
    }
}

/// True if the usual prefixes are declared at the root, and nothing anywhere else: then names can
/// be compared as they stand.
bool usesUsualPrefixes(const QByteArray &xml, QByteArray &declarations)
{
    SheetTokens tokens(xml);
    if (tokens.next() != SheetToken::Start || tokens.name() != "office:document-content") {
        return false;
    }
    for (const SheetTokens::Attribute &attribute : tokens.attributes()) {
        if (!attribute.name.startsWith("xmlns")) {
            continue;
        }
        const QByteArray prefix = attribute.name.sliced(5).toByteArray().mid(1);
        const QString uri = ooxml::unescapeMarkup(attribute.value);
        const QByteArray usual = ooxml::namespaceMeaning(uri).prefix;
        const bool taken = !ooxml::namespaceName(prefix, false).isEmpty();
        if (prefix.isEmpty() || (usual.isEmpty() ? taken : usual != prefix)) {
            return false;
        }
        declarations +=
            ' ' + attribute.name.toByteArray() + "=\"" + attribute.value.toByteArray() + '"';
    }
    return xml.indexOf(" xmlns", tokens.end()) < 0 && xml.indexOf("\nxmlns", tokens.end()) < 0
           && xml.indexOf("\txmlns", tokens.end()) < 0;
}

/// The rows' places in the part: cut out, with a mark for each region.
class FrameMaker
{
public:
    explicit FrameMaker(const QByteArray &xml)
        : m_xml(xml)
        , m_tokens(xml)
    {
    }

    bool make();
    QByteArray frame;
    int regions = 0;

private:
    const QByteArray &m_xml;
    SheetTokens m_tokens;
    qsizetype m_copied = 0;
};

bool FrameMaker::make()
{
    int tableDepth = 0;   // of the sheet that is open
    int groups = 0;
    bool inRegion = false;
    std::array<bool, sheetDepth> onPath{true};
    for (;;) {
        const SheetToken token = m_tokens.next();
        if (token == SheetToken::Failed) {
            return false;
        }
        if (token == SheetToken::Finished) {
            frame += m_xml.mid(m_copied);
            return true;
        }
        const int depth = m_tokens.depth();
        if (token == SheetToken::End) {
            inRegion = false;
            groups -= groups > 0 && depth == tableDepth + groups ? 1 : 0;
            continue;
        }
        if (token == SheetToken::Text) {
            continue;
        }
        const QByteArrayView name = m_tokens.name();
        if (depth < sheetDepth) {
            inRegion = false;
            onPath[static_cast<size_t>(depth)] =
                onPath[static_cast<size_t>(depth) - 1] && isOnPath(name, depth);
            continue;
        }
        if (depth == sheetDepth) {
            tableDepth = onPath.back() && name == "table:table" ? sheetDepth : 0;
            groups = 0;
            inRegion = false;
            continue;
        }
        const bool here = tableDepth > 0 && depth == tableDepth + groups + 1;
        if (here && name == "table:table-row") {
            if (!inRegion) {
                frame += m_xml.mid(m_copied, m_tokens.begin() - m_copied)
                         + "<table:table-row table:style-name=\"" + regionMark(regions++) + "\"/>";
                inRegion = true;
            }
            if (!m_tokens.skip()) {
                return false;
            }
            m_copied = m_tokens.end();
            continue;
        }
        inRegion = false;
        groups += here && holdsRows(name) ? 1 : 0;
    }
}

}   // namespace

OdsVisitor::~OdsVisitor() = default;

void OdsVisitor::startTable(int) {}
void OdsVisitor::startRegion(int) {}
void OdsVisitor::startRow(const OdsRow &) {}
void OdsVisitor::endRow() {}

QByteArrayView OdsCell::attribute(QByteArrayView name) const
{
    for (const SheetTokens::Attribute &attribute : *attributes) {
        if (attribute.name == name) {
            return attribute.value;
        }
    }
    return {};
}

QString OdsCell::text(QByteArrayView name) const
{
    return ooxml::unescapeMarkup(attribute(name));
}

bool OdsCell::isEmpty() const
{
    return plain
           && std::all_of(paragraphs.begin(), paragraphs.end(),
                          [](const QString &text) { return text.isEmpty(); })
           && attribute("office:value-type").isEmpty() && attribute("table:formula").isEmpty();
}

QByteArray regionMark(int region)
{
    return "rows " + QByteArray::number(region);
}

base::Result<OdsContent> cutContent(const QByteArray &bytes, const QString &part,
                                    const QString &path)
{
    auto utf8 = ooxml::utf8Part(bytes, part, path);
    if (!utf8) {
        return tl::unexpected(utf8.error());
    }
    OdsContent content;
    content.xml = std::move(*utf8);
    if (!usesUsualPrefixes(content.xml, content.declarations)) {
        const auto canonical = ooxml::parseXmlPart(bytes, part, path);
        if (!canonical) {
            return tl::unexpected(canonical.error());
        }
        content.xml = ooxml::writeXmlPart(*canonical);
        content.declarations.clear();
        if (!usesUsualPrefixes(content.xml, content.declarations)) {
            return base::failure(ErrorCode::Damaged, path, part);
        }
    }
    FrameMaker maker(content.xml);
    if (!maker.make()) {
        return base::failure(ErrorCode::Damaged, path, part);
    }
    content.frame = std::move(maker.frame);
    content.regions = maker.regions;
    return content;
}

base::Result<> readRows(const OdsContent &content, OdsVisitor &visitor, const QString &part,
                        const QString &path, const base::JobContext &job)
{
    RowWalker walker(content, visitor);
    if (walker.read(job)) {
        return {};
    }
    if (walker.cancelled()) {
        return base::failure(ErrorCode::Cancelled, path);
    }
    return failed(walker.tokens(), part, path);
}

}   // namespace expunge::formats::odf
