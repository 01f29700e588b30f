// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Trains the tagger: expunge-train-tagger MODEL LEXICONS LABELLED... (see
// resources/lexicons/TAGGER-ATTRIBUTION.md).
#include "core/detect/namelexicon.h"
#include "core/detect/training/crftrainer.h"
#include "core/detect/training/inventedtexts.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <cmath>

using namespace Qt::StringLiterals;

namespace expunge::detect::training {

namespace {

constexpr int kRounds = 14;
constexpr std::uint32_t kLogarithm = 16;   // of the buckets: 2 MiB
constexpr std::size_t kHeldOut = 10;       // one document in so many is kept to calibrate scores
constexpr int kInvented = 2500;

using Calibration = std::array<std::array<float, 2>, TaggerModel::kClasses>;

/// A score, and whether the name is one.
struct Judged
{
    double score = 0;
    bool right = false;
};

bool overlaps(const Label &label, const TaggedName &name)
{
    const std::size_t begin = std::max(label.begin, name.begin);
    const std::size_t end = std::min(label.end, name.end);
    return end > begin && 2 * (end - begin) >= name.end - name.begin;
}

/// Fits the two numbers of Platt (1999) by gradient descent.
std::array<float, 2> fitted(const std::vector<Judged> &judged)
{
    double factor = 1;
    double offset = 0;
    for (int round = 0; round < 4000 && !judged.empty(); ++round) {
        double first = 0;
        double second = 0;
        for (const Judged &each : judged) {
            const double bounded = std::clamp(each.score, 1e-6, 1 - 1e-6);
            const double x = std::log(bounded / (1 - bounded));
            const double error = (each.right ? 1 : 0) - 1 / (1 + std::exp(-(factor * x + offset)));
            first += error * x;
            second += error;
        }
        const auto size = static_cast<double>(judged.size());
        factor += 0.05 * first / size;
        offset += 0.2 * second / size;
    }
    return {static_cast<float>(factor), static_cast<float>(offset)};
}

/// Fits the calibration on documents that were not learnt from, and says how good the model is on
/// them.
Calibration calibrated(const TaggerModel &model, TokenLexicon &lexicon,
                       const std::vector<LabelledDocument> &documents, QTextStream &out)
{
    std::array<std::vector<Judged>, TaggerModel::kClasses> judged;
    std::array<int, TaggerModel::kClasses> labels{};
    for (const LabelledDocument &document : documents) {
        WordStatistics words;
        std::vector<TaggerUnit> units;
        for (const LabelledUnit &labelled : document) {
            units.push_back(taggerUnit(labelled.narrow, lexicon));
            words.add(units.back());
        }
        for (std::size_t i = 0; i < units.size(); ++i) {
            for (const Label &label : document[i].labels) {
                ++labels.at(label.nameClass);
            }
            for (const TaggedName &name : taggedNames(model, units[i], words)) {
                bool right = false;
                for (const Label &label : document[i].labels) {
                    right = right || (label.nameClass == name.nameClass && overlaps(label, name));
                }
                judged.at(name.nameClass).push_back({name.score, right});
            }
        }
    }
    Calibration calibration{};
    for (std::size_t i = 0; i < judged.size(); ++i) {
        calibration.at(i) = fitted(judged.at(i));
        int right = 0;
        int shown = 0;
        for (const Judged &each : judged.at(i)) {
            const double bounded = std::clamp(each.score, 1e-6, 1 - 1e-6);
            if (static_cast<double>(calibration.at(i)[0]) * std::log(bounded / (1 - bounded))
                    + static_cast<double>(calibration.at(i)[1])
                >= 0) {
                ++shown;
                right += each.right ? 1 : 0;
            }
        }
        out << "class " << i << ": " << labels.at(i) << " names, " << shown << " shown, " << right
            << " right; factor " << calibration.at(i)[0] << ", offset " << calibration.at(i)[1]
            << Qt::endl;
    }
    return calibration;
}

/// A copy in capitals or small letters; people write whole documents so.
LabelledDocument withLetters(LabelledDocument document, bool capitals)
{
    for (LabelledUnit &unit : document) {
        const QString text =
            QString::fromLatin1(unit.narrow.data(), static_cast<qsizetype>(unit.narrow.size()));
        const std::string changed =
            (capitals ? text.toUpper() : text.toLower()).toLatin1().toStdString();
        if (changed.size() == unit.narrow.size()) {
            unit.narrow = changed;
        }
    }
    return document;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int run(const QStringList &arguments)
{
    QTextStream out(stdout);
    const QByteArray givenNames = contents(arguments[2] + u"/given-names.txt"_s);
    const NameLexicon names(givenNames, contents(arguments[2] + u"/common-words.txt"_s));
    TokenLexicon lexicon(names);
    std::vector<LabelledDocument> documents;
    for (const QString &path : arguments.sliced(3)) {
        const std::vector<LabelledDocument> read = readLabelled(path);
        if (read.empty()) {
            out << "cannot read " << path << Qt::endl;
            return 1;
        }
        documents.insert(documents.end(), read.begin(), read.end());
    }
    CrfTrainer trainer(lexicon);
    std::vector<LabelledDocument> heldOut;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i % kHeldOut == 0) {
            heldOut.push_back(documents[i]);
            continue;
        }
        trainer.add(documents[i]);
        if (i % kHeldOut == 1) {
            trainer.add(withLetters(documents[i], true));
        } else if (i % (2 * kHeldOut) == 2) {
            trainer.add(withLetters(documents[i], false));
        }
    }
    for (const LabelledDocument &invented : inventedTexts(givenNames, kInvented)) {
        trainer.add(invented);
    }
    trainer.learn(kRounds);
    const QByteArray plain =
        TaggerModel::write(trainer.weights(), trainer.transitions(), {}, kLogarithm);
    const auto model = TaggerModel::read(plain);
    const Calibration calibration = calibrated(*model, lexicon, heldOut, out);
    QFile file(arguments[1]);
    const QByteArray bytes =
        TaggerModel::write(trainer.weights(), trainer.transitions(), calibration, kLogarithm);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        out << "cannot write " << arguments[1] << Qt::endl;
        return 1;
    }
    return 0;
}

}   // namespace

}   // namespace expunge::detect::training

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().size() < 4) {
        QTextStream(stderr) << "usage: expunge-train-tagger MODEL LEXICONS LABELLED..." << Qt::endl;
        return 2;
    }
    return expunge::detect::training::run(application.arguments());
}
