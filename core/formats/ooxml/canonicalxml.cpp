// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/canonicalxml.h"

#include "core/formats/ooxml/namespaces.h"
#include "core/formats/ooxml/package.h"

#include <QSet>
#include <QXmlStreamReader>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr int maximalDepth = 256;

/// Reads one part. Qt's reader judges well-formedness and resolves prefixes (pugixml's does
/// neither); the tree is built here.
class CanonicalReader
{
public:
    CanonicalReader(const QByteArray &bytes, XmlPart &part)
        : m_xml(bytes)
        , m_part(part)
    {
    }

    /// The error code, or nothing.
    std::optional<ErrorCode> read();

private:
    using Scope = QHash<QString, QString>;   // prefix -> namespace name

    std::optional<ErrorCode> startElement();
    void endElement();
    bool openElement(const NamespaceMeaning &meaning);
    bool copyAttributes(pugi::xml_node node);
    bool requirementsKnown() const;
    QByteArrayList canonicalPrefixes(QStringView list) const;
    QString resolvePrefix(const QString &prefix) const;
    const NamespaceMeaning &meaningOf(QStringView name);
    void addText(QStringView text);

    QXmlStreamReader m_xml;
    XmlPart &m_part;
    pugi::xml_node m_current;
    std::vector<Scope> m_scopes;
    QSet<QByteArray> m_ignorable;
    int m_skipped = 0;    // depth inside an element that is left out
    QString m_lastName;   // most names are those of one namespace
    NamespaceMeaning m_lastMeaning;
};

QByteArray canonicalName(const QByteArray &prefix, QStringView local)
{
    return prefix.isEmpty() ? local.toUtf8() : prefix + ':' + local.toUtf8();
}

std::optional<ErrorCode> CanonicalReader::read()
{
    m_current = m_part.document;
    while (!m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
            return ErrorCode::ForbiddenMarkup;
        case QXmlStreamReader::StartElement:
            if (const auto error = startElement()) {
                return error;
            }
            break;
        case QXmlStreamReader::EndElement:
            endElement();
            break;
        case QXmlStreamReader::Characters:
            addText(m_xml.text());
            break;
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction:
            ++m_part.comments;
            break;
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::Invalid:
            return ErrorCode::Damaged;
        case QXmlStreamReader::NoToken:
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
            break;
        }
    }
    if (m_xml.hasError()) {
        return ErrorCode::Damaged;
    }
    if (!m_ignorable.isEmpty() && m_part.document.document_element()) {
        QList<QByteArray> prefixes = m_ignorable.values();
        std::sort(prefixes.begin(), prefixes.end());
        m_part.document.document_element().append_attribute("mc:Ignorable") =
            prefixes.join(' ').constData();
    }
    return std::nullopt;
}

const NamespaceMeaning &CanonicalReader::meaningOf(QStringView name)
{
    if (m_lastName.isNull() || name != m_lastName) {
        m_lastName = name.toString();
        m_lastMeaning = namespaceMeaning(name);
    }
    return m_lastMeaning;
}

std::optional<ErrorCode> CanonicalReader::startElement()
{
    Scope scope;
    const auto declarations = m_xml.namespaceDeclarations();
    for (const QXmlStreamNamespaceDeclaration &declaration : declarations) {
        scope.insert(declaration.prefix().toString(), declaration.namespaceUri().toString());
    }
    m_scopes.push_back(std::move(scope));
    if (m_scopes.size() > maximalDepth) {
        return ErrorCode::ExpansionLimit;
    }
    if (m_skipped > 0) {
        ++m_skipped;
        return std::nullopt;
    }
    const NamespaceMeaning meaning = meaningOf(m_xml.namespaceUri());
    const bool known = !meaning.prefix.isEmpty() || m_xml.namespaceUri().isEmpty();
    const bool choice = meaning.prefix == "mc" && m_xml.name() == "Choice"_L1;
    if (!known || (choice && !requirementsKnown())) {
        ++m_part.unknown;
        m_skipped = 1;
        return std::nullopt;
    }
    return openElement(meaning) ? std::nullopt : std::optional(ErrorCode::Damaged);
}

bool CanonicalReader::openElement(const NamespaceMeaning &meaning)
{
    m_part.strict = m_part.strict || meaning.strict;
    const QByteArray name = canonicalName(meaning.prefix, m_xml.name());
    m_current = m_current.append_child(name.constData());
    return copyAttributes(m_current);
}

