// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/nameseeds.h"

#include "core/detect/expression.h"
#include "core/detect/words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

// Building blocks of the expressions. A name's word has two letters at least; initials carry a full
// stop.
const std::string kWord = R"(\p{Lu}\p{L}+(?:['-]\p{Lu}\p{L}+|-\p{Ll}\p{L}+)*|\p{Lu}'\p{Lu}\p{L}+)";
const std::string kPart = "(?:" + kWord + R"(|\p{Lu}\.(?:-?\p{Lu}\.)*))";
const std::string kParticle = "(?:van der |van den |van de |van |von der |von |zu |zum |de la |de "
                              "los |de |del |della |di |da |dos |du |la |le |"
                              "bin |ibn |al-|el-|ter |ten |af |av )";
const std::string kName =
    "(?:" + kParticle + ")?" + kPart + "(?: (?:" + kParticle + ")?" + kPart + "){0,3}";
const std::string kFullName = kPart + "(?: (?:" + kParticle + ")?" + kPart + "){1,3}";
const std::string kTitle =
    R"((?:Mr|MR|Mrs|MRS|Ms|MS|Mx|Miss|Mister|Dr|DR|Prof|PROF|Professor|Doctor|Sir|Dame|Lord|Lady|Judge|Justice|Rev|Reverend|)"
    R"(Hon|Capt|Captain|Lt|Lieutenant|Col|Colonel|Sgt|Sergeant|Maj|Inspector|Detective|Senator|Herrn?|Frau|Dipl\.-Ing|Mme|)"
    R"(Madame|Mlle|Mademoiselle|Monsieur|Maître|Sr|Sra|Srta|Señora?|Doña|Sig|Signora?|Signore|Dott|Dott\.ssa|Avv|Dhr|Mevr|)"
    R"(Mevrouw|Pani|Hr|Fru|Senhora?|Dona|M\.|Mag\.|Ing\.)\.?)";
const std::string kGreeting =
    "(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings|hallo|liebe[rs]?|guten "
    "(?:tag|morgen|abend)|"
    "sehr geehrte[rs]?|cher|chère|bonjour|bonsoir|estimad[oa]|querid[oa]|hola|buenos "
    "días|caro|cara|gentile|egregio|"
    "ciao|beste|geachte|olá|prezad[oa]|kära|hej|kjære)";
const std::string kClosing =
    "(?i:(?:with )?(?:kind|kindest|best|warm|warmest)? ?regards|sincerely(?: yours)?|"
    "yours (?:sincerely|faithfully|truly)|cheers|many thanks|thanks(?: again)?|thank you|best(?: "
    "wishes)?|respectfully|"
    "mit freundlichen grü(?:ß|ss)en|mit freundlichem "
    "gru(?:ß|ss)|(?:freundliche|viele|beste|herzliche|liebe) "
    "grü(?:ß|ss)e|mfg|hochachtungsvoll|cordialement|bien (?:à vous|cordialement)|salutations "
    "distinguées|"
    "atentamente|saludos(?: cordiales)?|un saludo|cordiali saluti|distinti saluti|met vriendelijke "
    "groet(?:en)?|"
    "atenciosamente)";
const std::string kLabel =
    "(?i:(?:full |first |last |family |given |employee |client |customer |patient |contact "
    "|account )?name|surname|"
    "attn\\.?|attention|contact(?: "
    "person)?|(?:prepared|written|reviewed|approved|signed|witnessed|submitted|issued|"
    "checked|authori[sz]ed|created|drafted) by|prepared "
    "for|authors?|signature|signed|employee|manager|client|"
    "customer|patient|applicant|candidate|owner|assignee|assigned "
    "to|reporter|from|to|cc|bcc|by|kontakt|"
    "ansprechpartner(?:in)?|bearbeiter(?:in)?|autor(?:in)?|verfasser(?:in)?|geschäftsführer(?:in)?|"
    "nom|prénom|nombre|"
    "apellidos?|responsable|destinataire|interviewer|interviewee|witness|consultant|counsel|"
    "attorney|"
    "(?:engagement |managing )?partner|(?:engagement|project|team) lead|project manager|account "
    "manager|director|"
    "ceo|cfo|cto|coo|president|chair(?:man|woman|person)?|secretary|attendees|participants|present|"
    "z\\. ?hd\\.?|"
    "zu händen|beneficiary|tenant|landlord|claimant|defendant|plaintiff|insured|account "
    "holder|holder|c/o)";
