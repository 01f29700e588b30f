// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheetreader.h"

#include "core/formats/ooxml/sharedstrings.h"

#include <QStringDecoder>

#include <cmath>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr int progressStep = 1024;   // rows between two looks at the job

bool isOnValue(QByteArrayView value)
{
    return value == "1" || value == "true" || value == "on";
}

bool isSwitch(QByteArrayView value)
{
    return value == "0" || value == "1" || value == "true" || value == "false";
}

int positiveNumber(QByteArrayView value, int limit)
{
    qint64 number = 0;
    for (const char c : value) {
        if (c < '0' || c > '9' || number > limit) {
            return -1;
        }
        number = number * 10 + (c - '0');
    }
    return value.isEmpty() || number > limit ? -1 : static_cast<int>(number);
}

tl::unexpected<base::Error> failed(const SheetTokens &tokens, const QString &part,
                                   const QString &path)
{
    const ErrorCode code = tokens.forbidden() ? ErrorCode::ForbiddenMarkup
                           : tokens.tooDeep() ? ErrorCode::ExpansionLimit
                                              : ErrorCode::Damaged;
    return base::failure(code, path, part);
}

/// Reads the rows and cells of one sheet.
class CellReader
{
public:
    CellReader(const SheetBytes &sheet, SheetVisitor &visitor)
        : m_tokens(sheet.cells)
        , m_prefix(sheet.prefix)
        , m_visitor(visitor)
    {
    }

    bool read(const base::JobContext &job);
    const SheetTokens &tokens() const { return m_tokens; }
    int unknown() const { return m_unknown; }
    bool cancelled() const { return m_cancelled; }

private:
    bool readRow();
    bool startRow();
    bool readCell();
    bool startCell();
    bool readValue();
    bool readFormula();
    bool skipUnknown();

    SheetTokens m_tokens;
    const QByteArray &m_prefix;
    SheetVisitor &m_visitor;
    SheetRow m_row;
    SheetCell m_cell;
    QByteArray m_joined;   // a value that comes in several pieces
    int m_unknown = 0;
    bool m_cancelled = false;
};

bool CellReader::skipUnknown()
{
    ++m_unknown;
    return m_tokens.skip();
}

bool CellReader::read(const base::JobContext &job)
{
    if (m_tokens.next() != SheetToken::Start) {
        return false;
    }
    int rows = 0;
    for (;;) {
        switch (m_tokens.next()) {
        case SheetToken::Start:
            if (localName(m_tokens.name(), m_prefix) != "row") {
                if (!skipUnknown()) {
                    return false;
                }
                break;
            }
            if (++rows % progressStep == 0 && job.cancelled()) {
                m_cancelled = true;
                return false;
            }
            if (!startRow() || !readRow()) {
                return false;
            }
            break;
        case SheetToken::Finished:
            return true;
        case SheetToken::Failed:
            return false;
        case SheetToken::End:
        case SheetToken::Text:
            break;
        }
    }
}

bool CellReader::startRow()
{
    const QByteArrayView number = m_tokens.attribute("r");
    m_row.number = number.isNull() ? m_row.number + 1 : positiveNumber(number, maximalRow);
    m_row.hidden = false;
    m_row.height = 0;
    m_row.attributes.clear();
    for (const SheetTokens::Attribute &attribute : m_tokens.attributes()) {
        const QByteArrayView name = attribute.name;
        const bool isNumber = name == "s" || name == "ht" || name == "outlineLevel";
        const bool isFlag = name == "customFormat" || name == "hidden" || name == "customHeight"
                            || name == "collapsed" || name == "thickTop" || name == "thickBot";
        if ((isNumber && isInertValue(attribute.value)) || (isFlag && isSwitch(attribute.value))) {
            m_row.attributes.append(' ')
                .append(name)
                .append("=\"")
                .append(attribute.value)
                .append('"');
        }
        m_row.hidden = m_row.hidden || (name == "hidden" && isOnValue(attribute.value));
        if (name == "ht") {
            m_row.height = attribute.value.toByteArray().toDouble();
            m_row.hidden = m_row.hidden || m_row.height == 0.0;
        }
    }
    m_cell.at = {m_row.number, 0};
    if (m_row.number < 1) {
        return false;
    }
    m_visitor.startRow(m_row);
    return true;
}

bool CellReader::readRow()
{
    const int depth = m_tokens.depth();
    for (;;) {
        const SheetToken token = m_tokens.next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && m_tokens.depth() == depth) {
            m_visitor.endRow();
            return true;
        }
        if (token != SheetToken::Start) {
            continue;
        }
        const bool isCell = localName(m_tokens.name(), m_prefix) == "c";
        if (isCell ? !startCell() || !readCell() : !skipUnknown()) {
            return false;
        }
        if (isCell) {
            // Some programs write the text of an inline string as if it were a result.
            const bool misplaced =
                m_cell.type == CellType::Inline && m_cell.inlineText.runs.empty();
            m_cell.type = misplaced && m_cell.hasValue ? CellType::Text : m_cell.type;
            m_visitor.cell(m_cell);
        }
    }
}

