// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cuttype2.h"

#include <algorithm>
#include <cmath>

namespace expunge::pdf {
namespace {

constexpr int MaxDepth = 10;   // Technical Note 5177, appendix B
constexpr int MaxStack = 513;
constexpr qsizetype MaxBytes = 1 << 20;

enum : int {
    Hstem = 1,
    Vstem = 3,
    Vmoveto = 4,
    Rlineto = 5,
    Hlineto = 6,
    Vlineto = 7,
    Rrcurveto = 8,
    Callsubr = 10,
    Return = 11,
    Escape = 12,
    Endchar = 14,
    Hstemhm = 18,
    Hintmask = 19,
    Cntrmask = 20,
    Rmoveto = 21,
    Hmoveto = 22,
    Vstemhm = 23,
    Rcurveline = 24,
    Hvcurveto = 31,
    Short = 28,
    Callgsubr = 29,
    Fixed = 255,
};

void appendNumber(QByteArray &bytes, double value)
{
    if (value == std::floor(value) && std::abs(value) <= 32767) {
        const int whole = int(value);
        if (whole >= -107 && whole <= 107) {
            bytes += char(whole + 139);
        } else if (whole >= 108 && whole <= 1131) {
            bytes += char((whole - 108) / 256 + 247);
            bytes += char((whole - 108) % 256);
        } else if (whole >= -1131 && whole <= -108) {
            bytes += char((-whole - 108) / 256 + 251);
            bytes += char((-whole - 108) % 256);
        } else {
            bytes += char(Short);
            append16(bytes, whole);
        }
        return;
    }
    bytes += char(Fixed);
    append32(bytes, quint32(qint32(std::lround(value * 65536))));
}

/// Runs a charstring as far as numbers go, and writes its operators.
class Flattener
{
public:
    explicit Flattener(const Type2Context &context)
        : m_context(context)
    {
    }

    bool run(QByteArrayView code, int depth);
    FlatCharstring finish();

private:
    bool number(const FontBytes &code, qsizetype *at, int first);
    bool step(int op, const FontBytes &code, qsizetype *at, int depth);
    bool escape(int op);
    bool arithmetic(int op);
    bool call(const CffIndex &subroutines, int depth);
    void takeWidth(bool present);
    void emitOperator(int op);
    void endGlyph();

