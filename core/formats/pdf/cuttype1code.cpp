// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cuttype1code.h"

#include "core/formats/pdf/cutbytes.h"

namespace expunge::pdf {
namespace {

constexpr int MaxDepth = 10;
constexpr int MaxItems = 64;
constexpr qsizetype MaxBytes = 1 << 20;

// Type 1 Font Format, appendix 2.
enum : int {
    Callsubr = 10,
    Return = 11,
    Escape = 12,
    Hsbw = 13,
    Endchar = 14,
    Obsolete = 15,   // in old fonts; viewers take its operands and do nothing
    Seac = 6,
    Div = 12,
    Callothersubr = 16,
    Pop = 17,
    SetCurrentPoint = 33,
};

bool isPlainOperator(int op)
{
    return op == 1 || (op >= 3 && op <= 9) || op == Hsbw || op == 21 || op == 22 || op == 30
           || op == 31;
}

bool isPlainEscape(int op)
{
    return op <= 2 || op == 7 || op == SetCurrentPoint;
}

QByteArray encoded(int value)
{
    QByteArray bytes;
    if (value >= -107 && value <= 107) {
        bytes += char(value + 139);
    } else if (value >= 108 && value <= 1131) {
        bytes += char((value - 108) / 256 + 247);
        bytes += char((value - 108) % 256);
    } else if (value >= -1131 && value <= -108) {
        bytes += char((-value - 108) / 256 + 251);
        bytes += char((-value - 108) % 256);
    } else {
        bytes += char(255);
        append32(bytes, quint32(value));
    }
    return bytes;
}

QByteArray escaped(int op)
{
    return QByteArray(1, char(Escape)) + char(op);
}

}   // namespace

/// One charstring on its way.
class Type1Flattener::Run
{
public:
    explicit Run(Type1Flattener &owner)
        : m_owner(owner)
    {
    }

    bool run(const QByteArray &charstring, int depth);
    Type1Code code() const { return m_code; }
    void flush();

private:
    /// A number that waits for its operator.
    struct Item
    {
        QByteArray bytes;
        int value = 0;
        bool isHintSubroutine = false;   // popped after other subroutine 3
    };

    bool step(int op, const FontBytes &code, qsizetype *at, int depth);
    bool escape(int op);
    bool callSubroutine(int depth);
    bool callOther();
    bool divide();
    void emitOperator(const QByteArray &op);
    void push(int value) { m_items.push_back({encoded(value), value, false}); }

