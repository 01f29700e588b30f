// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/termlist.h"

#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace expunge::detect {

base::Result<TermList> parseTermList(const QByteArray &bytes, const QString &path)
{
    TermList list{.name = QFileInfo(path).fileName(), .terms = {}};
    int number = 0;
    for (QByteArray line : bytes.split('\n')) {
        ++number;
        const QString location = u"%1:%2"_s.arg(path).arg(number);
        if (number == 1 && line.startsWith("\xEF\xBB\xBF")) {
            line.remove(0, 3);
        }
        QStringDecoder decoder(QStringDecoder::Utf8);
        QString text = decoder(line);
        if (decoder.hasError()) {
            return base::failure(base::ErrorCode::TermsInvalid, location, u"not UTF-8"_s);
        }
        text = text.trimmed();
        if (text.isEmpty() || text.startsWith(u'#')) {
            continue;
        }
        Term term;
        while (!text.isEmpty()) {
            if (text[0] == u'=' && !term.matchCase) {
                term.matchCase = true;
            } else if (text[0] == u'*' && !term.insideWords) {
                term.insideWords = true;
            } else {
                break;
            }
            text.remove(0, 1);
        }
        term.text = text.trimmed();
        if (term.text.isEmpty()) {
            return base::failure(base::ErrorCode::TermsInvalid, location,
                                 u"no term after the sign"_s);
        }
        list.terms.push_back(std::move(term));
    }
    return list;
}

}   // namespace expunge::detect