    const Type2Context &m_context;
    std::vector<double> m_stack;
    FlatCharstring m_flat;
    int m_stems = 0;
    bool m_hasWidth = false;
    bool m_ended = false;
};

bool Flattener::number(const FontBytes &code, qsizetype *at, int first)
{
    double value = 0;
    if (first == Short) {
        value = code.i16(*at);
        *at += 2;
    } else if (first == Fixed) {
        value = qint32(code.u32(*at)) / 65536.0;
        *at += 4;
    } else if (first <= 246) {
        value = first - 139;
    } else if (first <= 250) {
        value = (first - 247) * 256 + code.u8((*at)++) + 108;
    } else {
        value = -(first - 251) * 256 - code.u8((*at)++) - 108;
    }
    m_stack.push_back(value);
    return *at <= code.size() && m_stack.size() <= MaxStack;
}

// The first operator that clears the stack may have the width below its operands (4.1).
void Flattener::takeWidth(bool present)
{
    if (m_hasWidth) {
        return;
    }
    m_hasWidth = true;
    double width = m_context.defaultWidth;
    if (present && !m_stack.empty()) {
        width = m_context.nominalWidth + m_stack.front();
        m_stack.erase(m_stack.begin());
    }
    if (width != 0) {
        appendNumber(m_flat.bytes, width);
    }
}

void Flattener::emitOperator(int op)
{
    for (const double value : m_stack) {
        appendNumber(m_flat.bytes, value);
    }
    m_stack.clear();
    m_flat.bytes += char(op);
}

void Flattener::endGlyph()
{
    takeWidth(m_stack.size() == 1 || m_stack.size() == 5);
    if (m_stack.size() == 4) {
        m_flat.base = int(m_stack[2]);
        m_flat.accent = int(m_stack[3]);
    } else {
        m_stack.clear();
    }
    emitOperator(Endchar);
    m_ended = true;
}

bool Flattener::call(const CffIndex &subroutines, int depth)
{
    if (m_stack.empty() || depth >= MaxDepth) {
        return false;
    }
    // Technical Note 5177, 4.7: numbers of subroutines are biased.
    const int count = subroutines.count();
    const int bias = count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
    const int index = int(m_stack.back()) + bias;
    m_stack.pop_back();
    return index >= 0 && index < count && run(subroutines.item(index), depth + 1);
}

bool Flattener::arithmetic(int op)
{
    enum : int {
        Abs = 9,
        Add = 10,
        Sub = 11,
        Div = 12,
        Neg = 14,
        Drop = 18,
        Mul = 24,
        Sqrt = 26,
        Dup = 27,
        Exch = 28
    };
    const bool binary = op == Add || op == Sub || op == Div || op == Mul || op == Exch;
    const bool known = binary || op == Abs || op == Neg || op == Drop || op == Sqrt || op == Dup;
    if (!known || m_stack.size() < (binary ? 2U : 1U)) {
        return false;
    }
    const double last = m_stack.back();
    m_stack.pop_back();
    if (op == Drop) {
        return true;
    }
    if (op == Dup) {
        m_stack.insert(m_stack.end(), {last, last});
        return m_stack.size() <= MaxStack;
    }
    if (!binary) {
        m_stack.push_back(op == Abs ? std::abs(last) : op == Neg ? -last : std::sqrt(last));
        return std::isfinite(m_stack.back());
    }
    const double first = m_stack.back();
    m_stack.pop_back();
    if (op == Exch) {
        m_stack.insert(m_stack.end(), {last, first});
        return true;
    }
    m_stack.push_back(op == Add   ? first + last
                      : op == Sub ? first - last
                      : op == Mul ? first * last
                                  : first / last);
    return std::isfinite(m_stack.back());
}

bool Flattener::escape(int op)
{
    constexpr int DotSection = 0;   // without effect today
    constexpr int FirstFlex = 34;
    constexpr int LastFlex = 37;
    if (op == DotSection) {
        m_stack.clear();
        return true;
    }
    if (op >= FirstFlex && op <= LastFlex) {
        emitOperator(Escape);
        m_flat.bytes += char(op);
        return true;
    }
    return arithmetic(op);
}

bool Flattener::step(int op, const FontBytes &code, qsizetype *at, int depth)
{
    switch (op) {
    case Hstem:
    case Vstem:
    case Hstemhm:
    case Vstemhm:
        takeWidth(m_stack.size() % 2 == 1);
        m_stems += int(m_stack.size() / 2);
        emitOperator(op);
        return true;
    case Hintmask:
    case Cntrmask: {
        takeWidth(m_stack.size() % 2 == 1);
        m_stems += int(m_stack.size() / 2);
        emitOperator(op);
        const qsizetype mask = (m_stems + 7) / 8;
        m_flat.bytes += code.slice(*at, mask);
        *at += mask;
        return *at <= code.size();
    }
    case Rmoveto:
        takeWidth(m_stack.size() > 2);
        emitOperator(op);
        return true;
    case Hmoveto:
    case Vmoveto:
        takeWidth(m_stack.size() > 1);
        emitOperator(op);
        return true;
    case Endchar:
        endGlyph();
        return true;
    case Callsubr:
        return call(m_context.localSubroutines, depth);
    case Callgsubr:
        return call(m_context.globalSubroutines, depth);
    case Escape:
        return escape(code.u8((*at)++));
    default:
        break;
    }
    const bool draws = (op >= Rlineto && op <= Rrcurveto) || (op >= Rcurveline && op <= Hvcurveto);
    if (draws) {
        emitOperator(op);
    }
    return draws;
}

bool Flattener::run(QByteArrayView charstring, int depth)
{
    const FontBytes code(charstring);
    qsizetype at = 0;
    while (at < code.size() && !m_ended) {
        const int first = code.u8(at++);
        if (first >= 32 || first == Short) {
            if (!number(code, &at, first)) {
                return false;
            }
            continue;
        }
        if (first == Return) {
            return true;
        }
        if (!step(first, code, &at, depth) || m_flat.bytes.size() > MaxBytes) {
            return false;
        }
    }
    return true;
}

FlatCharstring Flattener::finish()
{
    if (!m_ended) {
        endGlyph();
    }
    return m_flat;
}

}   // namespace

std::optional<CffIndex> CffIndex::read(const FontBytes &file, qsizetype at, qsizetype *end)
{
    CffIndex index;
    index.m_file = file;
    index.m_count = file.u16(at);
    *end = at + 2;
    if (!file.has(at, 2)) {
        return std::nullopt;
    }
    if (index.m_count == 0) {
        return index;
    }
    index.m_offsetSize = file.u8(at + 2);
    index.m_offsets = at + 3;
    index.m_data = index.m_offsets + (qsizetype(index.m_count) + 1) * index.m_offsetSize - 1;
    if (index.m_offsetSize < 1 || index.m_offsetSize > 4 || !file.has(index.m_data, 1)) {
        return std::nullopt;
    }
    *end = index.m_data + index.offset(index.m_count);
    return *end <= file.size() ? std::optional(index) : std::nullopt;
}

qsizetype CffIndex::offset(int index) const
{
    qsizetype value = 0;
    for (int byte = 0; byte < m_offsetSize; ++byte) {
        value = value * 256 + m_file.u8(m_offsets + qsizetype(index) * m_offsetSize + byte);
    }
    return value;
}

QByteArrayView CffIndex::item(int index) const
{
    if (index < 0 || index >= m_count) {
        return {};
    }
    return m_file.slice(m_data + offset(index), offset(index + 1) - offset(index));
}

std::optional<FlatCharstring> flattenType2(QByteArrayView charstring, const Type2Context &context)
{
    Flattener flattener(context);
    if (!flattener.run(charstring, 0)) {
        return std::nullopt;
    }
    return flattener.finish();
}

}   // namespace expunge::pdf
