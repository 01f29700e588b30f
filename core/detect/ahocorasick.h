// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace expunge::detect {

/// Finds every occurrence of many literals in one pass over a text (Aho and Corasick, 1975).
class AhoCorasick
{
public:
    AhoCorasick();

    /// Adds a literal, which must not be empty, and returns its number, counted from 0.
    int add(std::u16string_view literal);

    /// Must be called once after the last add and before the first scan.
    void build();

    /// Calls `hit(number, end)` for every occurrence, in order of its end.
    template<typename Hit>
    void scan(std::u16string_view text, Hit &&hit) const
    {
        scan(
            text.size(), [text](std::size_t at) { return text[at]; }, hit);
    }

    /// The same for `size` letters that `letterAt` gives one by one.
    template<typename LetterAt, typename Hit>
    void scan(std::size_t size, const LetterAt &letterAt, Hit &&hit) const
    {
        int node = 0;
        for (std::size_t i = 0; i < size; ++i) {
            node = follow(node, letterAt(i));
            for (int out = m_nodes[index(node)].pattern >= 0 ? node : m_nodes[index(node)].output;
                 out > 0; out = m_nodes[index(out)].output) {
                for (int number = m_nodes[index(out)].pattern; number >= 0;
                     number = m_same[index(number)]) {
                    hit(number, i + 1);
                }
            }
        }
    }

private:
    struct Node
    {
        int parent = 0;
        int depth = 0;
        int fail = 0;
        int output = 0;     // nearest shorter literal that ends here too; 0: none
        int pattern = -1;   // last literal added that ends here
        char16_t letter = 0;
    };

    static std::size_t index(int number) { return static_cast<std::size_t>(number); }
    int child(int node, char16_t letter) const;
    int follow(int node, char16_t letter) const;
    void insertEdge(int node, char16_t letter, int target);
    std::size_t slot(std::uint64_t key) const;

    std::vector<Node> m_nodes;
    std::array<int, 128> m_first{};      // from the root, where most searches are most of the time
    std::vector<int> m_same;             // the literal added before with the same letters; -1: none
    std::vector<std::uint64_t> m_keys;   // open addressing: node << 16 | letter, plus 1; 0: free
    std::vector<int> m_targets;
    std::size_t m_edges = 0;
};

}   // namespace expunge::detect
