// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/training/labelledtext.h"

#include "core/detect/narrowtext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace expunge::detect::training {

namespace {

constexpr int kSentencesInUnit = 3;

std::optional<std::size_t> classOf(const QString &name)
{
    constexpr std::array<QLatin1StringView, 3> classes{"PER"_L1, "ORG"_L1, "LOC"_L1};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (name.startsWith(classes.at(i))) {
            return i;
        }
    }
    return std::nullopt;
}

/// Joins tokens to a text as people write it, with the place of each label.
class SentenceWriter
{
public:
    void add(const QString &token, const QString &tag)
    {
        static const QSet<QString> closing{
            u","_s,  u"."_s,    u";"_s,   u":"_s,   u"!"_s,   u"?"_s,  u")"_s, u"]"_s,
            u"%"_s,  u"'s"_s,   u"n't"_s, u"'re"_s, u"'ve"_s, u"'m"_s, u"'"_s, u"'ll"_s,
            u"'d"_s, u"\"),"_s, u"\")"_s, u"),"_s,  u")."_s,  u"\"."_s};
        static const QSet<QString> opening{u"("_s, u"["_s, u"$"_s, u"(\""_s, u"#"_s, u"@"_s};
        const bool quote = token == u"\""_s || token == u"``"_s || token == u"''"_s;
        const bool isClosing = closing.contains(token) || (quote && m_inQuotes);
        if (!m_text.isEmpty() && !isClosing && !m_isOpening) {
            m_text += u' ';
        }
        const auto begin = static_cast<std::size_t>(narrowed(m_text).size());
        m_text += quote ? u"\""_s : token;
        const auto end = static_cast<std::size_t>(narrowed(m_text).size());
        if (quote) {
            m_inQuotes = !m_inQuotes;
        }
        m_isOpening = opening.contains(token) || (quote && m_inQuotes);
        const auto nameClass = tag.size() > 2 ? classOf(tag.sliced(2)) : std::nullopt;
        if (!nameClass) {
            return;
        }
        if (tag.startsWith(u"I-"_s) && !m_labels.empty()
            && m_labels.back().nameClass == *nameClass) {
            m_labels.back().end = end;
        } else {
            m_labels.push_back({begin, end, *nameClass});
        }
    }

    void endSentence() { m_inQuotes = false; }
    bool isEmpty() const { return m_text.isEmpty(); }

    LabelledUnit take()
    {
        LabelledUnit unit{narrowed(m_text), std::move(m_labels)};
        *this = {};
        return unit;
    }

private:
    QString m_text;
    std::vector<Label> m_labels;
    bool m_inQuotes = false;
    bool m_isOpening = false;
};

std::vector<LabelledDocument> readTokens(QFile &file)
{
    std::vector<LabelledDocument> documents;
    SentenceWriter writer;
    int sentences = 0;
    const auto endUnit = [&] {
        if (!writer.isEmpty()) {
            if (documents.empty()) {
                documents.emplace_back();
            }
            documents.back().push_back(writer.take());
        }
        sentences = 0;
    };
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).remove(u'\n');
        if (line == u"#DOC"_s) {
            endUnit();
            documents.emplace_back();
        } else if (line.isEmpty()) {
            writer.endSentence();
            if (++sentences == kSentencesInUnit) {
                endUnit();
            }
        } else if (const QStringList parts = line.split(u'\t'); parts.size() == 2) {
            writer.add(parts[0], parts[1]);
        }
    }
    endUnit();
    return documents;
}

/// Cuts a text with spans into its paragraphs.
LabelledDocument paragraphs(const std::string &text, const std::vector<Label> &labels)
{
    LabelledDocument document;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        LabelledUnit unit{text.substr(begin, end - begin), {}};
        for (const Label &label : labels) {
            if (label.begin >= begin && label.end <= end) {
                unit.labels.push_back({label.begin - begin, label.end - begin, label.nameClass});
            }
        }
        if (!unit.narrow.empty()) {
            document.push_back(std::move(unit));
        }
        begin = end + 1;
    }
    return document;
}

std::vector<LabelledDocument> readSpans(QFile &file)
{
    std::vector<LabelledDocument> documents;
    while (!file.atEnd()) {
        const QJsonObject object = QJsonDocument::fromJson(file.readLine()).object();
        std::vector<Label> labels;
        for (const QJsonValue &value : object["spans"_L1].toArray()) {
            const QJsonObject span = value.toObject();
            if (const auto nameClass = classOf(span["type"_L1].toString())) {
                labels.push_back({static_cast<std::size_t>(span["start"_L1].toInt()),
                                  static_cast<std::size_t>(span["end"_L1].toInt()), *nameClass});
            }
        }
        documents.push_back(paragraphs(narrowed(object["text"_L1].toString()), labels));
    }
    return documents;
}

}   // namespace

std::string narrowed(const QString &text)
{
    QString plain = text;
    plain.replace(u'\u2019', u'\'').replace(u'\u2018', u'\'');
    plain.replace(u'\u201C', u'"').replace(u'\u201D', u'"').replace(u'\u201E', u'"');
    plain.replace(u'\u2013', u'-').replace(u'\u2014', u'-').replace(u'\u00A0', u' ');
    const std::string utf8 = plain.toStdString();
    return std::string(NarrowText(utf8).bytes());
}

std::vector<LabelledDocument> readLabelled(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return path.endsWith(u".tsv"_s) ? readTokens(file) : readSpans(file);
}

}   // namespace expunge::detect::training
