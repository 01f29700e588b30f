// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/namelexicon.h"
#include "core/detect/recognizer.h"

#include <memory>

namespace expunge::detect {

class Expression;

enum class NameKind { Person, Organization };

/// A name that its place in the document gives away.
struct NameSeed
{
    NameKind kind = NameKind::Person;
    QString name;           // normalised
    std::size_t view = 0;   // where it stands
    qsizetype begin = -1;   // bytes; -1: it stands nowhere as such (the local part of an address)
    qsizetype end = -1;
    double score = 0;
    Evidence evidence;
};

/// Finds names by what stands around them: titles, greetings, closings, labels, properties,
/// addresses, roles, legal forms.
class NameSeeds
{
public:
    explicit NameSeeds(const NameLexicon &lexicon);
    ~NameSeeds();
    NameSeeds(const NameSeeds &) = delete;
    NameSeeds &operator=(const NameSeeds &) = delete;

    std::vector<NameSeed> find(std::span<const UnitView> views) const;

private:
    struct Context;

    void findInText(std::size_t view, const QByteArray &utf8, std::vector<NameSeed> &seeds) const;
    void findProperty(std::size_t number, const UnitView &view, std::vector<NameSeed> &seeds) const;
    void findAcrossUnits(std::span<const UnitView> views, std::vector<NameSeed> &seeds) const;
    void addIfWholeUnitIsName(std::size_t view, const QByteArray &utf8, double score,
                              const Evidence &evidence, std::vector<NameSeed> &seeds) const;
    void add(NameSeed seed, const QByteArray &utf8, std::vector<NameSeed> &seeds) const;
    bool trim(NameSeed &seed, const QByteArray &utf8) const;

    const NameLexicon &m_lexicon;
    std::vector<Context> m_contexts;
    std::unique_ptr<Expression> m_closingAlone;
    std::unique_ptr<Expression> m_labelAlone;
    std::unique_ptr<Expression> m_nameAlone;
    std::unique_ptr<Expression> m_address;
};

}   // namespace expunge::detect