const std::string kRole =
    "(?:CEO|CFO|CTO|COO|CIO|CISO|CMO|Chief|President|Vice President|VP|EVP|SVP|Director|Managing "
    "Director|"
    "(?:[A-Z][a-z]+ )?Manager|(?:Managing |Engagement |Senior )?Partner|(?:General "
    ")?Counsel|Chair(?:man|woman|person)?|"
    "Secretary|Treasurer|(?:[A-Z][a-z]+ "
    ")?Engineer|(?:Co-)?Founder|Consultant|Analyst|Accountant|Auditor|Attorney|"
    "Head "
    "of|Lead|Esq|Ph\\.?D|MBA|CPA|Geschäftsführer(?:in)?|Prokurist(?:in)?|Leiter(?:in)?|Vorstand)";
const std::string kLegalForm =
    R"((?:GmbH(?: & Co\.? KG)?|AG|KG|OHG|UG|e\.V\.|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|plc|Inc\.?|Incorporated|Corp\.?|)"
    R"(Corporation|S\.A\.S?\.?|SAS|SARL|S\.à r\.l\.|S\.L\.|S\.p\.A\.|SpA|S\.r\.l\.|Srl|B\.V\.|BV|N\.V\.|NV|A/S|ApS|Oyj?|)"
    R"(Pty\.? Ltd\.?|Pte\.? Ltd\.?|K\.K\.|Sp\. z o\.o\.|s\.r\.o\.|Ltda\.?|Holdings?|Group|& Co\.?))";
const std::string kFirm =
    R"((?:\p{Lu}[\p{L}\p{N}&.'-]*[\p{L}\p{N}]|\p{Lu})(?:(?: & | and | und |-| )(?:\p{Lu}[\p{L}\p{N}&.'-]*[\p{L}\p{N}])){0,5})";

std::string_view viewOf(const QByteArray &utf8)
{
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

QString textOf(const QByteArray &utf8, const Expression::Range &range)
{
    return QString::fromUtf8(utf8.sliced(static_cast<qsizetype>(range.begin),
                                         static_cast<qsizetype>(range.end - range.begin)));
}

/// Words that stand before a firm's name with a capital, at the start of a sentence.
bool isArticle(const QString &word)
{
    constexpr std::array<QStringView, 20> articles{
        u"the", u"a",  u"an",  u"die", u"der", u"das",     u"le",  u"la", u"les",  u"el",
        u"los", u"il", u"our", u"by",  u"und", u"between", u"and", u"to", u"with", u"for"};
    return std::find(articles.begin(), articles.end(), word) != articles.end();
}

}   // namespace

/// One way in which a name is given away; the first group is what gives it away, the others are
/// names.
struct NameSeeds::Context
{
    std::unique_ptr<Expression> expression;
    EvidenceKind evidence = EvidenceKind::Label;
    double score = 0;
    NameKind kind = NameKind::Person;
    QString otherwise;   // the reason when the first group is empty
    char needs = 0;      // a sign without which it does not match, if there is one
};

NameSeeds::NameSeeds(const NameLexicon &lexicon)
    : m_lexicon(lexicon)
{
    const std::string name = "(" + kName + ")";
    const std::string more = "(?:(?:, ?| and | & | und | et | y |; ?)" + name + ")?";
    const std::string title = "(?:" + kTitle + " )*";
    const auto context = [this](const std::string &pattern, EvidenceKind evidence, double score,
                                NameKind kind = NameKind::Person, char needs = 0) {
        m_contexts.push_back({std::make_unique<Expression>(pattern), evidence, score, kind,
                              kind == NameKind::Organization
                                  ? u"legal form or definition of a firm"_s
                                  : u"a role or verb behind it"_s,
                              needs});
    };
    context("(?:^|[^\\p{L}\\p{N}.])(" + kTitle + ")[ \\n](?:" + kTitle + " )*" + name,
            EvidenceKind::Title, 0.95);
    context("(?:^|\\n|[.!?] )[ \\t\"]*(" + kGreeting + ") " + title + name
                + "(?:(?:,| and| und| et| y| &) " + title + name + ")? ?(?:[,:!;.]|-|\\n|$)",
            EvidenceKind::Greeting, 0.9);
    context("(?:^|\\n|[.!?] )(" + kClosing + ")[,.!]?[ \\t]*\\n\\s*" + title + name
                + "[ \\t]*(?:\\n|,|$)",
            EvidenceKind::Greeting, 0.92, NameKind::Person, '\n');
    context("(?:^|[^\\p{L}\\p{N}])(" + kLabel + ")[ \\t]?:[ \\t]{0,3}" + title + name + more + more
                + more,
            EvidenceKind::Label, 0.85, NameKind::Person, ':');
    context("(" + kTitle + "|)\\b\"?" + name + "\"? <[^<>\\s]+@", EvidenceKind::Label, 0.95,
            NameKind::Person, '<');
    context("()(" + kFullName
                + ")(?:,| -| \\()(?: ?(?:the|our|a|an|as))? ?(?:\\p{L}[\\p{L}&-]* ){0,2}" + kRole
                + "\\b",
            EvidenceKind::Context, 0.82);
    context("\\b(" + kRole + "),? (" + kFullName + ")", EvidenceKind::Context, 0.8);
    context("\\b(?i:(signed by|met with|spoke (?:to|with)|on behalf of|reports? "
            "to|interviewed|care of|emailed|called|"
            "according to|hired|asked|told|my name is|i am|this is)) "
                + title + "(" + kFullName + ")",
            EvidenceKind::Context, 0.72);
    context("()(" + kFullName
                + "),? "
                  "(?:said|says|wrote|asked|replied|signed|agreed|noted|added|explained|confirmed|"
                  "told)\\b",
            EvidenceKind::Context, 0.75);
    context("()(?:^|[^\\p{L}\\p{N}])(" + kFirm + ",? " + kLegalForm + ")(?:[^\\p{L}\\p{N}]|$)",
            EvidenceKind::Pattern, 0.8, NameKind::Organization);
    context(
        R"x(\((?:hereinafter|collectively|each|referred to as|called|together|,| )*(the )?"(\p{Lu}[^"\n]{1,40})")x"
        R"x((?:,? (?:or |and )?(?:the )?"(\p{Lu}[^"\n]{1,40})")?\))x",
        EvidenceKind::Label, 0.75, NameKind::Organization, '(');
    m_closingAlone = std::make_unique<Expression>("\\s*" + kClosing + "[,.!]?\\s*");
    m_labelAlone = std::make_unique<Expression>("\\s*(" + kLabel + ") ?:?\\s*");
    m_nameAlone = std::make_unique<Expression>("\\s*" + title + name + "(?:, [^\\n]{0,60})?\\s*");
    m_address = std::make_unique<Expression>(R"((\p{L}{2,20})[._-](?:\p{L}[._-])?(\p{L}{2,25})@)");
}