CellType cellType(QByteArrayView name, bool &known)
{
    if (name.isNull() || name == "n") {
        return CellType::Number;
    }
    if (name == "s") {
        return CellType::Shared;
    }
    if (name == "str") {
        return CellType::Text;
    }
    if (name == "inlineStr") {
        return CellType::Inline;
    }
    if (name == "b") {
        return CellType::Boolean;
    }
    if (name == "e") {
        return CellType::Error;
    }
    known = name == "d";
    return CellType::Date;
}

bool CellReader::startCell()
{
    const QByteArrayView at = m_tokens.attribute("r");
    if (at.isNull()) {
        m_cell.at.column += 1;
    } else {
        const auto cell = parseCellRef(at);
        if (!cell) {
            return false;
        }
        m_cell.at = *cell;
    }
    bool known = true;
    m_cell.type = cellType(m_tokens.attribute("t"), known);
    m_cell.style = std::max(0, positiveNumber(m_tokens.attribute("s"), 1 << 24));
    m_cell.hasValue = false;
    m_cell.value = {};
    m_cell.literal = false;
    if (m_cell.formula.present) {
        m_cell.formula = {};
    }
    if (!m_cell.inlineText.runs.empty()) {
        m_cell.inlineText = {};
    }
    return known && m_cell.at.column >= 1 && m_cell.at.column <= maximalColumn;
}

bool CellReader::readCell()
{
    const int depth = m_tokens.depth();
    for (;;) {
        const SheetToken token = m_tokens.next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && m_tokens.depth() == depth) {
            return true;
        }
        if (token != SheetToken::Start) {
            continue;
        }
        const QByteArrayView name = localName(m_tokens.name(), m_prefix);
        bool sound = true;
        if (name == "v") {
            sound = readValue();
        } else if (name == "f") {
            sound = readFormula();
        } else if (name == "is") {
            sound = readRichText(m_tokens, m_prefix, m_cell.inlineText);
            m_unknown += m_cell.inlineText.unknown;
        } else {
            sound = skipUnknown();
        }
        if (!sound) {
            return false;
        }
    }
}

bool CellReader::readValue()
{
    const int depth = m_tokens.depth();
    m_cell.value = {};
    m_cell.hasValue = true;
    for (;;) {
        switch (m_tokens.next()) {
        case SheetToken::Text:
            if (m_cell.value.isEmpty()) {
                m_cell.value = m_tokens.text();
                m_cell.literal = m_tokens.literal();
            } else {   // a comment or CDATA in between
                m_joined = escapeMarkup(unescapeMarkup(m_cell.value, m_cell.literal)
                                        + unescapeMarkup(m_tokens.text(), m_tokens.literal()));
                m_cell.value = m_joined;
                m_cell.literal = false;
            }
            break;
        case SheetToken::Start:
            if (!skipUnknown()) {
                return false;
            }
            break;
        case SheetToken::End:
            if (m_tokens.depth() == depth) {
                return true;
            }
            break;
        case SheetToken::Finished:
        case SheetToken::Failed:
            return false;
        }
    }
}

bool CellReader::readFormula()
{
    const int depth = m_tokens.depth();
    CellFormula &formula = m_cell.formula;
    formula = {};
    formula.present = true;
    for (const SheetTokens::Attribute &attribute : m_tokens.attributes()) {
        const QByteArrayView name = attribute.name;
        if (name == "t") {
            formula.type =
                attribute.value == "normal" ? QByteArray() : attribute.value.toByteArray();
        } else if (name == "ref" && parseCellRange(attribute.value)) {
            formula.ref = attribute.value.toByteArray();
        } else if (name == "si") {
            formula.shared = positiveNumber(attribute.value, 1 << 30);
        } else if ((name == "r1" || name == "r2") && parseCellRef(attribute.value)) {
            formula.attributes.append(' ')
                .append(name)
                .append("=\"")
                .append(attribute.value)
                .append('"');
        } else if (QByteArrayView("ca aca dt2D dtr del1 del2 bx").contains(name)
                   && isSwitch(attribute.value)) {
            formula.attributes.append(' ')
                .append(name)
                .append("=\"")
                .append(attribute.value)
                .append('"');
        }
    }
    if (!formula.type.isEmpty() && formula.type != "shared" && formula.type != "array"
        && formula.type != "dataTable") {
        return false;
    }
    for (;;) {
        switch (m_tokens.next()) {
        case SheetToken::Text:
            formula.text += unescapeMarkup(m_tokens.text(), m_tokens.literal());
            break;
        case SheetToken::Start:
            if (!skipUnknown()) {
                return false;
            }
            break;
        case SheetToken::End:
            if (m_tokens.depth() == depth) {
                return true;
            }
            break;
        case SheetToken::Finished:
        case SheetToken::Failed:
            return false;
        }
    }
}

}   // namespace

