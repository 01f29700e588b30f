// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/taggermodel.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace expunge::detect {

namespace {

constexpr QByteArrayView kMagic("EXPTAG1\n");
constexpr std::size_t kHeader = 8 + 4 + 4 + (kTags + 1) * kTags * 4 + TaggerModel::kClasses * 2 * 4;
constexpr float kLargestWeight = 6.0F;

std::uint16_t checkOf(std::uint64_t feature)
{
    return static_cast<std::uint16_t>((feature >> 48U) | 1U);   // 0: the slot is free
}

float readFloat(const char *&at)
{
    const auto bits = qFromLittleEndian<std::uint32_t>(at);
    at += 4;
    return std::bit_cast<float>(bits);
}

void appendNumber(QByteArray &bytes, std::uint32_t number)
{
    std::array<char, 4> raw{};
    qToLittleEndian(number, raw.data());
    bytes.append(raw.data(), 4);
}

void appendFloat(QByteArray &bytes, float number)
{
    appendNumber(bytes, std::bit_cast<std::uint32_t>(number));
}

}   // namespace

std::optional<TaggerModel> TaggerModel::read(const QByteArray &bytes)
{
    if (!bytes.startsWith(kMagic) || bytes.size() < static_cast<qsizetype>(kHeader)) {
        return std::nullopt;
    }
    TaggerModel model;
    model.m_bytes = bytes;
    const char *at = bytes.constData() + kMagic.size();
    const auto logarithm = qFromLittleEndian<std::uint32_t>(at);
    at += 4;
    if (logarithm > 24
        || bytes.size() != static_cast<qsizetype>(kHeader + (kSlots * kSlot << logarithm))) {
        return std::nullopt;
    }
    model.m_mask = (std::uint64_t(1) << logarithm) - 1;
    model.m_step = readFloat(at);
    for (TagScores &row : model.m_transitions) {
        for (float &score : row) {
            score = readFloat(at);
        }
    }
    for (auto &pair : model.m_calibration) {
        for (float &number : pair) {
            number = readFloat(at);
        }
    }
    model.m_table = at;
    return model;
}

void TaggerModel::addTo(std::uint64_t feature, TagScores &scores) const
{
    const char *slot = bucket(feature);
    const std::uint16_t check = checkOf(feature);
    for (std::size_t i = 0; i < kSlots; ++i, slot += kSlot) {
        if (qFromLittleEndian<std::uint16_t>(slot) == check) {
            for (std::size_t tag = 1; tag < kTags; ++tag) {
                scores.at(tag) +=
                    m_step * static_cast<float>(static_cast<signed char>(slot[tag + 1]));
            }
            return;
        }
    }
}

double TaggerModel::probability(std::size_t nameClass, double score) const
{
    const double bounded = std::clamp(score, 1e-6, 1 - 1e-6);
    const auto &[factor, offset] = m_calibration.at(nameClass);
    return 1
           / (1
              + std::exp(-(static_cast<double>(factor) * std::log(bounded / (1 - bounded))
                           + static_cast<double>(offset))));
}

QByteArray TaggerModel::write(const std::unordered_map<std::uint64_t, TagScores> &weights,
                              const TagTransitions &transitions,
                              const std::array<std::array<float, 2>, kClasses> &calibration,
                              std::uint32_t logarithm)
{
    const float step = kLargestWeight / 127;
    QByteArray bytes = kMagic.toByteArray();
    appendNumber(bytes, logarithm);
    appendFloat(bytes, step);
    for (const TagScores &row : transitions) {
        for (const float score : row) {
            appendFloat(bytes, score);
        }
    }
    for (const auto &pair : calibration) {
        appendFloat(bytes, pair[0]);
        appendFloat(bytes, pair[1]);
    }
    struct Entry
    {
        std::uint64_t feature;
        float strength;
        std::array<int, kTags> weights;
    };
    std::vector<Entry> entries;
    for (const auto &[feature, scores] : weights) {
        Entry entry{feature, 0, {}};
        for (std::size_t tag = 1; tag < kTags; ++tag) {
            const float weight =
                std::clamp(scores[tag] - scores[0], -kLargestWeight, kLargestWeight);
            entry.weights.at(tag) = static_cast<int>(std::lround(weight / step));
            entry.strength = std::max(entry.strength, std::abs(weight));
        }
        if (entry.strength >= step) {
            entries.push_back(entry);
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.strength != b.strength ? a.strength > b.strength : a.feature < b.feature;
    });
    const std::uint64_t mask = (std::uint64_t(1) << logarithm) - 1;
    const qsizetype start = bytes.size();
    bytes.append(static_cast<qsizetype>(kSlots * kSlot << logarithm), '\0');
    for (const Entry &entry : entries) {
        char *slot =
            bytes.data() + start + static_cast<qsizetype>((entry.feature & mask) * kSlots * kSlot);
        for (std::size_t i = 0; i < kSlots; ++i, slot += kSlot) {
            const auto check = qFromLittleEndian<std::uint16_t>(slot);
            if (check == checkOf(entry.feature)) {
                break;
            }
            if (check == 0) {
                qToLittleEndian(checkOf(entry.feature), slot);
                for (std::size_t tag = 1; tag < kTags; ++tag) {
                    slot[tag + 1] = static_cast<char>(entry.weights.at(tag));
                }
                break;
            }
        }
    }
    return bytes;
}

}   // namespace expunge::detect
