// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/ahocorasick.h"

#include <algorithm>
#include <numeric>

namespace expunge::detect {

namespace {

std::uint64_t edgeKey(int node, char16_t letter)
{
    return ((static_cast<std::uint64_t>(node) << 16U) | letter) + 1;
}

}   // namespace

AhoCorasick::AhoCorasick()
    : m_nodes(1)
    , m_keys(64, 0)
    , m_targets(64, 0)
{
}

int AhoCorasick::add(std::u16string_view literal)
{
    int node = 0;
    for (const char16_t letter : literal) {
        int next = child(node, letter);
        if (next == 0) {
            next = static_cast<int>(m_nodes.size());
            m_nodes.push_back(
                {.parent = node, .depth = m_nodes[index(node)].depth + 1, .letter = letter});
            insertEdge(node, letter, next);
        }
        node = next;
    }
    const int number = static_cast<int>(m_same.size());
    m_same.push_back(m_nodes[index(node)].pattern);
    m_nodes[index(node)].pattern = number;
    return number;
}

void AhoCorasick::build()
{
    std::vector<int> order(m_nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        return m_nodes[index(a)].depth < m_nodes[index(b)].depth;
    });
    for (const int number : order) {
        Node &node = m_nodes[index(number)];
        if (node.depth > 1) {
            node.fail = follow(m_nodes[index(node.parent)].fail, node.letter);
            const Node &fail = m_nodes[index(node.fail)];
            node.output = fail.pattern >= 0 ? node.fail : fail.output;
        }
    }
}

int AhoCorasick::child(int node, char16_t letter) const
{
    if (node == 0 && letter < m_first.size()) {
        return m_first[letter];
    }
    const std::uint64_t key = edgeKey(node, letter);
    const std::size_t at = slot(key);
    return m_keys[at] == key ? m_targets[at] : 0;
}

int AhoCorasick::follow(int node, char16_t letter) const
{
    for (;;) {
        const int next = child(node, letter);
        if (next != 0 || node == 0) {
            return next;
        }
        node = m_nodes[index(node)].fail;
    }
}

void AhoCorasick::insertEdge(int node, char16_t letter, int target)
{
    if (node == 0 && letter < m_first.size()) {
        m_first.at(letter) = target;
        return;
    }
    if (++m_edges * 2 > m_keys.size()) {
        std::vector<std::uint64_t> keys(m_keys.size() * 2, 0);
        std::vector<int> targets(keys.size(), 0);
        keys.swap(m_keys);
        targets.swap(m_targets);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (keys[i] != 0) {
                const std::size_t at = slot(keys[i]);
                m_keys[at] = keys[i];
                m_targets[at] = targets[i];
            }
        }
    }
    const std::uint64_t key = edgeKey(node, letter);
    const std::size_t at = slot(key);
    m_keys[at] = key;
    m_targets[at] = target;
}

std::size_t AhoCorasick::slot(std::uint64_t key) const
{
    const std::size_t mask = m_keys.size() - 1;
    // Fibonacci hashing: neighbouring nodes and letters end up far apart.
    std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 20U) & mask;
    while (m_keys[at] != 0 && m_keys[at] != key) {
        at = (at + 1) & mask;
    }
    return at;
}

}   // namespace expunge::detect
