// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/tagchain.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace expunge::detect {

/// The weights of the tagger in the form in which they ship: a hash table of features, eight bits a
/// weight.
///
/// Layout, all numbers little-endian: "EXPTAG1\n"; binary logarithm of the number of buckets (32
/// bits); step of a weight (float); 8 × 7 transitions (float); for each of three classes two
/// numbers that make a probability of a score (float); then buckets of four slots, each a check of
/// the feature (16 bits) and the weights of tags 1 to 6 (8 bits each, tag 0 has 0).
class TaggerModel
{
public:
    static constexpr std::size_t kClasses = 3;

    /// The model in these bytes, which must outlive it; nothing if they are no model.
    static std::optional<TaggerModel> read(const QByteArray &bytes);

    /// Says that the weights of a feature are needed soon: the table is larger than what the
    /// processor keeps at hand.
    void fetch(std::uint64_t feature) const { __builtin_prefetch(bucket(feature)); }

    /// Adds the weights of a feature to a token's scores.
    void addTo(std::uint64_t feature, TagScores &scores) const;

    const TagTransitions &transitions() const { return m_transitions; }

    /// The probability that a name of this class (0 person, 1 organization, 2 place) is one.
    double probability(std::size_t nameClass, double score) const;

    /// The bytes of a model. Of features whose bucket is full the weakest are left out.
    static QByteArray write(const std::unordered_map<std::uint64_t, TagScores> &weights,
                            const TagTransitions &transitions,
                            const std::array<std::array<float, 2>, kClasses> &calibration,
                            std::uint32_t logarithm);

private:
    static constexpr std::size_t kSlot = 8;
    static constexpr std::size_t kSlots = 4;   // of a bucket

    const char *bucket(std::uint64_t feature) const
    {
        return m_table + (feature & m_mask) * kSlots * kSlot;
    }

    QByteArray m_bytes;
    const char *m_table = nullptr;
    std::uint64_t m_mask = 0;
    float m_step = 0;
    TagTransitions m_transitions{};
    std::array<std::array<float, 2>, kClasses> m_calibration{};
};

}   // namespace expunge::detect
