// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdffile.h"

#include "core/formats/pdf/pdfpages.h"
#include "core/formats/pdf/pdfstreams.h"

#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QUtil.hh>

namespace expunge::pdf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr qsizetype headerReach = 1024;   // how far a header may stand from the file's begin

bool isWhite(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// Revisions are counted by their end marks; a linearised file has one more than revisions (ISO
/// 32000-1, annex F).
void noteSurroundings(const QByteArray &bytes, FileTraces &traces)
{
    traces.before = std::max<qsizetype>(0, bytes.left(headerReach).indexOf("%PDF-"));
    const QByteArray mark = "%%EOF";
    int marks = 0;
    qsizetype end = 0;
    for (qsizetype at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
        ++marks;
        end = at + mark.size();
    }
    const bool linear = bytes.left(headerReach).contains("/Linearized");
    traces.oldVersions = std::max(0, marks - 1 - (linear ? 1 : 0));
    qsizetype last = bytes.size();
    while (last > end && isWhite(bytes[last - 1])) {
        --last;
    }
    traces.after = end > 0 ? last - end : 0;
}

std::shared_ptr<QPDF> silentFile()
{
    auto qpdf = QPDF::create();
    qpdf->setSuppressWarnings(true);
    qpdf->setAttemptRecovery(true);
    auto logger = QPDFLogger::create();
    logger->setInfo(logger->discard());
    logger->setWarn(logger->discard());
    logger->setError(logger->discard());
    qpdf->setLogger(logger);
    return qpdf;
}

/// All spellings of the passwords in bytes: files do not say which encoding theirs has.
std::vector<std::string> spellings(const QStringList &passwords)
{
    std::vector<std::string> all{std::string()};
    for (const QString &password : passwords) {
        for (const std::string &spelling :
             QUtil::possible_repaired_encodings(password.toStdString())) {
            all.push_back(spelling);
        }
    }
    return all;
}

Result<std::shared_ptr<QPDF>> parse(const QByteArray &bytes, const QString &path,
                                    const QStringList &passwords)
{
    bool asked = false;
    for (const std::string &password : spellings(passwords)) {
        auto qpdf = silentFile();
        try {
            qpdf->processMemoryFile("file", bytes.constData(), static_cast<size_t>(bytes.size()),
                                    password.c_str());
            return qpdf;
        } catch (const QPDFExc &error) {
            if (error.getErrorCode() == qpdf_e_unsupported) {
                return failure(ErrorCode::UnsupportedFormat, path, u"encryption"_s);
            }
            asked = asked || error.getErrorCode() == qpdf_e_password;
            if (error.getErrorCode() != qpdf_e_password) {
                return failure(ErrorCode::Damaged, path);
            }
        }
    }
    return failure(asked ? ErrorCode::PasswordNeeded : ErrorCode::Damaged, path);
}

/// Whether a map of codes is based on itself, or on more maps than any real one: engines follow
/// such chains without an end.
bool hasEndlessMaps(QPDF &qpdf)
{
    constexpr int longest = 16;
    for (QPDFObjectHandle object : qpdf.getAllObjects()) {
        int length = 0;
        while (object.isStream() && length < longest) {
            object = object.getDict().getKey("/UseCMap");
            ++length;
        }
        if (length == longest) {
            return true;
        }
    }
    return false;
}

bool saysRecovered(QPDF &qpdf)
{
    bool recovered = false;
    for (const QPDFExc &warning : qpdf.getWarnings()) {
        recovered =
            recovered || warning.getMessageDetail().find("reconstruct") != std::string::npos;
    }
    return recovered;
}

}   // namespace

PdfFile::PdfFile(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Result<std::unique_ptr<PdfFile>> PdfFile::open(const QByteArray &bytes, const QString &path,
                                               const QStringList &passwords,
                                               const FileLimits &limits)
{
    try {
        if (expandsTooMuch(bytes, limits)) {   // before qpdf decodes what it needs itself
            return failure(ErrorCode::ExpansionLimit, path, u"decoded size"_s);
        }
        std::unique_ptr<PdfFile> file(new PdfFile(bytes));
        auto qpdf = parse(file->m_bytes, path, passwords);
        if (!qpdf) {
            return tl::unexpected(qpdf.error());
        }
        file->m_qpdf = std::move(*qpdf);
        if (file->m_qpdf->getObjectCount() > static_cast<size_t>(limits.objects)) {
            return failure(ErrorCode::ExpansionLimit, path, u"objects"_s);
        }
        if (streamsExpandTooMuch(*file->m_qpdf, limits)) {
            return failure(ErrorCode::ExpansionLimit, path, u"decoded size"_s);
        }
        if (hasEndlessMaps(*file->m_qpdf)) {
            return failure(ErrorCode::Damaged, path);
        }
        auto pages = flattenPages(*file->m_qpdf, limits.pages);
        if (!pages) {
            return failure(pages.error(), path,
                           pages.error() == ErrorCode::ExpansionLimit ? u"pages"_s : QString());
        }
        file->m_pages = std::move(*pages);
        noteSurroundings(bytes, file->m_traces);
        file->m_traces.recovered = saysRecovered(*file->m_qpdf);
        file->m_traces.encrypted = file->m_qpdf->isEncrypted();
        return file;
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::ExpansionLimit, path, u"memory"_s);
    } catch (const std::exception &) {
        return failure(ErrorCode::Damaged, path);
    }
}

}   // namespace expunge::pdf
