// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"

#include <vector>

namespace expunge::pdf {

/// Cuts one content stream into tokens and operations (ISO 32000-1, 7.2 and 7.8.2).
class ContentLexer
{
public:
    explicit ContentLexer(const QByteArray &bytes);

    ContentStream run();

private:
    void skipSpace();
    void readToken();
    void readNumber();
    void readLiteralString();
    void readAngle();
    void readName();
    void readWord();
    void open(TokenKind kind, int length);
    void close(TokenKind kind, TokenKind opener, int length);
    void add(TokenKind kind, int begin, double number = 0);
    int nextOf(char c, int &known) const;
    void finish(Operator op);
    void readInlineImage(int begin);
    int inlineDataEnd(int from, int *after) const;
    int declaredLength() const;
    bool imageEndsAt(int at, int *after) const;
    bool goesOnPlausibly(int at) const;
    double entry(QByteArrayView shortKey, QByteArrayView longKey) const;
    bool hasEntry(QByteArrayView shortKey, QByteArrayView longKey) const;

    ContentStream m_stream;
    const char *m_data = nullptr;
    int m_size = 0;
    int m_at = 0;
    int m_nextBegin = -1;   // of an array, as far as it is known
    int m_nextEnd = -1;
    int m_firstToken = 0;
    int m_begin = -1;                // of the operation that is being read
    std::vector<TokenKind> m_open;   // arrays and dictionaries
    int m_compatible = 0;            // BX sections that are open
    bool m_full = false;
};

/// The operator that a word stands for.
Operator operatorOf(QByteArrayView word);

}   // namespace expunge::pdf