bool CanonicalReader::copyAttributes(pugi::xml_node node)
{
    const bool compatibility = QByteArrayView(node.name()).startsWith("mc:");
    const auto attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        const NamespaceMeaning meaning = meaningOf(attribute.namespaceUri());
        if (meaning.prefix == "mc") {
            // The other ones (ProcessContent, PreserveAttributes, MustUnderstand …) only speak of
            // markup that is left out here.
            if (attribute.name() == "Ignorable"_L1) {
                for (const QByteArray &prefix : canonicalPrefixes(attribute.value())) {
                    m_ignorable.insert(prefix);
                }
            }
            continue;
        }
        if (meaning.prefix.isEmpty() && !attribute.namespaceUri().isEmpty()) {
            ++m_part.unknown;
            continue;
        }
        const QByteArray name = canonicalName(meaning.prefix, attribute.name());
        if (node.attribute(name.constData())) {
            return false;   // a Strict and a Transitional one, which would be read differently
                            // elsewhere
        }
        QByteArray value = attribute.value().toUtf8();
        if (compatibility && name == "Requires") {
            value = canonicalPrefixes(attribute.value()).join(' ');
        }
        node.append_attribute(name.constData()) = value.constData();
    }
    return true;
}

bool CanonicalReader::requirementsKnown() const
{
    const QString list = m_xml.attributes().value("Requires"_L1).toString();
    const QStringList prefixes = list.split(QChar(u' '), Qt::SkipEmptyParts);
    return !prefixes.isEmpty()
           && std::all_of(prefixes.begin(), prefixes.end(), [this](const QString &prefix) {
                  return !namespaceMeaning(resolvePrefix(prefix)).prefix.isEmpty();
              });
}

/// The known prefixes of a list under their usual names.
QByteArrayList CanonicalReader::canonicalPrefixes(QStringView list) const
{
    QByteArrayList known;
    const auto prefixes = list.toString().simplified().split(QChar(u' '), Qt::SkipEmptyParts);
    for (const QString &prefix : prefixes) {
        const QByteArray usual = namespaceMeaning(resolvePrefix(prefix)).prefix;
        if (!usual.isEmpty() && !known.contains(usual)) {
            known.append(usual);
        }
    }
    return known;
}

QString CanonicalReader::resolvePrefix(const QString &prefix) const
{
    for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
        const auto found = scope->constFind(prefix);
        if (found != scope->constEnd()) {
            return *found;
        }
    }
    return {};
}

void CanonicalReader::endElement()
{
    m_scopes.pop_back();
    if (m_skipped > 0) {
        --m_skipped;
        return;
    }
    const pugi::xml_node closed = m_current;
    m_current = m_current.parent();
    // ECMA-376 part 3, 7.6: an AlternateContent needs a choice; without one its fallback is what
    // every reader shows.
    if (QByteArrayView(closed.name()) == "mc:AlternateContent" && !closed.child("mc:Choice")) {
        const pugi::xml_node fallback = closed.child("mc:Fallback");
        while (const pugi::xml_node child = fallback.first_child()) {
            m_current.insert_move_before(child, closed);
        }
        m_current.remove_child(closed);
    }
}

void CanonicalReader::addText(QStringView text)
{
    if (m_skipped > 0 || m_scopes.empty()) {
        return;
    }
    pugi::xml_node last = m_current.last_child();
    if (last.type() == pugi::node_pcdata) {
        last.set_value(QByteArray(last.value()).append(text.toUtf8()).constData());
    } else {
        m_current.append_child(pugi::node_pcdata).set_value(text.toUtf8().constData());
    }
}

/// Writes a tree without recursion and with just the namespace declarations that it needs.
class CanonicalWriter
{
public:
    CanonicalWriter(const XmlPart &part, const QByteArray &plainPrefix)
        : m_part(part)
        , m_plainPrefix(plainPrefix)
    {
    }

    QByteArray write();

private:
    void gatherPrefixes();
    void gatherPrefix(QByteArrayView name);
    void open(pugi::xml_node node, bool isRoot);
    void declareNamespaces();
    void writeText(QByteArrayView text, bool inAttribute);
    QByteArrayView writtenName(const char *name) const;

    const XmlPart &m_part;
    const QByteArray &m_plainPrefix;
    std::map<QByteArray, QByteArray> m_namespaces;   // prefix -> name
    QByteArray m_out;
};

QByteArrayView prefixOf(QByteArrayView name)
{
    const qsizetype colon = name.indexOf(':');
    return colon < 0 ? QByteArrayView() : name.first(colon);
}

/// Moves to the next node in document order below `root`; `left` is called for every element that
/// is done.
template<typename Left>
pugi::xml_node nextNode(pugi::xml_node node, pugi::xml_node root, const Left &left)
{
    if (node.first_child()) {
        return node.first_child();
    }
    while (node) {
        left(node);
        if (node == root) {
            return {};
        }
        if (node.next_sibling()) {
            return node.next_sibling();
        }
        node = node.parent();
    }
    return {};
}

QByteArray CanonicalWriter::write()
{
    m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    gatherPrefixes();
    const pugi::xml_node root = m_part.document.document_element();
    for (pugi::xml_node node = root; node;) {
        if (node.type() == pugi::node_element) {
            open(node, node == root);
        } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            writeText(node.value(), false);
        }
        node = nextNode(node, root, [this](pugi::xml_node done) {
            if (done.type() == pugi::node_element && done.first_child()) {
                m_out.append("</").append(writtenName(done.name())).append('>');
            }
        });
    }
    return m_out;
}

