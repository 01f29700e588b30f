// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonlines.h"

#include "ui/text/errortext.h"

#include <QJsonDocument>

#include <cstdio>

namespace expunge::cli {

using namespace Qt::StringLiterals;

namespace {

QString harmless(const QString &text)
{
    QString shown;
    for (const QChar c : text) {
        if (c == u'\n') {
            shown += u"\\n"_s;
        } else if (c.category() == QChar::Other_Control) {
            shown += u"\\x%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
        } else {
            shown += c;
        }
    }
    return shown;
}

void write(FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

}   // namespace

void printJson(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void printLine(const QString &text)
{
    write(stdout, harmless(text).toUtf8());
}

void printMessage(const QString &text)
{
    write(stderr, (u"expunge-cli: "_s + harmless(text)).toUtf8());
}

bool outputWasWritten()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

QJsonObject errorObject(const base::Error &error)
{
    return {{u"code"_s, base::errorName(error.code)}, {u"message"_s, ui::errorSentence(error)}};
}

}   // namespace expunge::cli
