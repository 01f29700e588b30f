// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/detect/analyzer.h"
#include "core/detect/keyblockrecognizer.h"
#include "core/detect/namerecognizer.h"
#include "core/detect/patternrecognizer.h"
#include "core/detect/ruleloader.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

/// Resources of a static library are linked only when they are asked for; the macro must stand
/// outside of any namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(detect);
}

namespace expunge::detect {

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}   // namespace

base::Result<std::unique_ptr<Analyzer>> builtinAnalyzer()
{
    registerResources();
    const QString folder = u":/expunge/rules/"_s;
    QStringList names = QDir(folder).entryList({u"*.toml"_s}, QDir::Files, QDir::NoSort);
    names.sort();
    std::vector<Rule> rules;
    QByteArray all;
    for (const QString &name : names) {
        const QByteArray bytes = resource(folder + name);
        all += name.toUtf8() + '\0' + bytes + '\0';
        auto parsed = parseRules(bytes, name, CompilePatterns::WhenNeeded);
        if (!parsed) {
            return tl::unexpected<base::Error>(parsed.error());
        }
        rules.insert(rules.end(), std::make_move_iterator(parsed->begin()),
                     std::make_move_iterator(parsed->end()));
    }
    RuleSetInfo info{.version = QString::fromUtf8(resource(folder + u"VERSION"_s)).trimmed(),
                     .sha256 = base::sha256Hex(all),
                     .rules = static_cast<int>(rules.size())};
    if (rules.empty() || info.version.isEmpty()) {
        return base::failure(base::ErrorCode::RuleInvalid, folder, u"no rules"_s);
    }
    std::vector<std::unique_ptr<Recognizer>> recognizers;
    recognizers.push_back(std::make_unique<PatternRecognizer>(std::move(rules)));
    recognizers.push_back(std::make_unique<KeyBlockRecognizer>());
    auto tagger = TaggerModel::read(resource(u":/expunge/lexicons/tagger.bin"_s));
    if (!tagger) {
        return base::failure(base::ErrorCode::RuleInvalid, u"tagger.bin"_s, u"no model"_s);
    }
    recognizers.push_back(std::make_unique<NameRecognizer>(
        NameLexicon(resource(u":/expunge/lexicons/given-names.txt"_s),
                    resource(u":/expunge/lexicons/common-words.txt"_s)),
        std::move(tagger)));
    return std::make_unique<Analyzer>(std::move(recognizers), std::move(info));
}

}   // namespace expunge::detect
