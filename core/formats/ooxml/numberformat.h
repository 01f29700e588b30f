// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace expunge::formats::ooxml {

/// A number as a cell shows it.
struct ShownNumber
{
    QString text;
    std::vector<bool> literal;   // of each character of `text`: true if it comes from the format,
                                 // not from the number
    bool date = false;           // shown as a date or a time
};

/// A number format (ECMA-376 part 1, 18.8.30 and 18.8.31), parsed once and used for many cells.
class NumberFormat
{
public:
    explicit NumberFormat(const QString &code = {});

    ShownNumber show(double value, bool date1904) const;

    bool isGeneral() const { return m_sections.empty(); }
    bool isDate() const;

    /// True if the format shows nothing of a text or of a number: ";;;".
    bool hidesText() const;
    bool hidesNumber(double value) const;

    /// Words in the format: what stands in quotes or behind a backslash, each stretch on its own,
    /// where it stands in the code.
    struct Literal
    {
        int begin = 0;
        int end = 0;
        QString text;
    };
    static std::vector<Literal> literals(const QString &code);

    /// These words as one text, a line each; empty if none has a letter or digit.
    static QString literalText(const QString &code);

    /// The code with another text for each literal.
    static QString withLiterals(const QString &code, const QStringList &texts);

    /// The code of a built-in format; "General" if there is none.
    static QString builtinCode(int id);

private:
    friend class NumberPlaces;

    enum class Piece {
        Literal,
        Digit,
        Point,
        Comma,
        Percent,
        Exponent,
        Fraction,
        DateField,
        Elapsed,
        AmPm,
        SubSecond,
        General,
        Text
    };
    struct Token
    {
        Piece piece = Piece::Literal;
        QString text;
    };
    struct Section
    {
        std::vector<Token> tokens;
        bool date = false;
        bool text = false;
        char16_t comparison = 0;   // '<' '>' '=' 'l' (<=) 'g' (>=) 'n' (<>)
        double limit = 0;
    };

    static Section parseSection(const QString &code);
    static void parseBracket(const QString &inner, Section &section);
    static qsizetype parseWord(const QString &code, qsizetype at, Section &section);
    const Section *sectionFor(double value) const;
    static void showDate(const Section &section, double value, bool date1904, ShownNumber &shown);

    std::vector<Section> m_sections;
};

/// A number as it stands in a file, without needless digits: "491701234567".
QString plainNumber(double value);

}   // namespace expunge::formats::ooxml