NameSeeds::~NameSeeds() = default;

std::vector<NameSeed> NameSeeds::find(std::span<const UnitView> views) const
{
    std::vector<NameSeed> seeds;
    for (std::size_t i = 0; i < views.size(); ++i) {
        findProperty(i, views[i], seeds);
        findInText(i, views[i].text.utf8, seeds);
    }
    findAcrossUnits(views, seeds);
    return seeds;
}

void NameSeeds::findInText(std::size_t view, const QByteArray &utf8,
                           std::vector<NameSeed> &seeds) const
{
    const NarrowText narrow(viewOf(utf8));
    const std::string_view letters = narrow.bytes();
    // All names that contexts look for begin with a capital.
    const bool mayHoldName = std::any_of(letters.begin(), letters.end(), isNarrowCapital);
    for (const Context &context : m_contexts) {
        if (!mayHoldName
            || (context.needs != 0 && letters.find(context.needs) == std::string_view::npos)) {
            continue;
        }
        context.expression->findAll(
            viewOf(utf8), narrow, [&](const std::vector<Expression::Range> &groups) {
                const Evidence evidence{context.evidence, groups[1].isEmpty()
                                                              ? context.otherwise
                                                              : textOf(utf8, groups[1])};
                // Names may follow each other, each in the place that the next expression needs: go
                // on behind the first.
                std::size_t next = groups[0].begin + 1;
                for (std::size_t i = 2; i < groups.size(); ++i) {
                    if (groups[i].isEmpty()) {
                        continue;
                    }
                    next = groups[i].end;
                    add({context.kind,
                         {},
                         view,
                         static_cast<qsizetype>(groups[i].begin),
                         static_cast<qsizetype>(groups[i].end),
                         context.score,
                         evidence},
                        utf8, seeds);
                }
                return next;
            });
    }
    if (!utf8.contains('@')) {
        return;
    }
    m_address->findAll(viewOf(utf8), narrow, [&](const std::vector<Expression::Range> &groups) {
        const QString given = textOf(utf8, groups[1]);
        const QString family = textOf(utf8, groups[2]);
        if (!m_lexicon.isCommonWord(foldedWord(family))
            && (m_lexicon.isGivenName(foldedWord(given))
                || !m_lexicon.isCommonWord(foldedWord(given)))) {
            seeds.push_back({NameKind::Person,
                             given + u' ' + family,
                             view,
                             -1,
                             -1,
                             0.85,
                             {EvidenceKind::Seed, u"an e-mail address"_s}});
        }
        return groups[2].end;
    });
}