SheetVisitor::~SheetVisitor() = default;

void SheetVisitor::startRow(const SheetRow &) {}

void SheetVisitor::endRow() {}

QString SheetCell::valueText() const
{
    return decodeSheetEscapes(unescapeMarkup(value, literal));
}

int SheetCell::sharedIndex(int count) const
{
    const int index = positiveNumber(value.trimmed(), 1 << 30);
    return type == CellType::Shared && index < count ? index : -1;
}

double SheetCell::number() const
{
    bool ok = false;
    const double result = value.trimmed().toByteArray().toDouble(&ok);
    return ok ? result : std::nan("");
}

base::Result<SheetBytes> cutSheet(const QByteArray &xml, const QString &part, const QString &path)
{
    SheetBytes sheet;
    SheetTokens tokens(xml);
    if (tokens.next() != SheetToken::Start) {
        return failed(tokens, part, path);
    }
    const auto prefix = mainPrefix(tokens);
    if (!prefix) {
        return base::failure(ErrorCode::Damaged, path, part);
    }
    sheet.prefix = *prefix;
    for (SheetToken token = tokens.next(); token != SheetToken::Finished; token = tokens.next()) {
        if (token == SheetToken::Failed) {
            return failed(tokens, part, path);
        }
        if (token != SheetToken::Start || tokens.depth() != 2
            || localName(tokens.name(), sheet.prefix) != "sheetData") {
            continue;
        }
        const qsizetype begin = tokens.begin();
        const int comments = tokens.comments();
        if (!sheet.cells.isEmpty() || !tokens.skip()) {
            return failed(tokens, part, path);
        }
        sheet.cells = QByteArrayView(xml).sliced(begin, tokens.end() - begin);
        sheet.comments = tokens.comments() - comments;
        sheet.frame = xml.left(begin) + '<' + sheet.prefix + "sheetData/>" + xml.mid(tokens.end());
    }
    if (sheet.cells.isEmpty()) {
        sheet.frame = xml;
    }
    return sheet;
}

base::Result<int> readCells(const SheetBytes &sheet, SheetVisitor &visitor, const QString &part,
                            const QString &path, const base::JobContext &job)
{
    if (sheet.cells.isEmpty()) {
        return 0;
    }
    CellReader reader(sheet, visitor);
    if (!reader.read(job)) {
        return reader.cancelled() ? base::failure(ErrorCode::Cancelled, path)
                                  : failed(reader.tokens(), part, path);
    }
    return reader.unknown();
}

base::Result<QByteArray> utf8Part(const QByteArray &xml, const QString &part, const QString &path)
{
    constexpr qsizetype headLength = 200;
    constexpr qsizetype step = 1 << 16;
    auto encoding = QStringDecoder::encodingForData(xml, u'<').value_or(QStringDecoder::Utf8);
    const QByteArray head = xml.left(headLength);
    const qsizetype declared = head.indexOf("encoding=");
    const qsizetype close = head.indexOf("?>");
    QStringDecoder decoder(encoding);
    if (encoding == QStringDecoder::Utf8 && declared > 0 && declared < close) {
        constexpr qsizetype attributeLength = 10;
        const QByteArray name =
            head.mid(declared + attributeLength, close - declared - attributeLength);
        decoder = QStringDecoder(
            name.left(name.indexOf(head[declared + attributeLength - 1])).constData());
    }
    if (!decoder.isValid()) {
        return base::failure(ErrorCode::Damaged, path, part);
    }
    const bool isUtf8 = qstrcmp(decoder.name(), "UTF-8") == 0;
    QByteArray result;
    for (qsizetype at = 0; at < xml.size(); at += step) {
        const QString text =
            decoder.decode(QByteArrayView(xml).sliced(at, std::min(step, xml.size() - at)));
        if (decoder.hasError()) {
            return base::failure(ErrorCode::Damaged, path, part);
        }
        if (!isUtf8) {
            result += text.toUtf8();
        }
    }
    if (isUtf8) {
        return xml;
    }
    // The declaration speaks of the old encoding.
    if (result.startsWith("<?xml")) {
        result = result.mid(result.indexOf("?>") + 2);
    }
    return result;
}

}   // namespace expunge::formats::ooxml