    Type1Flattener &m_owner;
    Type1Code m_code;
    std::vector<Item> m_items;
    std::vector<Item> m_given;   // by other subroutines, for pop
    bool m_ended = false;
};

void Type1Flattener::Run::flush()
{
    for (const Item &item : m_items) {
        m_code.bytes += item.bytes;
    }
    m_items.clear();
}

void Type1Flattener::Run::emitOperator(const QByteArray &op)
{
    flush();
    m_code.bytes += op;
}

bool Type1Flattener::Run::callSubroutine(int depth)
{
    if (m_items.empty() || depth >= MaxDepth) {
        return false;
    }
    const Item item = m_items.back();
    m_items.pop_back();
    const auto found = m_owner.m_program.subroutines.constFind(item.value);
    if (found == m_owner.m_program.subroutines.constEnd()) {
        return false;
    }
    if (!item.isHintSubroutine) {
        return run(*found, depth + 1);
    }
    const std::optional<int> number = m_owner.hintSubroutine(item.value, depth);
    if (!number) {
        return false;
    }
    emitOperator(encoded(*number) + encoded(1) + encoded(3) + escaped(Callothersubr) + escaped(Pop)
                 + char(Callsubr));
    return true;
}

// Other subroutines 0 to 3 are flex and hint replacement, 12 and 13 counters (8.3 to 8.5).
bool Type1Flattener::Run::callOther()
{
    if (m_items.size() < 2) {
        return false;
    }
    const int which = m_items.back().value;
    const int count = m_items[m_items.size() - 2].value;
    if (which == 3 && count == 1 && m_items.size() >= 3) {
        Item subroutine = m_items[m_items.size() - 3];
        subroutine.isHintSubroutine = true;
        m_items.resize(m_items.size() - 3);
        m_given.push_back(subroutine);
        return true;
    }
    const bool known = (which >= 0 && which <= 2) || which == 12 || which == 13;
    if (!known || count < 0 || std::size_t(count) + 2 > m_items.size()) {
        return false;
    }
    emitOperator(escaped(Callothersubr));
    return true;
}

bool Type1Flattener::Run::divide()
{
    if (m_items.size() < 2 || m_items.back().value == 0) {
        return false;
    }
    Item divisor = m_items.back();
    m_items.pop_back();
    Item &number = m_items.back();
    number.bytes += divisor.bytes + escaped(Div);
    number.value /= divisor.value;
    return true;
}

bool Type1Flattener::Run::escape(int op)
{
    switch (op) {
    case Div:
        return divide();
    case Callothersubr:
        return callOther();
    case Pop:
        if (m_given.empty()) {
            m_items.push_back({escaped(Pop), 0, false});
        } else {
            m_items.push_back(m_given.back());
            m_given.pop_back();
        }
        return true;
    case Seac:
        if (m_items.size() < 5) {
            return false;
        }
        m_code.base = m_items[m_items.size() - 2].value;
        m_code.accent = m_items.back().value;
        emitOperator(escaped(Seac));
        m_ended = true;
        return true;
    default:
        break;
    }
    if (isPlainEscape(op)) {
        emitOperator(escaped(op));
        return true;
    }
    return false;
}

bool Type1Flattener::Run::step(int op, const FontBytes &code, qsizetype *at, int depth)
{
    if (op == Callsubr) {
        return callSubroutine(depth);
    }
    if (op == Escape) {
        return escape(code.u8((*at)++));
    }
    if (op == Endchar) {
        emitOperator(QByteArray(1, char(Endchar)));
        m_ended = true;
        return true;
    }
    if (op == Obsolete) {
        m_items.clear();
        return true;
    }
    if (!isPlainOperator(op)) {
        return false;
    }
    emitOperator(QByteArray(1, char(op)));
    return true;
}

bool Type1Flattener::Run::run(const QByteArray &charstring, int depth)
{
    const FontBytes code(charstring);
    qsizetype at = 0;
    while (at < code.size() && !m_ended) {
        const int first = code.u8(at++);
        if (first == 255) {
            push(qint32(code.u32(at)));
            at += 4;
        } else if (first >= 251) {
            push(-(first - 251) * 256 - code.u8(at++) - 108);
        } else if (first >= 247) {
            push((first - 247) * 256 + code.u8(at++) + 108);
        } else if (first >= 32) {
            push(first - 139);
        } else if (first == Return) {
            return true;
        } else if (!step(first, code, &at, depth)) {
            return false;
        }
        if (m_items.size() > MaxItems || m_code.bytes.size() > MaxBytes || at > code.size()) {
            return false;
        }
    }
    return true;
}

std::vector<QByteArray> Type1Flattener::standardSubroutines()
{
    const QByteArray back(1, char(Return));
    return {encoded(3) + encoded(0) + escaped(Callothersubr) + escaped(Pop) + escaped(Pop)
                + escaped(SetCurrentPoint) + back,
            encoded(0) + encoded(1) + escaped(Callothersubr) + back,
            encoded(0) + encoded(2) + escaped(Callothersubr) + back, back};
}

std::optional<int> Type1Flattener::hintSubroutine(int old, int depth)
{
    if (const auto known = m_numbers.constFind(old); known != m_numbers.constEnd()) {
        return *known;
    }
    Run run(*this);
    if (!run.run(m_program.subroutines.value(old), depth + 1)) {
        return std::nullopt;
    }
    run.flush();
    const int number = int(m_subroutines.size());
    m_subroutines.push_back(run.code().bytes + char(Return));
    m_numbers.insert(old, number);
    return number;
}

std::optional<Type1Code> Type1Flattener::flatten(const QByteArray &charstring)
{
    Run run(*this);
    if (!run.run(charstring, 0)) {
        return std::nullopt;
    }
    run.flush();
    return run.code();
}

}   // namespace expunge::pdf