void CanonicalWriter::gatherPrefixes()
{
    const pugi::xml_node root = m_part.document.document_element();
    for (const QByteArray &prefix : m_part.alsoDeclared) {
        gatherPrefix(QByteArray(prefix).append(':'));
    }
    for (pugi::xml_node node = root; node; node = nextNode(node, root, [](pugi::xml_node) {})) {
        gatherPrefix(node.name());
        for (const pugi::xml_attribute attribute : node.attributes()) {
            const QByteArrayView name(attribute.name());
            if (name == "Requires" && prefixOf(node.name()) == "mc") {
                for (const QByteArray &required : QByteArray(attribute.value()).split(' ')) {
                    gatherPrefix(QByteArray(required).append(':'));
                }
            }
            if (name != "mc:Ignorable") {
                gatherPrefix(name);
            }
        }
    }
    if (const pugi::xml_attribute ignorable = root.attribute("mc:Ignorable")) {
        const auto prefixes = QByteArray(ignorable.value()).split(' ');
        if (std::any_of(prefixes.begin(), prefixes.end(), [this](const QByteArray &prefix) {
                return m_namespaces.contains(prefix);
            })) {
            gatherPrefix("mc:");
        }
    }
}

void CanonicalWriter::gatherPrefix(QByteArrayView name)
{
    const QByteArrayView prefix = prefixOf(name);
    if (prefix.isEmpty() || prefix == "xml" || m_namespaces.contains(prefix.toByteArray())) {
        return;
    }
    const QByteArray uri = namespaceName(prefix, m_part.strict);
    if (!uri.isEmpty()) {
        m_namespaces.emplace(prefix.toByteArray(), uri);
    }
}

void CanonicalWriter::open(pugi::xml_node node, bool isRoot)
{
    m_out.append('<').append(writtenName(node.name()));
    if (isRoot) {
        declareNamespaces();
    }
    for (const pugi::xml_attribute attribute : node.attributes()) {
        QByteArray value = attribute.value();
        if (QByteArrayView(attribute.name()) == "mc:Ignorable") {
            QByteArrayList kept;
            for (const QByteArray &prefix : value.split(' ')) {
                if (m_namespaces.contains(prefix)) {
                    kept.append(prefix);
                }
            }
            if (kept.isEmpty()) {
                continue;
            }
            value = kept.join(' ');
        }
        m_out.append(' ').append(attribute.name()).append("=\"");
        writeText(value, true);
        m_out.append('"');
    }
    m_out.append(node.first_child() ? ">" : "/>");
}

QByteArrayView CanonicalWriter::writtenName(const char *name) const
{
    const QByteArrayView whole(name);
    return !m_plainPrefix.isEmpty() && prefixOf(whole) == m_plainPrefix
               ? whole.sliced(m_plainPrefix.size() + 1)
               : whole;
}

void CanonicalWriter::declareNamespaces()
{
    for (const auto &[prefix, uri] : m_namespaces) {
        const bool plain = prefix == m_plainPrefix;
        m_out.append(plain ? " xmlns" : " xmlns:").append(plain ? QByteArray() : prefix);
        m_out.append("=\"").append(uri).append('"');
    }
}

void CanonicalWriter::writeText(QByteArrayView text, bool inAttribute)
{
    for (const char letter : text) {
        switch (letter) {
        case '&':
            m_out.append("&amp;");
            break;
        case '<':
            m_out.append("&lt;");
            break;
        case '>':
            m_out.append("&gt;");
            break;
        case '"':
            m_out.append(inAttribute ? "&quot;" : "\"");
            break;
        case '\r':   // XML 1.0, 2.11: a reader would take it for a line feed
            m_out.append("&#13;");
            break;
        case '\n':
        case '\t':   // XML 1.0, 3.3.3: a reader would take them for spaces in attributes
            if (inAttribute) {
                m_out.append(letter == '\n' ? "&#10;" : "&#9;");
            } else {
                m_out.append(letter);
            }
            break;
        default:
            m_out.append(letter);
        }
    }
}

}   // namespace

base::Result<XmlPart> parseXmlPart(const QByteArray &bytes, const QString &partName,
                                   const QString &path)
{
    XmlPart part;
    if (const auto error = CanonicalReader(bytes, part).read()) {
        return base::failure(*error, path, partName);
    }
    return part;
}

QByteArray writeXmlPart(const XmlPart &part, const QByteArray &plainPrefix)
{
    return CanonicalWriter(part, plainPrefix).write();
}

base::Result<> checkMarkup(const QByteArray &xml, const QString &partName, const QString &path)
{
    QXmlStreamReader reader(xml);
    int depth = 0;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD) {
            return base::failure(ErrorCode::ForbiddenMarkup, path, partName);
        }
        if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::StartElement && ++depth > maximalDepth) {
            return base::failure(ErrorCode::ExpansionLimit, path, partName);
        }
    }
    if (reader.hasError()) {
        return base::failure(ErrorCode::Damaged, path, partName);
    }
    return {};
}

}   // namespace expunge::formats::ooxml
