// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/formulatext.h"

#include <QSet>
#include <QStringList>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

/// Functions of SpreadsheetML (ECMA-376 part 1, 18.17.7) whose names a person may write as well: as
/// a word, a part of one or an abbreviation.
bool isBuiltIn(const QString &name)
{
    static const QSet<QString> names = [] {
        const QStringList list =
            QString::fromLatin1(
                "abs accrint address aggregate and area areas atan average averageif averageifs "
                "base ceiling cell char choose clean code column columns combin complex concat "
                "concatenate confidence convert correl cos count counta countblank countif "
                "countifs covar date datedif datevalue day days db ddb decimal degrees delta disc "
                "dollar duration edate effect eomonth error even exact exp fact false filter find "
                "fixed floor forecast frequency fv growth hlookup hour hyperlink if iferror ifna "
                "ifs index indirect info int intercept intrate ipmt irr isblank iserr iserror "
                "iseven islogical isna isnumber isodd isref istext large left len ln log lookup "
                "lower match max median mid min minute mirr mod mode month mround multiple n na "
                "networkdays normal not now nper npv numbervalue oct2dec odd offset or pearson "
                "percentile permut phonetic pi pmt poisson power ppmt price prob product proper pv "
                "quartile quotient radians rand randbetween rank rate received replace rept right "
                "roman round rounddown roundup row rows rtd search second sequence sheet sheets "
                "sign sin sinh skew slope small sort sqrt standardize stdev substitute subtotal "
                "sum sumif sumifs sumproduct switch t tan text textjoin time timevalue today "
                "transpose trend trim true trunc type unique upper value var vdb vlookup weekday "
                "weeknum workday xlookup xmatch xor year yearfrac yield")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(name.toLower());
}

bool isOfName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'\\';
}

}   // namespace

bool isFormula(const QString &element)
{
    static const QSet<QString> names{u"f"_s,
                                     u"formula"_s,
                                     u"formula1"_s,
                                     u"formula2"_s,
                                     u"calculatedColumnFormula"_s,
                                     u"totalsRowFormula"_s,
                                     u"definedName"_s};
    return names.contains(element);
}

QString withoutFunctionNames(const QString &formula)
{
    QString result;
    result.reserve(formula.size());
    QChar quote;
    for (qsizetype i = 0; i < formula.size();) {
        const QChar c = formula[i];
        if (!quote.isNull() || !isOfName(c)) {
            if (quote.isNull() && (c == u'"' || c == u'\'')) {
                quote = c;
            } else if (c == quote) {
                quote = QChar();
            }
            result += c;
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < formula.size() && isOfName(formula[end])) {
            ++end;
        }
        const QString name = formula.sliced(i, end - i);
        const bool called = end < formula.size() && formula[end] == u'(';
        result += called && isBuiltIn(name) ? QString() : name;
        i = end;
    }
    return result;
}

}   // namespace expunge::scrub
