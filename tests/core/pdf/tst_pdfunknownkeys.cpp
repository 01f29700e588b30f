// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfhandler.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QDir>
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace expunge;

namespace {

constexpr int Cases = 3000;
constexpr int CasesInFile = 6;   // so many keys are put into one file

QByteArray contentsOf(QPDFWriter &writer)
{
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      qsizetype(buffer->getSize()));
}

std::string letters(QRandomGenerator &random, int count)
{
    std::string text;
    for (int index = 0; index < count; ++index) {
        text += char('a' + random.bounded(26));
    }
    return text;
}

// Every dictionary of the file, those of streams and those inside others too.
void collect(QPDFObjectHandle object, std::vector<QPDFObjectHandle> &found, int depth)
{
    if (depth > 12) {
        return;
    }
    if (object.isStream()) {
        object = object.getDict();
    }
    if (object.isDictionary()) {
        found.push_back(object);
        for (auto &[key, value] : object.ditems()) {
            if (!value.isIndirect()) {
                collect(value, found, depth + 1);
            }
        }
    } else if (object.isArray()) {
        for (QPDFObjectHandle &item : object.aitems()) {
            if (!item.isIndirect()) {
                collect(item, found, depth + 1);
            }
        }
    }
}

QPDFObjectHandle hidden(QPDF &file, QRandomGenerator &random, const std::string &secret)
{
    QPDFObjectHandle text = QPDFObjectHandle::newString(secret);
    switch (random.bounded(6)) {
    case 0:
        return text;
    case 1:
        return QPDFObjectHandle::newUnicodeString(secret);
    case 2:
        return QPDFObjectHandle::newName("/" + secret);
    case 3:
        return QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(1), text});
    case 4: {
        QPDFObjectHandle inner = QPDFObjectHandle::newDictionary();
        inner.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        inner.replaceKey("/Contents", text);
        return file.makeIndirectObject(inner);
    }
    default:
        return QPDFObjectHandle::newStream(&file, "BT (" + secret + ") Tj ET");
    }
}

/// A file with keys that nobody knows, and what they hold.
struct Planted
{
    QByteArray bytes;
    std::vector<QByteArray> secrets;
    QByteArrayList places;
};

Planted plant(const QByteArray &original, QRandomGenerator &random)
{
    Planted planted;
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("original", original.constData(), std::size_t(original.size()));
    std::vector<QPDFObjectHandle> dictionaries;
    for (const QPDFObjectHandle &object : file.getAllObjects()) {
        collect(object, dictionaries, 0);
    }
    for (int number = 0; number < CasesInFile; ++number) {
        QPDFObjectHandle &owner = dictionaries[random.bounded(quint32(dictionaries.size()))];
        const std::string secret = "Zyk" + letters(random, 9);
        const std::string key = "/" + letters(random, 5);
        planted.places.append(QByteArray::fromStdString(key + " in " + owner.unparse()).left(300));
        owner.replaceKey(key, hidden(file, random, secret));
        planted.secrets.push_back(QByteArray::fromStdString(secret));
    }
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setObjectStreamMode(random.bounded(2) == 0 ? qpdf_o_generate : qpdf_o_disable);
    writer.setStaticID(true);
    writer.write();
    planted.bytes = contentsOf(writer);
    return planted;
}

QByteArray widened(const QByteArray &text)
{
    QByteArray wide;
    for (const char letter : text) {
        wide += '\0';
        wide += letter;
    }
    return wide;
}

// Everything that a file holds, streams decoded.
QByteArray everythingIn(const QByteArray &bytes)
{
    QPDF file;
    file.processMemoryFile("output", bytes.constData(), std::size_t(bytes.size()));
    QByteArray all = bytes;
    for (QPDFObjectHandle &object : file.getAllObjects()) {
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        all += QByteArray::fromStdString(dictionary.unparseResolved()) + '\n';
        if (object.isStream()) {
            try {
                const auto data = object.getStreamData(qpdf_dl_all);
                all += QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                                  qsizetype(data->getSize()));
            } catch (const std::exception &) {
                const auto data = object.getRawStreamData();
                all += QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                                  qsizetype(data->getSize()));
            }
        }
    }
    return all;
}

bool holds(const QByteArray &all, const QByteArray &secret)
{
    return all.contains(secret) || all.contains(widened(secret)) || all.contains(secret.toHex())
           || all.contains(widened(secret).toHex());
}

QByteArray scrubbed(const formats::FormatHandler &handler, const QByteArray &bytes)
{
    const auto document = handler.open({bytes, u"file.pdf"_s}, {});
    if (!document) {
        return {};
    }
    document::RedactionPlan plan;
    for (const document::HiddenItem &item : (*document)->hiddenItems()) {
        plan.hidden[item.id] = item.byDefault == document::HiddenDefault::Keep
                                   ? document::HiddenAction::Keep
                                   : document::HiddenAction::Remove;
    }
    const auto output = (*document)->apply(plan, {});
    return output ? output->bytes : QByteArray();
}

}   // namespace

class TestPdfUnknownKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyKnowsIsNeverInTheOutput()
    {
        const QDir folder(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/planted"));
        std::vector<QByteArray> originals;
        for (const QString &name : folder.entryList({u"*.pdf"_s}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!name.contains(u"encrypted"_s) && file.open(QIODevice::ReadOnly)) {
                originals.push_back(file.readAll());
            }
        }
        QVERIFY(originals.size() > 40);
        const auto handler = pdf::makePdfHandler();
        QRandomGenerator random(20261124);
        int cases = 0;
        for (std::size_t number = 0; cases < Cases; ++number) {
            const Planted planted = plant(originals[number % originals.size()], random);
            const QByteArray before = everythingIn(planted.bytes);
            const QByteArray output = scrubbed(*handler, planted.bytes);
            QVERIFY2(!output.isEmpty(), planted.places.join('\n').constData());
            const QByteArray after = everythingIn(output);
            for (std::size_t index = 0; index < planted.secrets.size(); ++index) {
                // A dictionary that nothing leads to is not written in the first place.
                cases += holds(before, planted.secrets[index]) ? 1 : 0;
                QVERIFY2(!holds(after, planted.secrets[index]),
                         planted.places[qsizetype(index)].constData());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPdfUnknownKeys)
#include "tst_pdfunknownkeys.moc"