void NameSeeds::findProperty(std::size_t number, const UnitView &view,
                             std::vector<NameSeed> &seeds) const
{
    for (const document::PlaceStep &step : view.unit->place) {
        const QString name = step.name.toLower();
        const bool person = name.contains("creator"_L1) || name.contains("author"_L1)
                            || name.contains("modifiedby"_L1) || name == "manager"_L1;
        if (person) {
            addIfWholeUnitIsName(number, view.text.utf8, 0.95, {EvidenceKind::Seed, step.name},
                                 seeds);
        } else if (name == "company"_L1 && !view.text.utf8.trimmed().isEmpty()) {
            const QByteArray &utf8 = view.text.utf8;
            seeds.push_back({NameKind::Organization,
                             QString::fromUtf8(utf8).trimmed(),
                             number,
                             0,
                             utf8.size(),
                             0.9,
                             {EvidenceKind::Seed, step.name}});
        }
    }
}

/// A closing, or a label in a cell, as one unit and the name as the next.
void NameSeeds::findAcrossUnits(std::span<const UnitView> views, std::vector<NameSeed> &seeds) const
{
    constexpr std::size_t farthest = 3;   // empty paragraphs are left for the signature
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QByteArray &utf8 = views[i].text.utf8;
        if (utf8.isEmpty() || utf8.size() > 60) {
            continue;
        }
        const NarrowText narrow(viewOf(utf8));
        const bool closing = !m_closingAlone->matchAll(viewOf(utf8), narrow).empty();
        const auto label = m_labelAlone->matchAll(viewOf(utf8), narrow);
        if (!closing && label.empty()) {
            continue;
        }
        for (std::size_t next = i + 1; next < views.size() && next <= i + farthest; ++next) {
            const QByteArray &other = views[next].text.utf8;
            if (other.trimmed().isEmpty()) {
                continue;
            }
            addIfWholeUnitIsName(
                next, other, closing ? 0.92 : 0.8,
                closing ? Evidence{EvidenceKind::Greeting, QString::fromUtf8(utf8).trimmed()}
                        : Evidence{EvidenceKind::Label, textOf(utf8, label[1])},
                seeds);
            break;
        }
    }
}

void NameSeeds::addIfWholeUnitIsName(std::size_t view, const QByteArray &utf8, double score,
                                     const Evidence &evidence, std::vector<NameSeed> &seeds) const
{
    const auto groups = m_nameAlone->matchAll(viewOf(utf8), NarrowText(viewOf(utf8)));
    if (!groups.empty()) {
        add({NameKind::Person,
             {},
             view,
             static_cast<qsizetype>(groups[1].begin),
             static_cast<qsizetype>(groups[1].end),
             score,
             evidence},
            utf8, seeds);
    }
}

void NameSeeds::add(NameSeed seed, const QByteArray &utf8, std::vector<NameSeed> &seeds) const
{
    if (trim(seed, utf8)) {
        seed.name = QString::fromUtf8(utf8.sliced(seed.begin, seed.end - seed.begin));
        seeds.push_back(std::move(seed));
    }
}

/// Takes everyday words off both ends of a person's name ("Dear Ada Please"); false: nothing is
/// left.
bool NameSeeds::trim(NameSeed &seed, const QByteArray &utf8) const
{
    const std::vector<Word> words = wordsOf(utf8.sliced(seed.begin, seed.end - seed.begin));
    const auto isOrdinary = [this](const Word &word) {
        return !word.initial && m_lexicon.isCommonWord(word.folded)
               && !m_lexicon.isGivenName(word.folded);
    };
    if (seed.kind == NameKind::Organization) {
        const auto core = std::find_if(words.begin(), words.end(),
                                       [](const Word &word) { return !isArticle(word.folded); });
        if (core == words.end()) {
            return false;
        }
        seed.begin += core->begin;
        return std::any_of(words.begin(), words.end(), [this](const Word &word) {
            return word.folded.size() > 2 && !m_lexicon.isCommonWord(word.folded);
        });
    }
    auto first = words.begin();
    auto last = words.end();
    while (first != last && first->capital && isOrdinary(*first)) {
        ++first;
    }
    // A family name may be an everyday word; behind a given name it is kept.
    while (first != last && isOrdinary(*(last - 1))
           && !(last - first == 2 && m_lexicon.isGivenName(first->folded)
                && seed.evidence.kind != EvidenceKind::Context)) {
        --last;
    }
    const bool hasName = std::any_of(first, last, [this](const Word &word) {
        return word.folded.size() > 1 && word.capital
               && (!m_lexicon.isCommonWord(word.folded) || m_lexicon.isGivenName(word.folded));
    });
    if (!hasName
        || (last - first == 1 && m_lexicon.isCommonWord(first->folded)
            && seed.evidence.kind != EvidenceKind::Title
            && seed.evidence.kind != EvidenceKind::Greeting)) {
        return false;
    }
    const qsizetype base = seed.begin;
    seed.begin = base + first->begin;
    const bool wholeEnd = last == words.end();
    seed.end = wholeEnd ? seed.end : base + (last - 1)->end;
    return true;
}

}   // namespace expunge::detect
