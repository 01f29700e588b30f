// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/formulatext.h"

#include <QSet>
#include <QStringList>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

/// Functions of SpreadsheetML (ECMA-376 part 1, 18.17.7; [MS-XLSX] 2.2.2), whose names a person may
/// write as well: as a word, a part of one or an abbreviation.
bool isBuiltIn(const QString &name)
{
    static const QSet<QString> names = [] {
        const QStringList list =
            QString::fromLatin1(
                "abs accrint accrintm acos acosh acot acoth address aggregate amordegrc amorlinc "
                "anchorarray and arabic areas arraytotext asc asin asinh atan atan2 atanh avedev "
                "average averagea averageif averageifs bahttext base besseli besselj besselk "
                "bessely beta.dist beta.inv betadist betainv bin2dec bin2hex bin2oct binom.dist "
                "binom.dist.range binom.inv binomdist bitand bitlshift bitor bitrshift bitxor "
                "bycol byrow ceiling ceiling.math ceiling.precise cell char chidist chiinv "
                "chisq.dist chisq.dist.rt chisq.inv chisq.inv.rt chisq.test chitest choose "
                "choosecols chooserows clean code column columns combin combina complex concat "
                "concatenate confidence confidence.norm confidence.t convert correl cos cosh cot "
                "coth count counta countblank countif countifs coupdaybs coupdays coupdaysnc "
                "coupncd coupnum couppcd covar covariance.p covariance.s critbinom csc csch "
                "cubekpimember cubemember cubememberproperty cuberankedmember cubeset "
                "cubesetcount cubevalue cumipmt cumprinc date datedif datestring datevalue "
                "daverage day days days360 db dbcs dcount dcounta ddb dec2bin dec2hex dec2oct "
                "decimal degrees delta detectlanguage devsq dget disc dmax dmin dollar dollarde "
                "dollarfr dproduct drop dstdev dstdevp dsum duration dvar dvarp ecma.ceiling "
                "edate effect encodeurl eomonth erf erf.precise erfc erfc.precise error.type "
                "euroconvert even exact exp expand expon.dist expondist f.dist f.dist.rt f.inv "
                "f.inv.rt f.test fact factdouble false fdist fieldvalue filter filterxml find "
                "findb finv fisher fisherinv fixed floor floor.math floor.precise forecast "
                "forecast.ets forecast.ets.confint forecast.ets.seasonality forecast.ets.stat "
                "forecast.linear formulatext frequency ftest fv fvschedule gamma gamma.dist "
                "gamma.inv gammadist gammainv gammaln gammaln.precise gauss gcd geomean gestep "
                "getpivotdata groupby growth harmean hex2bin hex2dec hex2oct hlookup hour hstack "
                "hyperlink hypgeom.dist hypgeomdist if iferror ifna ifs imabs image imaginary "
                "imargument imconjugate imcos imcosh imcot imcsc imcsch imdiv imexp imln imlog10 "
                "imlog2 impower improduct imreal imsec imsech imsin imsinh imsqrt imsub imsum "
                "imtan index indirect info int intercept intrate ipmt irr isblank iserr iserror "
                "iseven isformula islogical isna isnontext isnumber iso.ceiling isodd isomitted "
                "isoweeknum ispmt isref istext isthaidigit jis kurt lambda large lcm left leftb "
                "len lenb let linest ln log log10 logest loginv lognorm.dist lognorm.inv "
                "lognormdist lookup lower makearray map match max maxa maxifs mdeterm mduration "
                "median mid midb min mina minifs minute minverse mirr mmult mod mode mode.mult "
                "mode.sngl month mround multinomial munit n na negbinom.dist negbinomdist "
                "networkdays networkdays.intl nominal norm.dist norm.inv norm.s.dist norm.s.inv "
                "normdist norminv normsdist normsinv not now nper npv numberstring numbervalue "
                "oct2bin oct2dec oct2hex odd oddfprice oddfyield oddlprice oddlyield offset or "
                "pduration pearson percentile percentile.exc percentile.inc percentof percentrank "
                "percentrank.exc percentrank.inc permut permutationa phi phonetic pi pivotby pmt "
                "poisson poisson.dist power ppmt price pricedisc pricemat prob product proper pv "
                "py quartile quartile.exc quartile.inc quotient radians rand randarray "
                "randbetween rank rank.avg rank.eq rate received reduce regexextract regexreplace "
                "regextest replace replaceb rept right rightb roman round roundbahtdown "
                "roundbahtup rounddown roundup row rows rri rsq rtd scan search searchb sec sech "
                "second sequence seriessum sheet sheets sign sin single sinh skew skew.p sln "
                "slope small sort sortby sqrt sqrtpi standardize stdev stdev.p stdev.s stdeva "
                "stdevp stdevpa steyx stockhistory substitute subtotal sum sumif sumifs "
                "sumproduct sumsq sumx2my2 sumx2py2 sumxmy2 switch syd t t.dist t.dist.2t "
                "t.dist.rt t.inv t.inv.2t t.test take tan tanh tbilleq tbillprice tbillyield "
                "tdist text textafter textbefore textjoin textsplit thaidayofweek thaidigit "
                "thaimonthofyear thainumsound thainumstring thaistringlength thaiyear time "
                "timevalue tinv tocol today torow translate transpose trend trim trimmean "
                "trimrange true trunc ttest type unichar unicode unique upper usdollar value "
                "valuetotext var var.p var.s vara varp varpa vdb vlookup vstack webservice "
                "weekday weeknum weibull weibull.dist workday workday.intl wrapcols wraprows xirr "
                "xlookup xmatch xnpv xor year yearfrac yen yield yielddisc yieldmat z.test ztest")
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
